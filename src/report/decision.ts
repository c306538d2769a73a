import { FEWEST_PERIODS } from "../inference/comparable.ts";
import {
  chance,
  decimal,
  listed,
  multiple,
  percent,
  signedDecimal,
  signedPercent,
  significant,
} from "../series/format.ts";
import type { Comparison, Findings } from "../study/findings.ts";

export type Condition = NonNullable<Comparison["evidence"]>[number];

/** The sign by which each decision is told without colour. */
export const DECISION_SIGNS = { beats: "✓", "no evidence": "–", "cannot be judged": "?" } as const;

/** Decided comparisons: those of a strategy. */
export type Decided = Comparison & {
  readonly evidence: readonly Condition[];
  readonly decision: NonNullable<Comparison["decision"]>;
};

export function isDecided(comparison: Comparison): comparison is Decided {
  return comparison.decision !== null && comparison.evidence !== null;
}

interface Meaning {
  /** What was to be shown, as a few plain words in a list. */
  readonly shows: string;
  /** What it asks, for a reader who does not know its name. */
  readonly asks: string;
  readonly value: (value: number) => string;
  /** What is said where it is not passed. */
  readonly failed: (value: string, title: string) => string;
}

const ratio = (value: number) => chance(value);

const MEANINGS: Readonly<Record<string, Meaning>> = {
  "alpha-t": {
    shows: "a return beyond the benchmark's own moves",
    asks: "The return that the benchmark's own moves do not explain, in standard errors from zero",
    value: (value) => decimal(value, 2),
    failed: (value) =>
      `what the benchmark's own moves leave unexplained is too near to nothing (t of alpha ${value})`,
  },
  "sharpe-p": {
    shows: "a return for risk that differs by more than chance",
    asks: "How often chance alone makes a difference of return for the risk taken as large as this",
    value: ratio,
    failed: (value) => `the difference of return for the risk taken may be chance (p ${value})`,
  },
  "record-length": {
    shows: "a record that is long enough",
    asks: "MinTRL, the Sharpe ratio of the benchmark taken as known: a lower bound of the years of record in which one this high would show itself above it",
    value: (value) => `${yearsOf(value)} years`,
    failed: (value) => `the record is too short: it would have to be longer than ${value}`,
  },
  "stepdown-p": {
    shows: "more than the luck of the best of many tries",
    asks: "How often one of all the variants that were tried gains as much by chance; in simulations a p just below 0.05 was nearer to 0.10",
    value: ratio,
    failed: (value) =>
      `so many variants were tried that one of them may gain as much by chance (p ${value})`,
  },
  "deflated-sharpe": {
    shows: "a return for risk above that of worthless tries",
    asks: "Probability that its true return for risk exceeds what the best of as many worthless trials would show; it knows no benchmark, so it is the same in every column",
    value: (value) => decimal(value, 3),
    failed: (value) =>
      `the best of as many worthless trials may show as high a Sharpe ratio (deflated ${value})`,
  },
  overfitting: {
    shows: "that the best of one half stays good in the other",
    asks: "How often the best variant of one half of the record is below the middle in the other",
    value: (value) => percent(value),
    failed: (value) =>
      `the best of one half of the record is a poor one in the other too often (${value})`,
  },
  "start-dates": {
    shows: "being ahead from two thirds of the starts",
    asks: "From how many of the possible starts it ended ahead; a filter, no evidence",
    value: (value) => percent(value),
    failed: (value) => `it ended ahead from only ${value} of the start dates`,
  },
  wealth: {
    shows: "more wealth at the end",
    asks: "Whether it ended with more at all",
    value: multiple,
    failed: (value) => `it ended with ${value} the wealth`,
  },
};

const ALPHA_SIGN: Meaning = {
  shows: "the same sign in every unit",
  asks: "The same sign in every unit: what the benchmark's moves do not explain, a year",
  value: (value) => signedPercent(value),
  failed: (value, title) => `${title} is ${value} a year`,
};

const SHARPE_SIGN: Meaning = {
  shows: "the same sign in every unit",
  asks: "The same sign in every unit: return for risk over that of the benchmark",
  value: (value) => signedDecimal(value, 2),
  failed: (value, title) => `${title} is ${value}`,
};

function stress({ title }: Condition): Meaning {
  const world = title.split(", ").slice(1).join(", ");
  return {
    shows: `being ahead ${world || "in a harder world"}`,
    asks: "Whether it would still have ended with more",
    value: multiple,
    failed: (value) => `${world || title}, it would have ended with ${value} the wealth`,
  };
}

