import type { Day } from "../series/day.ts";
import { lowerBound } from "../series/lower-bound.ts";
import type { Column, Days, Series } from "../series/series.ts";

/** Published figures of a series, oldest first, row by row in three columns. */
export interface Figures {
  /** The last day of the period that each stands for; of a price its own day. */
  readonly periods: Days;
  /** The day from which each could be known; never before that of the figure in front of it. */
  readonly published: Column;
  readonly values: Column;
}

/**
 * All figures of a series by the periods that they stand for, each with the day on which it could be
 * known: its own publication day where the source tells it, else `lag` days after its period. A figure is
 * known by its period and not by its value, so that two equal ones in a row are two. A value that was
 * filled in from its neighbours was never published and is none.
 */
export function publicationsOf(series: Series): Figures {
  const filled = new Set(series.filled);
  const periods: Day[] = [];
  const published: number[] = [];
  const values: number[] = [];
  let latest = -Infinity;
  for (let row = 0; row < series.days.length; row++) {
    latest = Math.max(latest, publishedOn(series, row));
    if (Number.isNaN(series.values[row]!) || filled.has(series.days[row]!)) continue;
    periods.push(series.days[row]!);
    published.push(latest);
    values.push(series.values[row]!);
  }
  return {
    periods: Float64Array.from(periods),
    published: Float64Array.from(published),
    values: Float64Array.from(values),
  };
}

/** The day on which the value of a row was published. */
export function publishedOn(series: Series, row: number): number {
  return series.known?.[row] ?? series.days[row]! + series.lag;
}

/** The last figures that were published by a day, at most so many, in arrays of their own. */
export function figuresBy(
  { periods, published, values }: Figures,
  day: Day,
  most: number,
): Figures {
  const to = countBy(published, day);
  const copied = (column: Column) =>
    Float64Array.from(
      { length: Math.min(to, most) },
      (_, at) => column[to - Math.min(to, most) + at]!,
    );
  return { periods: copied(periods), published: copied(published), values: copied(values) };
}

/** How many of some ascending days are on or before a day. */
export function countBy(published: Days, day: Day): number {
  return lowerBound(published, day + 1);
}

/** Each known row of a column as a figure of its own day: of prices, which nobody waits for. */
export function figuresOnRows(days: ArrayLike<Day>, column: Column): Figures {
  const rows = Array.from(days, (_, row) => row).filter((row) => !Number.isNaN(column[row]!));
  const own = Float64Array.from(rows, (row) => days[row]!);
  return { periods: own, published: own, values: Float64Array.from(rows, (row) => column[row]!) };
}
