import type { Column } from "../series/series.ts";
import { mean, type Shape, standardDeviation } from "./moments.ts";
import { normalQuantile } from "./normal.ts";
import { quantile } from "./quantile.ts";
import { ratio } from "./ratio.ts";

/** Value at risk of the record itself: the quantile of the returns, as a positive loss. */
export function valueAtRisk(ascending: Float64Array, tail: number): number {
  return -quantile(ascending, tail);
}

/** Value at risk of a normal distribution with the mean and deviation of the returns, `-(m + z s)`. */
export function valueAtRiskNormal(returns: Column, tail: number): number {
  return -(mean(returns) + normalQuantile(tail) * standardDeviation(returns));
}

/**
 * Value at risk with the normal quantile bent by skewness and kurtosis (Cornish and Fisher 1937):
 * `z + (z^2 - 1) g1/6 + (z^3 - 3z)(b2 - 3)/24 - (2z^3 - 5z) g1^2/36`, deviation with divisor n - 1.
 */
export function valueAtRiskCornishFisher(returns: Column, tail: number, shape: Shape): number {
  const z = normalQuantile(tail);
  const { skewness, kurtosis } = shape;
  const bent =
    z +
    ((z * z - 1) * skewness) / 6 +
    ((z ** 3 - 3 * z) * (kurtosis - 3)) / 24 -
    ((2 * z ** 3 - 5 * z) * skewness * skewness) / 36;
  return -(mean(returns) + bent * standardDeviation(returns));
}

/**
 * Expected shortfall: the mean of the worst `k = n x tail` returns as a positive loss, the last of
 * them weighted by the fraction that k leaves over (Acerbi and Tasche 2002). NaN for no returns.
 */
export function expectedShortfall(ascending: Float64Array, tail: number): number {
  const count = ascending.length * tail;
  const whole = Math.floor(count);
  let sum = 0;
  for (let t = 0; t < whole; t += 1) sum += ascending[t]!;
  if (count > whole) sum += (count - whole) * ascending[whole]!;
  return -sum / count;
}

/** `|q95| / |q05|`, type 7; null where the lower one, annualised by the root of time, is negligible. */
export function tailRatio(ascending: Float64Array, perYear: number): number | null {
  const lower = Math.abs(quantile(ascending, 0.05));
  return ratio(Math.abs(quantile(ascending, 0.95)), lower, Math.sqrt(perYear));
}
