import type { Check } from "assay";

/** The name of the measured number that lies nearest to one that was claimed. */
export function nearest(
  lines: readonly Check[],
  claimed: number,
  names: readonly string[],
): string {
  const gaps = lines.map(({ fact }) => Math.abs(fact.value - claimed));
  return names[gaps.indexOf(Math.min(...gaps))] ?? "none";
}
