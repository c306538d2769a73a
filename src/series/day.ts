import { InputError } from "../input/input-error.ts";

/** A calendar day as the number of days since 1970-01-01 (proleptic Gregorian, no time, no zone). */
export type Day = number;

const MS_PER_DAY = 86_400_000;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day of a year, month (1 to 12) and day of month. Day 0 is the last day of the month before. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  return Math.round(Date.UTC(year, month - 1, dayOfMonth) / MS_PER_DAY);
}

/** The day written as `YYYY-MM-DD`, or undefined where the text is not an existing calendar day. */
export function readDay(text: string): Day | undefined {
  const match = ISO_DAY.exec(text);
  if (match === null) return undefined;
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const day = dayOf(year, month, dayOfMonth);
  const parts = partsOf(day);
  const exists = parts.year === year && parts.month === month && parts.dayOfMonth === dayOfMonth;
  return exists ? day : undefined;
}

/** As `readDay`, for text that must be a day. @throws InputError naming the place and the text. */
export function parseDay(text: string, place: string): Day {
  const day = readDay(text);
  if (day === undefined)
    throw new InputError(`${place}: "${text}" is not a calendar day; write YYYY-MM-DD`);
  return day;
}

/** The day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
}

const twoDigits = (value: number) => (value < 10 ? `0${value}` : String(value));

// The calendar repeats every 400 years; counted from 1 March, the leap day is the last of its year.
const DAYS_PER_ERA = 146_097;
const FROM_MARCH_OF_YEAR_0 = 719_468;

/** Year, month (1 to 12) and day of month. */
export function partsOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  const count = day + FROM_MARCH_OF_YEAR_0;
  const era = Math.floor(count / DAYS_PER_ERA);
  const inEra = count - era * DAYS_PER_ERA;
  const leapDays =
    Math.floor(inEra / 1460) - Math.floor(inEra / 36_524) + Math.floor(inEra / 146_096);
  const yearOfEra = Math.floor((inEra - leapDays) / 365);
  const inYear =
    inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: inYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** Months since year 0: equal for two days exactly when they lie in the same month. */
export function monthOf(day: Day): number {
  const { year, month } = partsOf(day);
  return year * 12 + month - 1;
}

/** The last day of the month in which the day lies. */
export function endOfMonth(day: Day): Day {
  const { year, month } = partsOf(day);
  return dayOf(year, month + 1, 0);
}

/** The same day of the month so many months later, or before; the last of a month that has no such day. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = partsOf(day);
  const last = dayOf(year, month + months + 1, 0);
  return Math.min(dayOf(year, month + months, 1) + dayOfMonth - 1, last);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Months between two month-ends; undefined where either day is not the last of its month. */
export function monthsBetweenEnds(from: Day, to: Day): number | undefined {
  const ends = endOfMonth(from) === from && endOfMonth(to) === to;
  return ends ? monthOf(to) - monthOf(from) : undefined;
}

/** Years between two days on the calendar clock: days / 365.25. */
export function yearsBetween(from: Day, to: Day): number {
  return (to - from) / 365.25;
}
