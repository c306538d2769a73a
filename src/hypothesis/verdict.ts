import { InputError } from "../input/input-error.ts";
import { formatDay } from "../series/day.ts";
import { type Check, decidingAmong, type Unit } from "./check.ts";
import { isFact } from "./fact.ts";
import type { Facts } from "./facts.ts";
import { type Choices, cellsOf } from "./grid.ts";
import type { Hypothesis, Kind } from "./hypothesis.ts";
import { NotCovered } from "./not-covered.ts";
import type { Asked, Outcome } from "./outcome.ts";
import type { Answer } from "./rule.ts";
import { gistOf, whyOf } from "./why.ts";
import { measuredInWords } from "./words.ts";

/** Share of the grid in which a supported claim must hold: below it, it is supported in part. */
export const ROBUST = 2 / 3;

/** One part of a claim, as it was measured. */
export interface CheckFinding {
  readonly title: string;
  readonly claimed: number | string | null;
  /** What was claimed, with its tolerance, in words. */
  readonly expects: string | null;
  /** A fraction for `fraction` and `points`; an ISO date for `day`. */
  readonly measured: number | string;
  readonly unit: Unit;
  /** What was measured, in words. */
  readonly words: string;
  /** The day of an extreme or an event. */
  readonly day: string | null;
  readonly interval: readonly [number, number] | null;
  /** Null where it is reported only. */
  readonly holds: boolean | null;
  /** Judged beside the claim: it decides nothing. */
  readonly isAside: boolean;
}

/** One combination of choices, and the answer under it. */
export interface CellFinding {
  readonly choices: Choices;
  /** Null where the choices do not apply. */
  readonly answer: Answer | null;
  /** What the first deciding part measured. */
  readonly measured: number | string | null;
  /** Why the choices do not apply. */
  readonly reason: string | null;
}

/** The line that a claim is about, and the levels it names. */
export interface ChartFinding {
  readonly title: string;
  readonly unit: string;
  readonly dates: readonly string[];
  readonly values: readonly number[];
  readonly levels: readonly { readonly value: number; readonly label: string }[];
}

/** A claim, and what the data say of it. */
export interface HypothesisFinding {
  readonly id: string;
  readonly claim: string;
  readonly where: string;
  readonly kind: Kind;
  readonly vintage: string | null;
  readonly gate: boolean;
  readonly outcome: Outcome;
  /** Of the first part that decides, under the headline choices; all parts stand in `checks`. */
  readonly claimed: number | string | null;
  readonly measured: number | string | null;
  readonly unit: Unit | null;
  /** What decided: the number, and what it must be, in words; null where nothing was decided. */
  readonly gist: { readonly measured: string; readonly mustBe: string } | null;
  /** The reason and the numbers, in sentences. */
  readonly why: string;
  readonly checks: readonly CheckFinding[];
  /** The choices that the headline stands on; null where none applies. */
  readonly headline: Choices | null;
  /** False where the claim's own convention could not be computed and the next choice stands for it. */
  readonly isOwnConvention: boolean;
  readonly grid: {
    /** Of the cells that apply, those under which the claim is supported; null where none applies. */
    readonly share: number | null;
    readonly axes: Readonly<Record<string, readonly string[]>>;
    readonly cells: readonly CellFinding[];
  };
  /** What is not at hand and would be needed, in words. */
  readonly missing: readonly string[];
  readonly registeredAs: string | null;
  readonly reads: readonly string[];
  readonly note: string;
  readonly chart: ChartFinding | null;
}

/** Puts a claim to the data. @throws InputError naming the hypothesis, for whatever its test does wrong. */
export function verdictOf(hypothesis: Hypothesis, facts: Facts): HypothesisFinding {
  return named(`hypothesis ${hypothesis.id}`, () => found(hypothesis, facts));
}

