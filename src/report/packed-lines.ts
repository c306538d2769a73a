import { parseDay } from "../series/day.ts";
import type { Numbers } from "../study/findings.ts";
import type { Lines } from "./lines.ts";

/** Days as the first, in days since 1970, and the steps from each to the next; `shared` as in `Lines`. */
export interface PackedDays {
  readonly steps: readonly number[];
  readonly shared?: readonly number[];
}

/** Values as whole multiples of `1 / scale`: the first, and the steps between known neighbours. */
export interface PackedValues {
  readonly scale: number;
  readonly steps: Numbers;
}

/** Lines as the page's script unpacks them; `days` is a place among the days of the page. */
export interface PackedLines {
  readonly days: number;
  readonly lines: Readonly<Record<string, PackedValues>>;
  readonly rows?: Readonly<Record<string, readonly number[]>>;
}

/** Digits of the smallest value, and at most of the largest: the exact numbers stand in the tables. */
const DIGITS = 5;
const MOST_DIGITS = 8;
/** Decimals of fractions that are shown as percent with one. */
const PERCENT_DECIMALS = 4;

/** Ascending whole numbers as the first and the steps between neighbours. */
function stepsOf(ascending: readonly number[]): readonly number[] {
  return ascending.map((value, place) => value - (ascending[place - 1] ?? 0));
}

export function packedDays({ dates, thinned }: Lines): PackedDays {
  const steps = stepsOf(dates.map((date) => parseDay(date, "report")));
  return thinned === undefined ? { steps } : { steps, shared: stepsOf(thinned.shared) };
}

function decimalsOf(values: Numbers): number {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const value of values) {
    const size = Math.abs(value ?? 0);
    if (size === 0) continue;
    least = Math.min(least, size);
    most = Math.max(most, size);
  }
  if (most === 0) return 0;
  const decimals = (digits: number, size: number) => digits - 1 - Math.floor(Math.log10(size));
  return Math.max(0, Math.min(decimals(DIGITS, least), decimals(MOST_DIGITS, most)));
}

/** Values rounded to so many decimals, or to what drawing and reading them off asks for. */
export function packedValues(values: Numbers, decimals = decimalsOf(values)): PackedValues {
  const scale = 10 ** decimals;
  let before = 0;
  const steps = values.map((value) => {
    if (value === null) return null;
    const step = Math.round(value * scale) - before;
    before += step;
    return step;
  });
  return { scale, steps };
}

/** Lines with days that stand elsewhere; fractions need fewer decimals than numbers. */
export function packedLines(
  { lines, thinned }: Lines,
  days: number,
  format: "percent" | "number",
): PackedLines {
  const decimals = format === "percent" ? PERCENT_DECIMALS : undefined;
  return {
    days,
    lines: entriesOf(lines, (values) => packedValues(values, decimals)),
    ...(thinned === undefined ? {} : { rows: entriesOf(thinned.rows, stepsOf) }),
  };
}

function entriesOf<T, U>(
  record: Readonly<Record<string, T>>,
  change: (value: T) => U,
): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
