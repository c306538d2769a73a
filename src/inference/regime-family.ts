import { isUnknown } from "../input/unknown.ts";
import { standardDeviation } from "../measure/moments.ts";
import type { CausalPeriods } from "../regime/labelled.ts";
import type { Column } from "../series/series.ts";
import { regimeSample, spread } from "./regime-sample.ts";
import { shiftedMeans } from "./regime-tests.ts";

/** Differences smaller than this share of the observed one are rounding. */
const TIE = 1e-10;

/** One rotation test of a family: all have as many periods. */
export interface FamilyMember {
  readonly returns: Column;
  readonly periods: CausalPeriods;
}

/**
 * p-values of rotation tests given that all were tried (Westfall and Young 1993; Romano and Wolf 2005): all
 * states are shifted by the same number of periods at once, so that rules which say much the same count
 * for little more than one; each difference over its deviation among all shifts, from the largest down,
 * is compared with the largest of those that are left. Null for a test that has no answer of its own, and
 * for one with a return missing anywhere: a shift would move it under a label.
 * @throws InputError for labels known only afterwards. @throws Error for lengths that differ.
 */
export function rotationFamily(members: readonly FamilyMember[]): (number | null)[] {
  const rows = members.map((member) => shiftedDifferences(member));
  const n = members[0]?.returns.length ?? 0;
  if (members.some(({ returns }) => returns.length !== n))
    throw new Error("rotation tests of one family have as many periods");
  const observed = rows.map((row) => row?.[0] ?? 0);
  const order = [...rows.keys()]
    .filter((i) => rows[i] !== null)
    .sort((a, b) => observed[b]! - observed[a]!);
  const asFar = new Int32Array(order.length);
  for (let shift = 0; shift < n; shift += 1) {
    let largest = 0;
    for (let place = order.length - 1; place >= 0; place -= 1) {
      largest = Math.max(largest, rows[order[place]!]![shift]!);
      if (largest >= observed[order[place]!]! * (1 - TIE)) asFar[place]! += 1;
    }
  }
  const adjusted = new Array<number | null>(members.length).fill(null);
  let p = 0;
  for (const [place, i] of order.entries()) {
    p = Math.max(p, asFar[place]! / n);
    adjusted[i] = p;
  }
  return adjusted;
}

/** The size of the difference at every shift, over its deviation among them; null where there is none. */
function shiftedDifferences({ returns, periods }: FamilyMember): Float64Array | null {
  const sample = regimeSample(returns, periods, "a family of rotation tests");
  if (isUnknown(sample)) return null;
  const n = returns.length;
  for (let t = 0; t < n; t += 1) if (!Number.isFinite(returns[t]!)) return null;
  const place = new Map(sample.labels.map((label, i) => [periods.labels.indexOf(label), i]));
  const means = shiftedMeans({
    returns: Float64Array.from({ length: n }, (_, t) => returns[t]!),
    states: periods.of.map((state) => place.get(state) ?? -1),
    counts: sample.counts,
  });
  const differences = Float64Array.from({ length: n }, (_, shift) => spread(means(shift)));
  const scale = standardDeviation(differences);
  return scale > 0 ? differences.map((difference) => Math.abs(difference) / scale) : null;
}
