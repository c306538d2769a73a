import { formatDay } from "../../series/day.ts";
import type { Column, Dated, Series } from "../../series/series.ts";
import { sharedDays } from "../../series/shared-days.ts";
import type { Fault } from "./fault.ts";

/** A fall of the ratio that the hour of two quotes does not explain, */
const LEAST_FALL = 0.005;
/** and one of two columns of one file, whose rows were quoted at once. */
const LEAST_FALL_BESIDE = 0.0005;
/** More decimals than this are no rounding that matters. */
const MOST_DECIMALS = 8;

/**
 * Days on which a price with its income falls behind the price alone: a series that its catalog says has
 * the income of this one, and the unadjusted column in the file of this one, which goes first.
 */
export function adjustmentFaults(series: Series, byId: ReadonlyMap<string, Series>): Fault[] {
  const { beside, withIncome } = series;
  const total = withIncome == null ? undefined : byId.get(withIncome);
  const name = `${series.id}, the same without income`;
  return [
    ...(beside === undefined
      ? []
      : fallsBehind(series, beside, "the column close of its file", LEAST_FALL_BESIDE)),
    ...(total === undefined || total.beside !== undefined
      ? []
      : fallsBehind(total, series, name, LEAST_FALL)),
  ];
}

/**
 * Income is never negative, so the ratio of the two only grows; where it falls back, by more than what
 * was rounded, rows of another download were appended to an older one, whose adjusted levels end at the
 * price of its own last day.
 */
function fallsBehind(total: Series, price: Dated, name: string, least: number): Fault[] {
  const { days, columns } = sharedDays([total, price]);
  const [levels, prices] = columns as [Float64Array, Float64Array];
  const rounded = [half(levels), half(prices)] as const;
  const isFall = (from: number, to: number) => {
    const allowed =
      rounded[0] * (1 / levels[from]! + 1 / levels[to]!) +
      rounded[1] * (1 / prices[from]! + 1 / prices[to]!);
    return lag(levels, prices, from, to) < -least - allowed;
  };
  const faults: Fault[] = [];
  for (let row = 1; row < days.length; row += 1) {
    if (!isFall(row - 1, row)) continue;
    if (row + 1 < days.length && !isFall(row - 1, row + 1)) continue;
    const change = lag(levels, prices, row - 1, row);
    faults.push({
      series: total.id,
      kind: "adjustment",
      severity: "warning",
      from: days[row]!,
      to: days[row]!,
      text:
        `${formatDay(days[row]!)}: loses ${(-100 * Math.expm1(change)).toFixed(2)} % more than ` +
        `${name}, and does not take it back`,
      remedy:
        "fetch the whole series anew: adjusted levels of two downloads do not join; or declare it as expected in the catalog",
    });
  }
  return faults;
}

/** The log return with income less that without. */
function lag(levels: Column, prices: Column, from: number, to: number): number {
  return Math.log(levels[to]! / levels[from]! / (prices[to]! / prices[from]!));
}

/** Half a unit of the last decimal in which figures are told. */
function half(values: Float64Array): number {
  let decimals = 0;
  for (let row = 0; row < values.length; row += 1)
    while (decimals < MOST_DECIMALS && !isRoundTo(values[row]!, decimals)) decimals += 1;
  return 10 ** -decimals / 2;
}

function isRoundTo(value: number, decimals: number): boolean {
  const units = value * 10 ** decimals;
  return Math.abs(units - Math.round(units)) <= 1e-9 * Math.max(1, Math.abs(units));
}
