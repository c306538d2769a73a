import { type Day, dayOf, partsOf, readDay } from "../../series/day.ts";

/** What comes first where a day is written as two small numbers and a year. */
export type DayOrder = "dmy" | "mdy";

/** How days may be said to be written: `excel` serial days of spreadsheets, `unix` seconds or milliseconds. */
export const DATE_WORDS = ["iso", "dmy", "mdy", "excel", "unix"] as const;
export type DateWord = (typeof DATE_WORDS)[number];

/** How a day is written, as far as its signs tell. */
export type DayShape =
  | "iso"
  | "moment"
  | "yearFirst"
  | "compact"
  | "parts"
  | "named"
  | "month"
  | "quarter"
  | "year"
  | "serial"
  | "unix"
  | "shortYear";

const TIME =
  "[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?: ?[AP]M)?(?: ?(?:Z|UTC|[+-]\\d{2}:?\\d{2}))?";

const SHAPES: readonly (readonly [DayShape, RegExp])[] = [
  ["iso", /^\d{4}-\d{2}-\d{2}$/],
  ["moment", new RegExp(`^\\d{4}-\\d{2}-\\d{2}${TIME}$`, "i")],
  ["yearFirst", new RegExp(`^\\d{4}([-/.])\\d{1,2}\\1\\d{1,2}(?:${TIME})?$`, "i")],
  ["compact", /^\d{8}$/],
  ["parts", new RegExp(`^\\d{1,2}([-/.])\\d{1,2}\\1\\d{4}(?:${TIME})?$`, "i")],
  ["shortYear", /^\d{1,2}([-/.])\d{1,2}\1\d{2}$/],
  ["named", /^(?:\d{1,2}[- ][a-z]{3,9}\.?[- ,]+\d{4}|[a-z]{3,9}\.? \d{1,2},? \d{4})$/i],
  ["month", /^\d{4}[-/]\d{1,2}$/],
  ["quarter", /^\d{4}[- ]?Q[1-4]$/i],
  ["year", /^\d{4}$/],
  ["serial", /^\d{5}(?:\.\d+)?$/],
  ["unix", /^\d{10}(?:\.\d+)?$|^\d{13}$/],
];

/** The shape of a day, or undefined where the text is none of them. */
export function dayShape(text: string): DayShape | undefined {
  if (text.length > 40) return undefined;
  return SHAPES.find(([, shape]) => shape.test(text))?.[0];
}

/** The first two numbers of a day in parts: what tells days from months. */
export function partsIn(text: string): readonly [number, number] {
  const [first = 0, second = 0] = text.split(/\D/, 2).map(Number);
  return [first, second];
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const FULL_MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** Days from 1899-12-30, from which spreadsheets count, to 1970-01-01. */
const SERIAL_OF_1970 = 25_569;
/** The first serial day after 29 February 1900, which spreadsheets count though it never was. */
const FIRST_SERIAL = 61;
const SECONDS_PER_DAY = 86_400;

/** The day of a serial number of a spreadsheet, its time of day left out; undefined before 1900-03-01. */
export function dayOfSerial(serial: number): Day | undefined {
  return serial >= FIRST_SERIAL ? possible(Math.floor(serial) - SERIAL_OF_1970) : undefined;
}

/**
 * The day of a text of this shape, the time of day left out as written; months and quarters by their
 * first day. Undefined where there is no such day.
 */
export function dayIn(text: string, shape: DayShape, order: DayOrder = "dmy"): Day | undefined {
  switch (shape) {
    case "iso":
      return readDay(text);
    case "moment":
      return readDay(text.slice(0, 10));
    case "yearFirst": {
      const [year = 0, month = 0, dayOfMonth = 0] = text.split(/\D/, 3).map(Number);
      return existing(year, month, dayOfMonth);
    }
    case "compact":
      return readDay(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`);
    case "parts": {
      const [first = 0, second = 0, year = 0] = text.split(/\D/, 3).map(Number);
      return order === "dmy" ? existing(year, second, first) : existing(year, first, second);
    }
    case "named":
      return namedDay(text);
    case "month": {
      const [year = 0, month = 0] = text.split(/\D/).map(Number);
      return existing(year, month, 1);
    }
    case "quarter":
      return existing(Number(text.slice(0, 4)), Number(text.slice(-1)) * 3 - 2, 1);
    case "serial":
      return dayOfSerial(Number(text));
    case "unix":
      return possible(Math.floor(Number(text) / (text.length === 13 ? 1000 : 1) / SECONDS_PER_DAY));
    case "year":
    case "shortYear":
      return undefined;
  }
}

function namedDay(text: string): Day | undefined {
  const [first = "", second = "", year = ""] = text.toLowerCase().split(/[-. ,]+/);
  const [name, dayOfMonth] = /^\d/.test(first) ? [second, first] : [first, second];
  const full = FULL_MONTHS.indexOf(name);
  const month = full >= 0 ? full : MONTHS.indexOf(name === "sept" ? "sep" : name);
  return month < 0 ? undefined : existing(Number(year), month + 1, Number(dayOfMonth));
}

function existing(year: number, month: number, dayOfMonth: number): Day | undefined {
  const day = dayOf(year, month, dayOfMonth);
  if (year < 100) return undefined;
  const parts = partsOf(day);
  const exists = parts.year === year && parts.month === month && parts.dayOfMonth === dayOfMonth;
  return exists ? day : undefined;
}

/** A day whose year has four digits, or undefined. */
function possible(day: number): Day | undefined {
  return day >= dayOf(1000, 1, 1) && day <= dayOf(9999, 12, 31) ? day : undefined;
}
