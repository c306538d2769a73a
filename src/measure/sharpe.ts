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
 * rest on almost no pairs, and where the variance over q periods comes out negligible.
 *
 * `q + 2 sum (q - k) rho_k` is computed as the sum of squares of all sums of q neighbouring deviations,
 * windows that reach over either end included, over the sum of squared deviations: the same number in
 * one pass over the returns and not one for each lag.
 */
export function sharpeLo(excess: Column, perYear: number): number | null {
  const q = Math.round(perYear);
  if (excess.length < 2 * q) return null;
  const deviation = standardDeviation(excess);
  const factor = q / Math.sqrt(sumVariance(excess, q));
  if (!(deviation * Math.sqrt(q) >= NEGLIGIBLE) || !((deviation * q) / factor >= NEGLIGIBLE))
    return null;
  return known((mean(excess) / deviation) * factor);
}

/** Variance of the sum of q neighbouring values in units of the variance of one. */
function sumVariance(values: Column, q: number): number {
  const n = values.length;
  const centre = mean(values);
  let window = 0;
  let windows = 0;
  let single = 0;
  for (let t = 0; t < n + q - 1; t += 1) {
    if (t < n) {
      const deviation = values[t]! - centre;
      window += deviation;
      single += deviation * deviation;
    }
    if (t >= q) window -= values[t - q]! - centre;
    windows += window * window;
  }
  return windows / single;
}
