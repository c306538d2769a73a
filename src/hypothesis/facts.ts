import type { ExpandingWindow } from "../inference/out-of-sample.ts";
import { uniformOf } from "../inference/random.ts";
import { InputError } from "../input/input-error.ts";
import { nearest, unknownName } from "../input/nearest.ts";
import { formatDay, parseDay } from "../series/day.ts";
import type { Formula } from "../series/formula.ts";
import { lowerBound } from "../series/lower-bound.ts";
import { remembered } from "../series/remembered.ts";
import type { Days } from "../series/series.ts";
import { rankOf, shareOf } from "./among.ts";
import type { Thresholds } from "./attempts.ts";
import { described } from "./authored.ts";
import { type BaseRateQuestion, baseRateOf } from "./base-rate.ts";
import { type BreakSearch, type BreaksFound, breaksFound } from "./breaks-found.ts";
import { type Fact, fact, isFact } from "./fact.ts";
import { type Figures, knownBy, pathAlong, type Rows } from "./figures.ts";
import { NotCovered } from "./not-covered.ts";
import type { Path } from "./path.ts";
import { amongRandomLevels, type LevelContest } from "./random-levels.ts";
import { NEAR } from "./reach.ts";
import {
  type Bond,
  bondOf,
  type CorrelationOptions,
  correlationOf,
  explainedOf,
} from "./relation.ts";
import type { Window } from "./window.ts";

/** What a run found before its hypotheses are asked, as far as they may read it. */
export interface RunFacts {
  /** By id of a phase of the study. */
  readonly phases: ReadonlyMap<string, Window>;
  /** Wealth of a portfolio in a unit of the study. @throws InputError for an unknown name. */
  wealth(portfolio: string, unit: string): Path;
  /** Final wealth of a variation of a strategy (`costsDoubled`, `without:bitcoin`, `later` ...) per unit of a benchmark's. */
  variation(strategy: string, variation: string, benchmark: string): Fact | null;
  /** Whether the evidence allows to say that a strategy beats a benchmark; null where this run did not ask. */
  decision(strategy: string, benchmark: string): Judgement | null;
}

/** What the evidence allows to be said of a strategy against a benchmark. */
export interface Judgement {
  readonly beats: boolean;
  /** What it fails to show, in words: then there is no evidence. */
  readonly failing: readonly string[];
  /** How many things that is. */
  readonly failures: Fact;
  /** What is not known, in words: where nothing fails and something is not known, it cannot be judged. */
  readonly unknown: readonly string[];
  /** How many things that is. */
  readonly unknowns: Fact;
}

/** What a hypothesis may measure: paths of the series that it reads, and what the run found. */
export interface Facts<S extends string = string> {
  readonly run: RunFacts;
  /** Whether figures of a series are at hand; a claim that can do without it asks first. */
  isAtHand(id: S): boolean;
  series(id: S, rows: Rows): Path;
  /** One series divided by another. */
  ratio(numerator: S, denominator: S, rows: Rows): Path;
  /** Arithmetic on the series that it reads, such as `log(spx / m2)`. */
  formula(text: string, rows: Rows): Path;
  /** Arithmetic on facts: `calculate("a / b", { a, b })`. Plain numbers are what was claimed, never what was measured. */
  calculate(text: string, values: Readonly<Record<string, Fact | number>>): Fact;
  /** Of levels or of logarithmic changes from row to row; with `lags`, with its 95 % interval. */
  correlation(a: Path, b: Path, of: "levels" | "changes", options?: CorrelationOptions): Fact;
  /** Whether two positive paths are bound together in the long run, or only drift. */
  cointegration(y: Path, x: Path): Bond;
  /** Share of the variation of `y` that `x` explains on rows of which the fit knows nothing. */
  outOfSample(y: Path, x: Path, window: ExpandingWindow): Fact;
  /** The last value of a series that had been published by a day; its own day is the end of its period. */
  known(id: S, day: string): Fact;
  /** Share of facts whose value satisfies a condition. */
  shareOf(of: readonly Fact[], condition: (value: number) => boolean): Fact;
  /** The place of a fact among others, largest first: 1 where none is larger. */
  rank(of: Fact, others: readonly Fact[]): Fact;
  /** The breaks that a search finds in a path. */
  breaks(path: Path, search: BreakSearch): BreaksFound;
  /** Attempts at a level beside those at 500 levels drawn at random, the same ones at every call. */
  amongRandomLevels(path: Path, level: number, thresholds: Thresholds): LevelContest;
  /** How often an event happens where the future is drawn from the past. */
  baseRate(question: BaseRateQuestion): Fact;
  /** The window of a phase of the study. */
  phase(id: string): Window;
  /** The trading day so many trading days after a day, or before it. */
  tradingDay(day: string, offset: number): string;
  /** The choice at hand makes no sense or cannot be computed: leaves the cell out, with the reason. */
  notApplicable(reason: string): never;
}

