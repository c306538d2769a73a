import { type Unknown, unknown } from "../input/unknown.ts";
import { quantile, sorted } from "../measure/quantile.ts";
import {
  coefficientsOf,
  largestF,
  leastSegment,
  type SegmentModel,
  segmentCost,
} from "../regime/bai-perron.ts";
import type { Column } from "../series/series.ts";
import { type Uniform, uniformOf } from "./random.ts";

export interface SupF {
  /** The largest F of one break. */
  readonly value: number;
  /** The number of values before it. */
  readonly at: number;
  readonly p: number;
  /** What the statistic exceeds in one case of twenty without a break. */
  readonly critical: number;
  /** Of the noise without a break, from one value to the next; 0 where it is taken as independent. */
  readonly autocorrelation: number;
}

export interface SupFOptions {
  readonly model: SegmentModel;
  /** The shortest segment as a share of all values. Default 0.15. */
  readonly trim?: number;
  /**
   * What is left around a line without a break: `independent` values, or `autocorrelated` ones with the
   * coefficient of its residuals, bias taken out. Default `autocorrelated`.
   */
  readonly noise?: "independent" | "autocorrelated";
  readonly resamples: number;
  readonly seed: number;
}

/**
 * The test of a break at an unknown date (Andrews 1993), the one p-value that dates found in the data may
 * have: its distribution takes into account that the date was searched for. The distribution is that of
 * simulated normal noise on the same rows and the same model (Dufour 2006), exact for independent noise
 * and for straight lines too, for which no table holds; `p = (1 + #{F* >= F}) / (1 + B)`. Residuals around
 * a line of a price or a ratio are far from independent, and then only the autocorrelated form may be
 * believed; for a level it is about right, for a trend around a random walk it still rejects too often
 * (6 to 12 % at 5 % in simulations).
 */
export function supF(values: Column, options: SupFOptions): SupF | Unknown {
  const { model, trim = 0.15, noise = "autocorrelated", resamples, seed } = options;
  const n = values.length;
  const least = leastSegment(n, model, trim);
  if (n < 10 || n < 2 * least) return unknown(`${n} values hold no two segments of ${least}`);
  for (let t = 0; t < n; t += 1)
    if (!Number.isFinite(values[t]!)) return unknown(`value ${t + 1} is not known`);
  const residuals = residualsOf(values, model);
  const size = residuals.reduce((sum, e) => sum + e * e, 0);
  const scale = values.length * Math.max(...Array.from(values, Math.abs)) ** 2;
  if (!(size > 1e-20 * scale)) return unknown(`the values are one ${model} without any noise`);
  const { value, at } = largestF(segmentCost(values, model), n, model, least);
  if (!Number.isFinite(value)) return unknown("two segments leave no noise");
  const autocorrelation = noise === "independent" ? 0 : autocorrelationOf(residuals, model);
  const uniform = uniformOf(seed);
  const simulated = new Float64Array(resamples);
  let asLarge = 0;
  for (let k = 0; k < resamples; k += 1) {
    const cost = segmentCost(noiseOf(n, autocorrelation, uniform), model);
    simulated[k] = largestF(cost, n, model, least).value;
    if (simulated[k]! >= value) asLarge += 1;
  }
  return {
    value,
    at,
    p: (1 + asLarge) / (1 + resamples),
    critical: quantile(sorted(simulated), 0.95),
    autocorrelation,
  };
}

/** What is left around one level, or one straight line in time. */
function residualsOf(values: Column, model: SegmentModel): Float64Array {
  const n = values.length;
  const middle = (n - 1) / 2;
  let sum = 0;
  for (let t = 0; t < n; t += 1) sum += values[t]!;
  const centre = sum / n;
  let cross = 0;
  for (let t = 0; t < n; t += 1) cross += (t - middle) * (values[t]! - centre);
  const slope = model === "level" ? 0 : cross / ((n * (n * n - 1)) / 12);
  return Float64Array.from({ length: n }, (_, t) => values[t]! - centre - slope * (t - middle));
}

/** First autocorrelation, with the bias of a fitted level or line added back (Kendall 1954), at most 1, a random walk. */
function autocorrelationOf(residuals: Float64Array, model: SegmentModel): number {
  const n = residuals.length;
  let cross = 0;
  let squares = 0;
  for (let t = 0; t < n; t += 1) {
    squares += residuals[t]! * residuals[t]!;
    if (t > 0) cross += residuals[t]! * residuals[t - 1]!;
  }
  const found = cross / squares;
  const k = coefficientsOf[model];
  return Math.max(-0.99, Math.min(1, found + (k + (k + 2) * found) / n));
}

/** Normal noise of an autoregression from its stationary start, a random walk from 0 (normal numbers by Box and Muller 1958). */
function noiseOf(n: number, autocorrelation: number, uniform: Uniform): Float64Array {
  const values = new Float64Array(n);
  for (let t = 0; t < n; t += 2) {
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    const angle = 2 * Math.PI * uniform();
    values[t] = radius * Math.cos(angle);
    if (t + 1 < n) values[t + 1] = radius * Math.sin(angle);
  }
  if (autocorrelation < 1) values[0]! /= Math.sqrt(1 - autocorrelation * autocorrelation);
  for (let t = 1; t < n; t += 1) values[t]! += autocorrelation * values[t - 1]!;
  return values;
}
