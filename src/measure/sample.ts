import { columnBy } from "../series/column-by.ts";
import { yearsBetween } from "../series/day.ts";
import type { Column, Days } from "../series/series.ts";

/**
 * One wealth series in one numeraire, with what is riskless in it: all that a statistic may read.
 * Nothing in this folder converts units; a change of numeraire is another sample.
 */
export interface Sample {
  /** Rows 0 to n, base first; positive, save that the last may be 0 (ruin). */
  readonly wealth: Column;
  readonly days: Days;
  /** n values: `riskless[t - 1]` is earned from row t - 1 to row t. */
  readonly riskless: Column;
  /** Periods a year, to annualise with: 12, 252, ... */
  readonly perYear: number;
  /** Length on the growth clock: calendar days / 365.25 from the base to the last row. */
  readonly years: number;
}

/** Wealth with its riskless rate, on the calendar clock. @throws Error where the rows do not fit. */
export function sampleOf(wealth: Column, days: Days, riskless: Column, perYear: number): Sample {
  if (wealth.length === 0 || wealth.length !== days.length)
    throw new Error(`a sample of ${wealth.length} rows of wealth on ${days.length} days`);
  if (riskless.length !== wealth.length - 1)
    throw new Error(`${riskless.length} riskless rates for ${wealth.length - 1} returns`);
  for (let row = 0; row < wealth.length; row += 1) {
    const ruin = wealth[row] === 0 && row === wealth.length - 1 && row > 0;
    if (!(wealth[row]! > 0) && !ruin) throw new Error(`wealth of ${wealth[row]} in row ${row}`);
  }
  return { wealth, days, riskless, perYear, years: yearsBetween(days[0]!, days[days.length - 1]!) };
}

/** The rows `from` to `to` of a sample, both included, as a sample of its own on the calendar clock. */
export function between(sample: Sample, from: number, to: number): Sample {
  const rows = { from, length: to - from + 1 };
  return sampleOf(
    slice(sample.wealth, rows.from, rows.length),
    slice(sample.days, rows.from, rows.length),
    slice(sample.riskless, rows.from, rows.length - 1),
    sample.perYear,
  );
}

function slice(values: Column, from: number, length: number): Float64Array {
  return columnBy(length, (row) => values[from + row]!);
}

/** Simple returns `V_t / V_(t-1) - 1`, one fewer than the rows of wealth. */
export function returnsOf(wealth: Column): Float64Array {
  const returns = new Float64Array(Math.max(0, wealth.length - 1));
  for (let t = 0; t < returns.length; t += 1) returns[t] = wealth[t + 1]! / wealth[t]! - 1;
  return returns;
}

/** Value by value `a - b`: returns over the riskless rate, over a benchmark or over a fixed target. */
export function excessOver(a: Column, b: Column | number): Float64Array {
  const excess = new Float64Array(a.length);
  for (let t = 0; t < a.length; t += 1) excess[t] = a[t]! - (typeof b === "number" ? b : b[t]!);
  return excess;
}

/** False for a sample of under one year, less a day of tolerance: its figures are never annualised. */
export function spansYear(years: number): boolean {
  return years >= 1 - 1 / 365.25;
}
