import { InputError } from "../input/input-error.ts";
import { type Day, dayOf, endOfMonth, formatDay, monthOf, parseDay } from "./day.ts";
import type { Dated } from "./series.ts";

/**
 * A monthly series with named months (`YYYY-MM`) filled log-linearly between their neighbours, and the
 * days that were filled. Any other gap stays a gap; a month that has a value keeps it.
 * @throws InputError where a neighbour is missing or not positive.
 */
export function fillMonths(
  id: string,
  series: Dated,
  months: readonly string[],
): Dated & { readonly filled: readonly Day[] } {
  const byMonth = new Map<number, { readonly day: Day; readonly value: number }>();
  for (let row = 0; row < series.days.length; row += 1) {
    const day = series.days[row]!;
    byMonth.set(monthOf(day), { day, value: series.values[row]! });
  }
  const named = months
    .map((month) => monthOf(parseDay(`${month}-01`, `${id}, filled month`)))
    .filter((month) => !isKnown(byMonth, month));
  const filled: Day[] = [];
  const fills = named.map((month) => {
    const day = endOfMonth(dayOf(Math.floor(month / 12), (month % 12) + 1, 1));
    filled.push(day);
    return [month, { day, value: between(id, byMonth, named, month) }] as const;
  });
  for (const [month, fill] of fills) byMonth.set(month, fill);
  const rows = [...byMonth.values()].sort((a, b) => a.day - b.day);
  return {
    days: Float64Array.from(rows, ({ day }) => day),
    values: Float64Array.from(rows, ({ value }) => value),
    filled: filled.sort((a, b) => a - b),
  };
}

type ByMonth = ReadonlyMap<number, { readonly day: Day; readonly value: number }>;

function isKnown(byMonth: ByMonth, month: number): boolean {
  return !Number.isNaN(byMonth.get(month)?.value ?? Number.NaN);
}

function between(id: string, byMonth: ByMonth, named: readonly number[], month: number): number {
  let before = month - 1;
  let after = month + 1;
  while (named.includes(before)) before -= 1;
  while (named.includes(after)) after += 1;
  const low = positive(id, byMonth, before);
  const high = positive(id, byMonth, after);
  const share = (month - before) / (after - before);
  return low * (high / low) ** share;
}

function positive(id: string, byMonth: ByMonth, month: number): number {
  const value = byMonth.get(month)?.value ?? Number.NaN;
  if (value > 0) return value;
  const end = formatDay(endOfMonth(dayOf(Math.floor(month / 12), (month % 12) + 1, 1)));
  throw new InputError(
    `${id}: no positive value for ${end.slice(0, 7)}, a neighbour of a month to be filled; ` +
      "fill only single gaps between published months",
  );
}
