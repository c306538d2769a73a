import { mean } from "../measure/moments.ts";
import type { Column } from "../series/series.ts";

/** A weight of this size or less is none: what it leaves out is less than rounding. */
const NO_WEIGHT = 1e-16;

/**
 * Variance of a mean times n, for values that depend on each other: `g_0 + 2 sum w(i) g_i` over the lags
 * 1 to n - 1, with `g_i` the autocovariance at lag i about the sample mean, divisor n. Lags without
 * weight cost nothing. NaN for no values.
 */
export function longRunVariance(values: Column, weight: (lag: number) => number): number {
  const n = values.length;
  const centre = mean(values);
  const deviations = Float64Array.from({ length: n }, (_, t) => values[t]! - centre);
  let sum = crossProduct(deviations, 0);
  for (let lag = 1; lag < n; lag += 1) {
    const share = weight(lag);
    if (Math.abs(share) > NO_WEIGHT) sum += 2 * share * crossProduct(deviations, lag);
  }
  return sum / n;
}

function crossProduct(deviations: Float64Array, lag: number): number {
  let sum = 0;
  for (let t = lag; t < deviations.length; t += 1) sum += deviations[t]! * deviations[t - lag]!;
  return sum;
}

/** Parzen's weight of a lag, as a share of the bandwidth: 1 at 0, smooth, 0 from 1 on (Parzen 1961). */
export function parzen(share: number): number {
  if (share >= 1) return 0;
  return share <= 0.5 ? 1 - 6 * share * share * (1 - share) : 2 * (1 - share) ** 3;
}
