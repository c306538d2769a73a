import type { Condition, Decision } from "../inference/decision.ts";
import type { StartHorizonMap } from "../inference/start-horizon-map.ts";

// Types of what a run says of its own uncertainty. What is not known is null, and the `reason` beside it,
// null otherwise, says why in words.

/** How all returns of a run were resampled: by month, and every portfolio and unit with the same draws. */
export interface InferenceFinding {
  /** Returns from month-end to month-end, in daily runs too. */
  readonly months: number;
  readonly resamples: number;
  /** Stream k of it draws resample k. */
  readonly seed: number;
  /** Of the comparison that comes first, the first strategy with the first benchmark. */
  readonly stationaryBlock: number | null;
  readonly circularBlock: number | null;
  /** By benchmark: of every question about it, whichever strategy, trial or unit is asked of. */
  readonly blocks: Readonly<Record<string, BlocksFinding>>;
  /** Mean months of a block for the first strategy alone, chosen by its own returns: the fans of wealth. */
  readonly aloneBlock: number | null;
  /** What other blocks would have said of the first strategy against the first two benchmarks. */
  readonly blockSensitivity: readonly BlockSensitivityFinding[];
  readonly reason: string | null;
}

/** The blocks that the comparison of the first strategy with a benchmark asks for. */
export interface BlocksFinding {
  /** Mean months of a block of the stationary bootstrap: growth, start dates, trials, the relative fan. */
  readonly stationary: number | null;
  /** Months of a block of the circular bootstrap: studentised differences of Sharpe ratios, if any. */
  readonly circular: number | null;
  readonly reason: string | null;
}

/** What tests would say of a strategy and a benchmark if blocks were as long as this. */
export interface BlockSensitivityFinding {
  readonly portfolio: string;
  readonly benchmark: string;
  /** Whether these are the blocks that were chosen, and all else is read from. */
  readonly isChosen: boolean;
  /** Those of all else with the chosen blocks, and fewer with others: their p are known to .005 near .05. */
  readonly resamples: number;
  /** Mean months of a block for the trials. */
  readonly stationary: number | null;
  /** Months of a block for the Sharpe ratios. */
  readonly circular: number | null;
  /** p of the difference of Sharpe ratios in the currency of the books, studentised. */
  readonly sharpe: number | null;
  /** p of superior ability, consistent, of all trials. */
  readonly superiorAbility: number | null;
  /** p of the strategy after all trials. */
  readonly stepdown: number | null;
  /** Why one of the three is not known. */
  readonly reason: string | null;
}

/** An estimate with its 95 % interval, which benchmarks among each other may lack. */
export interface EstimateFinding {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly reason: string | null;
}

/** Growth over a benchmark, and the blocks that its interval was resampled in. */
export interface GrowthFinding extends EstimateFinding {
  /** Mean months of a block; null without an interval. */
  readonly block: number | null;
}

/** The annual Sharpe ratio of a portfolio less that of a benchmark, in one unit. */
export interface SharpeDifferenceFinding extends EstimateFinding {
  readonly numeraire: string;
  /** Two-sided. */
  readonly p: number | null;
  /** Where p and interval come from, in words. */
  readonly method: string;
}

/** In how many windows a portfolio came out ahead: unit-free. */
export interface WinShareFinding {
  readonly share: number | null;
  readonly windows: number | null;
  /** Windows that do not overlap. */
  readonly effective: number | null;
  /** 95 % of the shares where both grow alike. */
  readonly low: number | null;
  readonly high: number | null;
  readonly reason: string | null;
}

/** Every start with five years left, up to the end of the run. */
export interface StartDatesFinding extends WinShareFinding {
  readonly rolling: readonly (WinShareFinding & { readonly years: number })[];
  /** The share of starts that won, over all ends; null where `share` is. */
  readonly ends: {
    readonly lowest: number;
    readonly median: number;
    readonly highest: number;
  } | null;
  /** The share of all pairs of a start and an end. */
  readonly pairs: number | null;
  /** Mean months of a block of the bands; null without any. */
  readonly block: number | null;
}

/** What is to be believed of alpha in the currency of the books after the data. */
export interface BeliefFinding {
  /** Posterior mean and 95 % interval, a year, under a prior about 0 with a deviation of 2 %. */
  readonly annual: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly probabilityPositive: number | null;
  readonly reason: string | null;
  /** The least that t of alpha leaves of the odds of no alpha; null where t is. */
  readonly minimumFactor: number | null;
  /** Probability of no alpha after the data, at odds of 4 to 1 before. */
  readonly probabilityOfNone: number | null;
}

