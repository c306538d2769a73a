import { isUnknown, type Unknown, unknown } from "../input/unknown.ts";
import { quantile, sorted } from "../measure/quantile.ts";
import type { Column } from "../series/series.ts";
import type { Span } from "./bootstrap.ts";
import { logReturns } from "./bootstrap-statistics.ts";
import { centredPrefix } from "./bootstrap-sums.ts";
import { type Draw, type Draws, ofRows } from "./draws.ts";

/**
 * Wealth, from 1, after some numbers of rows of a resample (ascending), into the array given: at the
 * cost of its blocks and of those numbers, not of its rows.
 */
export function wealthAfter(
  returns: Column,
  rows: readonly number[],
): (draw: Draw, wealth: Float64Array) => void {
  const n = returns.length;
  const { centre, prefix } = centredPrefix(logReturns(returns));
  return (draw, wealth) => {
    const { starts, lengths } = ofRows(draw, n);
    let block = 0;
    let before = 0;
    let sum = 0;
    const upTo = (count: number) => {
      const end = starts[block]! + count;
      return sum + prefix[end > n ? end - n : end]! - prefix[starts[block]!]!;
    };
    for (let i = 0; i < rows.length; i += 1) {
      while (before + lengths[block]! < rows[i]!) {
        sum = upTo(lengths[block]!);
        before += lengths[block]!;
        block += 1;
      }
      wealth[i] = Math.exp(centre * rows[i]! + upTo(rows[i]! - before));
    }
  };
}

/**
 * Quantiles of resampled wealth: for each share asked for a column over the numbers of rows given
 * (ascending, at most the sample's). Unknown where returns end in ruin.
 */
export function wealthFan(
  returns: Column,
  draws: Draws | Unknown,
  { count, first = 0 }: Span,
  rows: readonly number[],
  shares: readonly number[],
): Float64Array[] | Unknown {
  if (isUnknown(draws)) return draws;
  const fill = wealthAfter(returns, rows);
  const paths = rows.map(() => new Float64Array(count));
  const wealth = new Float64Array(rows.length);
  for (let k = 0; k < count; k += 1) {
    fill(draws(first + k), wealth);
    for (let i = 0; i < rows.length; i += 1) paths[i]![k] = wealth[i]!;
  }
  if (!paths.every((path) => path.every(Number.isFinite)))
    return unknown("returns of -100 % or less, or that are not known, have no resampled wealth");
  const ascending = paths.map(sorted);
  return shares.map((share) => Float64Array.from(ascending, (path) => quantile(path, share)));
}
