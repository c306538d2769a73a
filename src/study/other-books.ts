import type { Assumptions } from "../backtest/assumptions.ts";
import type { WealthPath } from "../backtest/ledger.ts";
import type { Strategy } from "../backtest/strategy.ts";
import { withoutCosts } from "../backtest/terms-of.ts";
import type { Terms } from "../backtest/world.ts";
import { InputError } from "../input/input-error.ts";
import type { Panel } from "../market/panel.ts";
import type { Column } from "../series/series.ts";
import { type Books, wealthFrom } from "./books.ts";

/** Terms under other costs. */
export type Costs = (terms: Terms) => Terms;

function scaled(column: Column, times: number): Float64Array {
  const out = new Float64Array(column.length);
  for (let at = 0; at < out.length; at++) out[at] = column[at]! * times;
  return out;
}

/** Trading costs so many times as high. */
export const costsTimes =
  (times: number): Costs =>
  (terms) => ({
    ...terms,
    cost: scaled(terms.cost, times),
    fixedFee: terms.fixedFee * times,
  });

/** One borrow fee a year on every short. */
export const borrowAt =
  (fee: number): Costs =>
  (terms) => ({ ...terms, borrow: new Float64Array(terms.borrow.length).fill(fee) });

/** Trading costs and borrow fees doubled. */
export const doubled: Costs = (terms) => ({
  ...costsTimes(2)(terms),
  borrow: scaled(terms.borrow, 2),
});

/** No cost of any kind; cash earns what it earns. */
export const free: Costs = (terms) =>
  withoutCosts(terms, { trading: true, borrow: true, financing: true, fees: true });

/** The wealth of books kept once more with one thing changed; null where no broker would carry them. */
export interface OtherBooks {
  under(one: Books, costs: Costs): WealthPath | null;
  holding(one: Books, weights: Strategy["weights"]): WealthPath | null;
  /** Decided as it was, and traded so many rows later. */
  tradedAfter(one: Books, lag: number): WealthPath | null;
}

export function otherBooks(panel: Panel, given: Assumptions): OtherBooks {
  return {
    under: (one, costs) =>
      carried(() => wealthFrom(panel, given, { ...one, terms: costs(one.terms) })),
    holding: (one, weights) => changed(one, { weights }),
    tradedAfter: (one, lag) => changed(one, { lag }),
  };

  function changed(one: Books, change: Partial<Strategy>): WealthPath | null {
    const strategy: Strategy = { ...one.strategy, ...change };
    return carried(() => wealthFrom(panel, given, { ...one, strategy }));
  }
}

/** The wealth, or null where a plan refuses the weights or the costs. */
function carried(keep: () => WealthPath): WealthPath | null {
  try {
    return keep();
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** Final wealth over start wealth on the rows up to one; a ruin leaves 0, whatever the debt. */
export function multipleOf({ wealth }: WealthPath, end: number): number {
  return Math.max(0, wealth[end]!) / wealth[0]!;
}

/** The last row that books lived to see. */
export function endOf({ ruin, rows }: WealthPath): number {
  return ruin ?? rows - 1;
}

/** Final wealth per unit of the other's, on the rows that both lived; null against a ruined one. */
export function ratioOf(mine: WealthPath, theirs: WealthPath): number | null {
  const end = Math.min(endOf(mine), endOf(theirs));
  const other = multipleOf(theirs, end);
  return other === 0 ? null : multipleOf(mine, end) / other;
}
