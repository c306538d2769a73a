import { isUnknown, type Unknown, unknown } from "../input/unknown.ts";
import { mean } from "../measure/moments.ts";
import { ROUNDING } from "../measure/ratio.ts";
import type { Column } from "../series/series.ts";
import type { BlockLaw } from "./draws.ts";

const LEAST_ROWS = 10;

/** Mean block lengths that suit one series, in rows, neither capped nor floored. */
export interface OptimalBlocks {
  readonly stationary: number;
  readonly circular: number;
  /** The lag after which correlations are noise. */
  readonly lag: number;
  /** Lags in use: twice that, at most `ceil(sqrt n) + max(5, ceil(log10 n))`. */
  readonly bandwidth: number;
}

/**
 * The block length at which the bootstrap's variance of a mean has the least mean squared error
 * (Politis and White 2004, constants as corrected by Patton, Politis and White 2009):
 * `b = (2 G^2 / D)^(1/3) n^(1/3)`, with `G = sum lambda(k/M) |k| R(k)`, `s = sum lambda(k/M) R(k)`,
 * `D = 2 s^2` (stationary) or `4/3 s^2` (circular), R with divisor n and lambda a flat-top window.
 * The lag is the first that begins `max(5, ceil(log10 n))` correlations below
 * `2 sqrt(log10(n) / n)`; the paper's is one less. Unknown for fewer than 10 values or equal ones.
 */
export function optimalBlocks(values: Column): OptimalBlocks | Unknown {
  const n = values.length;
  if (n < LEAST_ROWS) return unknown(`${n} rows are too few to choose a block length`);
  const quiet = Math.max(5, Math.ceil(Math.log10(n)));
  const covariances = autocovariances(values, Math.ceil(Math.sqrt(n)) + quiet);
  const centre = mean(values);
  if (!(covariances[0]! > (ROUNDING * centre) ** 2))
    return unknown("the values do not differ, or are not all numbers");
  const lag = lastLag(covariances, quiet, 2 * Math.sqrt(Math.log10(n) / n));
  const bandwidth = Math.min(2 * lag, covariances.length - 1);
  const { spread, weighted } = flatTopSums(covariances, bandwidth);
  const length = (d: number) =>
    weighted === 0 ? 0 : Math.cbrt(((2 * weighted * weighted) / (d * spread * spread)) * n);
  return { stationary: length(2), circular: length(4 / 3), lag, bandwidth };
}

/** `R(k)`, k from 0 to the lag given, with divisor n. */
function autocovariances(values: Column, lags: number): Float64Array {
  const n = values.length;
  const centre = mean(values);
  const deviations = Float64Array.from({ length: n }, (_, t) => values[t]! - centre);
  const covariances = new Float64Array(lags + 1);
  for (let lag = 0; lag <= lags; lag += 1) {
    let sum = 0;
    for (let t = lag; t < n; t += 1) sum += deviations[t]! * deviations[t - lag]!;
    covariances[lag] = sum / n;
  }
  return covariances;
}

/** The first lag that begins a quiet stretch; without one, the last that is not quiet, or 1. */
function lastLag(covariances: Float64Array, quiet: number, noise: number): number {
  let loudest = 0;
  for (let lag = 1; lag < covariances.length; lag += 1) {
    if (Math.abs(covariances[lag]!) >= noise * covariances[0]!) loudest = lag;
    if (lag - loudest === quiet) return loudest + 1;
  }
  return Math.max(1, loudest);
}

function flatTopSums(
  covariances: Float64Array,
  bandwidth: number,
): { readonly spread: number; readonly weighted: number } {
  let spread = covariances[0]!;
  let weighted = 0;
  for (let lag = 1; lag <= bandwidth; lag += 1) {
    const weight = Math.min(1, 2 * (1 - lag / bandwidth));
    spread += 2 * weight * covariances[lag]!;
    weighted += 2 * weight * lag * covariances[lag]!;
  }
  return { spread, weighted };
}

/** The longest mean block that a sample of n rows bears: `ceil(min(3 sqrt n, n/3))`. */
export function longestBlock(n: number): number {
  return Math.ceil(Math.min(3 * Math.sqrt(n), n / 3));
}

/**
 * Mean block length for columns that are resampled together: the longest that one of them asks for, at
 * least three months of rows, at most `longestBlock`. Columns that do not vary ask for nothing; unknown
 * where none does.
 */
export function blockLength(
  columns: readonly Column[],
  perYear: number,
  kind: BlockLaw["kind"] = "stationary",
): number | Unknown {
  const answers = columns.map(optimalBlocks);
  const wishes = answers.flatMap((answer) => (isUnknown(answer) ? [] : [answer[kind]]));
  if (wishes.length === 0)
    return answers.find(isUnknown) ?? unknown("there is nothing to resample");
  const longest = longestBlock(Math.min(...columns.map((column) => column.length)));
  return Math.min(longest, Math.max(1, perYear / 4, ...wishes));
}

/** What bears on a comparison of a with b: both, their difference, and their squares. */
export function comparedColumns(a: Column, b: Column): Float64Array[] {
  const by = (value: (t: number) => number) =>
    Float64Array.from({ length: Math.min(a.length, b.length) }, (_, t) => value(t));
  return [
    by((t) => a[t]!),
    by((t) => b[t]!),
    by((t) => a[t]! - b[t]!),
    by((t) => a[t]! ** 2),
    by((t) => b[t]! ** 2),
  ];
}
