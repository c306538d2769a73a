import { plainDay, plainNumber } from "./plain-cells.ts";
import type { Column } from "./series.ts";

/** The header and the columns of a table; every day and number in it was read without fault. */
export interface PlainTable {
  readonly names: readonly string[];
  readonly columns: readonly Column[];
}

const COMMA = 44;
const LINE_FEED = 10;
const PLAIN = /^-?(?:\d+\.?\d*|\.\d+)$/;
const readNumber = plainNumber("point");

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
  const readDay = plainDay();
  const dayIn = (from: number, end: number, mayBeBlank: boolean) =>
    mayBeBlank && from === end ? Number.NaN : readDay(text, from, end);
  const columns = names.map(() => new Float64Array(rows));
  const last = names.length - 1;
  let at = header + 1;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column <= last; column += 1) {
      const end = endOfCell(text, at);
      const value = days[column] ? dayIn(at, end, column > 0) : numberIn(text, at, end);
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
  const value = readNumber(text, from, end);
  if (value !== undefined) return value;
  // More digits than a double holds: the rounding is left to Number.
  const cell = text.slice(from, end);
  const long = PLAIN.test(cell) ? Number(cell) : Number.NaN;
  return Number.isFinite(long) ? long : undefined;
}
