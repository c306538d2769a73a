import { normalCdf, normalQuantile } from "./normal.ts";
import { known } from "./ratio.ts";

/** A Sharpe ratio PER PERIOD with what decides how far it can be trusted. */
export interface SharpeEstimate {
  readonly sharpe: number;
  readonly periods: number;
  /** `g1` and `b2` of the population (normal: 0 and 3); the raw kurtosis, not the excess. */
  readonly skewness: number;
  readonly kurtosis: number;
}

const EULER = 0.5772156649015329;

/** `1 - g1 SR + (b2 - 1)/4 SR^2`, the variance of a Sharpe ratio times n - 1 (Mertens 2002). */
function spread({ sharpe, skewness, kurtosis }: SharpeEstimate): number {
  return 1 - skewness * sharpe + ((kurtosis - 1) / 4) * sharpe * sharpe;
}

/** Standard error of a Sharpe ratio per period. NaN where it has none. */
export function sharpeError(estimate: SharpeEstimate): number {
  return Math.sqrt(spread(estimate) / (estimate.periods - 1));
}

/** Probability that the true Sharpe per period exceeds a threshold (Bailey and Lopez de Prado 2012). */
export function probabilisticSharpe(estimate: SharpeEstimate, threshold: number): number | null {
  const error = sharpeError(estimate);
  return error > 0 ? known(normalCdf((estimate.sharpe - threshold) / error)) : null;
}

/**
 * Expected largest of N independent standard normals,
 * `(1 - g) Z(1 - 1/N) + g Z(1 - 1/(N e))` with Euler's g (Bailey and Lopez de Prado 2014); 0 for one.
 * N need not be whole; between 1 and 2, where the formula falls below 0, it is 0.
 */
export function expectedMaximum(trials: number): number {
  if (trials <= 1) return 0;
  const typical = -normalQuantile(1 / trials);
  return Math.max(0, (1 - EULER) * typical - EULER * normalQuantile(1 / (trials * Math.E)));
}

/**
 * Years of record below which the best of `trials` worthless variants is expected to show this annual
 * Sharpe ratio, `(E[max_N] / SR)^2` (Bailey, Borwein, Lopez de Prado and Zhu 2014).
 */
export function minimumBacktestYears(trials: number, annualSharpe = 1): number {
  return (expectedMaximum(trials) / annualSharpe) ** 2;
}

/**
 * Probability that the true Sharpe exceeds what the best of `trials` worthless variants would show;
 * `variance` is that of the trials' Sharpe ratios per period (Bailey and Lopez de Prado 2014).
 */
export function deflatedSharpe(
  estimate: SharpeEstimate,
  trials: number,
  variance: number,
): number | null {
  return probabilisticSharpe(estimate, Math.sqrt(variance) * expectedMaximum(trials));
}

/**
 * Periods of record needed before a Sharpe this high shows itself above the threshold,
 * `1 + spread x (z / (SR - threshold))^2` (Bailey and Lopez de Prado 2012). Null where it is not above.
 */
export function minimumTrackRecord(
  estimate: SharpeEstimate,
  threshold: number,
  confidence: number,
): number | null {
  const margin = estimate.sharpe - threshold;
  if (!(margin > 0)) return null;
  return known(1 + spread(estimate) * (normalQuantile(confidence) / margin) ** 2);
}
