import { columnAt } from "./column-by.ts";
import type { Dated } from "./series.ts";

/** The days on which every one of several series has a known value, and their values on those days. */
export function sharedDays(series: readonly Dated[]): {
  readonly days: Float64Array;
  /** By series, then by shared day. */
  readonly columns: readonly Float64Array[];
  /** Row of each series on each shared day. */
  readonly rows: readonly Int32Array[];
} {
  const at = series.map(() => 0);
  const rows: number[][] = series.map(() => []);
  const days: number[] = [];
  const [lead] = series;
  for (let row = 0; lead !== undefined && row < lead.days.length; row += 1) {
    const day = lead.days[row]!;
    at[0] = row;
    let shared = true;
    for (let index = 0; index < series.length; index += 1) {
      const { days: own, values } = series[index]!;
      let here = at[index]!;
      while (here < own.length && own[here]! < day) here += 1;
      at[index] = here;
      if (own[here] !== day || Number.isNaN(values[here]!)) shared = false;
    }
    if (!shared) continue;
    days.push(day);
    for (let index = 0; index < series.length; index += 1) rows[index]!.push(at[index]!);
  }
  return {
    days: Float64Array.from(days),
    columns: series.map(({ values }, index) => columnAt(values, rows[index]!)),
    rows: rows.map((own) => Int32Array.from(own)),
  };
}
