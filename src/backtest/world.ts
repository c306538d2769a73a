import type { Column } from "../series/series.ts";

/**
 * The market that one strategy trades in, as the kernel reads it: tables are row-major,
 * `rows x assets`, money in the currency of the books.
 */
export interface World {
  readonly rows: number;
  readonly assets: number;
  /** Marks: 0 before the first price, the last price carried after that. Never NaN. */
  readonly prices: Column;
  /** 1 where the asset has a price of that very row and can be traded. */
  readonly fresh: Column;
  /** `rate[t]`: riskless rate a year known at t - 1, earned over (t - 1, t]. */
  readonly rate: Column;
  /** `years[t]`: length of (t - 1, t] for every accrual. */
  readonly years: Column;
}

/** What trading and holding cost, by asset; rates a year, costs per traded notional. */
export interface Terms {
  /** One-way proportional cost, row-major `rows x assets`. */
  readonly cost: Column;
  readonly borrow: Column;
  readonly expense: Column;
  readonly rebateSpread: number;
  readonly idleSpread: number;
  readonly debitSpread: number;
  readonly maintenanceLong: Column;
  readonly maintenanceShort: Column;
  readonly initialMargin: Column;
  /** Legs whose trade is below this fraction of wealth keep their units. */
  readonly noTradeBelow: number;
  /** Rows between a margin call and its forced trade. */
  readonly forcedTradeLag: 0 | 1;
}

/** A drift that calls for a rebalance: |w - target| > min(absolute, relative x |target|). */
export interface Band {
  readonly absolute: number;
  readonly relative: number;
}

/** When a strategy decides, what it decides, and how many rows later it trades. */
export interface Plan {
  /** 1 on rows on which the strategy decides by the calendar; the first row always counts. */
  readonly schedule: Column;
  readonly band: Band | null;
  readonly lag: number;
  /** Writes the target weights decided at the close of `row`; it may read nothing later. */
  decide(row: number, target: Float64Array): void;
}
