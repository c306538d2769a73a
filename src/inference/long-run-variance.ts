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
  const products = new Float64Array(LAGS);
  let sum = crossProduct(deviations, 0);
  for (let first = 1; first < n; first += LAGS) {
    const lags = Math.min(LAGS, n - first);
    const shares = Array.from({ length: lags }, (_, i) => weight(first + i));
    if (shares.every((share) => Math.abs(share) <= NO_WEIGHT)) continue;
    if (lags === LAGS) crossProducts(products, deviations, first);
    else for (let i = 0; i < lags; i += 1) products[i] = crossProduct(deviations, first + i);
    for (let i = 0; i < lags; i += 1)
      if (Math.abs(shares[i]!) > NO_WEIGHT) sum += 2 * shares[i]! * products[i]!;
  }
  return sum / n;
}

/** Lags that are summed side by side. */
const LAGS = 4;

function crossProduct(deviations: Float64Array, lag: number, end = deviations.length): number {
  let sum = 0;
  for (let t = lag; t < end; t += 1) sum += deviations[t]! * deviations[t - lag]!;
  return sum;
}

/** The products of four lags: four sums that do not wait for each other, each in the order of its rows. */
function crossProducts(products: Float64Array, deviations: Float64Array, lag: number): void {
  let a = crossProduct(deviations, lag, lag + 3);
  let b = crossProduct(deviations, lag + 1, lag + 3);
  let c = crossProduct(deviations, lag + 2, lag + 3);
  let d = 0;
  for (let t = lag + 3; t < deviations.length; t += 1) {
    const value = deviations[t]!;
    a += value * deviations[t - lag]!;
    b += value * deviations[t - lag - 1]!;
    c += value * deviations[t - lag - 2]!;
    d += value * deviations[t - lag - 3]!;
  }
  products[0] = a;
  products[1] = b;
  products[2] = c;
  products[3] = d;
}

/** Parzen's weight of a lag, as a share of the bandwidth: 1 at 0, smooth, 0 from 1 on (Parzen 1961). */
export function parzen(share: number): number {
  if (share >= 1) return 0;
  return share <= 0.5 ? 1 - 6 * share * share * (1 - share) : 2 * (1 - share) ** 3;
}
