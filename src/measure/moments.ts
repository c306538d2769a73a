import { mean as averageOf, sampleStandardDeviation } from "simple-statistics";
import type { Column } from "../series/series.ts";
import { NEGLIGIBLE } from "./ratio.ts";

/** Arithmetic mean; NaN for no values. */
export function mean(values: Column): number {
  return values.length === 0 ? Number.NaN : averageOf(values as number[]);
}

/** Standard deviation of a sample, divisor n - 1; NaN for fewer than two values. */
export function standardDeviation(values: Column): number {
  return values.length < 2 ? Number.NaN : sampleStandardDeviation(values as number[]);
}

/** True where the standard deviation, annualised, is not negligible: the values can stand below a line. */
export function varies(values: Column, perYear: number): boolean {
  return standardDeviation(values) * Math.sqrt(perYear) >= NEGLIGIBLE;
}

/** The third and fourth moment of a distribution, of the population and corrected for sample size. */
export interface Shape {
  /** `g1 = m3 / m2^1.5` (normal: 0). */
  readonly skewness: number;
  /** `b2 = m4 / m2^2` (normal: 3). */
  readonly kurtosis: number;
  /** `G1 = g1 sqrt(n (n - 1)) / (n - 2)`; NaN for fewer than 3 values. */
  readonly skewnessUnbiased: number;
  /** `G2 = ((n + 1)(b2 - 3) + 6)(n - 1) / ((n - 2)(n - 3))` (normal: 0); NaN for fewer than 4. */
  readonly excessKurtosisUnbiased: number;
}

/** Skewness and kurtosis (Fisher; Joanes and Gill 1998). NaN where the values do not differ. */
export function shape(values: Column): Shape {
  const n = values.length;
  const centre = mean(values);
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let t = 0; t < n; t += 1) {
    const deviation = values[t]! - centre;
    const square = deviation * deviation;
    second += square;
    third += square * deviation;
    fourth += square * square;
  }
  second /= n;
  const skewness = third / n / second ** 1.5;
  const kurtosis = fourth / n / second ** 2;
  const corrected = ((n + 1) * (kurtosis - 3) + 6) * (n - 1);
  return {
    skewness,
    kurtosis,
    skewnessUnbiased: n < 3 ? Number.NaN : (skewness * Math.sqrt(n * (n - 1))) / (n - 2),
    excessKurtosisUnbiased: n < 4 ? Number.NaN : corrected / ((n - 2) * (n - 3)),
  };
}
