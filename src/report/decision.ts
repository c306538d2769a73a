import {
  chance,
  decimal,
  multiple,
  percent,
  signedDecimal,
  signedPercent,
} from "../series/format.ts";
import type { Comparison } from "../study/findings.ts";

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
  readonly failed: (value: string, title: string) => string;
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
    asks: "How often one of all the variants that were tried gains as much by chance; in simulations a p just below 0.05 was nearer to 0.10",
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
  failed: (value, title) => `${title} is ${value} a year`,
};

const SHARPE_SIGN: Meaning = {
  asks: "The same sign in every unit: return for risk over that of the benchmark",
  value: (value) => signedDecimal(value, 2),
  failed: (value, title) => `${title} is ${value}`,
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

/**
 * Why a comparison is not decided for the strategy: each condition that is not passed, in words.
 * `titled` gives the title of a condition, with the units by their own titles.
 */
export function failures(
  { evidence }: Decided,
  titled: (condition: Condition) => string = ({ title }) => title,
): readonly string[] {
  return evidence
    .filter(({ passed }) => passed !== true)
    .map((condition) =>
      condition.value === null
        ? `${titled(condition)} is not known: ${condition.why ?? "no reason is given"}`
        : meaningOf(condition).failed(valueWords(condition), titled(condition)),
    );
}

/** The rule and how a comparison stands by it: `all 14 conditions below have to hold; 13 do and 1 does not`. */
export function passedWords({ evidence }: Decided): string {
  const passed = evidence.filter((condition) => condition.passed === true).length;
  const missing = evidence.length - passed;
  return `all ${evidence.length} conditions below have to hold; ${passed} ${passed === 1 ? "does" : "do"} and ${missing} ${missing === 1 ? "does" : "do"} not`;
}

/** Years as they are read: `31.3`, or `245` where they are many. */
function yearsOf(years: number): string {
  return decimal(years, years < 100 ? 1 : 0);
}

/** The years that a difference like the one seen would take to show, as a clause; null where none would. */
export function yearsClause({ power }: Comparison): string | null {
  return power.detectionYears === null
    ? null
    : `a difference of this size would need about ${yearsOf(power.detectionYears)} years to show, and the record has ${decimal(power.years, 1)}`;
}

/** Whether the record is long enough to show a difference like the one seen, in sentences. */
export function powerWords({ power }: Comparison): string {
  const { detectionYears, detectionWhy, minimumYears, why } = power;
  const years = decimal(power.years, 1);
  const found =
    detectionYears === null
      ? `How long a record would have to be to show a higher Sharpe ratio cannot be said: ${detectionWhy ?? why ?? "the years needed are not known"}.`
      : `About ${yearsOf(detectionYears)} years of such returns would be needed to find a difference of Sharpe ratios of this size in this noise (in 80 of 100 records, at 5 %); the record has ${detectionYears > power.years ? "only " : ""}${years}.`;
  if (minimumYears === null) return found;
  return `${found} The least conceivable is ${yearsOf(minimumYears)} years, were the benchmark's own Sharpe ratio known exactly (minimum track record).`;
}
