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

interface Fault {
  readonly row: number;
  readonly fact: string;
}

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const MOST_FAULTS = 20;

/**
 * Reads a CSV text whose first column is strictly ascending ISO days. Other columns hold plain
 * decimal numbers, or days where `dayColumns` names them; a blank cell is "not known" (NaN), never 0.
 * @throws InputError with all faults of the file together, each with its line and column.
 */
export function readTable(text: string, place: string, dayColumns: readonly string[] = []): Table {
  const [names, ...rows] = rowsOf(text, place);
  if (names === undefined || rows.length === 0)
    throw new InputError(`${place}: no rows; write a header line and at least one row of figures`);
  const columns = names.map(() => new Float64Array(rows.length).fill(Number.NaN));
  const faults = headerFaults(names);
  for (let row = 0; row < rows.length; row += 1) {
    const cells = rows[row]!;
    if (cells.length !== names.length) {
      faults.push({ row: row + 1, fact: wrongLength(cells.length, names.length) });
      continue;
    }
    for (let at = 0; at < cells.length; at += 1) {
      const isDay = at === 0 || dayColumns.includes(names[at]!);
      const value = isDay ? dayIn(cells[at]!, at > 0) : numberIn(cells[at]!);
      if (value === undefined)
        faults.push({ row: row + 1, fact: refusal(names[at]!, cells[at]!, isDay) });
      else columns[at]![row] = value;
    }
  }
  const days = columns[0]!;
  faults.push(...orderFaults(days));
  if (faults.length > 0) throw new InputError(inWords(faults, text, place));
  return { place, days, columns: new Map(names.map((name, at) => [name, columns[at]!])) };
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

function headerFaults(names: readonly string[]): Fault[] {
  return names.flatMap((name, at) => {
    if (name === "") return [{ row: 0, fact: `: column ${at + 1} has no name; write one` }];
    return names.indexOf(name) < at
      ? [{ row: 0, fact: `: two columns are named "${name}"; give each its own name` }]
      : [];
  });
}

function orderFaults(days: Column): Fault[] {
  const faults: Fault[] = [];
  let before: Day = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < days.length; row += 1) {
    const day = days[row]!;
    if (Number.isNaN(day)) continue;
    if (day <= before)
      faults.push({
        row: row + 1,
        fact:
          `: ${formatDay(day)} does not come after ${formatDay(before)}; ` +
          "write each day once, in ascending order",
      });
    before = day;
  }
  return faults;
}

function wrongLength(cells: number, names: number): string {
  return (
    `: ${cells} cells where the header has ${names}; ` +
    "write one cell for each column, blank where nothing is known"
  );
}

function numberIn(cell: string): number | undefined {
  if (cell === "") return Number.NaN;
  const value = DECIMAL.test(cell) ? Number(cell) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

function dayIn(cell: string, mayBeBlank: boolean): number | undefined {
  return mayBeBlank && cell === "" ? Number.NaN : readDay(cell);
}

function refusal(name: string, cell: string, isDay: boolean): string {
  return isDay
    ? `, column "${name}": "${cell}" is not a calendar day; write YYYY-MM-DD`
    : `, column "${name}": "${cell}" is not a number; write a plain decimal such as 123.4, or leave it blank`;
}

function inWords(faults: readonly Fault[], text: string, place: string): string[] {
  const lines = linesOf(text);
  const ordered = [...faults].sort((a, b) => a.row - b.row);
  const told = ordered
    .slice(0, MOST_FAULTS)
    .map(({ row, fact }) => `${place} line ${lines[row]}${fact}`);
  const more = faults.length - MOST_FAULTS;
  return more <= 0 ? told : [...told, `${place}: and ${more} more faults of this file`];
}
