import { type Unknown, unknown } from "../input/unknown.ts";

/** A range that covers the true value with a probability, its level. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

/**
 * The percentile interval (Efron 1979): of B replications in ascending order those numbered
 * `(B + 1) (1 - level) / 2`, rounded down, from below and from above. Unknown where B is too small for
 * the level.
 */
export function percentileInterval(ascending: Float64Array, level = 0.95): Interval | Unknown {
  const rank = tailRank(ascending.length, level);
  if (!(rank >= 1))
    return unknown(`${ascending.length} resamples are too few for an interval of level ${level}`);
  return { lower: ascending[rank - 1]!, upper: ascending[ascending.length - rank]!, level };
}

/** Replications in each tail; the small addition keeps a whole number from being rounded down. */
function tailRank(count: number, level: number): number {
  return Math.floor(((count + 1) * (1 - level)) / 2 + 1e-9);
}

/** The basic interval: the percentile interval reflected in the estimate (Davison and Hinkley 1997). */
export function basicInterval(estimate: number, { lower, upper, level }: Interval): Interval {
  return { lower: 2 * estimate - upper, upper: 2 * estimate - lower, level };
}
