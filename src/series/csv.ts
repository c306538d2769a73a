import { CsvError, parse } from "csv-parse/sync";
import { InputError } from "../input/input-error.ts";
import { unknownName } from "../input/nearest.ts";
import { headerFaults, inWords, orderFaults, sameLength, wrongLength } from "./csv-faults.ts";
import { otherDelimiter, type Refused } from "./csv-looks.ts";
import { readDay } from "./day.ts";
import { readPlain } from "./plain-csv.ts";
import type { Column, Days } from "./series.ts";

/** The content of one CSV file as named columns of numbers; day columns hold day numbers. */
export interface Table {
  /** The file, as messages name it. */
  readonly place: string;
  /** The first column: strictly ascending days. */
  readonly days: Days;
  readonly columns: ReadonlyMap<string, Column>;
}

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** What can be read of a CSV text, and all that is wrong with it, each with its line and column. */
export interface Reading {
  readonly table: Table;
  readonly faults: readonly string[];
}

/**
 * Reads a CSV text whose first column is strictly ascending ISO days. Other columns hold plain
 * decimal numbers, or days where `dayColumns` names them; a blank cell is "not known" (NaN), never 0.
 * @throws InputError with all faults of the file together, each with its line and column.
 */
export function readTable(text: string, place: string, dayColumns: readonly string[] = []): Table {
  const { table, faults } = readWithFaults(text, place, dayColumns);
  if (faults.length > 0) throw new InputError(faults);
  return table;
}

/**
 * As `readTable`, for a check that goes on: a refused cell counts as not known, a row without a day
 * after the one before, or of another length, is left out, and the faults are given.
 * @throws InputError where the text as a whole is no table.
 */
export function readWithFaults(
  text: string,
  place: string,
  dayColumns: readonly string[] = [],
): Reading {
  const plain = readPlain(text, (name, at) => at === 0 || dayColumns.includes(name));
  if (plain !== undefined) return { table: tableOf(place, plain.names, plain.columns), faults: [] };
  const [names, ...rows] = rowsOf(text, place);
  if (names === undefined || rows.length === 0)
    throw new InputError(`${place}: no rows; write a header line and at least one row of figures`);
  if (names.length === 1) refuseOtherDelimiter(names[0]!, rows[0]!.join(), place);
  const columns = names.map(() => new Float64Array(rows.length).fill(Number.NaN));
  const faults = headerFaults(names);
  const refused: Refused[] = [];
  for (let row = 0; row < rows.length; row += 1) {
    const cells = rows[row]!;
    const fits = cells.length === names.length;
    if (!fits) faults.push({ row: row + 1, fact: wrongLength(cells.length, names.length) });
    for (let at = 0; at < (fits ? cells.length : 1); at += 1) {
      const isDay = at === 0 || dayColumns.includes(names[at]!);
      const value = isDay ? dayIn(cells[at]!, at > 0) : numberIn(cells[at]!);
      if (value === undefined)
        refused.push({ row: row + 1, column: names[at]!, cell: cells[at]!, isDay });
      else if (fits) columns[at]![row] = value;
    }
  }
  faults.push(...orderFaults(columns[0]!));
  if (faults.length + refused.length === 0)
    return { table: tableOf(place, names, columns), faults: [] };
  return {
    table: tableOf(place, names, ascending(columns)),
    faults: inWords(sameLength(faults, rows, names.length), refused, linesOf(text), place),
  };
}

function tableOf(place: string, names: readonly string[], columns: readonly Column[]): Table {
  return {
    place,
    days: columns[0]!,
    columns: new Map(names.map((name, at) => [name, columns[at]!])),
  };
}

/** The rows whose day comes after those of all rows before. */
function ascending([days = new Float64Array(0), ...others]: readonly Column[]): readonly Column[] {
  const kept: number[] = [];
  for (let row = 0; row < days.length; row += 1)
    if (days[row]! > (kept.length === 0 ? Number.NEGATIVE_INFINITY : days[kept.at(-1)!]!))
      kept.push(row);
  return [days, ...others].map((column) => Float64Array.from(kept, (row) => column[row]!));
}

/** @throws InputError where the only cell of the header shows that another sign parts the cells. */
function refuseOtherDelimiter(header: string, row: string, place: string): void {
  const fault = otherDelimiter(header, row);
  if (fault !== undefined) throw new InputError(`${place}: ${fault}`);
}

/** A column of a table by name. @throws InputError with the nearest name where there is none. */
export function columnOf(table: Table, name: string): Column {
  const column = table.columns.get(name);
  if (column === undefined)
    throw new InputError(`${table.place}: ${unknownName("column", name, table.columns.keys())}`);
  return column;
}

const LAX = { bom: true, trim: true, skip_empty_lines: true, relax_column_count: true } as const;

function rowsOf(text: string, place: string): string[][] {
  try {
    return parse(text, LAX);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InputError(`${place}: not readable as CSV: ${error.message}`);
  }
}

/** Line of each row: found only where a fault must be told, since it doubles the time of reading. */
function linesOf(text: string): number[] {
  const lines: number[] = [];
  parse(text, {
    ...LAX,
    on_record: (_, context) => {
      lines.push(context.lines);
      return null;
    },
  });
  return lines;
}

function numberIn(cell: string): number | undefined {
  if (cell === "") return Number.NaN;
  const value = DECIMAL.test(cell) ? Number(cell) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

function dayIn(cell: string, mayBeBlank: boolean): number | undefined {
  return mayBeBlank && cell === "" ? Number.NaN : readDay(cell);
}
