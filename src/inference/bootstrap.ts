import { isUnknown, type Unknown, unknown } from "../input/unknown.ts";
import { standardDeviation } from "../measure/moments.ts";
import { sorted } from "../measure/quantile.ts";
import { ROUNDING } from "../measure/ratio.ts";
import type { Statistic } from "./bootstrap-statistics.ts";
import { type Draws, wholeSample } from "./draws.ts";
import { basicInterval, type Interval, percentileInterval } from "./interval.ts";

/** Which resamples: `count` of them from number `first` on. */
export interface Span {
  readonly count: number;
  readonly first?: number;
}

/**
 * Replications of statistics on the same draws, a column for each. With `blockDraws` resample k is the
 * same whoever asks for it, so that spans taken by several workers join into the columns of one.
 */
export function replicate(
  draws: Draws,
  statistics: readonly Statistic[],
  { count, first = 0 }: Span,
): Float64Array[] {
  const columns = statistics.map(() => new Float64Array(count));
  for (let k = 0; k < count; k += 1) {
    const draw = draws(first + k);
    for (let i = 0; i < statistics.length; i += 1) columns[i]![k] = statistics[i]!(draw);
  }
  return columns;
}

/** What a bootstrap says of a statistic. */
export interface BootstrapSummary {
  /** On the sample itself. */
  readonly estimate: number;
  /** Standard deviation of the replications, divisor B - 1. */
  readonly standardError: number;
  readonly percentile: Interval;
  readonly basic: Interval;
  /** Share of the replications at or below zero. */
  readonly shareNotPositive: number;
  readonly resamples: number;
}

/** The summary of an estimate's replications; unknown where one of them has no value or none differs. */
export function summarise(
  estimate: number,
  replications: Float64Array,
  level = 0.95,
): BootstrapSummary | Unknown {
  const count = replications.length;
  if (!Number.isFinite(estimate)) return unknown("the statistic has no value on the sample");
  const without = replications.reduce((sum, value) => sum + (Number.isFinite(value) ? 0 : 1), 0);
  if (without > 0) return unknown(`the statistic has no value on ${without} of ${count} resamples`);
  const ascending = sorted(replications);
  const percentile = percentileInterval(ascending, level);
  if (isUnknown(percentile)) return percentile;
  const standardError = standardDeviation(ascending);
  const size = Math.max(Math.abs(ascending[0]!), Math.abs(ascending[count - 1]!));
  if (!(standardError > ROUNDING * size))
    return unknown("the statistic is the same on all resamples");
  return {
    estimate,
    standardError,
    percentile,
    basic: basicInterval(estimate, percentile),
    shareNotPositive: replications.reduce((sum, value) => sum + (value <= 0 ? 1 : 0), 0) / count,
    resamples: count,
  };
}

/** A statistic of a sample of `length` rows, and its bootstrap. */
export function bootstrap(
  statistic: Statistic,
  length: number,
  draws: Draws | Unknown,
  span: Span,
  level = 0.95,
): BootstrapSummary | Unknown {
  if (isUnknown(draws)) return draws;
  const estimate = statistic(wholeSample(length));
  return summarise(estimate, replicate(draws, [statistic], span)[0]!, level);
}
