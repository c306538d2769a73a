import type { Panel } from "../market/panel.ts";
import { correlation } from "../measure/correlation.ts";
import { varies } from "../measure/moments.ts";
import { known } from "../measure/ratio.ts";
import { returnsOf } from "../measure/sample.ts";
import { columnAt } from "../series/column-by.ts";
import { type Day, monthOf } from "../series/day.ts";
import type { Column } from "../series/series.ts";
import type { CorrelationsFinding } from "./findings.ts";
import type { Measured } from "./measured.ts";
import type { Unit } from "./units.ts";

const MONTHS_PER_YEAR = 12;
/** Months that two assets must share before their correlation is told. */
const FEWEST_MONTHS = 24;

/**
 * Pearson correlations of monthly returns of every pair of portfolios in every unit. Monthly on daily
 * data too: prices of one day are not of one hour (gold is fixed in the London afternoon, shares close in
 * New York), which pulls daily correlations towards zero. Null where a portfolio does not vary.
 */
export function correlationsOf(
  panel: Panel,
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
  const byUnit = <T>(make: (unit: number) => T): Record<string, T> =>
    Object.fromEntries(units.map(({ numeraire }, i) => [numeraire.id, make(i)]));
  const assets = [...new Set(portfolios.flatMap(({ books }) => books.strategy.assets))];
  const allRows = monthEnds(days);
  return {
    portfolios: portfolios.map(({ books }) => books.strategy.id),
    periods: rows.length - 1,
    matrices: byUnit(matrix),
    assets: {
      ids: assets,
      matrices: byUnit((unit) => assetMatrix(panel, assets, units[unit]!, allRows)),
    },
  };
}

/** Of every pair of assets over the months in which both have a price. */
function assetMatrix(
  panel: Panel,
  assets: readonly string[],
  { price }: Unit,
  rows: readonly number[],
): (number | null)[][] {
  const { first } = panel.calendar;
  const returns = assets.map((asset) => {
    const column = panel.measured(asset);
    return returnsOf(
      Float64Array.from(rows, (row) => column[first + row]! / (price === null ? 1 : price[row]!)),
    );
  });
  return returns.map((a) => returns.map((b) => sharedCorrelation(a, b)));
}

/** Over the periods in which both are known; null for too few, and where one does not vary. */
function sharedCorrelation(a: Column, b: Column): number | null {
  const shared = Array.from(a, (_, t) => t).filter((t) => Number.isFinite(a[t]! + b[t]!));
  if (shared.length < FEWEST_MONTHS) return null;
  const [one, other] = [a, b].map((values) => columnAt(values, shared));
  if (!varies(one!, MONTHS_PER_YEAR) || !varies(other!, MONTHS_PER_YEAR)) return null;
  return known(correlation(one!, other!));
}

/** The base row and the last row of each month. */
function monthEnds(days: readonly Day[]): number[] {
  return days.flatMap((day, row) =>
    row === 0 || row === days.length - 1 || monthOf(days[row + 1]!) !== monthOf(day) ? [row] : [],
  );
}

function monthlyReturns(wealth: Column, rows: readonly number[]): Float64Array {
  return returnsOf(columnAt(wealth, rows));
}