/** Everything that facts are taken from. */
export interface Evidence {
  readonly figures: Figures;
  /** Ids of every series of the catalog. */
  readonly ids: readonly string[];
  readonly run: RunFacts;
  readonly compile: (text: string) => Formula;
  /** The path of a formula, made once for all claims. */
  readonly along: (text: string, rows: Rows) => Path;
  readonly tradingDays: Days;
  readonly seed: number;
}

/** Evidence whose formulas and paths are made once for all claims. */
export function evidenceOf(given: Omit<Evidence, "along">): Evidence {
  const compile = remembered(given.compile);
  const path = remembered((key: string) => {
    const [rows, text] = key.split("\n") as [Rows, string];
    return pathAlong(given.figures, compile(text), rows);
  });
  return { ...given, compile, along: (text, rows) => path(`${rows}\n${text}`) };
}

/** Facts for one hypothesis, restricted to the series that it says it reads. */
export function factsOf(
  { figures, ids, run, compile, along: pathOf, tradingDays, seed }: Evidence,
  reads: readonly string[],
): Facts {
  const checkRead = (name: string) => {
    if (!reads.includes(name)) throw new InputError(notRead(name, reads, ids));
  };
  const along = (text: string, rows: Rows): Path => {
    if (rows !== "daily" && rows !== "monthly")
      throw new InputError(`${text}: rows are ${described(rows)}; give "daily" or "monthly"`);
    const { symbols } = compile(text);
    symbols.forEach(checkRead);
    if (symbols.length === 0) throw new InputError(`formula "${text}" names no series`);
    return pathOf(text, rows);
  };
  return {
    run,
    isAtHand(id) {
      checkRead(id);
      return figures.series.has(id);
    },
    series: along,
    ratio: (numerator, denominator, rows) => along(`${numerator} / ${denominator}`, rows),
    formula: along,
    calculate: (text, values) => calculated(compile(text), values),
    correlation: correlationOf,
    cointegration: bondOf,
    outOfSample: explainedOf,
    known(id, day) {
      checkRead(id);
      return knownBy(figures, id, parseDay(day, "known"));
    },
    shareOf,
    rank: rankOf,
    breaks: breaksFound,
    amongRandomLevels: (path, level, thresholds) =>
      amongRandomLevels(path, level, thresholds, uniformOf(seed)),
    baseRate: (question) => baseRateOf(question, seed),
    phase(id) {
      const window = run.phases.get(id);
      if (window === undefined) throw new InputError(unknownName("phase", id, run.phases.keys()));
      return window;
    },
    tradingDay(day, offset) {
      if (!Number.isInteger(offset))
        throw new InputError(`tradingDay: got ${described(offset)}; give a whole number of days`);
      const start = lowerBound(tradingDays, parseDay(day, "tradingDay"));
      const row = start + offset;
      const isUnbroken = [...Array(Math.abs(offset)).keys()].every((step) => {
        const earlier = Math.min(start, row) + step;
        return tradingDays[earlier + 1]! - tradingDays[earlier]! <= NEAR;
      });
      if (row < 0 || row >= tradingDays.length || !isUnbroken)
        throw new NotCovered(
          `the trading day ${Math.abs(offset)} ${offset < 0 ? "before" : "after"} ${day} is not at hand`,
        );
      return formatDay(tradingDays[row]!);
    },
    notApplicable(reason) {
      throw new NotCovered(reason);
    },
  };
}

/** Why a series may not be measured: it is not among those that are read, or there is none of that name. */
function notRead(name: string, reads: readonly string[], ids: readonly string[]): string {
  if (ids.includes(name))
    return `series "${name}" is not in reads; write reads: [${reads.length > 0 ? "..., " : ""}"${name}"]`;
  return unknownName("series", name, nearest(name, ids) === undefined ? reads : ids);
}

function calculated(formula: Formula, values: Readonly<Record<string, Fact | number>>): Fact {
  for (const [name, value] of Object.entries(values))
    if (typeof value !== "number" && !isFact(value))
      throw new InputError(
        `calculate "${formula.text}": ${name} is ${described(value)}; give a fact or a number`,
      );
  const columns = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      [typeof value === "number" ? value : value.value],
    ]),
  );
  for (const symbol of formula.symbols)
    if (columns[symbol] === undefined)
      throw new InputError(
        `calculate "${formula.text}": ${unknownName("value", symbol, Object.keys(values))}`,
      );
  if (formula.looksBack)
    throw new InputError(
      `calculate "${formula.text}": facts have no year before them; take yoy of a series instead`,
    );
  if (!Object.values(values).some((value) => typeof value !== "number"))
    throw new InputError(
      `calculate "${formula.text}": reads no fact; a number typed in measures nothing`,
    );
  return fact(formula.evaluate(columns, 1)[0]!);
}
