import { mean } from "../measure/moments.ts";
import type { Column } from "../series/series.ts";
import { type Draw, ofRows } from "./draws.ts";

/**
 * Sum of a column over a resample, at the cost of its blocks: a block is the difference of two prefix
 * sums. The column is centred first, so that these stay small and nothing cancels, and so that they
 * close on the circle: after the last row the prefix is 0 again, and a block that passes it costs no
 * more than another. NaN where a value of the column is.
 */
export function blockSum(column: Column): (draw: Draw) => number {
  const { centre, prefix } = centredPrefix(column);
  return (draw) => {
    const { starts, lengths, blocks, length } = ofRows(draw, column.length);
    let sum = 0;
    for (let block = 0; block < blocks; block += 1) {
      const start = starts[block]!;
      let end = start + lengths[block]!;
      if (end > length) end -= length;
      sum += prefix[end]! - prefix[start]!;
    }
    return length * centre + sum;
  };
}

/** Mean and variance (divisor n - 1) of a resample; the object is used again by the next. */
export interface Moments {
  mean: number;
  variance: number;
}

/**
 * Mean and variance of a column over a resample, from the deviations of the sample's mean and their
 * squares, whose prefix sums lie side by side. NaN for a variance that is nothing but rounding.
 */
export function blockMoments(column: Column): (draw: Draw) => Moments {
  const n = column.length;
  const centre = mean(column);
  const deviations = Float64Array.from({ length: n }, (_, row) => column[row]! - centre);
  const first = centredPrefix(deviations);
  const second = centredPrefix(deviations.map((deviation) => deviation * deviation));
  const pairs = new Float64Array(2 * (n + 1));
  for (let row = 0; row <= n; row += 1) {
    pairs[2 * row] = first.prefix[row]!;
    pairs[2 * row + 1] = second.prefix[row]!;
  }
  const negligible = 1e-12 * second.centre;
  const moments: Moments = { mean: 0, variance: 0 };
  return (draw) => {
    const { starts, lengths, blocks, length } = ofRows(draw, column.length);
    let sum = 0;
    let squares = 0;
    for (let block = 0; block < blocks; block += 1) {
      const start = starts[block]!;
      let end = start + lengths[block]!;
      if (end > length) end -= length;
      sum += pairs[2 * end]! - pairs[2 * start]!;
      squares += pairs[2 * end + 1]! - pairs[2 * start + 1]!;
    }
    const shift = first.centre + sum / n;
    const variance = (n * (second.centre - shift * shift) + squares) / (n - 1);
    moments.mean = centre + shift;
    moments.variance = variance > negligible ? variance : Number.NaN;
    return moments;
  };
}

/** A column's mean, and the sums of its first rows' deviations from it: 0 before the first, 0 after the last. */
export function centredPrefix(column: Column): {
  readonly centre: number;
  readonly prefix: Float64Array;
} {
  const n = column.length;
  const centre = mean(column);
  const prefix = new Float64Array(n + 1);
  for (let row = 1; row < n; row += 1) prefix[row] = prefix[row - 1]! + (column[row - 1]! - centre);
  return { centre, prefix };
}
