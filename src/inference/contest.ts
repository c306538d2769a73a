import { isUnknown, type Unknown, unknown } from "../input/unknown.ts";
import { mean } from "../measure/moments.ts";
import { excessOver } from "../measure/sample.ts";
import type { Column } from "../series/series.ts";
import { STILL, uninformative } from "./comparable.ts";
import type { Draws } from "./draws.ts";
import { longRunVariance } from "./long-run-variance.ts";
import { shiftsOf } from "./mean-shifts.ts";

/**
 * Many variants against one benchmark, resampled together: what every test of the best of them reads.
 * Arrays count the variants that entered; those that never differ from the benchmark do not.
 */
export interface Contest {
  /** Variants given, those that did not enter among them. */
  readonly variants: number;
  /** The numbers of the variants that entered. */
  readonly entered: readonly number[];
  readonly periods: number;
  readonly resamples: number;
  /** Mean difference per period. */
  readonly means: Float64Array;
  /** `w`, the standard deviation of `sqrt(n)` times the mean under the stationary bootstrap. */
  readonly deviations: Float64Array;
  /** Mean of a resample less that of the sample: all resamples of the first variant, then of the next. */
  readonly shifts: Float64Array;
}

export interface ContestResampling {
  /** Draws of the stationary bootstrap; unknown where the sample is too short for them. */
  readonly draws: Draws | Unknown;
  /** The probability with which a row begins a new block, `1 / mean block`. */
  readonly restart: number;
  readonly resamples: number;
}

/**
 * Resamples the differences of all variants from their benchmark with the same draws. A difference is of
 * log returns, or of `sharpeInfluence`; one column a variant.
 * @throws Error for columns of different lengths.
 */
export function contest(
  differences: readonly Column[],
  resampling: ContestResampling,
): Contest | Unknown {
  return contestOf(differences, resampling, (entered, draws) =>
    shiftsOf(
      entered.map((k) => differences[k]!),
      draws,
      resampling.resamples,
    ),
  );
}

/**
 * The contest of the same variants against each of some benchmarks. What a resample makes of a difference
 * is the difference of what it makes of the two, so that every column is resampled once.
 * @throws Error for columns of different lengths.
 */
export function contestsAgainst(
  benchmarks: readonly Column[],
  variants: readonly Column[],
  resampling: ContestResampling,
): (Contest | Unknown)[] {
  const { draws, resamples } = resampling;
  if (isUnknown(draws)) return benchmarks.map(() => draws);
  const shifts = shiftsOf([...variants, ...benchmarks], draws, resamples);
  return benchmarks.map((benchmark, b) => {
    const differences = variants.map((variant) => excessOver(variant, benchmark));
    return contestOf(differences, resampling, (entered) =>
      shiftsBetween(shifts, resamples, entered, variants.length + b),
    );
  });
}

function contestOf(
  differences: readonly Column[],
  { draws, restart, resamples }: ContestResampling,
  shiftsFor: (entered: readonly number[], draws: Draws) => Float64Array,
): Contest | Unknown {
  const periods = differences[0]?.length ?? 0;
  if (differences.some((column) => column.length !== periods))
    throw new Error("variants of different lengths in a contest");
  const weights = Float64Array.from({ length: periods }, (_, lag) =>
    stationaryWeight(periods, lag, restart),
  );
  const every = differences.map((column) => hansenDeviation(column, weights));
  const entered = [...differences.keys()].filter((k) => !(every[k]! < STILL));
  if (entered.length === 0) return unknown("no variant ever differs from the benchmark");
  const columns = entered.map((k) => differences[k]!);
  for (const column of columns) {
    const reason = uninformative(column, "the difference from the benchmark");
    if (reason !== null) return reason;
  }
  if (isUnknown(draws)) return draws;
  return {
    variants: differences.length,
    entered,
    periods,
    resamples,
    means: Float64Array.from(columns, mean),
    deviations: Float64Array.from(entered, (k) => every[k]!),
    shifts: shiftsFor(entered, draws),
  };
}

/** Shifts of some columns less those of another. */
function shiftsBetween(
  shifts: Float64Array,
  resamples: number,
  columns: readonly number[],
  other: number,
): Float64Array {
  const between = new Float64Array(columns.length * resamples);
  const theirs = other * resamples;
  for (let k = 0; k < columns.length; k += 1) {
    const mine = columns[k]! * resamples;
    const to = k * resamples;
    for (let i = 0; i < resamples; i += 1)
      between[to + i] = shifts[mine + i]! - shifts[theirs + i]!;
  }
  return between;
}

/**
 * `w`, w^2 = `g_0 + 2 sum k(n, i) g_i`, the exact variance of the stationary bootstrap (Politis and
 * Romano 1994; Hansen 2005).
 */
function hansenDeviation(values: Column, weights: Float64Array): number {
  const variance = longRunVariance(values, (lag) => weights[lag]!);
  return Math.sqrt(Math.max(0, variance));
}

/** `k(n, i) = ((n - i) (1 - p)^i + i (1 - p)^(n - i)) / n`: how much of lag i the resamples keep. */
export function stationaryWeight(n: number, lag: number, restart: number): number {
  return ((n - lag) * (1 - restart) ** lag + lag * (1 - restart) ** (n - lag)) / n;
}
