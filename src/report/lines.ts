import type { Numbers } from "../study/findings.ts";
import { m4, type PixelColumns, pixelColumns } from "./chart/m4.ts";

/** Several lines on shared dates; a chart sees them as rows of `t` (ms, UTC), `key` and `value`. */
export interface Lines {
  readonly dates: readonly string[];
  readonly lines: Readonly<Record<string, Numbers>>;
  /** Where there are more dates than room: the rows of `dates` on which the values of each line stand. */
  readonly thinned?: {
    readonly rows: Readonly<Record<string, readonly number[]>>;
    /** Rows that every line has: those whose values can be read off together. */
    readonly shared: readonly number[];
  };
}

/** Columns that the lines of a chart are thinned to: two to three pixels each in the widest page. */
const COLUMNS = 360;

/** The columns to thin to, or undefined where every row of these dates can be drawn. */
export function crowded(dates: readonly string[]): PixelColumns | undefined {
  if (dates.length <= 4 * COLUMNS) return undefined;
  return pixelColumns(
    dates.map((date) => Date.parse(date)),
    COLUMNS,
  );
}

/** The lines as they are drawn: short ones whole, long ones thinned with their extremes kept. */
export function drawnLines(
  dates: readonly string[],
  lines: Readonly<Record<string, Numbers>>,
): Lines {
  const columns = crowded(dates);
  if (columns === undefined) return { dates, lines };
  const rows: Record<string, readonly number[]> = {};
  const drawn: Record<string, Numbers> = {};
  for (const [key, values] of Object.entries(lines)) {
    const kept = m4(values, columns);
    rows[key] = kept;
    drawn[key] = kept.map((row) => values[row] ?? null);
  }
  return { dates, lines: drawn, thinned: { rows, shared: columns.ends } };
}
