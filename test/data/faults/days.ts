import { type Day, formatDay, parseDay, weekdayOf } from "../../../src/series/day.ts";
import type { Series } from "../../../src/series/series.ts";
import { seriesOf } from "../../series/series-of.ts";

/** The weekdays from a day on. */
export function weekdaysFrom(from: string, count: number): Day[] {
  const days: Day[] = [];
  for (let day = parseDay(from, "test"); days.length < count; day += 1)
    if (weekdayOf(day) % 6 !== 0) days.push(day);
  return days;
}

/** A series of weekdays with a value by row; undefined rows are left out. */
export function weekdaySeries(
  id: string,
  count: number,
  at: (row: number) => number | undefined,
  more: Partial<Series> = {},
): Series {
  const entries = weekdaysFrom("2020-01-01", count).flatMap((day, row) => {
    const value = at(row);
    return value === undefined ? [] : [[formatDay(day), value] as const];
  });
  return seriesOf(id, Object.fromEntries(entries), more);
}

/** A calm series: every move is 1 %, up and down in turn, and the level creeps upwards. */
export const calm = (row: number): number => 100 + (row % 2) + row / 1000;
