import { isUnknown, type Unknown, unknown } from "../input/unknown.ts";

/** All that bears on whether a strategy beats a benchmark; a piece that is not known says why. */
export interface Evidence {
  /** t of alpha with errors that hold under autocorrelation. */
  readonly alphaT: number | Unknown;
  /** Whether the strategy was found among variants: then t has to be higher. */
  readonly searched: boolean;
  /** p-value of the difference of Sharpe ratios. */
  readonly sharpeP: number | Unknown;
  /** p-value given that all variants were tried. */
  readonly stepdownP: number | Unknown;
  /** Deflated Sharpe ratio, a probability. */
  readonly deflatedSharpe: number | Unknown;
  /** Probability of backtest overfitting. */
  readonly overfitting: number | Unknown;
  /** Share of the start dates from which the strategy ended ahead. */
  readonly startShare: number | Unknown;
  /** Wealth of the strategy over that of the benchmark at the end; the same in every numeraire. */
  readonly wealthRatio: number | Unknown;
  /** Alpha and the difference of Sharpe ratios in each numeraire in which both are to agree. */
  readonly numeraires: readonly {
    readonly numeraire: string;
    readonly alpha: number | Unknown;
    readonly sharpeDifference: number | Unknown;
  }[];
  /** The wealth ratio in harder worlds: costs doubled, the best months or the best leg left out. */
  readonly stress: readonly {
    readonly id: string;
    readonly title: string;
    readonly wealthRatio: number | Unknown;
  }[];
  readonly power: Power;
}

/** How long one would have to look before a Sharpe ratio this high shows itself above the benchmark's. */
export interface Power {
  /** Years in which the difference of Sharpe ratios would be found with 80 % probability at 5 %. */
  readonly detectionYears: number | Unknown;
  /** Minimum track record length, in years, at 95 %. */
  readonly minimumYears: number | Unknown;
  /** Years of the record. */
  readonly years: number;
}

/** One thing that a strategy has to show. */
export interface Condition {
  readonly id: string;
  readonly title: string;
  readonly value: number | null;
  readonly must: "exceed" | "stay below";
  readonly threshold: number;
  /** Null where the value is not known. */
  readonly passed: boolean | null;
  /** Why the value is not known; null where it is. */
  readonly why: string | null;
}

/**
 * `beats` where every condition is passed, `no evidence` where one that is known fails, `cannot be judged`
 * where none fails and one is not known.
 */
export type Verdict = "beats" | "no evidence" | "cannot be judged";

export interface Decision {
  readonly decision: Verdict;
  readonly conditions: readonly Condition[];
  readonly power: {
    /** With the noise of both sides; null where the difference is not above zero or not known. */
    readonly detectionYears: number | null;
    /** Why `detectionYears` is null; null where it is not. */
    readonly detectionWhy: string | null;
    /** A lower bound, the benchmark's Sharpe ratio taken as known. */
    readonly minimumYears: number | null;
    readonly years: number;
    /** Whether the record is longer, which is a condition too; null where no length would do. */
    readonly enough: boolean | null;
    readonly why: string | null;
  };
}

/**
 * What the evidence allows to be said. "Beats" needs all of: alpha with t above 2 (3 where it was
 * searched for; Harvey, Liu and Zhu 2016); p of the Sharpe difference and of the stepdown below 5 %; a
 * record longer than the minimum track record; a deflated Sharpe ratio above 0.95; probability of
 * overfitting below 0.2; more than two thirds of the start dates won; more wealth than the benchmark, also in every harder world; and alpha and Sharpe
 * difference of one sign in all numeraires. A strategy that is worse than its benchmark passes none of
 * the one-sided ones, however small its p-values.
 */
export function decide(evidence: Evidence): Decision {
  const conditions = conditionsOf(evidence);
  const { detectionYears, minimumYears, years } = evidence.power;
  const needed = isUnknown(minimumYears) ? null : minimumYears;
  return {
    decision: verdictOf(conditions),
    conditions,
    power: {
      detectionYears: isUnknown(detectionYears) ? null : detectionYears,
      detectionWhy: isUnknown(detectionYears) ? detectionYears.reason : null,
      minimumYears: needed,
      years,
      enough: needed === null ? null : years > needed,
      why: isUnknown(minimumYears) ? minimumYears.reason : null,
    },
  };
}

function verdictOf(conditions: readonly Condition[]): Verdict {
  if (conditions.some(({ passed }) => passed === false)) return "no evidence";
  return conditions.every(({ passed }) => passed) ? "beats" : "cannot be judged";
}

const NO_UNIT = unknown("it was measured in fewer than two units");
const NO_STRESS = unknown("no harder world was tried");
const NO_NUMBER = unknown("it has no finite value");

function conditionsOf(evidence: Evidence): Condition[] {
  return [
    above("alpha-t", "t of alpha", evidence.alphaT, evidence.searched ? 3 : 2),
    below("sharpe-p", "p of the difference of Sharpe ratios", evidence.sharpeP, 0.05),
    below(
      "record-length",
      "years that the record would have to exceed (minimum track record)",
      evidence.power.minimumYears,
      evidence.power.years,
    ),
    ...searchConditions(evidence),
    above("start-dates", "share of start dates that won", evidence.startShare, 2 / 3),
    above("wealth", "wealth over the benchmark's", evidence.wealthRatio, 1),
    ...(evidence.numeraires.length > 1
      ? []
      : [above("signs", "alpha in a second unit", NO_UNIT, 0)]),
    ...evidence.numeraires.flatMap(({ numeraire, alpha, sharpeDifference }) => [
      above(`alpha-sign-${numeraire}`, `alpha in ${numeraire}`, alpha, 0),
      above(
        `sharpe-sign-${numeraire}`,
        `difference of Sharpe ratios in ${numeraire}`,
        sharpeDifference,
        0,
      ),
    ]),
    ...(evidence.stress.length > 0
      ? []
      : [above("stress", "wealth in harder worlds", NO_STRESS, 1)]),
    ...evidence.stress.map(({ id, title, wealthRatio }) =>
      above(`stress-${id}`, `wealth over the benchmark's, ${title}`, wealthRatio, 1),
    ),
  ];
}

/** What the best of several has to show; where one alone was tried nothing is known of the search, and nothing passed. */
function searchConditions(evidence: Evidence): Condition[] {
  return [
    below("stepdown-p", "p after all variants that were tried", evidence.stepdownP, 0.05),
    above(
      "deflated-sharpe",
      "deflated Sharpe ratio, of itself and no benchmark",
      evidence.deflatedSharpe,
      0.95,
    ),
    below("overfitting", "probability of overfitting", evidence.overfitting, 0.2),
  ];
}

function above(id: string, title: string, value: number | Unknown, threshold: number): Condition {
  return condition({ id, title, must: "exceed", threshold }, value, (known) => known > threshold);
}

function below(id: string, title: string, value: number | Unknown, threshold: number): Condition {
  return condition(
    { id, title, must: "stay below", threshold },
    value,
    (known) => known < threshold,
  );
}

function condition(
  asked: Pick<Condition, "id" | "title" | "must" | "threshold">,
  value: number | Unknown,
  holds: (value: number) => boolean,
): Condition {
  const answer = isUnknown(value) || Number.isFinite(value) ? value : NO_NUMBER;
  return isUnknown(answer)
    ? { ...asked, value: null, passed: null, why: answer.reason }
    : { ...asked, value: answer, passed: holds(answer), why: null };
}
