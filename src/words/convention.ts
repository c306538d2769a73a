/** A rule of this library that no single measure owns, and what other tools do instead. */
export interface Convention {
  readonly about: string;
  readonly ours: string;
  readonly elsewhere: string;
}

/** Conventions that the page and the terminal tell in the same words. */
export const CONVENTIONS: readonly Convention[] = [
  {
    about: "Clock",
    ours: "Years are calendar days / 365.25; volatility and ratios use the stated number of periods a year.",
    elsewhere:
      "Some tools count returns, some days, and some mix the two. An example, a fund of the S&P 500 by its prices alone, from the end of 1999 to August 2026: 6.4% a year here, 4.4% or 9.4% there.",
  },
  {
    about: "Another unit",
    ours: "Wealth is divided by the price of the unit, and every measure is computed anew on the result.",
    elsewhere:
      "Subtracting the unit's return instead gives wrong growth, at times with the wrong sign.",
  },
  {
    about: "Excess over a benchmark",
    ours: "Ratio of final wealth, and its growth a year: the same in every unit. Alpha, tracking error and information ratio are not, and carry their unit.",
    elsewhere: "Most tools subtract growth rates or mean returns.",
  },
  {
    about: "Alpha",
    ours: "Intercept of excess return on the benchmark's excess return, times the periods a year, with Newey–West errors.",
    elsewhere:
      "empyrical compounds it, PerformanceAnalytics gives it per period, backtesting.py uses total returns.",
  },
  {
    about: "Information ratio",
    ours: "Mean difference of returns over tracking error, annualised.",
    elsewhere:
      "quantstats and vectorbt do not annualise; PerformanceAnalytics takes a geometric difference.",
  },
  {
    about: "Capture",
    ours: "Growth in the periods in which the benchmark rose (fell), over the benchmark's own.",
    elsewhere:
      "PerformanceAnalytics divides sums of returns, and counts periods in which the benchmark stood still as falls.",
  },
  {
    about: "Dates of a drawdown",
    ours: "Day of the peak, day of the trough, first day back at or above the peak; calendar days; an open one has no recovery.",
    elsewhere:
      "quantstats starts a day after the peak and prints a recovery date for open ones; pyfolio counts business days.",
  },
  {
    about: "Turnover",
    ours: "Half the sum of trades over wealth, a year, without the first purchase.",
    elsewhere: "bt takes the smaller of purchases and sales over wealth.",
  },
];