/** What may be said of a portfolio against a benchmark. */
export interface PairInference {
  /** In the currency of the books, as it says. */
  readonly sharpeDifference: SharpeDifferenceFinding;
  readonly sharpeDifferences: Readonly<Record<string, SharpeDifferenceFinding>>;
  /** Growth a year over the benchmark's, `relative wealth^(1 / years) - 1`: unit-free. */
  readonly growthDifference: GrowthFinding;
  readonly startDates: StartDatesFinding;
  readonly bayes: BeliefFinding;
  /** How long a record would have to be. */
  readonly power: Decision["power"];
  /** All that a strategy has to show before it can be said to beat the benchmark; null for a benchmark. */
  readonly evidence: readonly Condition[] | null;
  readonly decision: Decision["decision"] | null;
}

/** Everything that was tried, and what the best of so many is worth. */
export interface TrialsFinding {
  readonly count: number;
  /** As many independent ones as they amount to. */
  readonly effective: number;
  /** What they are, in words. */
  readonly description: string;
  readonly variants: readonly VariantFinding[];
  readonly byBenchmark: Readonly<Record<string, ContestFinding>>;
  readonly overfitting: OverfittingFinding;
  /**
   * Deflated Sharpe ratio by strategy, a probability; null where it has none. It asks whether the strategy
   * earned more than the riskless rate by more than luck, and knows no benchmark.
   */
  readonly deflated: Readonly<Record<string, number | null>>;
  /** Why a strategy has none; null where it has. */
  readonly deflatedReason: Readonly<Record<string, string | null>>;
}

export interface VariantFinding {
  readonly id: string;
  readonly title: string;
  /** The strategy that it is, if its books are those of one that is shown. */
  readonly shownAs: string | null;
  /** In the currency of the books, annual, by month; null for a variant without excess returns that vary. */
  readonly sharpe: number | null;
  /** Growth a year in the currency of the books; -1 for a ruined one, null for under a year. */
  readonly growth: number | null;
}

/** All trials against one benchmark, by their log growth beyond it. */
export interface ContestFinding {
  /** The trial that gained most; `excess` in log growth a year. */
  readonly best: { readonly id: string; readonly excess: number } | null;
  /** p-value of the best by White's reality check. */
  readonly realityCheck: number | null;
  /** p-values of the test of superior predictive ability; the consistent one is the one to use. */
  readonly spa: {
    readonly lower: number;
    readonly consistent: number;
    readonly upper: number;
  } | null;
  /** Ids of the trials that StepM says beat the benchmark, at 5 % for all together. */
  readonly stepM: readonly string[] | null;
  /** Stepdown p-value by strategy. */
  readonly stepdown: Readonly<Record<string, number | null>>;
  /** Mean months of a block; null where nothing was resampled. */
  readonly block: number | null;
  /** Trials that were ruined, and so have no log growth to compare. */
  readonly ruined: number;
  readonly reason: string | null;
}

/** How often the best trial of one half of the record is a poor one in the other. */
export interface OverfittingFinding {
  readonly probability: number | null;
  readonly splits: number | null;
  /** How often it has a Sharpe below zero there. */
  readonly lossProbability: number | null;
  /** Of its Sharpe there on its Sharpe where it was chosen. */
  readonly slope: number | null;
  readonly reason: string | null;
}

/** Log growth a year over a benchmark, for starts a quarter apart and horizons of whole years. */
export interface MapFinding {
  readonly portfolio: string;
  readonly benchmark: string;
  readonly starts: readonly string[];
  readonly horizons: StartHorizonMap["horizons"];
  readonly values: StartHorizonMap["values"];
  readonly reason: string | null;
}

/** Where resampled paths lie at every third month-end, beside the one that was. */
export interface FanFinding {
  readonly portfolio: string;
  /** Natural logarithm of wealth per unit of the benchmark's, or wealth in a unit; both from one. */
  readonly of: "log relative wealth" | "wealth";
  readonly benchmark: string | null;
  readonly numeraire: string | null;
  readonly resamples: number;
  /** Mean months of a block; null without a fan. */
  readonly block: number | null;
  readonly dates: readonly string[];
  readonly actual: readonly number[];
  /** Ascending; `values` is one list of the dates' length for each. */
  readonly shares: readonly number[];
  readonly values: readonly (readonly number[])[];
  readonly reason: string | null;
}
