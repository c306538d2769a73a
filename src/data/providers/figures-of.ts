import { type Day, formatDay } from "../../series/day.ts";
import type { Fetched } from "./provider.ts";
import { ProviderFault } from "./provider-fault.ts";

/** A day and its numbers, one a column; NaN for what is not known. */
export interface Row {
  readonly day: Day;
  readonly values: readonly number[];
}

/**
 * Rows as a provider gives them, in whatever order, as figures: ascending, without rows that know
 * nothing; where a day stands twice the later row is kept, and it is said if the two differ.
 * @throws ProviderFault where nothing is left
 */
export function figuresOf(
  names: readonly string[],
  rows: readonly Row[],
  notes: readonly string[] = [],
): Fetched {
  const known = rows.filter(({ values }) => values.some((value) => !Number.isNaN(value)));
  if (known.length === 0) throw new ProviderFault("empty", "the answer holds no figures");
  const sorted = known.map((row, at) => ({ row, at }));
  sorted.sort((one, other) => one.row.day - other.row.day || one.at - other.at);
  const kept: Row[] = [];
  const twice: Day[] = [];
  for (const { row } of sorted) {
    const before = kept.at(-1);
    if (before?.day !== row.day) kept.push(row);
    else {
      if (before.values.some((value, at) => !Object.is(value, row.values[at]))) twice.push(row.day);
      kept[kept.length - 1] = row;
    }
  }
  return {
    figures: {
      days: Float64Array.from(kept, ({ day }) => day),
      columns: new Map(
        names.map((name, at) => [name, Float64Array.from(kept, ({ values }) => values[at]!)]),
      ),
    },
    notes: [...notes, ...twiceWords(twice)],
  };
}

function twiceWords([first, ...others]: readonly Day[]): string[] {
  if (first === undefined) return [];
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  return [`${formatDay(first)}${more} came twice with different values; the later row is kept`];
}
