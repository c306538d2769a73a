import { correlation } from "../measure/correlation.ts";
import { varies } from "../measure/moments.ts";
import { known } from "../measure/ratio.ts";
import { returnsOf } from "../measure/sample.ts";
import { type Day, monthOf } from "../series/day.ts";
import type { Column } from "../series/series.ts";
import type { CorrelationsFinding } from "./findings.ts";
import type { Measured } from "./measured.ts";
import type { Unit } from "./units.ts";

const MONTHS_PER_YEAR = 12;

/**
 * Pearson correlations of monthly returns of every pair of portfolios in every unit. Monthly on daily
 * data too: prices of one day are not of one hour (gold is fixed in the London afternoon, shares close in
 * New York), which pulls daily correlations towards zero. Null where a portfolio does not vary.
 */
export function correlationsOf(
  portfolios: readonly Measured[],
  units: readonly Unit[],
  days: readonly Day[],
): CorrelationsFinding {
  const end = Math.min(...portfolios.map(({ books }) => books.end));
  const rows = monthEnds(days.slice(0, end + 1));
  const matrix = (unit: number) => {
    const returns = portfolios.map(({ samples }) => monthlyReturns(samples[unit]!.wealth, rows));
    const moving = returns.map((own) => varies(own, MONTHS_PER_YEAR));
    return returns.map((a, i) =>
      returns.map((b, j) => (moving[i] && moving[j] ? known(correlation(a, b)) : null)),
    );
  };
  return {
    portfolios: portfolios.map(({ books }) => books.strategy.id),
    periods: rows.length - 1,
    matrices: Object.fromEntries(units.map(({ numeraire }, i) => [numeraire.id, matrix(i)])),
  };
}

/** The base row and the last row of each month. */
function monthEnds(days: readonly Day[]): number[] {
  return days.flatMap((day, row) =>
    row === 0 || row === days.length - 1 || monthOf(days[row + 1]!) !== monthOf(day) ? [row] : [],
  );
}

function monthlyReturns(wealth: Column, rows: readonly number[]): Float64Array {
  return returnsOf(Float64Array.from(rows, (row) => wealth[row]!));
}
