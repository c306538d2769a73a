import { isUnknown, type Unknown, unknown } from "../input/unknown.ts";
import { correlation } from "../measure/correlation.ts";
import { mean, standardDeviation } from "../measure/moments.ts";
import { normalCdf } from "../measure/normal.ts";
import { ones, regress } from "../measure/regression.ts";
import type { Column } from "../series/series.ts";
import { incomparable, varies } from "./comparable.ts";
import { longRunVariance, parzen } from "./long-run-variance.ts";

/** The Sharpe ratio of a strategy less that of its benchmark, per period, and how sure it is. */
export interface SharpeDifference {
  /** Deviations with divisor n - 1. */
  readonly difference: number;
  readonly error: number;
  readonly t: number;
  /** Two-sided, by the normal distribution. */
  readonly p: number;
}

export interface RobustSharpeDifference extends SharpeDifference {
  /** Lags that count, as a real number; by Andrews' rule (1991). */
  readonly bandwidth: number;
}

const EXACT =
  "the strategy moves exactly with its benchmark: their Sharpe ratios differ by nothing";

const HIGHEST = 0.97;

/** An error per period below which two Sharpe ratios are one number. */
const NO_ERROR = 1e-7;

/**
 * Difference of two Sharpe ratios for independent normal excess returns:
 * `var = (2 - 2 r + (s1^2 + s2^2 - 2 s1 s2 r^2) / 2) / n` (Jobson and Korkie 1981; Memmel 2003).
 * Too sure where tails are fat or returns depend on the past.
 */
export function jobsonKorkieMemmel(a: Column, b: Column): SharpeDifference | Unknown {
  const reason = incomparable(a, b);
  if (reason !== null) return reason;
  const [s1, s2] = [sharpePerPeriod(a), sharpePerPeriod(b)];
  const r = correlation(a, b);
  const variance = (2 - 2 * r + 0.5 * (s1 * s1 + s2 * s2 - 2 * s1 * s2 * r * r)) / a.length;
  return differenceWith(s1 - s2, Math.sqrt(variance));
}

/**
 * Difference of two Sharpe ratios by the delta method on the first two moments, for returns that are
 * independent over time but of any distribution. Divisor n throughout.
 */
export function independentSharpeDifference(a: Column, b: Column): SharpeDifference | Unknown {
  const reason = incomparable(a, b);
  if (reason !== null) return reason;
  const variance = longRunVariance(influenceOf(a, b), () => 0);
  return differenceWith(sharpePerPeriod(a) - sharpePerPeriod(b), Math.sqrt(variance / a.length));
}

/**
 * Difference of two Sharpe ratios by the delta method on the first two moments, with an error that holds
 * under autocorrelation and changing variance: Parzen's kernel, Andrews' bandwidth
 * `2.6614 (alpha n)^(1/5)` at most n, and the factor `n / (n - 4)` (Ledoit and Wolf 2008).
 */
export function ledoitWolf(a: Column, b: Column): RobustSharpeDifference | Unknown {
  const reason = incomparable(a, b);
  if (reason !== null) return reason;
  const n = a.length;
  const bandwidth = Math.min(n, 2.6614 * (persistence([a, b, squares(a), squares(b)]) * n) ** 0.2);
  const variance = longRunVariance(influenceOf(a, b), (lag) => parzen(lag / bandwidth));
  const error = Math.sqrt(variance / (n - 4));
  const found = differenceWith(sharpePerPeriod(a) - sharpePerPeriod(b), error);
  return isUnknown(found) ? found : { ...found, bandwidth };
}

/**
 * Andrews' alpha for Parzen's kernel, `sum 4 r^2 s^4 / (1 - r)^8 / sum s^4 / (1 - r)^4`, with r and s^2
 * from a first-order autoregression with intercept of each column, r cut at 0.97 as by Andrews and
 * Monahan (1992). A column that does not vary is left out; 0 where none is left.
 */
export function persistence(columns: readonly Column[]): number {
  let above = 0;
  let below = 0;
  for (const column of columns) {
    const n = column.length - 1;
    const before = Float64Array.from({ length: n }, (_, t) => column[t]!);
    if (!varies(before)) continue;
    const after = Float64Array.from({ length: n }, (_, t) => column[t + 1]!);
    const { coefficients, residuals } = regress(after, [ones(n), before]);
    const r = Math.min(HIGHEST, Math.max(-HIGHEST, coefficients[1]!));
    const square = residuals.reduce((sum, e) => sum + e * e, 0) ** 2;
    above += (4 * r * r * square) / (1 - r) ** 8;
    below += square / (1 - r) ** 4;
  }
  return below > 0 ? above / below : 0;
}

/** The series of which the mean is a Sharpe ratio per period, and the variation its uncertainty. */
export function sharpeInfluence(values: Column): Float64Array {
  const { centre, variance, ratio } = momentsOf(values);
  const deviation = Math.sqrt(variance);
  const level = sharpePerPeriod(values);
  return Float64Array.from({ length: values.length }, (_, t) => {
    const z = (values[t]! - centre) / deviation;
    return level + z - (ratio / 2) * (z * z - 1);
  });
}

/** `gradient' y_t` of the delta method: the influence of each period on the difference, about 0. */
function influenceOf(a: Column, b: Column): Float64Array {
  const [own, others] = [deltaOf(a), deltaOf(b)];
  return Float64Array.from({ length: a.length }, (_, t) => own(a[t]!) - others(b[t]!));
}

function deltaOf(values: Column): (value: number) => number {
  const { centre, second, variance } = momentsOf(values);
  const byMean = second / variance ** 1.5;
  const bySecond = -centre / (2 * variance ** 1.5);
  return (value) => byMean * (value - centre) + bySecond * (value * value - second);
}

/** Mean, raw second moment, variance and Sharpe of the population. */
function momentsOf(values: Column) {
  const n = values.length;
  const centre = mean(values);
  const variance = (standardDeviation(values) ** 2 * (n - 1)) / n;
  return {
    centre,
    variance,
    second: variance + centre * centre,
    ratio: centre / Math.sqrt(variance),
  };
}

/** Mean over standard deviation, divisor n - 1; not annualised. */
function sharpePerPeriod(values: Column): number {
  return mean(values) / standardDeviation(values);
}

function squares(values: Column): Float64Array {
  return Float64Array.from({ length: values.length }, (_, t) => values[t]! * values[t]!);
}

function differenceWith(difference: number, error: number): SharpeDifference | Unknown {
  if (!(error > NO_ERROR)) return unknown(EXACT);
  const t = difference / error;
  return { difference, error, t, p: 2 * normalCdf(-Math.abs(t)) };
}
