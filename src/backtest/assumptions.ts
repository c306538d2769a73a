import { checkChoice, checkFlag, checkKeys, checkNumber } from "../input/check.ts";
import { InputError } from "../input/input-error.ts";
import type { AssumptionsSpec, MarginSpec, SpreadsSpec } from "./assumptions-spec.ts";
import { checkContradictions } from "./contradictions.ts";
import { type CostEras, costEras } from "./costs.ts";
import type { Financing, Sizing } from "./world.ts";

/** A number of hundredths of a percent as a fraction: `bp(25)` is 0.0025. */
export const bp = (count: number): number => count / 10_000;
/** A number of hundredths as a fraction: `percent(40)` is 0.4. */
export const percent = (count: number): number => count / 100;

const FINANCING = ["default", "portfolioMargin", "futures"] as const satisfies readonly Financing[];
const SIZING = ["after", "approximate", "before"] as const satisfies readonly Sizing[];

/** Checked assumptions, every default filled in. */
export interface Assumptions {
  readonly startWealth: number;
  readonly cashRate: string;
  readonly dayCount: 360 | 365;
  readonly costs: CostEras;
  readonly borrow: Readonly<Record<string, number>>;
  readonly expenses: Readonly<Record<string, number>>;
  readonly spreads: Required<SpreadsSpec>;
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
  readonly sizing: Sizing;
  readonly closeOut: boolean;
  readonly noTradeBelow: number;
  readonly delisting: Readonly<Record<string, number>>;
  readonly seed: number;
}

const OPTIONS = [
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
  "delisting",
  "seed",
];

const PLACE = "assumptions";

/**
 * The accounting of a study. Defaults: maintenance margin 25 % of longs and 30 % of shorts (FINRA Rule
 * 4210), initial 50 % (Regulation T), debit spread 100 bp, no spread on idle cash and on the rebate,
 * no trade below 1 bp of wealth, start wealth 1, seed 1.
 */
export function assumptions(spec: AssumptionsSpec): Assumptions {
  checkKeys(PLACE, spec, OPTIONS);
  for (const name of ["cashRate", "costs", "borrow"] as const)
    if (spec[name] === undefined) throw new InputError(`${PLACE}: ${name} is missing`);
  const financing = checkChoice(`${PLACE}: financing`, spec.financing ?? "default", FINANCING);
  checkContradictions(PLACE, spec);
  const borrow = numbers("borrow", spec.borrow, 0, 1);
  if (borrow.others === undefined)
    throw new InputError(`${PLACE}: borrow has no "others"; give the fee for assets not listed`);
  return {
    startWealth: checkNumber(`${PLACE}: startWealth`, spec.startWealth ?? 1, Number.MIN_VALUE),
    cashRate: spec.cashRate,
    dayCount: checkDayCount(spec.dayCount ?? 365),
    costs: costEras(PLACE, spec),
    borrow,
    expenses: numbers("expenses", spec.expenses ?? {}, 0, 1),
    spreads: spreadsOf(spec.spreads ?? {}),
    margin: marginOf(spec.margin ?? {}),
    financing,
    dividends: checkChoice(`${PLACE}: dividends`, spec.dividends ?? "reinvested", [
      "reinvested",
      "cash",
    ] as const),
    withholding: fraction("withholding", spec.withholding ?? 0),
    collateral: spec.collateral ?? null,
    managementFee: fraction("managementFee", spec.managementFee ?? 0),
    fixedFee: checkNumber(`${PLACE}: fixedFee`, spec.fixedFee ?? 0, 0),
    sizing: checkChoice(`${PLACE}: sizing`, spec.sizing ?? "after", SIZING),
    closeOut: checkFlag(`${PLACE}: closeOut`, spec.closeOut ?? false),
    noTradeBelow: fraction("noTradeBelow", spec.noTradeBelow ?? bp(1)),
    delisting: numbers("delisting", spec.delisting ?? {}, -1, MOST_DELISTING),
    seed: checkSeed(`${PLACE}: seed`, spec.seed ?? 1),
  };
}

/** An owner that is bought out may be paid more than the last price, but not many times as much. */
const MOST_DELISTING = 10;
const MOST_SEED = 0xffffffff;

/** @throws InputError unless the value can be the seed of a generator: a whole number of 32 bits. */
export function checkSeed(place: string, seed: unknown): number {
  if (typeof seed !== "number" || !Number.isInteger(seed) || seed < 0 || seed > MOST_SEED)
    throw new InputError(
      `${place}: got ${String(seed)}; give a whole number from 0 to ${MOST_SEED}`,
    );
  return seed;
}

function fraction(name: string, value: unknown): number {
  return checkNumber(`${PLACE}: ${name}`, value, 0, 1);
}

function numbers(
  name: string,
  byAsset: Readonly<Record<string, number | undefined>>,
  least: number,
  most: number,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(byAsset).map(([asset, value]) => [
      asset,
      checkNumber(`${PLACE}: ${name} of ${asset}`, value, least, most),
    ]),
  );
}

function spreadsOf(spec: SpreadsSpec): Assumptions["spreads"] {
  checkKeys(`${PLACE}: spreads`, spec, ["rebate", "idle", "debit"]);
  const { rebate = 0, idle = 0, debit = bp(100) } = spec;
  if (typeof rebate === "string" && rebate !== "none")
    throw new InputError(
      `${PLACE}: spreads: rebate is "${String(rebate)}"; give a fraction a year, or "none" where short proceeds earn nothing`,
    );
  return {
    rebate: rebate === "none" ? rebate : fraction("spreads: rebate", rebate),
    idle: fraction("spreads: idle", idle),
    debit: fraction("spreads: debit", debit),
  };
}

function marginOf(spec: MarginSpec): Assumptions["margin"] {
  const place = `${PLACE}: margin`;
  checkKeys(place, spec, [
    "maintenanceLong",
    "maintenanceShort",
    "initial",
    "full",
    "haircut",
    "forcedTrade",
    "recourse",
  ]);
  const { maintenanceLong = 0.25, maintenanceShort = 0.3, initial = 0.5, full = [] } = spec;
  if (!Array.isArray(full))
    throw new InputError(`${place}: full is ${String(full)}; give a list of assets`);
  if (initial < Math.max(maintenanceLong, maintenanceShort))
    throw new InputError(
      `${place}: initial is ${initial}, below the maintenance of ${maintenanceLong} on longs and ${maintenanceShort} on shorts; a forced trade back to it would cure nothing, so give at least as much`,
    );
  return {
    maintenanceLong: fraction("margin: maintenanceLong", maintenanceLong),
    maintenanceShort: fraction("margin: maintenanceShort", maintenanceShort),
    initial: fraction("margin: initial", initial),
    full,
    haircut: fraction("margin: haircut", spec.haircut ?? 0.15),
    forcedTrade: checkChoice(`${place}: forcedTrade`, spec.forcedTrade ?? "next", [
      "next",
      "same",
    ] as const),
    recourse: checkFlag(`${place}: recourse`, spec.recourse ?? false),
  };
}

function checkDayCount(days: number): 360 | 365 {
  if (days !== 360 && days !== 365)
    throw new InputError(
      `${PLACE}: dayCount is ${days}; give 365 (bond-equivalent) or 360 (money market)`,
    );
  return days;
}
