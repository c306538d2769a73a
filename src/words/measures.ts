import { CONVENTIONS } from "./convention.ts";
import { FORMULAS } from "./formulas.ts";
import { METRICS } from "./metric.ts";
import type { Word } from "./word.ts";

const SHORT = "a run of under one year";

/** A rule of the report's conventions, in its own words. */
function rule(about: string): { readonly definition: string; readonly elsewhere: string } {
  const found = CONVENTIONS.find((convention) => convention.about === about);
  if (found === undefined) throw new Error(`no convention about "${about}"`);
  return { definition: found.ours, elsewhere: found.elsewhere };
}

const ofOneSeries: readonly Word[] = Object.entries(METRICS).map(([key, metric]) => ({
  ...FORMULAS[key as keyof typeof METRICS],
  key,
  name: metric.name,
  kind: "measure",
  unit: metric.unit,
  definition: metric.definition,
  ...(metric.elsewhere === undefined ? {} : { elsewhere: metric.elsewhere }),
}));

const againstABenchmark: readonly Word[] = [
  {
    key: "relativeWealth",
    name: "Relative wealth",
    kind: "measure",
    unit: "the same in every unit",
    ...rule("Excess over a benchmark"),
    formula: "(V_n / V_0) / (B_n / B_0)",
    unknown: "a benchmark that was ruined",
    also: ["excess over a benchmark"],
    see: ["excessGrowth", "relativeDrawdown"],
  },
  {
    key: "excessGrowth",
    name: "Excess growth",
    kind: "measure",
    unit: "a year, the same in every unit",
    definition: "Growth a year of relative wealth.",
    formula: "(relative wealth)^(1 / years) - 1",
    unknown: `${SHORT}; a benchmark that was ruined`,
    also: ["geometric excess"],
    see: ["relativeWealth"],
  },
  {
    key: "relativeDrawdown",
    name: "Relative drawdown",
    kind: "measure",
    unit: "from peak, the same in every unit",
    definition: "Deepest fall of relative wealth from its peak.",
    formula: "min_t X_t / max_(s <= t) X_s - 1, X = V / B",
    unknown: "a benchmark that was ruined",
    see: ["relativeWealth", "maxDrawdown"],
  },
  {
    key: "alpha",
    name: "Alpha",
    kind: "measure",
    unit: "a year",
    ...rule("Alpha"),
    formula: "e = a + b e_B, ordinary least squares; alpha = a K",
    unknown: `${SHORT}; fewer than three returns`,
    source: "Jensen (1968); Newey and West (1987)",
    see: ["beta"],
  },
  {
    key: "beta",
    name: "Beta",
    kind: "measure",
    unit: "ratio",
    definition: "Slope of excess return on the benchmark's excess return.",
    formula: "e = a + b e_B, ordinary least squares; beta = b",
    unknown: "a benchmark whose excess return does not vary; fewer than three returns",
    source: "Jensen (1968)",
    see: ["alpha"],
  },
  {
    key: "correlation",
    name: "Correlation",
    kind: "measure",
    unit: "-1 to 1",
    definition: "Correlation of the returns with the benchmark's (Pearson).",
    formula: "cov(R, B) / (sd(R) sd(B))",
    unknown: "returns that do not vary",
  },
  {
    key: "spearman",
    name: "Rank correlation",
    kind: "measure",
    unit: "-1 to 1",
    definition: "Correlation of the ranks of the returns with the ranks of the benchmark's.",
    formula: "correlation of ranks, ties sharing the mean rank",
    unknown: "returns that do not vary",
    source: "Spearman (1904)",
  },
  {
    key: "trackingError",
    name: "Tracking error",
    kind: "measure",
    unit: "a year",
    definition: "Standard deviation of the difference of returns, annualised.",
    formula: "sd(R - B) sqrt(K), divisor n - 1",
    unknown: SHORT,
    see: ["informationRatio"],
  },
  {
    key: "informationRatio",
    name: "Information ratio",
    kind: "measure",
    unit: "a year",
    ...rule("Information ratio"),
    formula: "mean(R - B) K / tracking error",
    unknown: `${SHORT}; a tracking error of under 0.1% a year`,
    also: ["IR"],
    see: ["trackingError"],
  },
  {
    key: "upCapture",
    name: "Capture of rises",
    kind: "measure",
    unit: "ratio",
    ...rule("Capture"),
    formula: "growth a year of R where B > 0 / that of B",
    unknown: `${SHORT}; no such period`,
    also: ["capture", "up capture"],
    see: ["downCapture"],
  },
  {
    key: "downCapture",
    name: "Capture of falls",
    kind: "measure",
    unit: "ratio",
    ...rule("Capture"),
    formula: "growth a year of R where B < 0 / that of B",
    unknown: `${SHORT}; no such period`,
    also: ["capture", "down capture"],
    see: ["upCapture"],
  },
];

