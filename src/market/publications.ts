import { type Day, dayOf, endOfMonth, monthOf, partsOf, weekdayOf } from "../series/day.ts";
import { lowerBound } from "../series/lower-bound.ts";
import type { Column, Days, Series } from "../series/series.ts";

/** Published figures of a series, oldest first, row by row in columns. */
export interface Figures {
  /** The last day of the period that each stands for; of a price its own day. */
  readonly periods: Days;
  /** The day from which each could be known; never before that of the figure in front of it. */
  readonly published: Column;
  /** The last day on which each stands for the present: later on nothing is known until another comes. */
  readonly until: Column;
  readonly values: Column;
}

/** The rows on which figures are read. */
export interface FigureRows {
  readonly days: ArrayLike<Day>;
  /** Rows for which the last price stands in for a missing one. */
  readonly maxStale: number;
}

/** Days by which a figure of a period may be overdue before the one in front of it stands for nothing. */
const OVERDUE = 45;
/** Days between figures of no period that come with a lag, where there is no earlier one to tell. */
const YEAR = 366;
const MONTHS = { month: 1, quarter: 3 } as const;

/**
 * All figures of a series by the periods that they stand for, each with the day on which it could be used:
 * its own publication day where the source tells it, else `lag` days after its period, or at the close of a
 * month where the series waits for one. A figure is known by its period and not by its value, so that two
 * equal ones in a row are two. A value that was filled in from its neighbours was never published and is none.
 *
 * A price stands for so many rows as may be stale. A published figure stands until the next one is overdue by 45
 * days: after as long a wait as its own, from the end of the period after its own (of a series without
 * periods: after as many days as lie between it and the figure before).
 */
export function publicationsOf(series: Series, rows: FigureRows): Figures {
  const filled = new Set(series.filled);
  const periods: Day[] = [];
  const published: number[] = [];
  const until: number[] = [];
  const values: number[] = [];
  let latest = -Infinity;
  for (let row = 0; row < series.days.length; row++) {
    latest = Math.max(latest, usableOn(series, row, rows.days));
    const day = series.days[row]!;
    if (Number.isNaN(series.values[row]!) || filled.has(day)) continue;
    until.push(standsUntil(series, rows, day, periods.at(-1), latest));
    periods.push(day);
    published.push(latest);
    values.push(series.values[row]!);
  }
  return {
    periods: Float64Array.from(periods),
    published: Float64Array.from(published),
    until: Float64Array.from(until),
    values: Float64Array.from(values),
  };
}

/** The day on which the value of a row was published. */
export function publishedOn(series: Series, row: number): number {
  return series.known?.[row] ?? series.days[row]! + series.lag;
}

/** The day from which a decision may use the value of a row. */
function usableOn(series: Series, row: number, days: ArrayLike<Day>): number {
  const { usableAtMonthEnd, known } = series;
  if (usableAtMonthEnd === undefined) return publishedOn(series, row);
  const month = monthOf(series.days[row]!) + usableAtMonthEnd;
  return Math.max(known?.[row] ?? -Infinity, lastCloseOf(days, month));
}

/** The last row's day in a month; the end of the month where no row lies in it, or more may still come. */
function lastCloseOf(days: ArrayLike<Day>, month: number): Day {
  const end = endOfMonth(dayOf(Math.floor(month / 12), (month % 12) + 1, 1));
  const row = lowerBound(days, end + 1) - 1;
  const day = days[row];
  if (day === undefined || monthOf(day) !== month) return end;
  return row === days.length - 1 && hasWorkday(day + 1, end) ? end : day;
}

function hasWorkday(from: Day, to: Day): boolean {
  for (let day = from; day <= to; day++) if (weekdayOf(day) % 6 !== 0) return true;
  return false;
}

function standsUntil(
  { period, lag, usableAtMonthEnd }: Series,
  { days, maxStale }: FigureRows,
  day: Day,
  before: Day | undefined,
  published: number,
): number {
  if (period === undefined && lag === 0 && usableAtMonthEnd === undefined) {
    const row = lowerBound(days, published);
    return days[Math.min(row + maxStale, days.length - 1)] ?? published;
  }
  const { year, month } = partsOf(day);
  const next =
    period !== undefined
      ? dayOf(year, month + MONTHS[period] + 1, 0)
      : day + Math.min(YEAR, day - (before ?? -Infinity));
  return next + (published - day) + OVERDUE;
}

/** The last figures that were published by a day, at most so many, in arrays of their own. */
export function figuresBy(figures: Figures, day: Day, most: number): Figures {
  const to = countBy(figures.published, day);
  const copied = (column: Column) =>
    Float64Array.from(
      { length: Math.min(to, most) },
      (_, at) => column[to - Math.min(to, most) + at]!,
    );
  return {
    periods: copied(figures.periods),
    published: copied(figures.published),
    until: copied(figures.until),
    values: copied(figures.values),
  };
}

/** How many of some ascending days are on or before a day. */
export function countBy(published: Days, day: Day): number {
  return lowerBound(published, day + 1);
}

/** Each known row of a column as a figure of its own day: of prices, which nobody waits for. */
export function figuresOnRows(days: ArrayLike<Day>, column: Column): Figures {
  const rows = Array.from(days, (_, row) => row).filter((row) => !Number.isNaN(column[row]!));
  const own = Float64Array.from(rows, (row) => days[row]!);
  const values = Float64Array.from(rows, (row) => column[row]!);
  return { periods: own, published: own, until: own, values };
}
