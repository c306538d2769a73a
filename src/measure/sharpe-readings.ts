import type { Column } from "../series/series.ts";
import { excessOver, returnsOf, spansYear } from "./sample.ts";
import { sharpe } from "./sharpe.ts";
import type { Track } from "./track.ts";

/** Three answers to "what is the Sharpe in this unit?", which differ in what the return is an excess over. */
export interface SharpeReadings {
  /** Over what is riskless in the unit: the strategy instead of the unit's own riskless asset. */
  readonly total: number | null;
  /** Gain over cash in the currency of the books, counted in the unit: `(R - r y) / (1 + n)`. */
  readonly funded: number | null;
  /** Return less the return of the unit, both in the currency of the books: `R - n`. */
  readonly relative: number | null;
}

/**
 * The three readings of one portfolio. `own` is its wealth in the unit, `books` the same wealth in the
 * currency of the books, `cash` the return of cash there by period, `price` the price of the unit (null for
 * that currency itself, which returns 0). All null for under one year.
 */
export function sharpeReadings(
  own: Track,
  books: Track,
  cash: Column,
  price: Column | null,
): SharpeReadings {
  if (!spansYear(own.years)) return { total: null, funded: null, relative: null };
  const returns = books.returns();
  const unit = price === null ? new Float64Array(returns.length) : returnsOf(price);
  return {
    total: sharpe(own.excess(), own.perYear),
    funded: sharpe(fundedExcess(returns, cash, unit), own.perYear),
    relative: sharpe(excessOver(returns, unit), own.perYear),
  };
}

/**
 * `(R - r y) / (1 + n)`: what a self-financing position gained over cash, in units. It has the sign of
 * `R - r y` in every period, since a price is never negative.
 */
export function fundedExcess(returns: Column, cash: Column, unit: Column): Float64Array {
  const excess = new Float64Array(returns.length);
  for (let t = 0; t < excess.length; t += 1) excess[t] = (returns[t]! - cash[t]!) / (1 + unit[t]!);
  return excess;
}
