import { CsvError, parse } from "csv-parse/sync";
import { InputError } from "../input/input-error.ts";
import { unknownName } from "../input/nearest.ts";
import { type Day, formatDay, readDay } from "./day.ts";
import type { Column, Days } from "./series.ts";

/** The content of one CSV file as named columns of numbers; day columns hold day numbers. */
export interface Table {
  /** The file, as messages name it. */
  readonly place: string;
  /** The first column: strictly ascending days. */
  readonly days: Days;
  readonly columns: ReadonlyMap<string, Column>;
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const MOST_FAULTS = 20;

/**
 * Reads a CSV text whose first column is strictly ascending ISO days. Other columns hold plain
 * decimal numbers, or days where `dayColumns` names them; a blank cell is "not known" (NaN), never 0.
 * @throws InputError with all faults of the file together, each with its line and column.
 */
export function readTable(text: string, place: string, dayColumns: readonly string[] = []): Table {
  const [header, ...rows] = rowsOf(text, place);
  if (header === undefined || rows.length === 0)
    throw new InputError(`${place}: no rows; write a header line and at least one row of figures`);
  const faults = headerFaults(header, place);
  const names = header.cells;
  const columns = names.map(() => new Float64Array(rows.length).fill(Number.NaN));
  rows.forEach((row, index) => {
    const where = `${place} line ${row.line}`;
    if (row.cells.length !== names.length) {
      faults.push(
        `${where}: ${row.cells.length} cells where the header has ${names.length}; ` +
          "write one cell for each column, blank where nothing is known",
      );
      return;
    }
    row.cells.forEach((cell, at) => {
      const name = names[at]!;
      const isDay = at === 0 || dayColumns.includes(name);
      const value = isDay ? dayIn(cell, at > 0) : numberIn(cell);
      if (value === undefined) faults.push(`${where}, column "${name}": ${refusal(cell, isDay)}`);
      columns[at]![index] = value ?? Number.NaN;
    });
  });
  const days = columns[0]!;
  faults.push(...orderFaults(days, rows, place));
  if (faults.length > 0) throw new InputError(capped(faults, place));
  return { place, days, columns: new Map(names.map((name, at) => [name, columns[at]!])) };
}

/** A column of a table by name. @throws InputError with the nearest name where there is none. */
export function columnOf(table: Table, name: string): Column {
  const column = table.columns.get(name);
  if (column === undefined)
    throw new InputError(`${table.place}: ${unknownName("column", name, table.columns.keys())}`);
  return column;
}

function rowsOf(text: string, place: string): Row[] {
  const rows: Row[] = [];
  try {
    parse(text, {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: lines, cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InputError(`${place}: not readable as CSV: ${error.message}`);
  }
  return rows;
}

function headerFaults(header: Row, place: string): string[] {
  const faults: string[] = [];
  header.cells.forEach((name, at) => {
    const where = `${place} line ${header.line}`;
    if (name === "") faults.push(`${where}: column ${at + 1} has no name; write one`);
    else if (header.cells.indexOf(name) < at)
      faults.push(`${where}: two columns are named "${name}"; give each its own name`);
  });
  return faults;
}

function orderFaults(days: Column, rows: readonly Row[], place: string): string[] {
  const faults: string[] = [];
  let before: Day = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < days.length; row += 1) {
    const day = days[row]!;
    if (Number.isNaN(day)) continue;
    if (day <= before)
      faults.push(
        `${place} line ${rows[row]!.line}: ${formatDay(day)} does not come after ` +
          `${formatDay(before)}; write each day once, in ascending order`,
      );
    before = day;
  }
  return faults;
}

function numberIn(cell: string): number | undefined {
  if (cell === "") return Number.NaN;
  const value = DECIMAL.test(cell) ? Number(cell) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

function dayIn(cell: string, mayBeBlank: boolean): number | undefined {
  return mayBeBlank && cell === "" ? Number.NaN : readDay(cell);
}

function refusal(cell: string, isDay: boolean): string {
  return isDay
    ? `"${cell}" is not a calendar day; write YYYY-MM-DD`
    : `"${cell}" is not a number; write a plain decimal such as 123.4, or leave it blank`;
}

function capped(faults: readonly string[], place: string): readonly string[] {
  const more = faults.length - MOST_FAULTS;
  return more <= 0
    ? faults
    : [...faults.slice(0, MOST_FAULTS), `${place}: and ${more} more faults of this file`];
}
