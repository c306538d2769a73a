import { endOfMonth, monthOf } from "../series/day.ts";
import type { Column, Days } from "../series/series.ts";
import { isMonthsLast } from "./reach.ts";

/** One number for each whole month of rows; a last month that has not ended is left out. */
export function byMonth(
  days: Days,
  values: Column,
  pick: (values: Float64Array) => number,
): { readonly days: Float64Array; readonly values: Float64Array } {
  const all = values instanceof Float64Array ? values : Float64Array.from(values);
  const [ends, picked]: [number[], number[]] = [[], []];
  for (let row = 0, start = 0; row < days.length; row += 1) {
    const month = monthOf(days[row]!);
    const hasMore = row + 1 < days.length;
    if (hasMore && monthOf(days[row + 1]!) === month) continue;
    if (hasMore || isMonthsLast(days[row]!)) {
      ends.push(endOfMonth(days[row]!));
      picked.push(pick(all.subarray(start, row + 1)));
    }
    start = row + 1;
  }
  return { days: Float64Array.from(ends), values: Float64Array.from(picked) };
}
