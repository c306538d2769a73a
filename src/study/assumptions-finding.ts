import { type Assumptions, bp } from "../backtest/assumptions.ts";
import type { Frequency } from "../market/calendar.ts";
import { formatDay } from "../series/day.ts";
import { executionWords, type Traded } from "./execution-words.ts";
import type { AssumptionsFinding } from "./findings.ts";

/** Everything that a reader needs to repeat the run: the numbers, and the rules in words. */
export function assumptionsFinding(
  given: Assumptions,
  frequency: Frequency,
  seed: number,
  cash: string,
  portfolios: readonly Traded[],
): AssumptionsFinding {
  const { costs, margin, spreads } = given;
  return {
    seed,
    startWealth: given.startWealth,
    lag: frequency === "monthly" ? 0 : 1,
    words: words(given, frequency, cash, portfolios),
    costs: Object.entries(costs).flatMap(([asset, eras]) =>
      eras.map(({ oneWay }, index) => ({
        asset,
        from: index === 0 ? null : formatDay(eras[index - 1]!.until),
        oneWay,
      })),
    ),
    borrow: given.borrow,
    expenses: given.expenses,
    spreads,
    margin,
    noTradeBelow: given.noTradeBelow,
    delisting: given.delisting,
    cashRate: given.cashRate,
    dayCount: given.dayCount,
    financing: given.financing,
    dividends: given.dividends,
    withholding: given.withholding,
    collateral: given.collateral,
    managementFee: given.managementFee,
    fixedFee: given.fixedFee,
    sizing: given.sizing,
    closeOut: given.closeOut,
  };
}

/** Who pays for what, by financing model. */
const FINANCING = {
  default: (cash: string, idle: string, rebate: string) =>
    `Idle cash earns the cash rate (${cash}) less ${idle}; short proceeds are locked, earn ${rebate}, and may not pay for longs.`,
  portfolioMargin: (cash: string, idle: string) =>
    `Cash, short proceeds among it, earns the cash rate (${cash}) less ${idle}; short proceeds may pay for longs.`,
  futures: (cash: string, idle: string) =>
    `Positions are futures and take no cash: all wealth earns the cash rate (${cash}) less ${idle}, beside their returns over that rate.`,
} as const;

/** What targets are fractions of, and who pays. */
const SIZING = {
  after: "solved exactly so that targets hold on wealth after costs",
  approximate:
    "reckoned once, so that targets hold on wealth after costs but for the square of a cost",
  before: "paid out of cash: targets hold on wealth before costs",
} as const;

const percent = (value: number) => `${Number((value * 100).toFixed(6))} %`;

function rebateWords(rebate: number | "none"): string {
  return rebate === "none" ? "nothing" : `it less ${percent(rebate)}`;
}

function endWords(delisting: Assumptions["delisting"]): string {
  const given = Object.entries(delisting).filter(([, final]) => final !== 0);
  const finals = given.map(([asset, final]) => `${asset} at ${percent(final)} from it`).join(", ");
  return `One that has ended is turned into cash at its last price${finals === "" ? "" : `, but ${finals}`}.`;
}

function decidesByFunction({ strategy }: Traded): boolean {
  return typeof strategy.weights === "function";
}

/** What borrowing and holding cost, as far as the study says that they cost anything. */
function feeWords({ borrow, expenses }: Assumptions): string {
  const borrowed = Object.values(borrow).some((fee) => fee !== 0);
  const funds = Object.entries(expenses).filter(([, fee]) => fee !== 0);
  const fees = funds.map(([asset, fee]) => `${asset} ${percent(fee)}`).join(", ");
  return [
    borrowed ? "Short positions pay a borrow fee." : "Borrowing for a short costs nothing.",
    funds.length === 0
      ? "No holding pays a fund fee."
      : `Held as funds, these pay a fee a year: ${fees}; nothing else does.`,
    ...(borrowed || funds.length > 0 ? ["Fees accrue on the balances of the close before."] : []),
  ].join(" ");
}

