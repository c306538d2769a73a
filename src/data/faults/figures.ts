import { type Day, dayOf, formatDay, monthOf } from "../../series/day.ts";
import { knownRows } from "../../series/known-rows.ts";
import { lowerBound } from "../../series/lower-bound.ts";
import type { Days, Series } from "../../series/series.ts";

/** How often a series has a value; `none` where no rhythm can be told. */
export type Rhythm = "day" | "week" | "month" | "quarter" | "none";

/** The known rows of a series. */
export interface Known {
  readonly series: Series;
  readonly days: Float64Array;
  readonly values: Float64Array;
}

/** The known rows of a series, and the calendar by which one is missing. */
export interface Figures extends Known {
  readonly rhythm: Rhythm;
  /** Of its rhythm, how many rows of its span have a value (a fraction). */
  readonly coverage: number;
  /** How many rows of the rhythm are missing between a row and the one before it; 0 for the first. */
  readonly missing: Float64Array;
  /** The first and last missing day before a row, as the calendar has them. */
  stretch(row: number): { readonly from: Day; readonly to: Day };
}

/** Longest usual step in days between two values of a rhythm. */
const LONGEST_STEP = { day: 4, week: 10, month: 45, quarter: 135 } as const;
const LEAST_DAYS = 20;
const MONTHS = { month: 1, quarter: 3 } as const;

export function knownOf(series: Series): Known {
  return { series, ...knownRows(series) };
}

/**
 * The known rows of a series beside the days of the master calendar. A daily series is held against
 * that calendar, the calendar itself against weekdays, any other against its own weeks, months or
 * quarters.
 */
export function figuresOf(series: Series, master: Series): Figures {
  const known = knownOf(series);
  const { days } = known;
  const rhythm = series.period ?? rhythmOf(days);
  const clock = clockOf(rhythm, series.id === master.id ? undefined : master.days);
  const missing = new Float64Array(days.length);
  let absent = 0;
  for (let row = 1; row < days.length; row += 1) {
    if (days[row]! - days[row - 1]! === 1) continue;
    missing[row] = Math.max(0, clock.before(days[row]!) - clock.upTo(days[row - 1]!));
    absent += missing[row]!;
  }
  return {
    ...known,
    rhythm,
    coverage: days.length / (days.length + absent),
    missing,
    stretch: (row) => ({
      from: clock.dayAt(clock.upTo(days[row - 1]!)),
      to: clock.dayAt(clock.before(days[row]!) - 1),
    }),
  };
}

/** The rhythm of the usual step between days; none where there are too few days to tell. */
export function rhythmOf(days: Days): Rhythm {
  if (days.length < LEAST_DAYS) return "none";
  for (const rhythm of ["day", "week", "month", "quarter"] as const) {
    let short = 0;
    for (let row = 1; row < days.length; row += 1)
      if (days[row]! - days[row - 1]! <= LONGEST_STEP[rhythm]) short += 1;
    if (2 * short >= days.length - 1) return rhythm;
  }
  return "none";
}

/** Rows of a calendar, numbered in order of time. */
interface Clock {
  /** How many rows lie before a day. */
  before(day: Day): number;
  /** How many rows lie before a day or on it. */
  upTo(day: Day): number;
  dayAt(row: number): Day;
}

function clockOf(rhythm: Rhythm, master: Days | undefined): Clock {
  if (rhythm === "month" || rhythm === "quarter") return monthsClock(MONTHS[rhythm]);
  if (rhythm === "week") return { ...every(7), dayAt: (row) => row * 7 };
  if (rhythm === "none") return { before: () => 0, upTo: () => 0, dayAt: (row) => row };
  return master !== undefined && rhythmOf(master) === "day" ? daysClock(master) : weekdays;
}

function every(days: number): Pick<Clock, "before" | "upTo"> {
  return {
    before: (day) => Math.floor(day / days),
    upTo: (day) => Math.floor(day / days) + 1,
  };
}

/** Whole months or quarters: a value stands for the one in which its day lies. */
function monthsClock(months: number): Clock {
  const slot = (day: Day) => Math.floor(monthOf(day) / months);
  return {
    before: slot,
    upTo: (day) => slot(day) + 1,
    dayAt: (row) => dayOf(Math.floor((row * months) / 12), ((row * months) % 12) + months + 1, 0),
  };
}

function daysClock(days: Days): Clock {
  return {
    before: (day) => lowerBound(days, day),
    upTo: (day) => lowerBound(days, day + 1),
    dayAt: (row) => days[row]!,
  };
}

/** Mondays to Fridays. */
const weekdays: Clock = {
  before: weekdaysBefore,
  upTo: (day) => weekdaysBefore(day + 1),
  dayAt: (row) => {
    let day = Math.floor((row * 7) / 5) - 3;
    while (weekdaysBefore(day + 1) <= row) day += 1;
    return day;
  },
};

/** Weekdays since the Monday before day 0, a Thursday, that lie before a day. */
function weekdaysBefore(day: Day): number {
  const sinceMonday = day + 3;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(5, sinceMonday - weeks * 7);
}

/** `<day>` or `<day> to <day>`. */
export function span(from: Day, to: Day): string {
  return from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`;
}
