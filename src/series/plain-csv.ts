import { dayOf } from "./day.ts";
import type { Column } from "./series.ts";

/** The header and the columns of a table; every day and number in it was read without fault. */
export interface PlainTable {
  readonly names: readonly string[];
  readonly columns: readonly Column[];
}

const COMMA = 44;
const LINE_FEED = 10;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;

/** Powers of ten that are exact; a whole number up to 2^53 over one of them is rounded once, as text is. */
const POWERS_OF_TEN = Array.from({ length: 23 }, (_, power) => 10 ** power);

/**
 * Reads a CSV text of the plainest shape character by character: a header of at least two names, rows
 * of as many cells parted by commas and lines by line feeds, ascending `YYYY-MM-DD` days, and numbers
 * such as `-12.5` or blanks (NaN). Undefined for any other text, whether faulty or only written in
 * another way: that is for the reader that knows every shape and has words for every fault.
 */
export function readPlain(
  text: string,
  isDay: (name: string, at: number) => boolean,
): PlainTable | undefined {
  const header = text.indexOf("\n");
  if (header < 0) return undefined;
  const names = text.slice(0, header).split(",");
  if (!isPlainHeader(names)) return undefined;
  const rows = linesAfter(text, header);
  const days = names.map(isDay);
  const columns = names.map(() => new Float64Array(rows));
  const last = names.length - 1;
  let at = header + 1;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column <= last; column += 1) {
      const end = endOfCell(text, at);
      const value = days[column] ? dayIn(text, at, end, column > 0) : numberIn(text, at, end);
      if (value === undefined || isLineEnd(text, end) !== (column === last)) return undefined;
      columns[column]![row] = value;
      at = end + 1;
    }
    if (row > 0 && !(columns[0]![row]! > columns[0]![row - 1]!)) return undefined;
  }
  return rows === 0 ? undefined : { names, columns };
}

function isPlainHeader(names: readonly string[]): boolean {
  return (
    names.length > 1 &&
    new Set(names).size === names.length &&
    names.every((name) => name !== "" && !/["\s\ufeff]/.test(name))
  );
}

/** How many lines stand after a place, the last of them with or without a line feed. */
function linesAfter(text: string, place: number): number {
  let lines = 0;
  let at = place;
  while (at >= 0 && at < text.length - 1) {
    at = text.indexOf("\n", at + 1);
    lines += 1;
  }
  return lines;
}

function endOfCell(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === LINE_FEED) break;
  }
  return at;
}

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text.charCodeAt(at) === LINE_FEED;
}

/** The number of a cell, NaN where it is blank, undefined where it is not of the plainest shape. */
function numberIn(text: string, from: number, end: number): number | undefined {
  if (from === end) return Number.NaN;
  const isNegative = text.charCodeAt(from) === MINUS;
  let digits = 0;
  let whole = 0;
  let decimals = -1;
  for (let at = isNegative ? from + 1 : from; at < end; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit >= 0 && digit <= 9) {
      whole = whole * 10 + digit;
      digits += 1;
      if (decimals >= 0) decimals += 1;
    } else if (digit === POINT - ZERO && decimals < 0) decimals = 0;
    else return undefined;
  }
  if (digits === 0) return undefined;
  // More digits than a double holds: the rounding is left to Number.
  if (whole > Number.MAX_SAFE_INTEGER || decimals > 22)
    return finite(Number(text.slice(from, end)));
  const value = decimals > 0 ? whole / POWERS_OF_TEN[decimals]! : whole;
  return isNegative ? -value : value;
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

/** The day of a cell, undefined where it is none; a blank is NaN where it may be. */
function dayIn(text: string, from: number, end: number, mayBeBlank: boolean): number | undefined {
  if (from === end) return mayBeBlank ? Number.NaN : undefined;
  if (end - from !== 10) return undefined;
  if (text.charCodeAt(from + 4) !== MINUS || text.charCodeAt(from + 7) !== MINUS) return undefined;
  const year = whole(text, from, 4);
  const month = whole(text, from + 5, 2);
  const dayOfMonth = whole(text, from + 8, 2);
  // Years before 100 are read otherwise by Date; negated, so that NaN is refused too.
  if (!(year >= 100 && month >= 1 && month <= 12 && dayOfMonth >= 1)) return undefined;
  if (dayOfMonth > 28 && dayOfMonth > daysIn(year, month)) return undefined;
  return dayOf(year, month, dayOfMonth);
}

/** A whole number of so many digits; NaN where another sign is among them. */
function whole(text: string, from: number, digits: number): number {
  let value = 0;
  for (let at = from; at < from + digits; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function daysIn(year: number, month: number): number {
  return dayOf(year, month + 1, 0) - dayOf(year, month, 0);
}