function words(
  given: Assumptions,
  frequency: Frequency,
  cash: string,
  portfolios: readonly Traded[],
): AssumptionsFinding["words"] {
  const { margin, spreads } = given;
  const monthly = frequency === "monthly";
  return [
    {
      topic: "Books",
      text: `Self-financing: wealth is cash plus long positions less short positions, and changes by prices, interest and costs alone. Units are fractional. Total-return series reinvest income; a short owes it.${given.dividends === "cash" ? ` Of assets held as a price, income is paid into cash on its day${given.withholding > 0 ? `, less ${percent(given.withholding)} withheld` : ""}.` : ""}`,
    },
    {
      topic: "Cash",
      text: `${FINANCING[given.financing](cash, percent(spreads.idle), rebateWords(spreads.rebate))} ${given.financing === "futures" ? "" : `A debit pays the cash rate plus ${percent(spreads.debit)}. `}The rate is the one known at the ${monthly ? "month" : "day"} before. ${monthly ? "Each month accrues one twelfth of a year." : `Each period accrues its calendar days over ${given.dayCount}.`}${given.collateral === null ? "" : ` All that would be cash is held in ${given.collateral}.`}`,
    },
    {
      topic: "Trading",
      text: `Each trade costs a fraction of its notional${given.fixedFee > 0 ? ` and ${given.fixedFee} in money` : ""}, ${SIZING[given.sizing]}. Trades below ${Number((given.noTradeBelow / bp(1)).toFixed(6))} bp of wealth are left undone. The first trade falls into the first return; ${given.closeOut ? "on the last row everything is sold, at its cost" : "there is no closing trade"}.`,
    },
    {
      topic: "Execution",
      text: executionWords(portfolios, monthly),
    },
    {
      topic: "Borrowing and fees",
      text: feeWords(given),
    },
    {
      topic: "Margin and ruin",
      text: `Wealth must be at least ${percent(margin.maintenanceLong)} of longs plus ${percent(margin.maintenanceShort)} of shorts at each close (100 % for ${margin.full.join(", ") || "no asset"}). After a breach every leg is scaled back to the initial margin of ${percent(margin.initial)}, ${monthly ? "on the same row" : "at the next close"}. Wealth of zero or less ends the statistics, with a return of -100 %; ${margin.recourse ? "what is owed beyond it stays a debt that grows at the debit rate" : "losses are limited to what there was"}. Prices between two rows are not seen.`,
    },
    {
      topic: "Late assets",
      text: `The weight of an asset that has no price yet is spread over the living assets of the same sign in proportion, unless the strategy leaves it in cash; it enters at a scheduled rebalance. ${endWords(given.delisting)}`,
    },
    {
      topic: "Units",
      text: `Wealth in a unit is wealth in the currency of the books divided by the price of the unit, and every statistic is computed on that series. ${monthly ? "A monthly figure (money supply, consumer prices) measures the row of its own month" : "A monthly figure (money supply, consumer prices) is spread between the middles of its months in proportion"}; a decision sees it only once it was published. Relative wealth is the same in every unit.`,
    },
    {
      topic: "Statistics",
      text: "Years are calendar days / 365.25 from the base. Standard deviations divide by n - 1, quantiles are of type 7 (Hyndman and Fan 1996), skewness and kurtosis are g1 and b2. Alpha has Newey-West errors with floor(4 (n/100)^(2/9)) lags. Deviations, value at risk and shortfall are per period; growth, volatility and Sharpe a year. Nothing is annualised for under one year, and a ratio over less than 0.1 % a year is left out.",
    },
    {
      topic: "Attribution",
      text: "In each period the change of wealth is split into units times price change of each asset, interest at the cash rate (on a short leg's proceeds too), and costs; money becomes log growth by ln(V1/V0) / (V1 - V0), so that parts add up over assets and over time. By leg, each position also bears the riskless return on the capital that it ties up (a short earns it), and the riskless return on all wealth stands by itself: a leg's total is what it earned over cash.",
    },
    {
      topic: "Sensitivity",
      text: `Without an asset, its weight is spread over the others of its sign in proportion; a whole sleeve taken away is cash. ${portfolios.some(decidesByFunction) ? "Weights that are a function are asked as before, and what they give that asset is cash; traded sooner or later, what was decided stays and moves by a row. " : ""}Where costs change, they change for the benchmarks too, as if the assumptions had been written so. A break-even leaves a relative wealth of exactly one.`,
    },
    {
      topic: "Taxes",
      text: `None. ${given.managementFee === 0 ? "No performance or management fee." : `A management fee of ${percent(given.managementFee)} a year accrues on the wealth of the close before; no performance fee.`}`,
    },
  ];
}
