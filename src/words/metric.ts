import type { Measures } from "../measure/measures.ts";
import { count, decimal, percent, probability } from "../series/format.ts";

export const METRIC_GROUPS = [
  "Growth",
  "Risk",
  "Return for risk",
  "Drawdown",
  "Tails",
  "Distribution",
] as const;

/** One row of the tables of measures, and what stands about it among the conventions. */
export interface Metric {
  readonly name: string;
  readonly group: (typeof METRIC_GROUPS)[number];
  /** The unit, as the row's head gives it. */
  readonly unit: string;
  readonly show: (value: number | null) => string;
  /** What it is here, in one sentence. */
  readonly definition: string;
  /** How well-known tools differ, where they do. */
  readonly elsewhere?: string;
}

const ratio = (value: number | null) => decimal(value, 2);
const share = (value: number | null) => percent(value, 1);

/** Every number of `Measures` but the windows, which are a table of their own; the compiler holds it complete. */
export const METRICS: Readonly<Record<Exclude<keyof Measures, "windows">, Metric>> = {
  totalReturn: {
    name: "Total return",
    group: "Growth",
    unit: "whole run",
    show: share,
    definition: "Last wealth over first wealth, less 1.",
  },
  cagr: {
    name: "Growth a year",
    group: "Growth",
    unit: "compound",
    show: share,
    definition:
      "Last over first wealth to the power 1 / years, less 1, where years are calendar days / 365.25. Not given for less than a year.",
    elsewhere:
      "Counting returns / 252 instead of days moves it a little (empyrical, quantstats, PerformanceAnalytics). Dividing calendar days by 252, as Riskfolio-Lib and older quantstats do, turns 6.4% a year into 4.4% in one example (a fund of the S&P 500 by its prices alone, from the end of 1999 to August 2026); vectorbt's default of 365 daily bars a year turns it into 9.4%.",
  },
  meanReturn: {
    name: "Mean return",
    group: "Growth",
    unit: "a year, arithmetic",
    show: share,
    definition: "Mean of the returns times the periods in a year.",
  },
  volatility: {
    name: "Volatility",
    group: "Risk",
    unit: "a year",
    show: share,
    definition:
      "Standard deviation of the returns (divided by n − 1) times the root of the periods in a year.",
    elsewhere: "vectorbt annualises daily bars with 365 unless told otherwise.",
  },
  downsideDeviation: {
    name: "Downside deviation",
    group: "Risk",
    unit: "a period",
    show: (value) => percent(value, 2),
    definition:
      "Root mean square of the shortfalls below the riskless rate, over all periods, those without a shortfall included.",
    elsewhere:
      "LEAN takes the standard deviation of the losing periods alone; PerformanceAnalytics can divide by their number.",
  },
  sharpe: {
    name: "Sharpe ratio",
    group: "Return for risk",
    unit: "a year",
    show: ratio,
    definition:
      "Mean of return less the unit's own riskless rate, over the standard deviation of that difference, times the root of the periods in a year (Sharpe 1994).",
    elsewhere:
      "One price series gives 0.42 by this definition, 0.50 in vectorbt (365 days), 0.44 in LEAN (compounded mean), 0.31 in backtesting.py (geometric growth over lognormal volatility) and 0.40 in backtrader (yearly returns).",
  },
  sharpeLo: {
    name: "Sharpe ratio, autocorrelation allowed for",
    group: "Return for risk",
    unit: "a year",
    show: ratio,
    definition:
      "The Sharpe ratio annualised with the autocorrelation of the excess returns instead of the root rule (Lo 2002).",
    elsewhere: "The “smart” ratio of quantstats uses another penalty.",
  },
  sortino: {
    name: "Sortino ratio",
    group: "Return for risk",
    unit: "a year",
    show: ratio,
    definition: "Mean excess over downside deviation, times the root of the periods in a year.",
    elsewhere:
      "0.59 by this definition; LEAN 0.56, backtesting.py 0.47, ffn before 1.1.4 0.66, monthly data in the manner of Portfolio Visualizer 0.71, all on one price series.",
  },
  calmar: {
    name: "Calmar ratio",
    group: "Return for risk",
    unit: "whole run",
    show: ratio,
    definition: "Growth a year over the depth of the deepest drawdown, over the whole run.",
    elsewhere: "As first published it covers the last 36 months, which is the next row.",
  },
  calmar36: {
    name: "Calmar ratio, last 36 months",
    group: "Return for risk",
    unit: "36 months",
    show: ratio,
    definition: "The same over the last 36 months; not given for a shorter run.",
  },
  martin: {
    name: "Martin ratio",
    group: "Return for risk",
    unit: "a year",
    show: ratio,
    definition: "Growth a year less the riskless growth a year, over the Ulcer index.",
    elsewhere: "quantstats puts the cumulative return on top.",
  },
  painRatio: {
    name: "Pain ratio",
    group: "Return for risk",
    unit: "a year",
    show: ratio,
    definition: "The same over the Pain index.",
  },
  omega: {
    name: "Omega",
    group: "Return for risk",
    unit: "about zero",
    show: ratio,
    definition: "Sum of the gains over the sum of the losses, about zero per period.",
    elsewhere: "empyrical and quantstats turn a required annual return into one per period first.",
  },
  probabilisticSharpe: {
    name: "Probabilistic Sharpe ratio",
    group: "Return for risk",
    unit: "of one series alone, blind to how it was chosen",
    show: probability,
    definition:
      "Probability that the true Sharpe ratio exceeds zero, given length, skewness and kurtosis of the record (Bailey and López de Prado 2012). It covers one series on its own and no choice among many.",
    elsewhere: "quantstats feeds the formula with excess kurtosis where it asks for raw.",
  },
  minTrackRecordYears: {
    name: "Record needed for a Sharpe ratio above zero",
    group: "Return for risk",
    unit: "years, of one series alone, blind to how it was chosen",
    show: (value) => decimal(value, 1),
    definition:
      "Years of record that would show a Sharpe ratio above zero at 95%, that of the series itself and against no benchmark; none where the ratio is not positive.",
  },
  maxDrawdown: {
    name: "Deepest drawdown",
    group: "Drawdown",
    unit: "from peak",
    show: share,
    definition:
      "Least of wealth over its running maximum, less 1. The first day counts as a peak, so that a loss at the start is seen.",
    elsewhere:
      "quantstats guesses a starting value from the level of the series; pyfolio's table loses a loss on the first day. Month-ends understate it: −52% where daily closes give −56%.",
  },
  timeUnderWater: {
    name: "Time under water",
    group: "Drawdown",
    unit: "share of periods",
    show: share,
    definition: "Share of the periods that end below a former peak.",
  },
  longestUnderWaterDays: {
    name: "Longest time under water",
    group: "Drawdown",
    unit: "calendar days",
    show: (value) => count(value),
    definition:
      "Longest spell from a peak to the first day back at it, in calendar days; one still open is counted to the end.",
    elsewhere: "pyfolio counts business days; LEAN leaves open spells out.",
  },
  ulcer: {
    name: "Ulcer index",
    group: "Drawdown",
    unit: "root mean square",
    show: share,
    definition: "Root mean square of the drawdowns over all periods.",
    elsewhere: "quantstats divides by n − 1.",
  },
  pain: {
    name: "Pain index",
    group: "Drawdown",
    unit: "mean",
    show: share,
    definition: "Mean depth below the running maximum over all periods.",
  },
  var95: {
    name: "Value at risk, 95%",
    group: "Tails",
    unit: "a period, historical",
    show: share,
    definition:
      "The loss that 5% of the periods exceeded: the 5% quantile of the returns (type 7) with its sign turned.",
    elsewhere:
      "quantstats assumes normal returns by default, PerformanceAnalytics the Cornish–Fisher form; pyfolio prints mean less two standard deviations.",
  },
  var95Normal: {
    name: "Value at risk, 95%, normal",
    group: "Tails",
    unit: "a period",
    show: share,
    definition: "The same if the returns were normal.",
  },
  var95CornishFisher: {
    name: "Value at risk, 95%, Cornish–Fisher",
    group: "Tails",
    unit: "a period",
    show: share,
    definition: "The normal quantile corrected for skewness and kurtosis.",
  },
  cvar95: {
    name: "Expected shortfall, 95%",
    group: "Tails",
    unit: "a period",
    show: share,
    definition:
      "Mean loss of the worst 5% of the periods, the last one counted in part (Acerbi and Tasche 2002).",
    elsewhere: "quantstats takes the mean of all returns below the normal value at risk.",
  },
  tailRatio: {
    name: "Tail ratio",
    group: "Tails",
    unit: "95% over 5%",
    show: ratio,
    definition: "Size of the 95% quantile of the returns over the size of the 5% quantile.",
  },
  bestPeriod: {
    name: "Best period",
    group: "Distribution",
    unit: "one period",
    show: share,
    definition: "Highest return of one period.",
  },
  worstPeriod: {
    name: "Worst period",
    group: "Distribution",
    unit: "one period",
    show: share,
    definition: "Lowest return of one period.",
  },
  bestYear: {
    name: "Best year",
    group: "Distribution",
    unit: "full calendar year",
    show: share,
    definition: "Highest return of a full calendar year.",
  },
  worstYear: {
    name: "Worst year",
    group: "Distribution",
    unit: "full calendar year",
    show: share,
    definition: "Lowest return of a full calendar year.",
  },
  hitRate: {
    name: "Periods with a gain",
    group: "Distribution",
    unit: "share",
    show: share,
    definition: "Share of the periods whose return is above zero.",
  },
  skewness: {
    name: "Skewness",
    group: "Distribution",
    unit: "g1, normal 0",
    show: ratio,
    definition: "Third standardised moment of the returns, of the population.",
    elsewhere: "pandas, and so empyrical and quantstats, corrects for sample size: the row below.",
  },
  skewnessUnbiased: {
    name: "Skewness, corrected",
    group: "Distribution",
    unit: "G1, normal 0",
    show: ratio,
    definition: "Skewness corrected for the size of the sample.",
  },
  kurtosis: {
    name: "Kurtosis",
    group: "Distribution",
    unit: "b2, normal 3",
    show: ratio,
    definition: "Fourth standardised moment of the returns, of the population, nothing subtracted.",
    elsewhere: "Most tools subtract 3, and many correct for sample size: the row below does both.",
  },
  excessKurtosisUnbiased: {
    name: "Excess kurtosis, corrected",
    group: "Distribution",
    unit: "G2, normal 0",
    show: ratio,
    definition: "Kurtosis less 3, corrected for the size of the sample.",
  },
  stability: {
    name: "Stability",
    group: "Distribution",
    unit: "R²",
    show: ratio,
    definition: "R squared of the logarithm of wealth on time: 1 is a straight path.",
  },
};

/** A metric with its key, in the order of the tables. */
export function metricsOf(
  group: Metric["group"],
): readonly (readonly [keyof typeof METRICS, Metric])[] {
  return Object.entries(METRICS).filter(([, metric]) => metric.group === group) as unknown as [
    keyof typeof METRICS,
    Metric,
  ][];
}
