import type { PortfolioFinding } from "../study/findings.ts";

/** The leg that gave most of the log growth, and its share; null where nothing grew or parts cancel. */
export function largestLeg({
  legs,
}: PortfolioFinding): { readonly asset: string; readonly share: number } | null {
  const [first] = Object.entries(legs?.log.assets ?? {}).sort(
    ([, left], [, right]) => right.total - left.total,
  );
  if (legs === null || first === undefined || legs.log.total <= 0) return null;
  const [asset, { total }] = first;
  const share = total / legs.log.total;
  return total <= 0 || share > 3 ? null : { asset, share };
}