const ofTheBooks: readonly Word[] = [
  {
    key: "drawdowns",
    name: "Dates of a drawdown",
    kind: "measure",
    unit: "days",
    ...rule("Dates of a drawdown"),
    unknown: "the recovery while a fall is open",
    also: ["peak", "trough", "recovery"],
    see: ["drawdown", "maxDrawdown"],
  },
  {
    key: "windows",
    name: "Rolling windows",
    kind: "measure",
    unit: "total return of 1, 3, 5 and 10 years",
    definition:
      "Worst, best and median return over every window of a number of years, and the share below zero. Windows overlap.",
    formula: "V_(t + h) / V_t - 1, h = years x K rows",
    unknown: "a run shorter than the window",
    also: ["worst rolling", "rolling window"],
  },
  {
    key: "sharpeReadings",
    name: "Sharpe ratio, three readings",
    kind: "measure",
    unit: "a year",
    definition:
      "What the return is an excess over: total, what is riskless in the unit; funded, cash in the books, its gain counted in the unit; relative, the return of the unit itself.",
    formula: "e = R - r in the unit; (R - r y) / (1 + n); R - n, n the return of the unit",
    unknown: SHORT,
    see: ["sharpe", "numeraire", "riskless"],
  },
  {
    key: "turnover",
    name: "Turnover",
    kind: "measure",
    unit: "a year, one-way",
    ...rule("Turnover"),
    formula: "0.5 sum |trade| / V / years",
  },
  {
    key: "grossExposure",
    name: "Gross exposure",
    kind: "measure",
    unit: "of wealth, mean over rows",
    definition: "Longs and shorts together over wealth; `maxGrossExposure` is the most of it.",
    formula: "mean((longs + shorts) / V)",
    also: ["leverage", "maxGrossExposure", "longExposure", "shortExposure"],
    see: ["netExposure", "lossToRuin"],
  },
  {
    key: "netExposure",
    name: "Net exposure",
    kind: "measure",
    unit: "of wealth, mean over rows",
    definition: "Longs less shorts over wealth.",
    formula: "mean((longs - shorts) / V)",
    see: ["grossExposure"],
  },
  {
    key: "lossToRuin",
    name: "Loss to ruin",
    kind: "measure",
    unit: "in one period",
    definition: "The adverse move of everything held, in one period, that would end in ruin.",
    formula: "1 / most gross exposure",
    unknown:
      "books that were never geared: gross exposure up to 101 % is fees owed until the next rebalance",
    see: ["ruin"],
  },
  {
    key: "costs",
    name: "Costs by kind",
    kind: "measure",
    unit: "per unit of start wealth; costsPerYear of wealth a year",
    definition:
      "What trading, borrowing, the spread on a margin debit, and fund and management fees took.",
    also: ["costsPerYear"],
    see: ["costDrag"],
  },
  {
    key: "interest",
    name: "Interest",
    kind: "measure",
    unit: "per unit of start wealth",
    definition: "What idle cash and short proceeds earned; negative on a debit.",
    see: ["idle", "rebate", "debit"],
  },
  {
    key: "events",
    name: "Events of the books",
    kind: "measure",
    unit: "dated",
    definition:
      "First trades, margin calls, forced trades, ruin, starts and ends of assets, splices and bands, each with its day and in words.",
    see: ["ledger", "margin call", "ruin"],
  },
  {
    key: "costDrag",
    name: "Cost drag",
    kind: "measure",
    unit: "growth a year",
    definition: "Growth a year lost to each kind of cost: the run is repeated without it.",
    formula: "growth without the cost - growth with it",
    unknown: SHORT,
    see: ["costs"],
  },
  {
    key: "attribution",
    name: "Attribution",
    kind: "measure",
    unit: "log growth",
    definition:
      "How much each asset, interest and costs gave. Parts add up over assets and over time; `legs` splits each by price, income, financing, borrow, fees and trading.",
    formula: "money x ln(V_1 / V_0) / (V_1 - V_0) in each period",
    unknown: "ruin",
    also: ["legs"],
  },
  {
    key: "growth",
    name: "Depreciation and real growth",
    kind: "measure",
    unit: "log growth",
    definition:
      "How much of the growth in the currency of the books is that currency losing value against a unit, and how much is left.",
    formula: "ln nominal multiple = ln price multiple of the unit + ln real multiple",
    unknown: "ruin; a share of a growth that is near zero",
    also: ["depreciation", "depreciationShare", "real growth"],
    see: ["chains", "numeraire"],
  },
  {
    key: "chains",
    name: "Chain of links",
    kind: "measure",
    unit: "log growth",
    definition: "The growth of a quantity, taken apart into links whose product it is.",
    formula: "ln whole = sum of ln links",
    see: ["growth"],
  },
  {
    key: "logExcess",
    name: "Log excess of a phase",
    kind: "measure",
    unit: "log growth, the same in every unit",
    definition:
      "What a phase added to the wealth ratio of a portfolio and a benchmark. Phases sum to the whole.",
    formula: "ln(X_to / X_from), X = V / B",
    unknown: "ruin in the phase",
    see: ["relativeWealth", "regime"],
  },
  {
    key: "breakEven",
    name: "Break-even",
    kind: "measure",
    unit: "fee a year; multiple of costs; weight",
    definition:
      "The borrow fee, the multiple of trading costs or the weight of an asset at which nothing is left between a strategy and a benchmark.",
    unknown: "nothing in range would do it",
    also: ["sensitivity"],
    see: ["borrow", "costs"],
  },
];

/** Every measure of the findings. */
export const MEASURES: readonly Word[] = [...ofOneSeries, ...againstABenchmark, ...ofTheBooks];

/** Rules of the report that are no measure. */
export const RULES: readonly Word[] = CONVENTIONS.filter(
  ({ about }) =>
    !MEASURES.some(({ name, also = [] }) => [name, ...also].some((n) => same(n, about))),
).map(({ about, ours, elsewhere }) => ({
  key: about.toLowerCase(),
  name: about,
  kind: "convention",
  definition: ours,
  elsewhere,
}));

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
