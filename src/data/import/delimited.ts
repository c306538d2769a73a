import { InputError } from "../../input/input-error.ts";
import { plainDay, plainNumber } from "../../series/plain-cells.ts";
import { collector } from "./collect.ts";
import type { DateWord } from "./day-text.ts";
import { type Encoding, textOf } from "./decode.ts";
import { delimiterOf } from "./delimiter.ts";
import { figureReader } from "./figures-read.ts";
import { type Layout, layoutOf, type SaidColumns } from "./header.ts";
import type { Decimal } from "./number-text.ts";
import { cellOf, type Row, scanner } from "./scan.ts";
import { type Notation, type Survey, surveyOf } from "./survey.ts";
import { type Tally, tallyOf } from "./tally.ts";
import type { Target } from "./target.ts";
import { type Tidy, tidied } from "./tidy.ts";

/** What was said of how files are written; what is not said is found out, or asked for. */
export interface Reading {
  readonly columns?: SaidColumns;
  readonly delimiter?: string;
  readonly decimal?: Decimal;
  readonly dates?: DateWord;
  readonly encoding?: Encoding;
  readonly sheet?: string;
}

/** Hears how many bytes of a file were read. */
export type OnBytes = (bytes: number) => void;

/**
 * Reads a CSV, TSV or other delimited text piece by piece, twice: how it is written is found out from
 * as many rows as that takes, then its figures are read into growing columns.
 * @throws InputError with all that is wrong with it
 */
export async function readDelimited(
  path: string,
  target: Target,
  reading: Reading = {},
  onBytes: OnBytes = () => {},
): Promise<Tidy> {
  const delimiter = reading.delimiter ?? (await foundDelimiter(path, reading));
  const tally = tallyOf(path);
  const { layout, survey, width } = await surveyed(path, target, reading, delimiter);
  const notation = survey.decided(tally);
  if (notation === undefined) throw new InputError(tally.told());
  const names = layout.values.map(({ header }) => header);
  const reader = figureReader(notation, layout.date.header, names, tally);
  const rows = collector(names.length);
  const onRow = rowReader(layout, width, notation, reader, rows, tally);
  let isFirst = layout.hasHeader;
  await scanned(path, reading, delimiter, onBytes, (row) => {
    if (isFirst) isFirst = false;
    else onRow(row);
    return true;
  });
  const notes = [...layout.notes, ...survey.notes(), ...reader.notes()];
  return tidied(rows.collected(), layout, notes, tally);
}

async function foundDelimiter(path: string, { encoding }: Reading): Promise<string> {
  let head = "";
  let isWhole = true;
  for await (const piece of textOf(path, encoding)) {
    if (head !== "") {
      isWhole = false;
      break;
    }
    head = piece;
  }
  if (head.trim() === "") throw new InputError(`${path}: is empty; give a file with figures`);
  return delimiterOf(path, head, isWhole);
}

async function scanned(
  path: string,
  { encoding }: Reading,
  delimiter: string,
  onBytes: OnBytes,
  onRow: (row: Row) => boolean,
): Promise<void> {
  const scan = scanner(path, delimiter, onRow);
  for await (const piece of textOf(path, encoding, onBytes)) if (!scan.push(piece, false)) return;
  scan.push("", true);
}

interface Surveyed {
  readonly layout: Layout;
  readonly survey: Survey;
  /** Cells that a row must have. */
  readonly width: number;
}

/** Finds the columns, and how days and numbers are written. */
async function surveyed(
  path: string,
  target: Target,
  reading: Reading,
  delimiter: string,
): Promise<Surveyed> {
  const survey = surveyOf({
    isCommaParted: delimiter === ",",
    ...(reading.dates === undefined ? {} : { dates: reading.dates }),
    ...(reading.decimal === undefined ? {} : { decimal: reading.decimal }),
    ...(target.period === undefined ? {} : { period: target.period }),
  });
  let names: readonly string[] | undefined;
  let layout: Layout | undefined;
  const look = (row: Row, { date, values }: Layout) => {
    survey.day(cellOf(row, date.at), row.line);
    for (const { at } of values) survey.number(cellOf(row, at));
  };
  await scanned(
    path,
    reading,
    delimiter,
    () => {},
    (row) => {
      if (names === undefined) {
        names = Array.from({ length: row.count }, (_, at) => cellOf(row, at));
        const isFigures = reading.columns !== undefined;
        layout = isFigures ? layoutOf(path, names, [], target, reading.columns) : undefined;
        if (layout !== undefined && !layout.hasHeader) look(row, layout);
        return true;
      }
      if (layout === undefined) {
        const cells = Array.from({ length: row.count }, (_, at) => cellOf(row, at));
        layout = layoutOf(path, names, cells, target, reading.columns);
      }
      look(row, layout);
      return !survey.isDecided;
    },
  );
  if (names === undefined) throw new InputError(`${path}: is empty; give a file with figures`);
  layout ??= layoutOf(path, names, [], target, reading.columns);
  let width = names.length;
  while (layout.hasHeader && width > 1 && names[width - 1] === "") width -= 1;
  return { layout, survey, width };
}

/** Reads rows into a collector: plain cells where they stand, others by their text. */
function rowReader(
  { date, values }: Layout,
  width: number,
  { decimal }: Notation,
  reader: ReturnType<typeof figureReader>,
  rows: ReturnType<typeof collector>,
  tally: Tally,
): (row: Row) => void {
  const dayAt = plainDay();
  const numberAt = plainNumber(decimal);
  const at = Int32Array.from(values, (one) => one.at);
  return (row) => {
    const { text, starts, ends, line } = row;
    if (row.count !== width && !isPadded(row, width)) {
      tally.add("length", line, () => lengthFault(row.count, width, values.length));
      return;
    }
    const day =
      dayAt(text, starts[date.at]!, ends[date.at]!) ?? reader.day(cellOf(row, date.at), line);
    for (let column = 0; column < at.length; column += 1) {
      const cell = at[column]!;
      const number = numberAt(text, starts[cell]!, ends[cell]!);
      if (number === undefined) rows.row[column] = reader.number(cellOf(row, cell), line, column);
      else {
        reader.plain(column);
        rows.row[column] = number;
      }
    }
    if (day !== undefined) rows.add(day);
  };
}

/** True of a row with blank cells after its last column. */
function isPadded(row: Row, width: number): boolean {
  if (row.count < width) return false;
  for (let at = width; at < row.count; at += 1) if (row.ends[at]! > row.starts[at]!) return false;
  return true;
}

function lengthFault(count: number, width: number, values: number): string {
  const cells = `: ${count} ${count === 1 ? "cell" : "cells"} where the header has ${width}`;
  return count - 1 === 2 * (width - 1) || count - width === values
    ? `${cells}; if a comma stands before decimals or between thousands, quote the numbers or part the cells by semicolons`
    : `${cells}; write one cell for each column, blank where nothing is known`;
}
