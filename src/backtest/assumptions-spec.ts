import type { SeriesId } from "../data/register.ts";
import type { CostEra } from "./costs.ts";
import type { Financing, Sizing } from "./world.ts";

/** What trading and holding cost in a study: the same for every strategy and benchmark in it. */
export interface AssumptionsSpec {
  readonly startWealth?: number;
  /** The series of the riskless rate, a fraction a year. */
  readonly cashRate: SeriesId;
  /** Days of the year by which the cash rate is quoted: 365 (bond-equivalent, default) or 360 (money market). */
  readonly dayCount?: 360 | 365;
  /** One-way trading cost as a fraction of notional, by asset or by the part of a spliced asset. */
  readonly costs: { readonly [asset in SeriesId]?: number | readonly CostEra[] };
  /** Every cost before a day is multiplied. */
  readonly earlierCosts?: { readonly before: string; readonly times: number };
  /** Borrow fee a year on short positions, by asset, and for all others. */
  readonly borrow: { readonly [asset in SeriesId]?: number } & { readonly others: number };
  /** Fund fee a year on the absolute position, for assets whose series does not bear it already. */
  readonly expenses?: { readonly [asset in SeriesId]?: number };
  readonly spreads?: SpreadsSpec;
  readonly margin?: MarginSpec;
  /** Who pays for what: see `Financing`. Default: short proceeds are locked and earn a rebate. */
  readonly financing?: Financing;
  /**
   * An asset in which everything is held that would be cash, so that nothing earns the cash rate: what an
   * investor who counts in gold does. Needs `portfolioMargin`, since there are no cash proceeds to lock.
   */
  readonly collateral?: SeriesId;
  /**
   * Where the income of an asset goes that is held as a price without it: by default such an asset is
   * refused (hold its total return, which reinvests); `cash` pays it into cash on its day.
   */
  readonly dividends?: "reinvested" | "cash";
  /** The fraction of income paid in cash that is withheld as tax on longs; shorts owe all of it. */
  readonly withholding?: number;
  /** Management fee a year on wealth. */
  readonly managementFee?: number;
  /** Money a trade, beside the proportional cost; in the currency of `startWealth`, which it needs. */
  readonly fixedFee?: number;
  /** What target weights are fractions of: see `Sizing`. Default: wealth after the costs of the trade. */
  readonly sizing?: Sizing;
  /** Whether everything is sold, at its cost, on the last row. Default: no. */
  readonly closeOut?: boolean;
  /** Trades below this fraction of wealth are left undone. Default 1 bp. */
  readonly noTradeBelow?: number;
  /**
   * The return on its last price at which an asset that has ended is turned into cash (-0.3 loses 30 % of
   * it), by asset. Default 0: at the last price.
   */
  readonly delisting?: { readonly [asset in SeriesId]?: number };
  /** Seed of everything random in the study: a whole number. */
  readonly seed?: number;
}

/** What is taken off the cash rate, or put on it, a fraction a year. */
export interface SpreadsSpec {
  /** Off it, on locked short proceeds; `none` pays nothing at all on them, as retail brokers do. Default 0. */
  readonly rebate?: number | "none";
  /** Off it, on idle cash. Default 0. */
  readonly idle?: number;
  /** On it, where cash is borrowed. Default 100 bp. */
  readonly debit?: number;
}

export interface MarginSpec {
  readonly maintenanceLong?: number;
  readonly maintenanceShort?: number;
  readonly initial?: number;
  /** Assets that nobody lends against: margin 1, initial and maintenance. */
  readonly full?: readonly SeriesId[];
  /** Margin on the collateral asset, initial and maintenance. Default 0.15. */
  readonly haircut?: number;
  /** When a forced trade is made on daily data: at the `next` close (default) or at the `same`. */
  readonly forcedTrade?: "next" | "same";
  /** Whether a loss beyond all wealth stays as a debt. Default: it is limited. */
  readonly recourse?: boolean;
}
