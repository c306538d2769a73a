import type { Column } from "../series/series.ts";

/**
 * Two states of a normal variable that follow each other as a Markov chain (Hamilton 1989):
 * `y_t = mean_s + deviation_s e_t`; `stay` holds the probabilities that a state is followed by itself.
 */
export interface TwoStates {
  readonly means: readonly [number, number];
  readonly deviations: readonly [number, number];
  readonly stay: readonly [number, number];
}

/** The probability of state 0 in each period, and the log likelihood of them all. */
export interface Filtered {
  /** Before the value of the period was seen. */
  readonly predicted: Float64Array;
  /** With the values up to the period's own: what could be known at its close. */
  readonly filtered: Float64Array;
  /** The log density of each value given those before. */
  readonly terms: Float64Array;
  readonly logLikelihood: number;
}

/** Share of time in state 0 in the long run: `(1 - p11) / (2 - p00 - p11)`; one half where none is ever left. */
export function stationary([stay0, stay1]: TwoStates["stay"]): number {
  const leaving = 2 - stay0 - stay1;
  return leaving > 0 ? (1 - stay1) / leaving : 0.5;
}

export const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/**
 * Probabilities of state 0 given the past (Hamilton 1989), from the stationary start. Densities are kept
 * as logs and compared with the larger of the two, so that no value is too far out for both.
 */
export function filter(values: Column, { means, deviations, stay }: TwoStates): Filtered {
  const n = values.length;
  const predicted = new Float64Array(n);
  const filtered = new Float64Array(n);
  const terms = new Float64Array(n);
  const [mean0, mean1] = means;
  const [deviation0, deviation1] = deviations;
  const constant0 = -Math.log(deviation0) - HALF_LOG_TWO_PI;
  const constant1 = -Math.log(deviation1) - HALF_LOG_TWO_PI;
  let logLikelihood = 0;
  let ahead = stationary(stay);
  for (let t = 0; t < n; t += 1) {
    const z0 = (values[t]! - mean0) / deviation0;
    const z1 = (values[t]! - mean1) / deviation1;
    let log0 = constant0 - 0.5 * z0 * z0;
    let log1 = constant1 - 0.5 * z1 * z1;
    // A state that is impossible beforehand does not set the scale.
    if (ahead === 0) log0 = -Infinity;
    if (ahead === 1) log1 = -Infinity;
    const most = Math.max(log0, log1);
    const weight0 = ahead * Math.exp(log0 - most);
    const sum = weight0 + (1 - ahead) * Math.exp(log1 - most);
    predicted[t] = ahead;
    filtered[t] = sum > 0 ? weight0 / sum : ahead;
    terms[t] = most + Math.log(Math.max(sum, Number.MIN_VALUE));
    logLikelihood += terms[t]!;
    ahead = Math.min(1, stay[0] * filtered[t]! + (1 - stay[1]) * (1 - filtered[t]!));
  }
  return { predicted, filtered, terms, logLikelihood };
}

/** Probabilities of state 0 given all values, later ones too (Kim 1994): for description only. */
export function smooth({ predicted, filtered }: Filtered, { stay }: TwoStates): Float64Array {
  const n = filtered.length;
  const smoothed = Float64Array.from(filtered);
  for (let t = n - 2; t >= 0; t -= 1) {
    const to0 = share(smoothed[t + 1]!, predicted[t + 1]!);
    const to1 = share(1 - smoothed[t + 1]!, 1 - predicted[t + 1]!);
    smoothed[t] = filtered[t]! * (stay[0] * to0 + (1 - stay[0]) * to1);
  }
  return smoothed;
}

/** A ratio of probabilities; 0 where nothing was predicted, which then was not found either. */
export function share(found: number, predicted: number): number {
  return predicted > 0 ? found / predicted : 0;
}

/** Expected periods in a state once entered, `1 / (1 - p)`; null where it is never left. */
export function expectedDuration(stay: number): number | null {
  return stay < 1 ? 1 / (1 - stay) : null;
}
