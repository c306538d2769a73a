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
  /** Income a unit paid into cash before the close of the row (a short pays it); all reinvested if absent. */
  readonly income?: Column;
  /** The fraction of income that is withheld on longs; none if absent. */
  readonly withholding?: number;
  /** By asset: the row on which an asset that has ended is turned into cash at its last price, or -1. */
  readonly ends?: Column;
}

/**
 * Who pays for what: `default` locks short proceeds as collateral and pays a rebate on them;
 * `portfolioMargin` lets them pay for longs and reckons interest on cash alone; `futures` takes no cash
 * for positions at all, so that all wealth earns the riskless rate and prices must be excess returns.
 */
export type Financing = "default" | "portfolioMargin" | "futures";

/**
 * The wealth of which targets are fractions: `after` the costs of the trade, solved exactly;
 * `approximate`ly so, the costs reckoned once as if targets were of the wealth before them, which is off by
 * the square of a cost; or `before` them, so that the cost comes out of cash.
 */
export type Sizing = "after" | "approximate" | "before";

/** Income of a unit held over a row: what is withheld taken off for longs, all of it owed by shorts. */
export function incomePerUnit({ income, withholding = 0 }: World, cell: number, long: boolean) {
  if (income === undefined) return 0;
  return long ? income[cell]! * (1 - withholding) : income[cell]!;
}

/** What trading and holding cost, by asset; rates a year, costs per traded notional. */
export interface Terms {
  /** One-way proportional cost, row-major `rows x assets`. */
  readonly cost: Column;
  readonly borrow: Column;
  readonly expense: Column;
  /** Off the riskless rate on locked short proceeds, or `none`: nothing is paid on them at all. */
  readonly rebateSpread: number | "none";
  readonly idleSpread: number;
  readonly debitSpread: number;
  readonly maintenanceLong: Column;
  readonly maintenanceShort: Column;
  readonly initialMargin: Column;
  /** Legs whose trade is below this fraction of wealth keep their units. */
  readonly noTradeBelow: number;
  /** Rows between a margin call and its forced trade. */
  readonly forcedTradeLag: 0 | 1;
  readonly financing: Financing;
  /** A year, on the wealth of the close before. */
  readonly managementFee: number;
  /** Money a trade, beside the proportional cost. */
  readonly fixedFee: number;
  readonly sizing: Sizing;
  /** Whether everything is sold, at its cost, on the last row. */
  readonly closeOut: boolean;
  /** Whether a loss beyond all wealth stays as a debt; otherwise it is limited to what there was. */
  readonly recourse: boolean;
}

/** A drift that calls for a rebalance: |w - target| > min(absolute, relative x |target|). */
export interface Band {
  readonly absolute: number;
  readonly relative: number;
  /**
   * How far a leg that left its band goes back: to its `target` (every leg does), to the nearest `edge`
   * of its band, or `halfway` from where it is to its target (only the legs that left theirs).
   */
  readonly to: "target" | "edge" | "halfway";
}

/** The distance from its target at which a leg leaves its band. */
export function bandWidth(band: Band, target: number): number {
  return band.relative === Infinity
    ? band.absolute
    : Math.min(band.absolute, band.relative * Math.abs(target));
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
