import type { PhaseMeasures } from "../measure/measures.ts";
import type { Durations } from "../regime/labelled.ts";

/** What was found about the states of one regime. */
export interface RegimeFinding {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** False for labels known only afterwards: they describe, and no significance test may use them. */
  readonly causal: boolean;
  /**
   * True for a rule whose labels stay the same whatever the values of what it reads: dates typed by whoever
   * wrote it. It is causal by its form alone, and has no p-value.
   */
  readonly dated: boolean;
  readonly note: string;
  /** Those that occur in the run. */
  readonly labels: readonly { readonly id: string; readonly title: string }[];
  /** Half-open: a spell covers the returns after `from` up to `to`. */
  readonly spells: readonly {
    readonly label: string;
    readonly from: string;
    readonly to: string;
    readonly periods: number;
  }[];
  /** Periods of the run that have no label: before a look-back is full, or where nothing is recorded. */
  readonly unlabelled: number;
  /** The label at the last close, for the time to come; null where it is not known, and afterwards. */
  readonly latest: string | null;
  readonly durations: Readonly<Record<string, DurationFinding>>;
  /** label -> portfolio -> numeraire */
  readonly statistics: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, PhaseMeasures>>>>>
  >;
  /** label -> portfolio -> benchmark -> log excess inside the label; they sum over labels to the total. */
  readonly logExcess: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, PhaseExcess>>>>>
  >;
  /** from label -> to label -> count of moves between neighbouring periods. */
  readonly transitions: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Null for a study without benchmarks. */
  readonly correlations: RegimeCorrelations | null;
  /** Null for labels known only afterwards: `untested` says why. */
  readonly tests: readonly RegimeTest[] | null;
  readonly untested: string | null;
  /** For states that were estimated. */
  readonly probabilities: RegimeProbabilities | null;
  /** For segments between changes that were found in a series. */
  readonly changes: RegimeChanges | null;
}

export interface PhaseExcess {
  /** ln of the wealth ratio gained inside the phase; null where one of the two was ruined in it. */
  readonly logExcess: number | null;
  /** Of the whole log excess; null where that is near zero. */
  readonly share: number | null;
}

/** Spells of one label, in periods of the run. */
export interface DurationFinding extends Durations {
  /** The same in months, the base of tests and correlations. */
  readonly months: number;
  /** Fewer than 24 months: too few for any statistic to be believed. */
  readonly thin: boolean;
}

/** Correlations of monthly log returns in the currency of the books, under each label. */
export interface RegimeCorrelations {
  /** The first benchmark, whose variance is what the correction is for. */
  readonly given: string;
  readonly caveat: string;
  readonly pairs: readonly {
    readonly kind: "portfolio" | "asset";
    readonly id: string;
    readonly states: Readonly<Record<string, StateCorrelation>>;
  }[];
}

export interface StateCorrelation {
  /** Months in which both are known. */
  readonly months: number;
  /** Null for fewer than 3 months, and where one side does not vary. */
  readonly correlation: number | null;
  /** Variance of the first under the label over that in all months, less 1. */
  readonly varianceIncrease: number | null;
  /** With that increase taken out (Forbes and Rigobon 2002). */
  readonly adjusted: number | null;
}

/** A p-value, or why there is none. */
export interface Judged {
  readonly p: number | null;
  readonly reason: string | null;
}

/** Whether returns differed between the states of a rule: monthly log returns in the currency of the books. */
export interface RegimeTest {
  readonly portfolio: string;
  /** What the return is relative to; null for the portfolio's own return. */
  readonly benchmark: string | null;
  /** Months that have a label. */
  readonly months: number;
  /** Mean log return a year by label, with its interval from blocks inside spells; null where unknown. */
  readonly states: Readonly<
    Record<
      string,
      {
        readonly months: number;
        readonly mean: number | null;
        readonly lower: number | null;
        readonly upper: number | null;
      }
    >
  >;
  /** A year: of two labels the first's mean less the second's, of more the largest of any two. */
  readonly difference: number | null;
  /** The default test: the states shifted in a circle against the returns. */
  readonly rotation: Judged & {
    /** For the first label being the better one; null for more than two labels. */
    readonly oneSided: number | null;
    /** Given all tests of all rules of the study. */
    readonly family: number | null;
  };
  /** By Newey and West; t is null for more than two labels. */
  readonly regression: Judged & { readonly t: number | null };
  /** Returns and states resampled together. */
  readonly pairs: Judged;
  /**
   * The rule run anew on resampled prices; null unless the rule is made of nothing but the price whose
   * return is tested.
   */
  readonly paths: Judged | null;
}

/** The probability of one label by month; null where it cannot be told. */
export interface RegimeProbabilities {
  readonly of: string;
  /** `filtered` could be known at each date, `smoothed` was estimated from all months. */
  readonly kind: "filtered" | "smoothed";
  readonly dates: readonly string[];
  readonly values: readonly (number | null)[];
}

/** Changes that were found, and the one test that dates found in the data may have. */
export interface RegimeChanges {
  /** `trend` of the log price, or `mean`, or `mean-and-variance`, of monthly log returns. */
  readonly model: string;
  /** Null with a reason where nothing could be searched. */
  readonly dates:
    | readonly {
        /** The last month before the change. */
        readonly date: string;
        /** Where it lies with 95 %, taking what is left around the lines as independent; null where unknown. */
        readonly lower: string | null;
        readonly upper: string | null;
      }[]
    | null;
  readonly reason: string | null;
  /** Of one break in trend, or in the mean. */
  readonly supF:
    | (Judged & {
        readonly value: number | null;
        readonly critical: number | null;
        readonly date: string | null;
        readonly autocorrelation: number | null;
      })
    | null;
}
