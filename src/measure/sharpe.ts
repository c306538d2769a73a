import type { Column } from "../series/series.ts";
import { mean, standardDeviation } from "./moments.ts";
import { known, NEGLIGIBLE, ratio } from "./ratio.ts";

/**
 * Mean excess return over its standard deviation (divisor n - 1), annualised arithmetically:
 * `mean(e) / sd(e) x sqrt(K)` (Sharpe 1994). Null where the annual deviation is below 1e-3.
 */
export function sharpe(excess: Column, perYear: number): number | null {
  const root = Math.sqrt(perYear);
  return ratio(mean(excess) * root, standardDeviation(excess), root);
}

/**
 * Sharpe annualised over `q = K` periods with the autocorrelation of the excess returns (Lo 2002):
 * `SR per period x eta(q)`, lags up to q - 1. Null for fewer than 2q returns, where the last lags
 * rest on almost no pairs, and where the variance over q periods comes out negligible or negative.
 */
export function sharpeLo(excess: Column, perYear: number): number | null {
  const q = Math.round(perYear);
  if (excess.length < 2 * q) return null;
  const deviation = standardDeviation(excess);
  const factor = loFactor(autocorrelations(excess, q - 1), q);
  if (!(deviation * Math.sqrt(q) >= NEGLIGIBLE) || !((deviation * q) / factor >= NEGLIGIBLE))
    return null;
  return known((mean(excess) / deviation) * factor);
}

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
