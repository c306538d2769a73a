import { InputError } from "../input/input-error.ts";
import type { Panel } from "../market/panel.ts";
import { formatDay } from "../series/day.ts";
import type { Column } from "../series/series.ts";
import type { Assumptions } from "./assumptions.ts";
import { ratesKnown } from "./rates-known.ts";
import type { World } from "./world.ts";

/** Riskless rate and length of each accrual period of a run, shared by all its strategies. */
export interface Clock {
  readonly rate: Column;
  readonly years: Column;
}

/**
 * The accrual clock of a run: the rate known at the row before, and calendar days over the day count of
 * the rate on daily data, or one twelfth of a year on monthly data.
 * @throws InputError where the rate is not known
 */
export function clockOf(
  panel: Panel,
  { cashRate, dayCount }: Pick<Assumptions, "cashRate" | "dayCount">,
): Clock {
  const { first, last, days, frequency } = panel.calendar;
  const rate = ratesKnown(panel, cashRate, "cash rate");
  const years = new Float64Array(last - first + 1);
  for (let t = 1; t < years.length; t++)
    years[t] =
      frequency === "monthly" ? 1 / 12 : (days[first + t]! - days[first + t - 1]!) / dayCount;
  return { rate, years };
}

/** Rows without a price after which an asset has ended, by frequency: about thirty trading days. */
const ENDED = { monthly: 2, daily: 30 } as const;

/**
 * The rows of a run as the kernel reads them, for the assets of one strategy. Futures trade on excess
 * returns: each price becomes an index of its return less the riskless one.
 * @throws InputError for a price of zero or less, and for one that leaves out income nobody would get
 */
export function worldOf(
  panel: Panel,
  assets: readonly string[],
  clock: Clock,
  given: Pick<Assumptions, "financing" | "dividends" | "withholding" | "delisting">,
): World {
  const { first, last, frequency } = panel.calendar;
  const rows = last - first + 1;
  const prices = new Float64Array(rows * assets.length);
  const fresh = new Uint8Array(rows * assets.length);
  const ends = new Int32Array(assets.length).fill(-1);
  const paying = assets.map((asset) => payerOf(panel, asset, given));
  for (const [i, asset] of assets.entries()) {
    checkHeld(panel, asset);
    const ownRow = panel.fresh(asset);
    let quoted = -1;
    for (let t = 0; t < rows; t++) {
      fresh[t * assets.length + i] = ownRow[first + t]!;
      if (ownRow[first + t] === 1) quoted = t;
      else if (quoted >= 0 && t - quoted === ENDED[frequency] + 1 && ends[i]! < 0) ends[i] = t;
    }
    if (quoted >= 0 && ends[i]! >= 0 && quoted > ends[i]!) ends[i] = -1;
    const marks = delisted(marksOf(panel, asset), ends[i]!, given.delisting[asset]);
    const held = given.financing === "futures" ? excessOf(marks, clock) : marks;
    for (let t = 0; t < rows; t++) prices[t * assets.length + i] = held[t]!;
  }
  const income = paying.some((payer) => payer !== null)
    ? {
        income: incomeTable(panel, assets, paying, rows),
        withholding: given.withholding,
      }
    : {};
  return { rows, assets: assets.length, prices, fresh, ends, ...clock, ...income };
}

/** @throws InputError for a series that is not the price or the total return of something to be held. */
function checkHeld(panel: Panel, asset: string): void {
  const { kind, unit, notHeld } = panel.series(asset);
  if (notHeld !== undefined) throw new InputError(`asset "${asset}" cannot be held: ${notHeld}`);
  if (kind !== "price" && kind !== "total")
    throw new InputError(
      `asset "${asset}" cannot be held: it is ${kind === "index" ? "an" : "a"} ${kind} (${unit}), not a price or a total return; choose another series`,
    );
}

/** Marks by row: 0 before the first price, the last price carried after that. */
function marksOf(panel: Panel, asset: string): Float64Array {
  const { first, last } = panel.calendar;
  const values = panel.measured(asset);
  const marks = new Float64Array(last - first + 1);
  let mark = 0;
  for (let t = 0; t < marks.length; t++) {
    const value = values[first + t]!;
    if (!Number.isNaN(value)) mark = value;
    if (mark < 0 || (mark === 0 && value === 0))
      throw new InputError(
        `asset "${asset}" has the price ${mark} on ${formatDay(panel.days[first + t]!)}; only what has a price above zero can be held`,
      );
    marks[t] = mark;
  }
  return marks;
}

/** The marks with the final return of an asset on the row on which it is turned into cash. */
function delisted(marks: Float64Array, end: number, finalReturn = 0): Float64Array {
  if (end < 0 || finalReturn === 0) return marks;
  return marks.map((mark, t) => (t < end ? mark : mark * (1 + finalReturn)));
}

/** An index of the returns of marks less the riskless return of each period. */
function excessOf(marks: Float64Array, clock: Clock): Float64Array {
  const index = Float64Array.from(marks);
  for (let t = 1; t < marks.length; t++)
    if (marks[t - 1]! > 0)
      index[t] = index[t - 1]! * (marks[t]! / marks[t - 1]! - clock.rate[t]! * clock.years[t]!);
  return index;
}

/** The id of the series that has an asset's income, to be paid in cash; null where nothing is left out. */
function payerOf(
  panel: Panel,
  asset: string,
  { financing, dividends }: Pick<Assumptions, "financing" | "dividends">,
): string | null {
  const { withIncome } = panel.series(asset);
  if (withIncome === undefined) return null;
  const hint = withIncome === null ? "hold a total-return series" : `hold "${withIncome}"`;
  if (financing === "futures")
    throw new InputError(
      `asset "${asset}" is a price without its dividends, and futures need total returns to be made excess returns; ${hint} instead`,
    );
  if (dividends === "reinvested")
    throw new InputError(
      `asset "${asset}" is a price without its dividends, which nobody would get; ${hint}, or set dividends: "cash"`,
    );
  if (withIncome === null)
    throw new InputError(
      `asset "${asset}" is a price without its dividends, and no series of the catalog has them; ${hint} instead`,
    );
  return withIncome;
}

/** Income a unit by row: what the total return gives beyond the price, `P0 (T1 / T0) - P1`. */
function incomeTable(
  panel: Panel,
  assets: readonly string[],
  paying: readonly (string | null)[],
  rows: number,
): Float64Array {
  const income = new Float64Array(rows * assets.length);
  for (const [i, payer] of paying.entries()) {
    if (payer === null) continue;
    const price = marksOf(panel, assets[i]!);
    const total = marksOf(panel, payer);
    for (let t = 1; t < rows; t++)
      if (price[t - 1]! > 0 && total[t - 1]! > 0)
        income[t * assets.length + i] = price[t - 1]! * (total[t]! / total[t - 1]!) - price[t]!;
  }
  return income;
}
