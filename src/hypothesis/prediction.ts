import { hashOfText } from "../data/hash.ts";
import type { SeriesId } from "../data/register.ts";
import { checkId, checkKeys, checkNumber, checkTexts, checkUnique } from "../input/check.ts";
import { InputError } from "../input/input-error.ts";
import { type Day, formatDay, parseDay } from "../series/day.ts";
import { listed } from "../series/format.ts";
import { asOf } from "./as-of.ts";
import { authored, described, isCheck } from "./authored.ts";
import type { Check } from "./check.ts";
import { type Fact, isFact } from "./fact.ts";
import type { Facts } from "./facts.ts";
import { NotCovered } from "./not-covered.ts";
import type { Outcome } from "./outcome.ts";
import { checkFunction, checkReads } from "./spec-checks.ts";
import { type CheckFinding, checkFinding, named } from "./verdict.ts";
import type { Window } from "./window.ts";
import { checkInWords } from "./words.ts";

/** Where one test of a prediction stands: the check as of the end of the window. */
export interface Standing {
  readonly check: Check;
  /** An event that has decided the test before it is due. */
  readonly settled?: boolean;
}

/** One thing that is predicted, and by when. */
export interface PredictionTest<S extends SeriesId> {
  readonly id: string;
  readonly title: string;
  /** The day on which it is decided (`YYYY-MM-DD`). */
  readonly due: string;
  /** What its check claims, in the words of the check (`above 1 times`): it cannot claim something else later. */
  readonly expects: string;
  /** Where it stands at the end of a window that begins on the day of registration: nothing later is seen. */
  readonly stand: (facts: Facts<S>, since: Window) => Standing;
  /** How often it comes true where the future is drawn from the past, known on the day of registration. */
  readonly baseRate?: (facts: Facts<S>) => Fact;
}

/** A prediction, registered before its outcome can be known. */
export interface PredictionSpec<S extends SeriesId> {
  readonly id: string;
  readonly claim: string;
  readonly where: string;
  readonly registered: string;
  readonly reads?: readonly S[];
  /** The probability that its author gives it: 1 for a bare assertion. */
  readonly stated?: number;
  readonly tests: readonly PredictionTest<S>[];
  readonly note?: string;
}

const PREDICTION = Symbol.for("assay.prediction");

/** A prediction, checked. */
export interface Prediction {
  readonly [PREDICTION]: true;
  readonly id: string;
  readonly claim: string;
  readonly where: string;
  readonly registered: Day;
  readonly reads: readonly string[];
  readonly stated: number;
  readonly tests: readonly DatedTest[];
  readonly note: string;
}

interface DatedTest {
  readonly id: string;
  readonly title: string;
  readonly due: Day;
  readonly expects: string;
  readonly stand: (facts: Facts, since: Window) => Standing;
  readonly baseRate: ((facts: Facts) => Fact) | null;
}

/** What became of a prediction so far. */
export interface PredictionFinding {
  readonly id: string;
  readonly claim: string;
  readonly where: string;
  readonly registered: string;
  /** The last day on which a part of it is decided. */
  readonly due: string;
  readonly outcome: Outcome;
  /** Where it stands, in a sentence. */
  readonly progress: string;
  /** Of everything that it says and measures: another definition has another hash. */
  readonly definition: string;
  readonly stated: number;
  readonly tests: readonly {
    readonly id: string;
    readonly title: string;
    readonly due: string;
    /** What it was registered to claim, in words. */
    readonly expects: string;
    readonly outcome: Outcome;
    /** Null where there are no figures since the day of registration. */
    readonly check: CheckFinding | null;
    /** The last day that it was read on. */
    readonly asOf: string | null;
    readonly baseRate: number | null;
    /** (probability - outcome)^2 of what was stated and of the base rate; null until it is decided. */
    readonly brier: { readonly stated: number; readonly baseRate: number | null } | null;
    /** Why it cannot be read. */
    readonly reason: string | null;
  }[];
  readonly reads: readonly string[];
  readonly note: string;
}

const OPTIONS = ["id", "claim", "where", "registered", "reads", "stated", "tests", "note"];

