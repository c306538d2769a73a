import type { SeriesId } from "../data/register.ts";
import { checkChoice, checkFlag, checkKeys, checkNumber } from "../input/check.ts";
import { InputError } from "../input/input-error.ts";
import { type CostEra, type CostEras, costEras } from "./costs.ts";
import type { Financing } from "./world.ts";

/** A number of hundredths of a percent as a fraction: `bp(25)` is 0.0025. */
export const bp = (count: number): number => count / 10_000;
/** A number of hundredths as a fraction: `percent(40)` is 0.4. */
export const percent = (count: number): number => count / 100;

const FINANCING = ["default", "portfolioMargin", "futures"] as const satisfies readonly Financing[];

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
  readonly spreads?: { readonly rebate?: number; readonly idle?: number; readonly debit?: number };
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
  /** Money a trade, beside the proportional cost; in the currency of the books. */
  readonly fixedFee?: number;
  /** Whether target weights are of wealth `after` the costs of the trade (default) or `before` them. */
  readonly sizing?: "after" | "before";
  /** Whether everything is sold, at its cost, on the last row. Default: no. */
  readonly closeOut?: boolean;
  /** Trades below this fraction of wealth are left undone. Default 1 bp. */
  readonly noTradeBelow?: number;
  /** Seed of everything random in the study. */
  readonly seed?: number;
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

/** Checked assumptions, every default filled in. */
export interface Assumptions {
  readonly startWealth: number;
  readonly cashRate: string;
  readonly dayCount: 360 | 365;
  readonly costs: CostEras;
  readonly borrow: Readonly<Record<string, number>>;
  readonly expenses: Readonly<Record<string, number>>;
  readonly spreads: { readonly rebate: number; readonly idle: number; readonly debit: number };
  readonly margin: {
    readonly maintenanceLong: number;
    readonly maintenanceShort: number;
    readonly initial: number;
    readonly full: readonly string[];
    readonly haircut: number;
    readonly forcedTrade: "next" | "same";
    readonly recourse: boolean;
  };
  readonly financing: Financing;
  readonly dividends: "reinvested" | "cash";
  readonly withholding: number;
  readonly collateral: string | null;
  readonly managementFee: number;
  readonly fixedFee: number;
  readonly sizing: "after" | "before";
  readonly closeOut: boolean;
  readonly noTradeBelow: number;
  readonly seed: number;
}

/**
 * The accounting of a study. Defaults: maintenance margin 25 % of longs and 30 % of shorts (FINRA Rule
 * 4210), initial 50 % (Regulation T), debit spread 100 bp, no spread on idle cash and on the rebate,
 * no trade below 1 bp of wealth, start wealth 1, seed 1.
 */
export function assumptions(spec: AssumptionsSpec): Assumptions {
  const place = "assumptions";
  checkKeys(place, spec, [
    "startWealth",
    "cashRate",
    "dayCount",
    "costs",
    "earlierCosts",
    "borrow",
    "expenses",
    "spreads",
    "margin",
    "financing",
    "dividends",
    "withholding",
    "collateral",
    "managementFee",
    "fixedFee",
    "sizing",
    "closeOut",
    "noTradeBelow",
    "seed",
  ]);
  checkKeys(`${place}: spreads`, spec.spreads ?? {}, ["rebate", "idle", "debit"]);
  checkKeys(`${place}: margin`, spec.margin ?? {}, [
    "maintenanceLong",
    "maintenanceShort",
    "initial",
    "full",
    "haircut",
    "forcedTrade",
    "recourse",
  ]);
  const financing = checkChoice(`${place}: financing`, spec.financing ?? "default", FINANCING);
  if (spec.withholding !== undefined && spec.dividends !== "cash")
    throw new InputError(
      `${place}: withholding is ${spec.withholding}, but no income is paid in cash; set dividends: "cash" with it`,
    );
  if (spec.collateral !== undefined && financing !== "portfolioMargin")
    throw new InputError(
      `${place}: collateral "${spec.collateral}" needs financing: "portfolioMargin", because there are no cash proceeds to lock; got "${financing}"`,
    );
  const forcedTrade = checkChoice(
    `${place}: margin: forcedTrade`,
    spec.margin?.forcedTrade ?? "next",
    ["next", "same"] as const,
  );
  const fraction = (name: string, value: number) => checkNumber(`${place}: ${name}`, value, 0, 1);
  const fractions = (name: string, record: Readonly<Record<string, number | undefined>>) =>
    Object.fromEntries(
      Object.entries(record).map(([key, value]) => [key, fraction(`${name} of ${key}`, value!)]),
    );
  const borrow = fractions("borrow", spec.borrow);
  if (borrow.others === undefined)
    throw new InputError(`${place}: borrow has no "others"; give the fee for assets not listed`);
  const { rebate = 0, idle = 0, debit = bp(100) } = spec.spreads ?? {};
  const {
    maintenanceLong = 0.25,
    maintenanceShort = 0.3,
    initial = 0.5,
    full = [],
  } = spec.margin ?? {};
  if (initial < Math.max(maintenanceLong, maintenanceShort))
    throw new InputError(
      `${place}: margin: initial is ${initial}, below the maintenance of ${maintenanceLong} on longs and ${maintenanceShort} on shorts; a forced trade back to it would cure nothing, so give at least as much`,
    );
  return {
    startWealth: checkNumber(`${place}: startWealth`, spec.startWealth ?? 1, Number.MIN_VALUE),
    cashRate: spec.cashRate,
    dayCount: checkDayCount(place, spec.dayCount ?? 365),
    costs: costEras(place, spec),
    borrow,
    expenses: fractions("expenses", spec.expenses ?? {}),
    spreads: {
      rebate: fraction("spreads: rebate", rebate),
      idle: fraction("spreads: idle", idle),
      debit: fraction("spreads: debit", debit),
    },
    margin: {
      maintenanceLong: fraction("margin: maintenanceLong", maintenanceLong),
      maintenanceShort: fraction("margin: maintenanceShort", maintenanceShort),
      initial: fraction("margin: initial", initial),
      full,
      haircut: fraction("margin: haircut", spec.margin?.haircut ?? 0.15),
      forcedTrade,
      recourse: checkFlag(`${place}: margin: recourse`, spec.margin?.recourse ?? false),
    },
    financing,
    dividends: checkChoice(`${place}: dividends`, spec.dividends ?? "reinvested", [
      "reinvested",
      "cash",
    ] as const),
    withholding: fraction("withholding", spec.withholding ?? 0),
    collateral: spec.collateral ?? null,
    managementFee: fraction("managementFee", spec.managementFee ?? 0),
    fixedFee: checkNumber(`${place}: fixedFee`, spec.fixedFee ?? 0, 0),
    sizing: checkChoice(`${place}: sizing`, spec.sizing ?? "after", ["after", "before"] as const),
    closeOut: checkFlag(`${place}: closeOut`, spec.closeOut ?? false),
    noTradeBelow: fraction("noTradeBelow", spec.noTradeBelow ?? bp(1)),
    seed: checkNumber(`${place}: seed`, spec.seed ?? 1, 0, Number.MAX_SAFE_INTEGER),
  };
}

function checkDayCount(place: string, days: number): 360 | 365 {
  if (days !== 360 && days !== 365)
    throw new InputError(
      `${place}: dayCount is ${days}; give 365 (bond-equivalent) or 360 (money market)`,
    );
  return days;
}
