import type { Column, Days } from "../../series/series.ts";

/** The rows of a file as they come, kept in growing columns. */
export interface Collector {
  /** The values of the row to be added. */
  readonly row: Float64Array;
  add(day: number): void;
  /** All rows, days strictly ascending. */
  collected(): Collected;
}

export interface Collected {
  readonly days: Days;
  readonly columns: readonly Column[];
  /** How many rows said again what a row of the same day had said. */
  readonly merged: number;
  readonly order: "ascending" | "descending" | "mixed";
  /** How many rows differ from another of their day, and the first of them. */
  readonly conflicts: number;
  readonly firstConflict?: Conflict;
}

/** A day with two rows, and the number of a column in which they differ. */
interface Conflict {
  readonly day: number;
  readonly column: number;
  readonly values: readonly [number, number];
}

/** A collector of so many columns of values. */
export function collector(width: number): Collector {
  let capacity = 1 << 12;
  let days = new Float64Array(capacity);
  let columns = Array.from({ length: width }, () => new Float64Array(capacity));
  const row = new Float64Array(width);
  let rows = 0;
  let merged = 0;
  let ascents = 0;
  let descents = 0;

  const repeats = (): boolean => {
    for (let column = 0; column < width; column += 1)
      if (!isSame(columns[column]![rows - 1]!, row[column]!)) return false;
    return true;
  };
  return {
    row,
    add: (day) => {
      if (rows > 0) {
        const before = days[rows - 1]!;
        if (day > before) ascents += 1;
        else if (day < before) descents += 1;
        else if (repeats()) {
          merged += 1;
          return;
        }
      }
      if (rows === capacity) {
        capacity *= 2;
        days = grown(days, capacity);
        columns = columns.map((column) => grown(column, capacity));
      }
      days[rows] = day;
      for (let column = 0; column < width; column += 1) columns[column]![rows] = row[column]!;
      rows += 1;
    },
    collected: () => {
      const isAscending = descents === 0;
      const order = isAscending ? "ascending" : ascents === 0 ? "descending" : "mixed";
      const sorted = isAscending ? undefined : sortedRows(days, rows);
      const parted = withoutRepeats(days, columns, rows, sorted);
      return { ...parted, merged: merged + parted.merged, order };
    },
  };
}

function grown(array: Float64Array<ArrayBuffer>, capacity: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(capacity);
  larger.set(array);
  return larger;
}

function isSame(a: number, b: number): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}

/** Larger than the number of any row; a day times it, plus a row, is exact. */
const ROWS = 2 ** 27;

/** Numbers of the rows in the order of their days, rows of one day in the order of the file. */
function sortedRows(days: Float64Array, rows: number): Float64Array {
  const keys = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) keys[row] = days[row]! * ROWS + row;
  keys.sort();
  for (let at = 0; at < rows; at += 1) keys[at] = keys[at]! - Math.floor(keys[at]! / ROWS) * ROWS;
  return keys;
}

/** The rows in this order, each day once. Columns are written in place where the order is that of the file. */
function withoutRepeats(
  days: Float64Array,
  columns: readonly Float64Array[],
  rows: number,
  order: Float64Array | undefined,
): Omit<Collected, "order"> {
  const outDays = order === undefined ? days : new Float64Array(rows);
  const out = order === undefined ? columns : columns.map(() => new Float64Array(rows));
  let firstConflict: Conflict | undefined;
  let conflicts = 0;
  let kept = 0;
  let merged = 0;
  for (let at = 0; at < rows; at += 1) {
    const row = order === undefined ? at : order[at]!;
    const day = days[row]!;
    if (kept > 0 && outDays[kept - 1] === day) {
      const column = columns.findIndex((values, c) => !isSame(out[c]![kept - 1]!, values[row]!));
      if (column < 0) merged += 1;
      else {
        const values = [out[column]![kept - 1]!, columns[column]![row]!] as const;
        firstConflict ??= { day, column, values };
        conflicts += 1;
      }
      continue;
    }
    outDays[kept] = day;
    for (let column = 0; column < columns.length; column += 1)
      out[column]![kept] = columns[column]![row]!;
    kept += 1;
  }
  return {
    days: outDays.subarray(0, kept),
    columns: out.map((column) => column.subarray(0, kept)),
    merged,
    conflicts,
    ...(firstConflict === undefined ? {} : { firstConflict }),
  };
}