/** A prediction: what was foretold, on which day, and what decides it by when. */
export function prediction<const S extends SeriesId>(spec: PredictionSpec<S>): Prediction {
  const id = checkId("prediction", spec.id);
  const place = `prediction ${id}`;
  checkKeys(place, spec, OPTIONS);
  checkTexts(place, { claim: spec.claim, where: spec.where });
  const registered = parseDay(spec.registered, `${place}: registered`);
  checkReads(place, spec.reads);
  if (!Array.isArray(spec.tests) || spec.tests.length === 0)
    throw new InputError(`${place}: no tests; give at least one`);
  checkUnique(
    `${place}: tests`,
    spec.tests.map((test) => checkId(place, test.id)),
  );
  for (const test of spec.tests) checkTest(`${place}: ${test.id}`, test);
  const tests = spec.tests.map((test) => ({
    id: test.id,
    title: test.title,
    due: parseDay(test.due, `${place}: ${test.id}: due`),
    expects: test.expects,
    stand: test.stand as DatedTest["stand"],
    baseRate: (test.baseRate ?? null) as DatedTest["baseRate"],
  }));
  for (const test of tests)
    if (test.due <= registered)
      throw new InputError(
        `${place}: ${test.id} is due on ${formatDay(test.due)}, not after it was registered on ${spec.registered}; a prediction speaks of the future`,
      );
  return {
    [PREDICTION]: true,
    id,
    claim: spec.claim,
    where: spec.where,
    registered,
    reads: [...new Set<string>(spec.reads ?? [])],
    stated: checkNumber(`${place}: stated`, spec.stated ?? 1, 0, 1),
    tests,
    note: spec.note ?? "",
  };
}

function checkTest(place: string, test: PredictionTest<never>): void {
  checkKeys(place, test, ["id", "title", "due", "expects", "stand", "baseRate"]);
  checkTexts(place, { title: test.title, expects: test.expects });
  checkFunction(`${place}: stand`, test.stand);
  if (test.baseRate !== undefined) checkFunction(`${place}: baseRate`, test.baseRate);
}

/** Whether a value was made by `prediction({...})`. */
export function isPrediction(value: unknown): value is Prediction {
  return typeof value === "object" && value !== null && PREDICTION in value;
}

/** Where a prediction stands on the last day of the figures. */
export function standingOf(given: Prediction, facts: Facts, last: Day): PredictionFinding {
  return named(`prediction ${given.id}`, () => {
    const { id, claim, where, stated, reads, note, registered } = given;
    const tests = given.tests.map((test) => tested(given, test, facts, last));
    const outcomes = tests.map((test) => test.outcome);
    return {
      ...{ id, claim, where, stated, reads, note },
      registered: formatDay(registered),
      due: formatDay(Math.max(...given.tests.map(({ due }) => due))),
      outcome: together(outcomes),
      progress: progressOf(tests),
      definition: definitionOf(given),
      tests: tests.map(({ words: _, ...test }) => test),
    };
  });
}

const TEXT =
  /(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)|(?<name>\b[A-Za-z_$][\w$]*)/g;

/** The code of a function; names, not texts or numbers, lose a number by which a bundler told them apart. */
function codeOf(code: unknown): string {
  return String(code)
    .replace(TEXT, (whole, text) => (text === undefined ? whole.replace(/\d+$/, "") : whole))
    .replace(/\s+/g, " ");
}

/** The words, days and claims of a prediction and the code that measures it, hashed. */
function definitionOf({ id, claim, where, registered, stated, reads, tests }: Prediction): string {
  const parts = tests.map((test) => [
    ...[test.id, test.title, formatDay(test.due), test.expects],
    ...[codeOf(test.stand), codeOf(test.baseRate)],
  ]);
  return hashOfText(
    JSON.stringify([id, claim, where, formatDay(registered), stated, reads, parts]),
  );
}

/** Where the tests stand, those that stand alike told once with all of their days. */
function progressOf(tests: readonly Tested[]): string {
  return [...new Set(tests.map(({ words }) => words))]
    .map((words) => {
      const alike = tests.filter((test) => test.words === words && test.outcome === "pending");
      const days = listed([...new Set(alike.map(({ due }) => due))]);
      return days === "" ? `${words}.` : `${words}, due ${days}.`;
    })
    .join(" ");
}

