import type { Column } from "../series/series.ts";

/** A trade of one asset: notional is signed (a sale is negative), cost is positive, in money. */
export interface Trade {
  readonly row: number;
  readonly asset: number;
  readonly notional: number;
  readonly cost: number;
}

/** Something that happened to the books, for the reader to know of. */
export interface BookEvent {
  readonly row: number;
  readonly kind: "band" | "margin call" | "forced trade" | "ruin" | "asset end" | "stale";
  /**
   * band: the drift; margin call: required / wealth; forced trade: the scale k; ruin: the wealth found;
   * asset end and stale: the index of the asset that was sold, or whose order waits for a price.
   */
  readonly value: number;
}

/** What became of the wealth of one simulated strategy. */
export interface WealthPath {
  readonly rows: number;
  readonly wealth: Column;
  /** The row on which wealth was found to be zero or less; 0 from there on, or the debt with recourse. */
  readonly ruin: number | undefined;
}

/**
 * The books of one simulated strategy, by row. Units, cash and wealth are those after the row's
 * trades; `wealth[t] = cash[t] + sum of units[t][i] x price[t][i]`, except on the first row, where
 * wealth is the start cash and the cost of the first trade falls into the first return.
 */
export interface Ledger extends WealthPath {
  readonly assets: number;
  readonly cash: Column;
  /** Row-major `rows x assets`. */
  readonly units: Column;
  /** Accruals of (t - 1, t], in money. Interest on locked short proceeds, received. */
  readonly rebate: Column;
  /** Interest on free credit: received on idle cash, negative at the bare riskless rate on a debit. */
  readonly interest: Column;
  /** Paid: the borrow fee, the spread on a debit, the fund expenses. */
  readonly borrow: Column;
  readonly financing: Column;
  readonly expense: Column;
  readonly management: Column;
  /** Income of assets marked at prices without it, received into cash; negative on shorts. */
  readonly income: Column;
  /** Trading cost paid at the close of the row. */
  readonly trading: Column;
  readonly trades: readonly Trade[];
  readonly events: readonly BookEvent[];
  /** Rows on which a decided rebalance was executed. */
  readonly rebalances: readonly number[];
}
