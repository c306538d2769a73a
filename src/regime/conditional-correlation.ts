import { sampleCorrelation } from "simple-statistics";
import type { Column } from "../series/series.ts";
import type { Labelled } from "./labelled.ts";

/**
 * A correlation measured in a state of higher variance, brought back to the variance of all periods:
 * `rho / sqrt(1 + delta (1 - rho^2))`, with delta the relative increase of the variance of the series
 * that is conditioned on (Forbes and Rigobon 2002). Without it a correlation rises in every crisis by
 * arithmetic alone. Null for a delta of -1 or less.
 */
export function adjustedCorrelation(rho: number, delta: number): number | null {
  const under = 1 + delta * (1 - rho * rho);
  return delta > -1 && under > 0 ? rho / Math.sqrt(under) : null;
}

/** How two series moved together under one label. */
export interface ConditionalCorrelation {
  readonly label: string;
  readonly periods: number;
  /** Null for fewer than 3 periods, and where one side does not vary. */
  readonly correlation: number | null;
  /** Variance of the first series under the label over its variance in all periods, less 1. */
  readonly varianceIncrease: number | null;
  /** The correlation with that increase taken out. */
  readonly adjusted: number | null;
}

/** The correlation of the returns of two series under each label, the first being the one conditioned on. */
export function conditionalCorrelations(
  a: Column,
  b: Column,
  { labels, of }: Labelled,
): ConditionalCorrelation[] {
  const all = Array.from({ length: of.length }, (_, t) => t);
  const overall = variance(all.map((t) => a[t]!));
  return labels.map((label, index) => {
    const periods = all.filter((t) => of[t] === index);
    const x = periods.map((t) => a[t]!);
    const y = periods.map((t) => b[t]!);
    const own = variance(x);
    const varies = x.length >= 3 && own > 0 && variance(y) > 0;
    const correlation = varies ? Math.max(-1, Math.min(1, sampleCorrelation(x, y))) : null;
    const varianceIncrease = varies && overall > 0 ? own / overall - 1 : null;
    const adjusted =
      correlation === null || varianceIncrease === null
        ? null
        : adjustedCorrelation(correlation, varianceIncrease);
    return { label, periods: periods.length, correlation, varianceIncrease, adjusted };
  });
}

/** Sample variance; 0 where it is arithmetic noise. */
function variance(values: readonly number[]): number {
  const n = values.length;
  if (n < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return squares > 1e-24 * n * mean * mean ? squares / (n - 1) : 0;
}
