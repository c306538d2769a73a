import { InputError } from "../../input/input-error.ts";
import { formatDay } from "../../series/day.ts";
import type { Column, Days } from "../../series/series.ts";

/** Columns of one file, by name: days strictly ascending; NaN is not known, and is written blank. */
export interface Figures {
  readonly days: Days;
  readonly columns: ReadonlyMap<string, Column>;
}

/** Rows that are written at once. */
const CHUNK = 16_384;
const FIRST_DAY = -683_003;
const LAST_DAY = 2_932_896;

/**
 * The figures as CSV, piece by piece: ISO days, and every number in its shortest form that reads back equal.
 * @throws InputError for days that do not ascend, columns of another length, names or numbers that CSV cannot hold
 */
export function* csvOf(file: string, figures: Figures): Generator<string> {
  checkFigures(file, figures);
  const { days } = figures;
  const columns = [...figures.columns.values()];
  yield `date,${[...figures.columns.keys()].join()}\n`;
  for (let from = 0; from < days.length; from += CHUNK) {
    const to = Math.min(days.length, from + CHUNK);
    let text = "";
    for (let row = from; row < to; row += 1) {
      text += formatDay(days[row]!);
      for (const column of columns) text += `,${cellOf(column[row]!)}`;
      text += "\n";
    }
    yield text;
  }
}

function cellOf(value: number): string {
  if (Number.isNaN(value)) return "";
  return Object.is(value, -0) ? "-0" : String(value);
}

function checkFigures(file: string, { days, columns }: Figures): void {
  const faults: string[] = [];
  if (columns.size === 0 || days.length === 0)
    faults.push(`${file}: no figures; nothing is stored without a column and a row`);
  for (const name of columns.keys())
    if (name === "date" || !/^[\w.-]+$/.test(name))
      faults.push(
        `${file}: "${name}" cannot name a column; write letters, digits, "_", "-" or "."`,
      );
  let before = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < days.length; row += 1) {
    const day = days[row]!;
    if (!(Number.isInteger(day) && day >= FIRST_DAY && day <= LAST_DAY && day > before)) {
      faults.push(
        `${file}: row ${row + 1} is not on a day after that of the row before; sort the rows by day`,
      );
      break;
    }
    before = day;
  }
  for (const [name, column] of columns) faults.push(...columnFaults(file, name, column, days));
  if (faults.length > 0) throw new InputError(faults);
}

function columnFaults(file: string, name: string, column: Column, days: Days): string[] {
  if (column.length !== days.length)
    return [
      `${file}: column "${name}" has ${column.length} values for ${days.length} days; give one a day`,
    ];
  for (let row = 0; row < column.length; row += 1)
    if (Math.abs(column[row]!) === Number.POSITIVE_INFINITY)
      return [
        `${file}: column "${name}" is infinite on ${formatDay(days[row]!)}; leave the value unknown`,
      ];
  return [];
}
