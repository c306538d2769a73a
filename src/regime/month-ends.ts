import { type Day, monthOf } from "../series/day.ts";

/** The rows that end a month: each but the last row where the next one lies in another month. */
export function monthEndRows(days: ArrayLike<Day>): number[] {
  const rows: number[] = [];
  let month = days.length > 0 ? monthOf(days[0]!) : 0;
  for (let row = 0; row + 1 < days.length; row += 1) {
    const next = monthOf(days[row + 1]!);
    if (next !== month) rows.push(row);
    month = next;
  }
  return rows;
}
