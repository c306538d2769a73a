import { bondIndex } from "../series/bond.ts";
import type { BondMethod } from "../series/bond-methods.ts";
import { parseDay } from "../series/day.ts";
import type { Dated, Part, Series } from "../series/series.ts";
import type { ParBondSpec } from "./catalog.ts";

const PRICED: Readonly<Record<BondMethod, string>> = {
  exact: "priced one period older at the new yield",
  swinkels: "its return approximated by duration and convexity at the old yield",
  accrued: "its clean price at the new yield plus accrued coupon, maturity not aged",
  duration: "its return approximated by duration alone",
};

/** The index of a bond entry, the series that it is made from, and how, in words. */
export async function bondOf(
  id: string,
  entry: ParBondSpec,
  lookup: (idOrFormula: string) => Promise<Series>,
): Promise<{
  readonly index: Dated & { readonly parts: readonly Part[] };
  readonly inputs: readonly Series[];
  readonly how: string;
}> {
  const fetched = <T extends { readonly yields: string }>(specs: readonly T[]) =>
    Promise.all(specs.map(async (spec) => ({ ...spec, yields: await lookup(spec.yields) })));
  const { method = "exact", rollDown = [] } = entry;
  const segments = (await fetched(entry.segments)).map((segment) => ({
    ...segment,
    from: parseDay(segment.from, id),
  }));
  const curve = await fetched(rollDown);
  const maturities = [...new Set(segments.map(({ maturity }) => maturity))].join(" and ");
  return {
    index: bondIndex(id, segments, { method, ...(curve.length === 0 ? {} : { curve }) }),
    inputs: [...segments, ...curve].map(({ yields }) => yields),
    how:
      `total return of a par bond of ${maturities} years, ${PRICED[method]}` +
      `${curve.length === 0 ? "" : " of the years it has left"} and struck anew on every quote day`,
  };
}
