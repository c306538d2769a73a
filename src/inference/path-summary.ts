import type { Column } from "../series/series.ts";
import { logReturns, type Statistic } from "./bootstrap-statistics.ts";
import { ofRows } from "./draws.ts";

const SUM = 0;
const TOP = 1;
const BOTTOM = 2;
const FALL = 3;
const FIELDS = 4;

/**
 * Summaries of stretches of log wealth. Four numbers say all that a later stretch needs to know of an
 * earlier one: its sum, the highest and the lowest it stood (its beginning, 0, included), and its
 * deepest fall, as a positive number. Level j holds, for every row, the summary of the `2^j` rows from
 * it on around the circle; a block of any length is at most one stretch of each level.
 */
function stretches(logs: Float64Array): Float64Array[] {
  const n = logs.length;
  const rows = new Float64Array(FIELDS * n);
  for (let row = 0; row < n; row += 1) {
    const move = logs[row]!;
    rows[FIELDS * row + SUM] = move;
    rows[FIELDS * row + TOP] = Math.max(0, move);
    rows[FIELDS * row + BOTTOM] = Math.min(0, move);
    rows[FIELDS * row + FALL] = Math.max(0, -move);
  }
  const levels: Float64Array[] = [rows];
  for (let size = 1; 2 * size <= n; size *= 2) levels.push(doubled(levels.at(-1)!, size));
  return levels;
}

/** Summaries of twice as many rows: each stretch joined to the one that follows it. */
function doubled(level: Float64Array, size: number): Float64Array {
  const twice = new Float64Array(level.length);
  for (let here = 0; here < level.length; here += FIELDS) {
    const next = (here + FIELDS * size) % level.length;
    const sum = level[here + SUM]!;
    const top = level[here + TOP]!;
    const lowest = sum + level[next + BOTTOM]!;
    twice[here + SUM] = sum + level[next + SUM]!;
    twice[here + TOP] = Math.max(top, sum + level[next + TOP]!);
    twice[here + BOTTOM] = Math.min(level[here + BOTTOM]!, lowest);
    twice[here + FALL] = Math.max(level[here + FALL]!, level[next + FALL]!, top - lowest);
  }
  return twice;
}

/**
 * Deepest fall of wealth from a former peak along a resample, zero or negative, in a number of steps
 * that grows with the blocks and the logarithm of their lengths. The base, 1, counts as a peak. The
 * percentile interval of a drawdown is biased: blocks that follow each other by chance break long falls.
 */
export function maxDrawdownOf(returns: Column): Statistic {
  const n = returns.length;
  const levels = stretches(logReturns(returns));
  return (draw) => {
    const { starts, lengths, blocks } = ofRows(draw, n);
    let sum = 0;
    let peak = 0;
    let fall = 0;
    for (let block = 0; block < blocks; block += 1) {
      let row = starts[block]!;
      for (let left = lengths[block]!; left > 0; ) {
        const power = 31 - Math.clz32(left);
        const level = levels[power]!;
        const at = FIELDS * row;
        fall = Math.max(fall, level[at + FALL]!, peak - (sum + level[at + BOTTOM]!));
        peak = Math.max(peak, sum + level[at + TOP]!);
        sum += level[at + SUM]!;
        row += 1 << power;
        if (row >= n) row -= n;
        left -= 1 << power;
      }
    }
    return Math.expm1(-fall);
  };
}
