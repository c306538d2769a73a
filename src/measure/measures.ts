/** The worst, best and median total return over all windows of a number of years, and the share below zero. */
export interface WindowReturns {
  readonly years: number;
  readonly worst: number | null;
  readonly best: number | null;
  readonly median: number | null;
  readonly shareNegative: number | null;
  /** Overlapping windows counted; the independent ones are about sample years / window years. */
  readonly windows: number;
}

/**
 * Every statistic of one wealth series in one numeraire. Fractions, never percent; `null` where the
 * statistic is not defined (a ratio with nothing below the line, an annual figure of under a year).
 * Definitions, sources and fixtures stand beside the functions in this folder.
 */
export interface Measures {
  readonly totalReturn: number;
  /** Compound growth a year; null for a sample of under one year. */
  readonly cagr: number | null;
  /** Arithmetic mean return times periods a year. */
  readonly meanReturn: number | null;
  readonly volatility: number | null;
  readonly sharpe: number | null;
  /** Sharpe annualised with the autocorrelation of the excess returns (Lo 2002). */
  readonly sharpeLo: number | null;
  /** Root mean square shortfall below the riskless rate, per period, over all periods. */
  readonly downsideDeviation: number | null;
  readonly sortino: number | null;
  /** Deepest fall from a running peak: zero or negative. The base counts as a peak. */
  readonly maxDrawdown: number;
  readonly timeUnderWater: number;
  /** Longest spell below a former peak in calendar days, an open one counted to the end. */
  readonly longestUnderWaterDays: number;
  readonly calmar: number | null;
  /** Calmar over the last 36 months; null for a shorter sample. */
  readonly calmar36: number | null;
  readonly ulcer: number;
  readonly pain: number;
  readonly martin: number | null;
  readonly painRatio: number | null;
  /** Gains over losses about zero per period. */
  readonly omega: number | null;
  /** Historical 95 % value at risk per period: a positive number is a loss. */
  readonly var95: number | null;
  readonly var95Normal: number | null;
  readonly var95CornishFisher: number | null;
  /** Expected shortfall at 95 % (Acerbi and Tasche 2002), per period, a positive number is a loss. */
  readonly cvar95: number | null;
  /** g1 and b2 of the population (normal: 0 and 3). */
  readonly skewness: number | null;
  readonly kurtosis: number | null;
  /** G1 and G2, corrected for sample size (normal: 0 and 0). */
  readonly skewnessUnbiased: number | null;
  readonly excessKurtosisUnbiased: number | null;
  readonly tailRatio: number | null;
  readonly hitRate: number | null;
  readonly bestPeriod: number | null;
  readonly worstPeriod: number | null;
  /** Best and worst full calendar year. */
  readonly bestYear: number | null;
  readonly worstYear: number | null;
  /** R squared of log wealth on time. */
  readonly stability: number | null;
  /** Probability that the true Sharpe exceeds zero (Bailey and Lopez de Prado 2012). */
  readonly probabilisticSharpe: number | null;
  /** Years of record needed to show a Sharpe above zero at 95 %; null where the Sharpe is not positive. */
  readonly minTrackRecordYears: number | null;
  /** Windows of 1, 3, 5 and 10 years. */
  readonly windows: readonly WindowReturns[];
}

/** A portfolio against a benchmark, both in one numeraire. */
export interface RelativeMeasures {
  /** OLS of excess return on the benchmark's excess return. */
  readonly beta: number | null;
  /** Arithmetic, a year; `t` and `p` (two-sided, Student) with Newey-West errors. */
  readonly alpha: {
    readonly annual: number | null;
    readonly t: number | null;
    readonly p: number | null;
    readonly lags: number;
  };
  readonly correlation: number | null;
  readonly spearman: number | null;
  readonly trackingError: number | null;
  readonly informationRatio: number | null;
  readonly upCapture: number | null;
  readonly downCapture: number | null;
  /** Share of periods in which the portfolio returned more than the benchmark (unit-free). */
  readonly hitRate: number | null;
}

/** A fall from a peak, with its trough and its recovery (ISO dates), or null while it is open. */
export interface DrawdownEpisode {
  /** A negative fraction. */
  readonly depth: number;
  readonly peak: string;
  readonly trough: string;
  readonly recovery: string | null;
  /** Calendar days peak to trough, trough to recovery (null while open), and in all (to the end while open). */
  readonly daysToTrough: number;
  readonly daysToRecovery: number | null;
  readonly days: number;
}

/**
 * `ln(nominal multiple) = ln(numeraire multiple) + ln(real multiple)`: how much of the growth in
 * dollars is the dollar losing value against the numeraire, and how much is left.
 */
export interface GrowthSplit {
  readonly nominal: number;
  readonly depreciation: number;
  readonly real: number;
  /** depreciation / nominal; above 1 is a loss in the numeraire; null where |nominal| < 0.05. */
  readonly depreciationShare: number | null;
  /** The other reading, (N multiple - 1) / (P multiple - 1), which is not additive. */
  readonly linearShare: number | null;
}

/** Statistics of the returns inside the spells of one regime label. */
export interface PhaseMeasures {
  readonly periods: number;
  /** Share of all periods of the run. */
  readonly share: number;
  /** Null where the portfolio did not live to see the label. */
  readonly totalReturn: number | null;
  /** Annual figures are null for under a year. */
  readonly cagr: number | null;
  readonly volatility: number | null;
  readonly sharpe: number | null;
  readonly maxDrawdown: number | null;
  readonly hitRate: number | null;
  /** Arithmetic mean, annualised. */
  readonly mean: number | null;
  /** The lowest return of one period: of a month, or of a day in a daily run. */
  readonly worst: number | null;
}

/** A portfolio per unit of a benchmark: unit-free. All null against a ruined benchmark. */
export interface RelativeWealth {
  /** Final wealth of the portfolio over that of the benchmark, both from one. */
  readonly relativeWealth: number | null;
  /** `relativeWealth^(1/years) - 1`; null for under a year. */
  readonly excessGrowth: number | null;
  /** Deepest fall of relative wealth from its peak. */
  readonly relativeDrawdown: number | null;
}
