import type { Numbers, Picture } from "../study/findings.ts";

/** All days that any line of the picture has, ascending. */
export function datesOf({ lines }: Picture): readonly string[] {
  const [first, ...others] = lines;
  if (first === undefined) return [];
  if (others.every(({ dates }) => same(dates, first.dates))) return first.dates;
  return [...new Set(lines.flatMap(({ dates }) => dates))].sort();
}

/** Values of a line's own days set on the days of the picture; null on a day that the line lacks. */
export function alignedTo(
  dates: readonly string[],
  own: readonly string[],
  values: Numbers,
): Numbers {
  if (same(dates, own)) return values;
  const byDate = new Map(own.map((date, row) => [date, values[row] ?? null]));
  return dates.map((date) => byDate.get(date) ?? null);
}

function same(left: readonly string[], right: readonly string[]): boolean {
  if (left === right) return true;
  return left.length === right.length && left.every((date, row) => date === right[row]);
}
