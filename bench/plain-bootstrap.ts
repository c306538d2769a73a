import type { Uniform } from "../src/inference/random.ts";

/** The stationary bootstrap as it is described: a coin a day, its rows written out one by one. */
export function plainRows(length: number, meanBlock: number, uniform: Uniform): Int32Array {
  const rows = new Int32Array(length);
  let row = Math.floor(uniform() * length);
  rows[0] = row;
  for (let t = 1; t < length; t += 1) {
    row = uniform() < 1 / meanBlock ? Math.floor(uniform() * length) : (row + 1) % length;
    rows[t] = row;
  }
  return rows;
}

/** Mean over standard deviation of the rows of a resample, in two passes. */
export function plainSharpe(excess: Float64Array, rows: Int32Array): number {
  const n = rows.length;
  let sum = 0;
  for (let t = 0; t < n; t += 1) sum += excess[rows[t]!]!;
  const mean = sum / n;
  let squares = 0;
  for (let t = 0; t < n; t += 1) squares += (excess[rows[t]!]! - mean) ** 2;
  return mean / Math.sqrt(squares / (n - 1));
}

/** Wealth along a resample, row by row, from 1. */
export function plainWealth(returns: Float64Array, rows: Int32Array): Float64Array {
  const wealth = new Float64Array(rows.length + 1).fill(1);
  for (let t = 0; t < rows.length; t += 1) wealth[t + 1] = wealth[t]! * (1 + returns[rows[t]!]!);
  return wealth;
}

/** Deepest fall from a former peak. */
export function plainMaxDrawdown(wealth: Float64Array): number {
  let peak = 0;
  let deepest = 0;
  for (let t = 0; t < wealth.length; t += 1) {
    if (wealth[t]! > peak) peak = wealth[t]!;
    const fall = wealth[t]! / peak - 1;
    if (fall < deepest) deepest = fall;
  }
  return deepest;
}
