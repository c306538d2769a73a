import { type Unknown, unknown } from "../input/unknown.ts";
import type { Column } from "../series/series.ts";

/** Two columns cut into blocks of one length on a circle, as many whole ones as fit. */
export interface FixedBlocks {
  readonly rows: number;
  readonly blocks: number;
  /** Sums of a, b, a^2 and b^2 over the block that begins in each row, four numbers a row. */
  readonly sums: Float64Array;
}

/** Blocks below which their spread tells nothing about an error. */
const FEWEST_BLOCKS = 5;

/** The blocks of two columns of equal length; unknown where fewer than five fit. */
export function fixedBlocks(a: Column, b: Column, rows: number): FixedBlocks | Unknown {
  const n = a.length;
  const blocks = Math.floor(n / rows);
  if (!(blocks >= FEWEST_BLOCKS))
    return unknown(
      `blocks of ${rows} rows leave only ${blocks} in a sample of ${n}; ${FEWEST_BLOCKS} are needed`,
    );
  const sums = new Float64Array(4 * n);
  for (let start = 0; start < n; start += 1)
    for (let k = 0; k < rows; k += 1) {
      const row = (start + k) % n;
      sums[4 * start]! += a[row]!;
      sums[4 * start + 1]! += b[row]!;
      sums[4 * start + 2]! += a[row]! * a[row]!;
      sums[4 * start + 3]! += b[row]! * b[row]!;
    }
  return { rows, blocks, sums };
}
