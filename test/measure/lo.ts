import { mean } from "../../src/measure/moments.ts";
import type { Column } from "../../src/series/series.ts";

// Lo's factor as his paper writes it, from autocorrelations one by one: the second way to compute it.

/**
 * `eta(q) = q / sqrt(q + 2 sum over k < q of (q - k) rho_k)`, which is `sqrt(q)` without
 * autocorrelation (Lo 2002). NaN where the autocorrelations imply a negative variance.
 */
export function loFactor(rho: Column, q: number): number {
  let variance = q;
  for (let lag = 1; lag < q; lag += 1) variance += 2 * (q - lag) * rho[lag - 1]!;
  return q / Math.sqrt(variance);
}

/** Autocorrelations at lags 1 to `lags`, autocovariances with divisor n; NaN where nothing varies. */
export function autocorrelations(values: Column, lags: number): Float64Array {
  const n = values.length;
  const centre = mean(values);
  const deviations = Float64Array.from({ length: n }, (_, t) => values[t]! - centre);
  const rho = new Float64Array(lags + 1);
  for (let lag = 0; lag <= lags; lag += 1)
    for (let t = lag; t < n; t += 1) rho[lag]! += deviations[t]! * deviations[t - lag]!;
  return rho.subarray(1).map((covariance) => covariance / rho[0]!);
}