function meaningOf(condition: Condition): Meaning {
  const known = MEANINGS[condition.id];
  if (known !== undefined) return known;
  if (condition.id.startsWith("alpha-sign") || condition.id === "signs") return ALPHA_SIGN;
  if (condition.id.startsWith("sharpe-sign")) return SHARPE_SIGN;
  if (condition.id.startsWith("stress")) return stress(condition);
  return {
    shows: condition.title,
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
 * Each condition that fails, in words with its value, then each that is not known, with its reason.
 * `titled` gives the title of a condition, with the units by their own titles.
 */
export function failures(
  { evidence }: Decided,
  titled: (condition: Condition) => string = ({ title }) => title,
): readonly string[] {
  const failed = evidence.filter(({ passed }) => passed === false);
  const unknown = evidence.filter(({ passed }) => passed === null);
  return [
    ...failed.map((one) => meaningOf(one).failed(valueWords(one), titled(one))),
    ...unknown.map((one) => `${titled(one)} is not known: ${one.why ?? "no reason is given"}`),
  ];
}

/** What is said of each decision, where `no evidence` alone could be read as evidence of none. */
const DECISION_WORDS = {
  beats: "it beats",
  "no evidence": "not shown",
  "cannot be judged": "cannot be judged",
} as const;

/** Whether the whole interval of its growth over the benchmark is below zero. */
export function isBehind({ decision, growthDifference }: Comparison): boolean {
  const { high } = growthDifference;
  return decision !== "beats" && high !== null && high < 0;
}

/** The decision in a few words; a strategy that is clearly behind is not said to be undecided. */
export function decisionWords(comparison: Decided): string {
  return isBehind(comparison) ? "it grew less" : DECISION_WORDS[comparison.decision];
}

/** What is said of a strategy that is clearly behind. */
export const BEHIND = "it grew less, and by more than the draw of the months explains";

/** Why nothing at all is tested; null where the record is long enough for a test. */
export function untestedWords({ inference: { months } }: Findings): string | null {
  return months >= FEWEST_PERIODS
    ? null
    : `${months} ${months === 1 ? "month is" : "months are"} too few for any test`;
}

/**
 * What a reader asks first, as clauses: how much more it grew, what the same months would have given in
 * another mix, what it is without its best ones, and how long it would take to show.
 */
export function plainClauses(comparison: Decided): readonly string[] {
  const { growthDifference, evidence, decision } = comparison;
  const { estimate, low, high } = growthDifference;
  const best = evidence.find(({ id }) => id === "stress-best-months")?.value ?? null;
  const years = decision === "beats" ? null : yearsClause(comparison);
  return [
    ...(estimate === null
      ? []
      : [`it grew ${percent(Math.abs(estimate))} a year ${estimate < 0 ? "less" : "more"}`]),
    ...(low === null || high === null
      ? []
      : [
          `other mixes of its own months gave ${signedPercent(low)} to ${signedPercent(high)} a year in 95 of 100 cases`,
        ]),
    ...(best === null
      ? []
      : [
          `without its best 12 months it would have ended with ${significant(best)} times the wealth`,
        ]),
    ...(years === null ? [] : [years]),
  ];
}

/** How a comparison stands by its conditions: `12 of 16 conditions passed, 3 failed, 1 not known`. */
export function countWords({ evidence }: Decided): string {
  const having = (wanted: boolean | null) =>
    evidence.filter(({ passed }) => passed === wanted).length;
  const [failed, unknown] = [having(false), having(null)];
  return [
    `${having(true)} of ${evidence.length} conditions passed`,
    ...(failed === 0 ? [] : [`${failed} failed`]),
    ...(unknown === 0 ? [] : [`${unknown} not known`]),
  ].join(", ");
}

/** The same in the fewest words: `12 of 15 conditions passed; all have to`. */
export function countInShort({ evidence, decision }: Decided): string {
  const having = (wanted: boolean | null) =>
    evidence.filter(({ passed }) => passed === wanted).length;
  const unknown = having(null);
  return `${having(true)} of ${evidence.length} conditions passed${unknown === 0 ? "" : `, ${unknown} not known`}${decision === "beats" ? "" : "; all have to"}`;
}

/** What was not shown is named up to so many; the table has the rest. */
const NAMED = 4;

/** What conditions of one outcome ask for, each once, final wealth before all else. */
function namesOf({ evidence }: Decided, outcome: boolean | null): string {
  const found = evidence.filter(({ passed }) => passed === outcome);
  const isWealth = ({ id }: Condition) => id === "wealth";
  const names = [
    ...found.filter(isWealth),
    ...found.filter((condition) => !isWealth(condition)),
  ].map((condition) => meaningOf(condition).shows);
  const once = [...new Set(names)];
  const rest = once.length - NAMED;
  return listed(rest <= 0 ? once : [...once.slice(0, NAMED), `${rest} more`]);
}

/**
 * The decision, how many conditions passed, what was asked and not shown, and how long it would take to
 * show, in plain words: the one sentence of the terminal.
 */
export function standing(comparison: Decided): string {
  if (isBehind(comparison)) return `${BEHIND}: ${countWords(comparison)}`;
  const years = comparison.decision === "beats" ? null : yearsClause(comparison);
  const [failed, unknown] = [namesOf(comparison, false), namesOf(comparison, null)];
  return [
    `${DECISION_WORDS[comparison.decision]}: ${countWords(comparison)}`,
    ...(failed === "" ? [] : [`it failed to show ${failed}`]),
    ...(unknown === "" ? [] : [`not known is ${unknown}`]),
    ...(years === null ? [] : [years]),
  ].join("; ");
}

/** Years as they are read: `31.3`, or `245` where they are many. */
function yearsOf(years: number): string {
  return decimal(years, years < 100 ? 1 : 0);
}

/** The years that a difference like the one seen would take to show, as a clause; null where none would. */
export function yearsClause({ power }: Comparison): string | null {
  return power.detectionYears === null
    ? null
    : `a difference of this size would need about ${yearsOf(power.detectionYears)} years to be found with 80 % chance, and the record has ${decimal(power.years, 1)}`;
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
  return `${found} The least conceivable is ${yearsOf(minimumYears)} years, were the benchmark's own Sharpe ratio known exactly (minimum track record): the record ${power.enough ? "is longer" : "is not that long, so that nothing is called beaten"}.`;
}