type Tested = PredictionFinding["tests"][number] & { readonly words: string };

function tested(
  { registered, stated }: Prediction,
  { id, title, due, expects, stand, baseRate }: DatedTest,
  facts: Facts,
  last: Day,
): Tested {
  const common = { id, title, due: formatDay(due), expects };
  const none = { check: null, brier: null };
  const rate = orReason(() => baseRateBy(id, baseRate, asOf(facts, formatDay(registered))));
  const base = { baseRate: rate instanceof NotCovered ? null : (rate?.value ?? null) };
  const until = Math.min(due, last);
  if (until <= registered) {
    const reason = `no figures after ${formatDay(registered)}`;
    const words = `${title}: ${reason}`;
    return { ...common, ...none, ...base, outcome: "pending", asOf: null, reason, words };
  }
  const end = formatDay(until);
  const since = { from: formatDay(registered), to: end };
  const standing = orReason(() => standingBy(id, () => stand(asOf(facts, end), since)));
  if (standing instanceof NotCovered) {
    const reason = standing.message;
    const isAbsent = standing.absent.length > 0;
    const words = `${title}: ${reason}`;
    const outcome = isAbsent ? "untestable" : "pending";
    return { ...common, ...none, ...base, outcome, asOf: null, reason, words };
  }
  const { check, settled } = standing;
  if (check.expects !== expects)
    throw new InputError(`${id}: it was registered as "${expects}", but checks "${check.expects}"`);
  const isDecided = settled !== undefined || last >= due;
  const isTrue = settled ?? check.holds ?? false;
  const outcome = isDecided ? (isTrue ? "supported" : "refuted") : "pending";
  const score = (probability: number) => (probability - (isTrue ? 1 : 0)) ** 2;
  const brier = isDecided
    ? { stated: score(stated), baseRate: base.baseRate === null ? null : score(base.baseRate) }
    : null;
  const state = isDecided
    ? isTrue
      ? "it came true"
      : "it did not come true"
    : check.holds
      ? "true so far"
      : "not true so far";
  const words = `${checkInWords(check)}; ${state}`;
  return {
    ...{ ...common, ...base, outcome, asOf: end, brier },
    check: checkFinding(check),
    reason: null,
    words,
  };
}

/** What `stand` gives. @throws InputError for what is no standing. */
function standingBy(id: string, stand: () => Standing): Standing {
  const given: Partial<Standing> | undefined = authored(`${id}: stand`, stand);
  const { check, settled } = given ?? {};
  if (!isCheck(check))
    throw new InputError(
      `${id}: stand gave ${described(given)}; return { check } with a check, such as above(...)`,
    );
  if (settled !== undefined && typeof settled !== "boolean")
    throw new InputError(`${id}: settled is ${described(settled)}; give true or false, or nothing`);
  return { check, ...(settled === undefined ? {} : { settled }) };
}

/** What `baseRate` gives. @throws InputError for what is no fact. */
function baseRateBy(id: string, baseRate: DatedTest["baseRate"], facts: Facts): Fact | null {
  if (baseRate === null) return null;
  const given: unknown = authored(`${id}: baseRate`, () => baseRate(facts));
  if (!isFact(given) || !(given.value >= 0 && given.value <= 1))
    throw new InputError(
      `${id}: baseRate gave ${isFact(given) ? given.value : described(given)}; return a fact from 0 to 1, such as facts.baseRate({...})`,
    );
  return given;
}

function orReason<T>(run: () => T): T | NotCovered {
  try {
    return run();
  } catch (error) {
    if (error instanceof NotCovered) return error;
    throw error;
  }
}

/** The outcome of the whole: pending while a part is, then as its parts that could be decided. */
function together(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes("pending")) return "pending";
  const decided = outcomes.filter((outcome) => outcome !== "untestable");
  if (decided.length === 0) return "untestable";
  if (decided.every((outcome) => outcome === "supported")) return "supported";
  return decided.includes("supported") ? "partly" : "refuted";
}
