import type { Numbers } from "../../study/findings.ts";

/** Rows on one time axis, parted into the pixel columns that they fall into. */
export interface PixelColumns {
  /** The first row of each column that has any, ascending, and last the number of rows. */
  readonly starts: readonly number[];
  /** The first and the last row of each column: rows that every thinned line keeps. */
  readonly ends: readonly number[];
}

/** The pixel columns of ascending times, `count` of them of one width from the first to the last time. */
export function pixelColumns(times: readonly number[], count: number): PixelColumns {
  const from = times[0] ?? 0;
  const span = (times[times.length - 1] ?? 0) - from;
  const starts: number[] = [];
  let column = -1;
  for (let row = 0; row < times.length; row++) {
    const own = Math.min(count - 1, Math.floor((((times[row] ?? from) - from) / span) * count));
    if (own === column) continue;
    starts.push(row);
    column = own;
  }
  starts.push(times.length);
  return { starts, ends: endsOf(starts) };
}

function endsOf(starts: readonly number[]): readonly number[] {
  const ends: number[] = [];
  for (let column = 0; column + 1 < starts.length; column++) {
    const first = starts[column] ?? 0;
    const last = (starts[column + 1] ?? 0) - 1;
    ends.push(first);
    if (last > first) ends.push(last);
  }
  return ends;
}

/** The rows of the lowest and of the highest value in `from` to `to - 1`; -1 where there is none. */
function extremes(values: Numbers, from: number, to: number): readonly [number, number] {
  let lowest = -1;
  let highest = -1;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let row = from; row < to; row++) {
    const value = values[row] ?? null;
    if (value === null) continue;
    if (value < low) {
      low = value;
      lowest = row;
    }
    if (value > high) {
      high = value;
      highest = row;
    }
  }
  return [lowest, highest];
}

/**
 * The rows that draw a line as all its rows would: the first, last, lowest and highest of each pixel
 * column (M4; Jugel, Jerzak, Hackenbroich and Markl 2014), ascending. The first and the last are kept
 * with or without a value, so that lines on one axis share them and a gap wider than a column stays.
 */
export function m4(values: Numbers, { starts }: PixelColumns): readonly number[] {
  const kept: number[] = [];
  for (let column = 0; column + 1 < starts.length; column++) {
    const first = starts[column] ?? 0;
    const last = (starts[column + 1] ?? 0) - 1;
    const [lowest, highest] = extremes(values, first, last + 1);
    const inner = lowest < highest ? [lowest, highest] : [highest, lowest];
    kept.push(first);
    for (const row of inner) if (row > first && row < last && row !== kept.at(-1)) kept.push(row);
    if (last > first) kept.push(last);
  }
  return kept;
}