function found(hypothesis: Hypothesis, facts: Facts): HypothesisFinding {
  const { id, claim, where, kind, vintage, gate, reads, note, registeredAs } = hypothesis;
  const asked = cellsOf(hypothesis.grid).map((choices) => ask(hypothesis, facts, choices));
  const applying = asked.filter(({ lacking }) => lacking === null);
  const answered = applying.filter(({ answer }) => answer !== null);
  const headline = answered[0] ?? applying[0];
  const share =
    answered.length === 0
      ? null
      : answered.filter(({ answer }) => answer === "supported").length / answered.length;
  const outcome = outcomeOf(hypothesis, headline, share, asked);
  const [deciding] = decidingAmong(headline?.checks ?? []);
  const missing =
    answered.length === 0
      ? [...new Set(asked.flatMap(({ lacking }) => lacking?.absent ?? []))]
      : [];
  return {
    ...{ id, claim, where, kind, vintage, gate, outcome },
    claimed: deciding?.claimed ?? null,
    measured: deciding === undefined ? null : measuredOf(deciding),
    unit: deciding?.unit ?? null,
    gist: gistOf({ headline, outcome, answered }),
    why: whyOf({ hypothesis, outcome, headline, asked, answered, share, missing }),
    checks: (headline?.checks ?? []).map(checkFinding),
    headline: headline?.choices ?? null,
    isOwnConvention: headline !== undefined && headline === asked[0],
    grid: {
      share,
      axes: hypothesis.grid,
      cells: asked.map(({ choices, checks, answer, lacking }) => {
        const [first] = decidingAmong(checks);
        return {
          choices,
          answer,
          measured: first === undefined ? null : measuredOf(first),
          reason: lacking?.message ?? null,
        };
      }),
    },
    missing,
    ...{ registeredAs, reads, note },
    chart: chartOf(hypothesis, facts),
  };
}

function ask(hypothesis: Hypothesis, facts: Facts, choices: Choices): Asked {
  if (hypothesis.test === null) return { choices, checks: [], answer: null, lacking: null };
  try {
    const checks = hypothesis.test(facts, choices);
    if (checks.length === 0) throw new InputError("the test gives no checks; give at least one");
    for (const check of checks) verify(check);
    const decided = decidingAmong(checks);
    const answer =
      hypothesis.untestable !== null || decided.length === 0 ? null : hypothesis.rule(decided);
    return { choices, checks, answer, lacking: null };
  } catch (error) {
    if (!(error instanceof NotCovered)) throw error;
    return { choices, checks: [], answer: null, lacking: error };
  }
}

/** @throws InputError for a check whose number was not measured, or is none. */
function verify({ title, fact }: Check): void {
  if (!isFact(fact))
    throw new InputError(`"${title}": what was measured is not a fact; measure it from facts`);
  if (!Number.isFinite(fact.value))
    throw new InputError(`"${title}": measured ${fact.value}, which is not a number`);
}

function outcomeOf(
  { untestable, registeredAs }: Hypothesis,
  headline: Asked | undefined,
  share: number | null,
  asked: readonly Asked[],
): Outcome {
  if (registeredAs !== null) return "pending";
  if (untestable !== null) return "untestable";
  const isAbsent = asked.some(({ lacking }) => (lacking?.absent.length ?? 0) > 0);
  if (headline === undefined) return isAbsent ? "untestable" : "undecided";
  if (headline.answer === null && isAbsent) return "untestable";
  if (headline.answer === null)
    throw new InputError("no check decides it; use a check that is not reported(), or untestable");
  if (headline.answer === "supported" && share! < ROBUST) return "partly";
  return headline.answer;
}

function measuredOf({ fact, unit }: Check): number | string {
  return unit === "day" ? formatDay(fact.day!) : fact.value;
}

/** A check as the findings hold it. */
export function checkFinding(check: Check): CheckFinding {
  const { title, claimed, expects, unit, holds, fact } = check;
  return {
    ...{ title, claimed, expects, unit, holds },
    measured: measuredOf(check),
    words: measuredInWords(check),
    day: fact.day === undefined ? null : formatDay(fact.day),
    interval: fact.interval ?? null,
    isAside: check.isAside === true,
  };
}

function chartOf({ chart }: Hypothesis, facts: Facts): ChartFinding | null {
  if (chart === null) return null;
  try {
    const { title, path, unit, levels = [] } = chart(facts);
    return {
      ...{ title, unit, levels },
      dates: Array.from(path.days, formatDay),
      values: Array.from(path.values),
    };
  } catch (error) {
    if (error instanceof NotCovered) return null;
    throw error;
  }
}

/** Runs what a person wrote, and puts its name before whatever it did wrong. */
export function named<T>(place: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.faults.map((fault) => `${place}: ${fault}`));
  }
}
