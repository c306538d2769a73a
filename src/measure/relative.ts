import type { Column } from "../series/series.ts";
import { market } from "./alpha.ts";
import { correlation } from "./correlation.ts";
import { maxDrawdown, underwater } from "./drawdown.ts";
import { hitRate } from "./growth.ts";
import type { RelativeMeasures, RelativeWealth } from "./measures.ts";
import { mean, standardDeviation } from "./moments.ts";
import { known, ROUNDING, ratio } from "./ratio.ts";
import { between, excessOver, type Sample, spansYear } from "./sample.ts";
import { type Track, trackOf } from "./track.ts";

/**
 * A portfolio against a benchmark in the numeraire of both. Where one of them was ruined earlier, only
 * the rows that both have are compared. Annual figures are null for under one year.
 */
export function relative(portfolio: Track, benchmark: Track): RelativeMeasures {
  const [a, b] = onCommonRows(portfolio, benchmark, (track, last) =>
    trackOf(between(track, 0, last)),
  );
  const perYear = a.perYear;
  const returns = a.returns();
  const others = b.returns();
  const annual = spansYear(a.years);
  const bothVary = a.varies() && b.varies();
  const active = excessOver(returns, others);
  const line = market(a.excess(), b.excess(), perYear);
  return {
    beta: line.beta,
    alpha: { ...line.alpha, annual: annual ? line.alpha.annual : null },
    correlation: bothVary ? known(correlation(returns, others)) : null,
    spearman: bothVary ? known(correlation(a.ranks(), b.ranks())) : null,
    trackingError: annual ? known(trackingError(active, perYear)) : null,
    informationRatio: annual ? informationRatio(active, perYear) : null,
    upCapture: annual ? capture(returns, others, 1, perYear) : null,
    downCapture: annual ? capture(returns, others, -1, perYear) : null,
    hitRate: known(hitRate(geometricExcess(returns, others))),
  };
}

/** Both on the rows that both have; a longer one is cut. */
function onCommonRows<S extends Sample>(a: S, b: S, cut: (sample: S, last: number) => S): [S, S] {
  if (a.days[0] !== b.days[0]) throw new Error("two samples that do not begin on the same day");
  const last = Math.min(a.wealth.length, b.wealth.length) - 1;
  const upTo = (sample: S) => (last === sample.wealth.length - 1 ? sample : cut(sample, last));
  return [upTo(a), upTo(b)];
}

/** `(1 + R) / (1 + B) - 1` per period: by how much relative wealth grew, the same in every numeraire. */
export function geometricExcess(returns: Column, benchmark: Column): Float64Array {
  const excess = new Float64Array(returns.length);
  for (let t = 0; t < excess.length; t += 1)
    excess[t] = (1 + returns[t]!) / (1 + benchmark[t]!) - 1;
  return excess;
}

/** Standard deviation of the difference of returns, annualised. NaN for fewer than two. */
export function trackingError(active: Column, perYear: number): number {
  return standardDeviation(active) * Math.sqrt(perYear);
}

/** Mean difference of returns a year over the tracking error; null where that is below 1e-3. */
export function informationRatio(active: Column, perYear: number): number | null {
  return ratio(mean(active) * perYear, trackingError(active, perYear));
}

/**
 * Geometric annual return over the periods in which the benchmark rose (`side` 1) or fell (-1), over
 * the benchmark's own. Periods in which the benchmark stood still are in neither. Null for none.
 */
export function capture(
  returns: Column,
  benchmark: Column,
  side: 1 | -1,
  perYear: number,
): number | null {
  let count = 0;
  let growth = 1;
  let benchmarkGrowth = 1;
  for (let t = 0; t < returns.length; t += 1) {
    if (!(benchmark[t]! * side > ROUNDING)) continue;
    count += 1;
    growth *= 1 + returns[t]!;
    benchmarkGrowth *= 1 + benchmark[t]!;
  }
  if (count === 0) return null;
  const exponent = perYear / count;
  return ratio(growth ** exponent - 1, benchmarkGrowth ** exponent - 1);
}

/**
 * Final wealth per unit of the benchmark's, both from one; its growth a year; its deepest fall. The
 * same in every numeraire, for both are divided by one price. A ruined portfolio ends at 0; all is
 * null against a ruined benchmark, where nothing is left to compare with.
 */
export function relativeWealth(portfolio: Sample, benchmark: Sample): RelativeWealth {
  const [a, b] = onCommonRows(portfolio, benchmark, (sample, last) => between(sample, 0, last));
  const last = a.wealth.length - 1;
  if (b.wealth[last] === 0)
    return { relativeWealth: null, excessGrowth: null, relativeDrawdown: null };
  const path = new Float64Array(last + 1);
  for (let t = 0; t <= last; t += 1)
    path[t] = a.wealth[t]! / a.wealth[0]! / (b.wealth[t]! / b.wealth[0]!);
  return {
    relativeWealth: path[last]!,
    excessGrowth: spansYear(a.years) ? known(path[last]! ** (1 / a.years) - 1) : null,
    relativeDrawdown: maxDrawdown(underwater(path)),
  };
}
