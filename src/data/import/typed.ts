import { InputError } from "../../input/input-error.ts";
import { type Day, formatDay } from "../../series/day.ts";
import { collector } from "./collect.ts";
import type { Reading } from "./delimited.ts";
import { figureReader } from "./figures-read.ts";
import { layoutOf } from "./header.ts";
import { isUnknownText } from "./number-text.ts";
import { surveyOf } from "./survey.ts";
import { tallyOf } from "./tally.ts";
import type { Target } from "./target.ts";
import { type Tidy, tidied } from "./tidy.ts";

/** A cell of a file that knows what its cells are: a number, a text, a day, or nothing. */
export type Value = number | string | { readonly day: Day } | null;

/** The rows of such a file, the first of them its names. */
export interface TypedTable {
  readonly rows: readonly TypedRow[];
  readonly notes: readonly string[];
}

export interface TypedRow {
  /** Its number in the file, from 1. */
  readonly line: number;
  readonly cells: readonly Value[];
}

/** Reads typed rows: what is text among them is read as in a delimited file. @throws InputError with all faults */
export function readTyped(
  path: string,
  { rows: [first, ...rows], notes }: TypedTable,
  target: Target,
  reading: Reading,
): Tidy {
  if (first === undefined) throw new InputError(`${path}: is empty; give a file with figures`);
  const names = first.cells.map(textOf);
  const second = rows[0]?.cells.map(textOf) ?? [];
  const layout = layoutOf(path, names, second, target, reading.columns);
  const figures = layout.hasHeader ? rows : [first, ...rows];
  const survey = surveyOf({ ...reading, ...periodOf(target), isCommaParted: false });
  for (const { cells, line } of figures) {
    survey.day(textOf(cells[layout.date.at]), line);
    for (const { at } of layout.values) if (typeof cells[at] === "string") survey.number(cells[at]);
  }
  const tally = tallyOf(path);
  const notation = survey.decided(tally);
  if (notation === undefined) throw new InputError(tally.told());
  const headers = layout.values.map(({ header }) => header);
  const reader = figureReader(notation, layout.date.header, headers, tally);
  const collected = collector(headers.length);
  for (const { cells, line } of figures) {
    const date = cells[layout.date.at] ?? null;
    const day =
      typeof date === "object" && date !== null ? date.day : reader.day(textOf(date), line);
    for (const [column, { at }] of layout.values.entries()) {
      const cell = cells[at] ?? null;
      if (typeof cell === "number" && Number.isFinite(cell)) reader.plain(column);
      const isNumber = typeof cell === "number" && Number.isFinite(cell);
      collected.row[column] = isNumber ? cell : reader.number(textOf(cell), line, column);
    }
    if (day !== undefined) collected.add(day);
  }
  const all = [...notes, ...layout.notes, ...survey.notes(), ...reader.notes()];
  return tidied(collected.collected(), layout, all, tally);
}

function periodOf({ period }: Target): { readonly period?: "month" | "quarter" } {
  return period === undefined ? {} : { period };
}

function textOf(value: Value | undefined): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? formatDay(value.day) : String(value).trim();
}

/** True of a row in which nothing stands. */
export function isBlankRow(cells: readonly Value[]): boolean {
  return cells.every((cell) => cell === null || (typeof cell === "string" && isUnknownText(cell)));
}
