import { isUnknown, type Unknown } from "../input/unknown.ts";
import type { Column } from "../series/series.ts";
import { type Draw, type Draws, ofRows } from "./draws.ts";
import { type FixedBlocks, fixedBlocks } from "./fixed-blocks.ts";
import type { Interval } from "./interval.ts";
import { ledoitWolf, type SharpeDifference } from "./sharpe-difference.ts";

/** The difference of two Sharpe ratios per period with what resampling says of it. */
export interface ResampledSharpeDifference extends SharpeDifference {
  /** Symmetric about the difference. */
  readonly interval: Interval;
  readonly resamples: number;
  readonly blockRows: number;
}

export interface Resampling {
  /** Blocks of one length on a circle; unknown where the sample is too short for them. */
  readonly draws: Draws | Unknown;
  readonly resamples: number;
}

const LEVEL = 0.95;

/**
 * Difference of two Sharpe ratios with p-value and interval from a studentised circular block bootstrap
 * (Ledoit and Wolf 2008). Every resample gives `D* = |d* - d| / se*`, its error from the spread of the
 * sums of its own blocks; `p = (1 + #{D* >= |d| / se}) / (B + 1)` and the interval is
 * `d -+ se x D*_(0.95)`. A resample has whole blocks only: a last one that was cut is left out. `error`
 * and `t` are those of the sample, with Parzen's kernel.
 */
export function studentisedSharpeDifference(
  a: Column,
  b: Column,
  { draws, resamples }: Resampling,
): ResampledSharpeDifference | Unknown {
  const sample = ledoitWolf(a, b);
  if (isUnknown(sample)) return sample;
  if (isUnknown(draws)) return draws;
  const fixed = fixedBlocks(a, b, draws(0).lengths[0]!);
  if (isUnknown(fixed)) return fixed;
  const distances = new Float64Array(resamples);
  for (let k = 0; k < resamples; k += 1)
    distances[k] = distance(fixed, ofRows(draws(k), a.length), sample.difference);
  return { ...sample, ...rankOf(distances, sample), resamples, blockRows: fixed.rows };
}

function rankOf(distances: Float64Array, { difference, error }: SharpeDifference) {
  const observed = Math.abs(difference) / error;
  let beyond = 0;
  for (let k = 0; k < distances.length; k += 1) beyond += distances[k]! >= observed ? 1 : 0;
  const reach = distances.sort()[Math.ceil(LEVEL * distances.length) - 1]! * error;
  return {
    p: (1 + beyond) / (distances.length + 1),
    interval: { lower: difference - reach, upper: difference + reach, level: LEVEL },
  };
}

/** `|d* - d| / se*` of one resample; infinite where its returns do not vary. */
function distance(
  { sums, blocks, rows }: FixedBlocks,
  { starts }: Draw,
  difference: number,
): number {
  const n = blocks * rows;
  let sumA = 0;
  let sumB = 0;
  let squareA = 0;
  let squareB = 0;
  for (let block = 0; block < blocks; block += 1) {
    const at = 4 * starts[block]!;
    sumA += sums[at]!;
    sumB += sums[at + 1]!;
    squareA += sums[at + 2]!;
    squareB += sums[at + 3]!;
  }
  const meanA = sumA / n;
  const meanB = sumB / n;
  const secondA = squareA / n;
  const secondB = squareB / n;
  const varianceA = secondA - meanA * meanA;
  const varianceB = secondB - meanB * meanB;
  const scaleA = 1 / (varianceA * Math.sqrt(varianceA));
  const scaleB = 1 / (varianceB * Math.sqrt(varianceB));
  const byMeanA = secondA * scaleA;
  const byMeanB = secondB * scaleB;
  const bySquareA = (-meanA / 2) * scaleA;
  const bySquareB = (-meanB / 2) * scaleB;
  const centre =
    rows * (byMeanA * meanA - byMeanB * meanB + bySquareA * secondA - bySquareB * secondB);
  let spread = 0;
  for (let block = 0; block < blocks; block += 1) {
    const at = 4 * starts[block]!;
    const influence =
      byMeanA * sums[at]! -
      byMeanB * sums[at + 1]! +
      bySquareA * sums[at + 2]! -
      bySquareB * sums[at + 3]! -
      centre;
    spread += influence * influence;
  }
  const sharpes = meanA / Math.sqrt(varianceA) - meanB / Math.sqrt(varianceB);
  const found = Math.abs(sharpes * Math.sqrt((n - 1) / n) - difference) / (Math.sqrt(spread) / n);
  return found >= 0 ? found : Number.POSITIVE_INFINITY;
}
