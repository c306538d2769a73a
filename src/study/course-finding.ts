import type { Spread } from "../measure/horizons.ts";

/** Values by date or by place; null where there is none. */
type Numbers = readonly (number | null)[];

/**
 * How the run went, to be drawn: of the first strategy and the first two benchmarks, from month to month on
 * daily data too, in the first two units where the unit matters. To six significant digits.
 */
export interface CourseFinding {
  /** Ids of the portfolios, the strategy first. */
  readonly portfolios: readonly string[];
  readonly numeraires: readonly string[];
  /** The last days of the whole months of the run, the base first. */
  readonly dates: readonly string[];
  readonly returns: readonly ReturnsFinding[];
  /** Of the strategy over each benchmark, `(1 + r) / (1 + b) - 1`: unit-free. */
  readonly excess: readonly { readonly benchmark: string; readonly returns: Numbers }[];
  readonly rolling: readonly RollingFinding[];
  readonly histograms: readonly HistogramFinding[];
  readonly horizons: readonly HorizonFinding[];
  readonly held: readonly HeldFinding[];
  readonly waterfalls: readonly WaterfallFinding[];
}

/** Monthly returns, one fewer than the dates; null after ruin. */
export interface ReturnsFinding {
  readonly portfolio: string;
  readonly numeraire: string;
  readonly returns: Numbers;
}

/** Statistics of windows that end on each date; null before the first window is full. */
export interface RollingFinding {
  readonly portfolio: string;
  readonly numeraire: string;
  /** Length of the windows. */
  readonly months: number;
  readonly growth: Numbers;
  readonly volatility: Numbers;
  readonly sharpe: Numbers;
  /** To the first benchmark. */
  readonly beta: Numbers;
}

/** Monthly returns counted in bins of one width. */
export interface HistogramFinding {
  readonly numeraire: string;
  readonly width: number;
  /** Lower edges. */
  readonly edges: readonly number[];
  readonly counts: readonly { readonly portfolio: string; readonly counts: readonly number[] }[];
  /** What a normal distribution with the mean and deviation of the strategy would have; null where it does not vary. */
  readonly normal: Numbers | null;
}

/** How returns over a length of time were spread; a year's growth for lengths of over a year. */
export interface HorizonFinding extends Spread {
  readonly portfolio: string;
  readonly numeraire: string;
  /** "day", "month", "quarter", or a number of years. */
  readonly span: string;
}

/** What a strategy held at the closes, before the trades of the day, in fractions of wealth. */
export interface HeldFinding {
  readonly portfolio: string;
  readonly dates: readonly string[];
  /** By asset; negative for shorts. */
  readonly weights: Readonly<Record<string, Numbers>>;
  readonly gross: Numbers;
  readonly net: Numbers;
  readonly cash: Numbers;
  /** Mean weight, and the part of each asset in the variance of returns; null after ruin. */
  readonly risk: readonly RiskFinding[] | null;
}

export interface RiskFinding {
  /** Null for the rest: interest, fees and trading. */
  readonly asset: string | null;
  readonly weight: number | null;
  readonly share: number;
}

/** The parts of log growth in dollars, in the whole run or in one phase; they sum to `total`. */
export interface WaterfallFinding {
  readonly portfolio: string;
  /** Label of the phase; null for the whole run. */
  readonly phase: string | null;
  /** Price change and income by asset. */
  readonly assets: Readonly<Record<string, number>>;
  /** Interest on cash and on short proceeds, less that on a debit. */
  readonly financing: number;
  /** Trading, borrow and fund fees, management. */
  readonly costs: number;
  readonly total: number;
}

/** Where the quantity of a prediction has stood since the day of registration. */
export interface TrackFinding {
  readonly prediction: string;
  /** Ids of the tests that ask the same of the same quantity. */
  readonly tests: readonly string[];
  readonly title: string;
  readonly unit: string;
  readonly expects: string;
  readonly claimed: number;
  readonly registered: string;
  /** The days on which it is decided, in order. */
  readonly due: readonly string[];
  readonly dates: readonly string[];
  readonly values: Numbers;
}
