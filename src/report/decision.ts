import type { Comparison } from "../study/findings.ts";
import { chance, decimal, multiple, percent, signedDecimal, signedPercent } from "./format.ts";

export type Condition = NonNullable<Comparison["evidence"]>[number];

/** The sign by which each decision is told without colour. */
export const DECISION_SIGNS = { beats: "✓", "no evidence": "–" } as const;

/** Decided comparisons: those of a strategy. */
export type Decided = Comparison & {
  readonly evidence: readonly Condition[];
  readonly decision: NonNullable<Comparison["decision"]>;
};

export function isDecided(comparison: Comparison): comparison is Decided {
  return comparison.decision !== null && comparison.evidence !== null;
}

interface Meaning {
  /** What it asks, for a reader who does not know its name. */
  readonly asks: string;
  readonly value: (value: number) => string;
  /** What is said where it is not passed. */
  readonly failed: (value: string) => string;
}

const ratio = (value: number) => chance(value);

const MEANINGS: Readonly<Record<string, Meaning>> = {
  "alpha-t": {
    asks: "The return that the benchmark's own moves do not explain, in standard errors from zero",
    value: (value) => decimal(value, 2),
    failed: (value) =>
      `what the benchmark's own moves leave unexplained is too near to nothing (t of alpha ${value})`,
  },
  "sharpe-p": {
    asks: "How often chance alone makes a difference of return for the risk taken as large as this",
    value: ratio,
    failed: (value) => `the difference of return for the risk taken may be chance (p ${value})`,
  },
  "stepdown-p": {
    asks: "How often one of all the variants that were tried gains as much by chance",
    value: ratio,
    failed: (value) =>
      `so many variants were tried that one of them may gain as much by chance (p ${value})`,
  },
  "deflated-sharpe": {
    asks: "Probability that its return for risk is more than the best of as many worthless trials would show",
    value: (value) => decimal(value, 3),
    failed: (value) =>
      `the best of as many worthless trials may show as high a Sharpe ratio (deflated ${value})`,
  },
  overfitting: {
    asks: "How often the best variant of one half of the record is below the middle in the other",
    value: (value) => percent(value),
    failed: (value) =>
      `the best of one half of the record is a poor one in the other too often (${value})`,
  },
  "start-dates": {
    asks: "From how many of the possible starts it ended ahead; a filter, no evidence",
    value: (value) => percent(value),
    failed: (value) => `it ended ahead from only ${value} of the start dates`,
  },
  wealth: {
    asks: "Whether it ended with more at all",
    value: multiple,
    failed: (value) => `it ended with ${value} the wealth`,
  },
};

const ALPHA_SIGN: Meaning = {
  asks: "The same sign in every unit: what the benchmark's moves do not explain, a year",
  value: (value) => signedPercent(value),
  failed: (value) => `in one of the units alpha is ${value}`,
};

const SHARPE_SIGN: Meaning = {
  asks: "The same sign in every unit: return for risk over that of the benchmark",
  value: (value) => signedDecimal(value, 2),
  failed: (value) => `in one of the units its Sharpe ratio differs by ${value}`,
};

function stress({ title }: Condition): Meaning {
  const world = title.split(", ").slice(1).join(", ");
  return {
    asks: "Whether it would still have ended with more",
    value: multiple,
    failed: (value) => `${world || title} it would have ended with ${value} the wealth`,
  };
}

function meaningOf(condition: Condition): Meaning {
  const known = MEANINGS[condition.id];
  if (known !== undefined) return known;
  if (condition.id.startsWith("alpha-sign")) return ALPHA_SIGN;
  if (condition.id.startsWith("sharpe-sign")) return SHARPE_SIGN;
  if (condition.id.startsWith("stress")) return stress(condition);
  return {
    asks: "",
    value: (value) => decimal(value, 3),
    failed: (value) => `${condition.title} is ${value}`,
  };
}

/** What a condition asks, in words without a term of the trade. */
export function asked(condition: Condition): string {
  return meaningOf(condition).asks;
}

/** Its value as it is read. */
export function valueWords(condition: Condition): string {
  return condition.value === null ? "not known" : meaningOf(condition).value(condition.value);
}

/** What its value has to be: `above 3.00`. */
export function thresholdWords(condition: Condition): string {
  const threshold = meaningOf(condition).value(condition.threshold).replace(/^\+/, "");
  return `${condition.must === "exceed" ? "above" : "below"} ${threshold.replace(/(\.\d*?)0+(%|×)?$/, "$1$2").replace(/\.(%|×)?$/, "$1")}`;
}

/** Why a comparison is not decided for the strategy: each condition that is not passed, in words. */
export function failures({ evidence }: Decided): readonly string[] {
  return evidence
    .filter(({ passed }) => passed !== true)
    .map((condition) =>
      condition.value === null
        ? `${condition.title} is not known: ${condition.why ?? "no reason is given"}`
        : meaningOf(condition).failed(valueWords(condition)),
    );
}

/** How many of its conditions a comparison passes: `13 of 14`. */
export function passedWords({ evidence }: Decided): string {
  return `${evidence.filter(({ passed }) => passed === true).length} of ${evidence.length}`;
}

/** Whether the record is long enough to show a difference like the one seen, as a sentence. */
export function powerWords({ power }: Comparison): string {
  const years = decimal(power.years, 1);
  if (power.minimumYears === null)
    return `No length of record would do, since ${power.why ?? "the years needed are not known"}.`;
  const needed = `At least ${decimal(power.minimumYears, power.minimumYears < 100 ? 1 : 0)} years of such returns would be needed to show a Sharpe ratio this much higher, even if the benchmark's own were known exactly`;
  return power.enough === true
    ? `${needed}; the record has ${years}.`
    : `${needed}; the record has only ${years}.`;
}
