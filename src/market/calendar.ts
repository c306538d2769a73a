import { InputError } from "../input/input-error.ts";
import { type Day, endOfMonth, formatDay, monthOf } from "../series/day.ts";
import { lowerBound } from "../series/lower-bound.ts";
import type { Days, Series } from "../series/series.ts";
import { middleOf } from "./sample.ts";

export type Frequency = "monthly" | "daily";

/** Periods a year by which per-period figures are annualised. */
export const periodsPerYear: Readonly<Record<Frequency, number>> = { monthly: 12, daily: 252 };

/** The rows of a run: every day of the calendar, and which of them the run covers. */
export interface Calendar {
  readonly frequency: Frequency;
  readonly days: Days;
  /** Index of the base row; rows before it are look-back for views alone. */
  readonly first: number;
  readonly last: number;
  /** Why it ends where it does, in words. */
  readonly endedBy: string;
}

/**
 * The calendar of a run: the days of the master series, from the first one on or after `from` to the
 * earliest last observation of what the run needs, or to `to`.
 *
 * @param master the series whose days are the calendar (month ends, or trading days)
 * @param lasting series that must reach the end of the run: numeraires and whatever is read on every row
 * @param assets series whose end ends the run too, unless a later end is asked for
 * @throws InputError where the period is empty, or `to` lies beyond the data
 */
export function calendarOf(
  frequency: Frequency,
  master: Series,
  lasting: readonly Series[],
  assets: readonly Series[],
  period: { readonly from: Day; readonly to: Day | undefined },
): Calendar {
  const days = master.days;
  const firstDay = days[0]!;
  const inside = (day: Day) => (frequency === "monthly" ? endOfMonth(day) : day);
  if (inside(period.from) < firstDay)
    throw new InputError(
      `from ${formatDay(period.from)} lies before the data begin; the calendar, "${master.id}", starts on ${formatDay(firstDay)}`,
    );
  if (frequency === "monthly") checkMonths(master);
  const endOf = (series: Series) => ({ id: series.id, day: lastKnown(series, frequency) });
  const held = period.to === undefined ? assets : [];
  const ends = [...held, ...lasting, master].map(endOf);
  const earliest = ends.reduce((a, b) => (b.day < a.day ? b : a));
  const limit = period.to === undefined ? earliest.day : inside(period.to);
  if (limit > earliest.day)
    throw new InputError(
      `to ${formatDay(period.to!)} lies beyond the data; "${earliest.id}" ends on ${formatDay(earliest.day)}`,
    );
  const first = lowerBound(days, inside(period.from));
  if (inside(period.from) > earliest.day)
    throw new InputError(
      `from ${formatDay(period.from)} lies beyond the data; the data end on ${formatDay(earliest.day)} ("${earliest.id}")`,
    );
  const last = lowerBound(days, limit + 1) - 1;
  if (first >= last)
    throw new InputError(
      `the period from ${formatDay(period.from)} to ${formatDay(limit)} holds no two rows of ${frequency} data; choose earlier and later days`,
    );
  const endingFirst = ends.filter((end) => end.day === earliest.day).map((end) => end.id);
  const others = endingFirst.filter((id) => id !== master.id);
  const enders = [...new Set(others.length > 0 ? others : endingFirst)];
  const named =
    enders.length > 3 ? `${enders.slice(0, 3).join(", ")} and others` : enders.join(", ");
  const endedBy =
    period.to === undefined
      ? `the first series to end: ${named} (${formatDay(earliest.day)})`
      : `the end that was asked for (${formatDay(period.to)})`;
  return { frequency, days, first, last, endedBy };
}

/** @throws InputError where the calendar leaves out a month: two months would pass for one. */
function checkMonths({ id, days }: Series): void {
  for (let row = 1; row < days.length; row++)
    if (monthOf(days[row]!) !== monthOf(days[row - 1]!) + 1)
      throw new InputError(
        `the calendar, "${id}", goes from ${formatDay(days[row - 1]!)} to ${formatDay(days[row]!)} without the months between; complete its figures`,
      );
}

/**
 * The last day on which a series has a value: on monthly data the last day of that month, on daily data
 * the middle of the last period of a periodic series, beyond which nothing is interpolated.
 */
function lastKnown(series: Series, frequency: Frequency): Day {
  let row = series.days.length - 1;
  while (row > 0 && Number.isNaN(series.values[row]!)) row--;
  const day = series.days[row]!;
  if (frequency === "monthly") return endOfMonth(day);
  return series.period === undefined ? day : middleOf(day, series.period);
}

/** The last row whose day is on or before a boundary: on monthly data the row of the boundary's month. */
export function rowOfBoundary(frequency: Frequency, days: Days, boundary: Day): number {
  if (frequency === "daily") return lowerBound(days, boundary + 1) - 1;
  const month = monthOf(boundary);
  let row = lowerBound(days, endOfMonth(boundary) + 1) - 1;
  while (row >= 0 && monthOf(days[row]!) > month) row--;
  return row;
}
