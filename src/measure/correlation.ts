import { sampleCorrelation } from "simple-statistics";
import type { Column } from "../series/series.ts";

/** Pearson's correlation; NaN for fewer than two pairs or where one side does not vary. */
export function correlation(a: Column, b: Column): number {
  if (a.length < 2) return Number.NaN;
  return Math.max(-1, Math.min(1, sampleCorrelation(a as number[], b as number[])));
}

/**
 * The place of each value in ascending order, from 1; equal values share the mean of their places.
 * The correlation of ranks is Spearman's.
 */
export function ranks(values: Column): Float64Array {
  const order = Array.from(values, (_, row) => row).sort((a, b) => values[a]! - values[b]!);
  const places = new Float64Array(values.length);
  for (let first = 0; first < order.length; ) {
    let next = first + 1;
    while (next < order.length && values[order[next]!] === values[order[first]!]) next += 1;
    for (let i = first; i < next; i += 1) places[order[i]!] = (first + next + 1) / 2;
    first = next;
  }
  return places;
}
