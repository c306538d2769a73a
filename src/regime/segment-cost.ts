import type { Column } from "../series/series.ts";

/** What it costs to describe the values from one row up to, but not with, another by one segment. */
export type SegmentCost = (from: number, to: number) => number;

/** Values summed up from the first on, around their mean: what segments cost without being walked. */
function sums(values: Column, valueAt: (t: number, deviation: number) => number): Float64Array {
  let sum = 0;
  for (let t = 0; t < values.length; t += 1) sum += values[t]!;
  const centre = sum / values.length;
  const out = new Float64Array(values.length + 1);
  for (let t = 0; t < values.length; t += 1) out[t + 1] = out[t]! + valueAt(t, values[t]! - centre);
  return out;
}

/** Sum of squared distances from the segment's mean. */
export function meanCost(values: Column): SegmentCost {
  const first = sums(values, (_, deviation) => deviation);
  const second = sums(values, (_, deviation) => deviation * deviation);
  return (from, to) => {
    const sum = first[to]! - first[from]!;
    return Math.max(0, second[to]! - second[from]! - (sum * sum) / (to - from));
  };
}

const LEAST_VARIANCE = 1e-8;

/**
 * Twice the negative log likelihood of a normal segment with mean and variance of its own:
 * `m (ln 2 pi + ln max(s2, 1e-8) + 1)`, with s2 the mean squared distance from the mean.
 */
export function meanAndVarianceCost(values: Column): SegmentCost {
  const squares = meanCost(values);
  const constant = Math.log(2 * Math.PI) + 1;
  return (from, to) => {
    const length = to - from;
    const variance = squares(from, to) / length;
    return length * (constant + Math.log(Math.max(variance, LEAST_VARIANCE)));
  };
}

/** Sum of squared distances from the segment's own straight line in time. */
export function trendCost(values: Column): SegmentCost {
  const squares = meanCost(values);
  const first = sums(values, (_, deviation) => deviation);
  const moment = sums(values, (t, deviation) => t * deviation);
  return (from, to) => {
    const length = to - from;
    if (length < 3) return 0;
    const middle = (from + to - 1) / 2;
    const cross = moment[to]! - moment[from]! - middle * (first[to]! - first[from]!);
    const spread = (length * (length * length - 1)) / 12;
    return Math.max(0, squares(from, to) - (cross * cross) / spread);
  };
}
