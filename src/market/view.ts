import { InputError } from "../input/input-error.ts";
import { unknownName } from "../input/nearest.ts";
import { type Day, formatDay, partsOf } from "../series/day.ts";
import type { Column, Days } from "../series/series.ts";
import { type Figures, figuresBy } from "./publications.ts";

/**
 * What could be known at one close: the only thing a decision may read. It holds no later value and
 * gives away no array that holds one; a series with a publication lag shows its last published value.
 */
export interface View<Id extends string = string> {
  readonly day: Day;
  /**
   * The last value known. @throws InputError where none is: before the first, and where the last has gone stale
   * (a price after five trading days, a published figure once the next is 45 days overdue).
   */
  price(id: Id): number;
  /** The last `rows` known values by row, oldest first. @throws InputError where fewer are known. */
  history(id: Id, rows: number): Column;
  /**
   * The values known at the end of each of the last `months` months, oldest first and the present month so
   * far among them: the same at any frequency. Fewer where fewer are known.
   */
  monthEnds(id: Id, months: number): Column;
  /**
   * The last `most` figures that were published by this close, oldest first, each with the last day of the
   * period it stands for and the day from which it was known. All of them unless told how many; fewer where
   * fewer are known. It is by period that figures of different months are told apart: two may be equal.
   */
  published(id: Id, most?: number): Figures;
  /** The days of the last `months` month-ends, oldest first and this day the last: those of `monthEnds`. */
  closes(months: number): Days;
  /** Whether a series was declared by who asks, and so may be read. */
  declares(id: string): boolean;
  /** Whether at least `rows` values (default 1) are known. */
  knows(id: Id, rows?: number): boolean;
}

/** One known column as a view reads it: the value as it stood published on each row. */
export interface KnownColumns {
  readonly ids: readonly string[];
  readonly days: ArrayLike<Day>;
  known(id: string): Column;
  /** All figures, later ones too: a view gives those that were published by its day. */
  publications(id: string): Figures;
  /** Why no decision may read a series: it was known only afterwards. */
  readonly refused?: ((id: string) => string | undefined) | undefined;
}

/** The view at a row. `place` names the reader in its errors. */
export function viewAt(columns: KnownColumns, row: number, place: string): View {
  const day = columns.days[row]!;
  const declared = (id: string): string => {
    if (!columns.ids.includes(id))
      throw new InputError(
        `${place}: ${unknownName("series", id, columns.ids)} (a view reads declared assets and inputs)`,
      );
    const because = columns.refused?.(id);
    if (because !== undefined)
      throw new InputError(
        `${place}: "${id}" was not known at the time (${because}); no decision may read it, and it may only describe`,
      );
    return id;
  };
  const read = (id: string): Column => columns.known(declared(id));
  const whole = (name: string, count: number): void => {
    if (!Number.isInteger(count) || count < 1)
      throw new InputError(`${place}: ${name} is ${count}; give a whole number from 1`);
  };
  const knows = (id: string, rows = 1): boolean => {
    const column = read(id);
    whole("rows", rows);
    if (rows > row + 1) return false;
    for (let back = 0; back < rows; back++) if (Number.isNaN(column[row - back]!)) return false;
    return true;
  };
  const history = (id: string, rows: number): Column => {
    if (!knows(id, rows))
      throw new InputError(
        `${place}: fewer than ${rows} values of "${id}" are known on ${formatDay(day)}; ask knows() first`,
      );
    const column = read(id);
    const copy = new Float64Array(rows);
    for (let index = 0; index < rows; index++) copy[index] = column[row - rows + 1 + index]!;
    return copy;
  };
  /** The rows of the last month-ends from this one back. */
  const endsBack = (months: number): number[] => {
    whole("months", months);
    const rows: number[] = [];
    for (let at = row; at >= 0 && rows.length < months; at = endOfMonthBefore(columns.days, at))
      rows.push(at);
    return rows;
  };
  const monthEnds = (id: string, months: number): Column => {
    const column = read(id);
    const values: number[] = [];
    for (const at of endsBack(months)) {
      if (Number.isNaN(column[at]!)) break;
      values.push(column[at]!);
    }
    return new Float64Array(values.reverse());
  };
  const published = (id: string, most = Infinity): Figures => {
    if (most !== Infinity) whole("most", most);
    return figuresBy(columns.publications(declared(id)), day, most);
  };
  return {
    day,
    knows,
    history,
    monthEnds,
    published,
    closes: (months) => Float64Array.from(endsBack(months).reverse(), (at) => columns.days[at]!),
    declares: (id) => columns.ids.includes(id),
    price: (id) => history(id, 1)[0]!,
  };
}

/** The last row of a month before that of a row; -1 where there is none. Found by halving. */
function endOfMonthBefore(days: ArrayLike<Day>, row: number): number {
  const { dayOfMonth } = partsOf(days[row]!);
  const first = days[row]! - dayOfMonth + 1;
  if (row === 0 || days[row - 1]! < first) return row - 1;
  // A month has no more rows than days, so that the row as many rows ago lies before it.
  let before = Math.max(-1, row - dayOfMonth);
  for (let next = row; next - before > 1; ) {
    const middle = (before + next) >> 1;
    if (days[middle]! < first) before = middle;
    else next = middle;
  }
  return before;
}
