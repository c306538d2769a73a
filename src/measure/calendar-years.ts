import { type Day, dayOf, partsOf, weekdayOf } from "../series/day.ts";
import type { Column, Days } from "../series/series.ts";

export interface CalendarYear {
  readonly year: number;
  readonly return: number;
  /** True where the record does not cover the whole year. */
  readonly partial: boolean;
}

/**
 * The return of each calendar year of the record, from the last row of the year before (in the first
 * year: from the base) to its own last row. A year is full when the row it starts from lies in the
 * December before, and its last row in December; the last row of the record must besides leave no
 * weekday of the year to come. A year without a return of its own is left out.
 */
export function calendarYears(wealth: Column, days: Days): CalendarYear[] {
  const years: CalendarYear[] = [];
  let base = 0;
  for (let row = 1; row < days.length; row += 1) {
    const { year } = partsOf(days[row]!);
    const last = row === days.length - 1;
    if (!last && partsOf(days[row + 1]!).year === year) continue;
    const full = isDecember(days[base]!, year - 1) && isDecember(days[row]!, year);
    const partial = !full || (last && weekdaysLeft(days[row]!, year));
    years.push({ year, return: wealth[row]! / wealth[base]! - 1, partial });
    base = row;
  }
  return years;
}

function isDecember(day: Day, year: number): boolean {
  const parts = partsOf(day);
  return parts.year === year && parts.month === 12;
}

function weekdaysLeft(day: Day, year: number): boolean {
  for (let later = day + 1; later <= dayOf(year, 12, 31); later += 1) {
    const weekday = weekdayOf(later);
    if (weekday > 0 && weekday < 6) return true;
  }
  return false;
}
