import type { Column } from "../series/series.ts";
import { mean, standardDeviation } from "./moments.ts";
import { normalCdf } from "./normal.ts";

/** Bins of one width, each from its edge (counted in it) to the next. */
export interface Bins {
  readonly width: number;
  /** Lower edge of the first bin, a multiple of the width. */
  readonly from: number;
  readonly count: number;
}

const STEPS = [1, 2, 5, 10];

/** Bins of a round width (1, 2 or 5 times a power of ten) that hold all values, at most about `most` of them. */
export function binsFor(columns: readonly Column[], most: number): Bins {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const column of columns)
    for (let t = 0; t < column.length; t += 1) {
      low = Math.min(low, column[t]!);
      high = Math.max(high, column[t]!);
    }
  if (!(high > low))
    return { width: 0.01, from: (low <= high ? placeIn(low, 0.01) : 0) * 0.01, count: 1 };
  const power = 10 ** Math.floor(Math.log10((high - low) / most));
  const width = power * (STEPS.find((step) => (high - low) / (power * step) <= most) ?? 10);
  const first = placeIn(low, width);
  return { width, from: first * width, count: placeIn(high, width) - first + 1 };
}

/** The multiple of the width at or below a value; one that rounding alone puts below an edge stands on it. */
function placeIn(value: number, width: number): number {
  return Math.floor(value / width + 1e-9);
}

/** How many values lie in each bin. */
export function counts(values: Column, { width, from, count }: Bins): number[] {
  const found = new Array<number>(count).fill(0);
  const first = placeIn(from, width);
  for (let t = 0; t < values.length; t += 1) {
    const bin = placeIn(values[t]!, width) - first;
    if (bin >= 0 && bin < count) found[bin]! += 1;
  }
  return found;
}

/**
 * How many values would lie in each bin if they were normal with the mean and deviation of these,
 * `n (F(b) - F(a))`; null where they do not vary.
 */
export function normalCounts(values: Column, { width, from, count }: Bins): number[] | null {
  const centre = mean(values);
  const deviation = standardDeviation(values);
  if (!(deviation > 1e-12)) return null;
  const below = (edge: number) => normalCdf((edge - centre) / deviation);
  return Array.from({ length: count }, (_, bin) => {
    const low = from + bin * width;
    return values.length * (below(low + width) - below(low));
  });
}
