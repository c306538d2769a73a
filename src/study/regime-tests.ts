import { blockDraws } from "../inference/draws.ts";
import { type FamilyMember, rotationFamily } from "../inference/regime-family.ts";
import { stateIntervals } from "../inference/regime-intervals.ts";
import { type PathTest, pathTest } from "../inference/regime-paths.ts";
import { pairBootstrap, pairsOf, rotation, stateRegression } from "../inference/regime-tests.ts";
import { isUnknown, type Unknown, unknown } from "../input/unknown.ts";
import type { Panel } from "../market/panel.ts";
import { figuresOnRows } from "../market/publications.ts";
import { type CausalPeriods, spellsIn } from "../regime/labelled.ts";
import { type CausalRegime, statesOn } from "../regime/rule.ts";
import type { Measured } from "./measured.ts";
import type { Judged, RegimeTest } from "./regime-finding.ts";
import { byMonth, monthlyReturns } from "./regime-labels.ts";
import { tooFew } from "./regime-refusals.ts";

/** Resamples of a test of one rule at most: a study has many. */
const PAIRS = 999;
const INTERVALS = 399;
const PATHS = 99;
const MONTHS_PER_YEAR = 12;

/** What the tests of a run share. */
export interface Testing {
  readonly panel: Panel;
  readonly portfolios: readonly Measured[];
  /** Rows of the run by month, the base row first. */
  readonly months: readonly number[];
  readonly resamples: number;
  readonly seed: number;
}

/** One question: did these returns differ between the states of this rule? */
interface Question extends FamilyMember {
  readonly rule: CausalRegime;
  readonly portfolio: string;
  readonly benchmark: string | null;
  /** Why it is given no p-value, whatever the returns; null where it may have one. */
  readonly refused: string | null;
  /** Whether the rule is made of nothing but the price whose return it sorts. */
  readonly ofItself: boolean;
}

/** A rule on the periods of a run. */
export interface Asked {
  readonly rule: CausalRegime;
  readonly states: CausalPeriods;
  /** Why its labels are typed dates, which have no p-value whatever they are; null where they are not. */
  readonly dated: string | null;
}

/**
 * The tests of all rules of a study, by rule. Asked of each: the log return of the first strategy over
 * each of the first two benchmarks, and the own return of every benchmark whose price the rule reads. All
 * of them are one family.
 */
export function testsOf(
  rules: readonly Asked[],
  testing: Testing,
): Map<CausalRegime, RegimeTest[]> {
  const questions = rules.flatMap((rule) => questionsOf(rule, testing));
  const asked = questions.filter(({ refused }) => refused === null);
  const family = new Map(rotationFamily(asked).map((p, i) => [asked[i]!, p]));
  const tests = new Map<CausalRegime, RegimeTest[]>(rules.map(({ rule }) => [rule, []]));
  for (const question of questions)
    tests.get(question.rule)!.push(answered(question, family.get(question) ?? null, testing));
  return tests;
}

function questionsOf({ rule, states, dated }: Asked, testing: Testing): Question[] {
  const { panel, portfolios, months } = testing;
  const [strategy] = portfolios;
  const benchmarks = portfolios.filter(({ books }) => books.role === "benchmark");
  const of = byMonth(states.of, months);
  const ask = (one: Measured, against: Measured | null): Question => {
    const own = monthlyReturns(one, months);
    const other = against === null ? null : monthlyReturns(against, months);
    const returns = own.map((value, m) => value - (other?.[m] ?? 0));
    // What came after a ruin is no return of anything.
    const lived = of.map((state, m) => (Number.isNaN(returns[m]!) ? -1 : state));
    const periods = { ...states, of: lived };
    return {
      rule,
      periods,
      refused: dated ?? tooFew(periods),
      returns,
      portfolio: one.books.strategy.id,
      benchmark: against?.books.strategy.id ?? null,
      ofItself: against === null && rule.reads.every((id) => isItself(panel, id, one)),
    };
  };
  return [
    ...benchmarks
      .slice(0, 2)
      .filter((benchmark) => strategy !== undefined && benchmark !== strategy)
      .map((benchmark) => ask(strategy!, benchmark)),
    ...benchmarks.filter((one) => readsPriceOf(panel, rule, one)).map((one) => ask(one, null)),
  ];
}

/** Whether a rule reads the price of the one asset that a benchmark holds. */
function readsPriceOf(panel: Panel, rule: CausalRegime, one: Measured): boolean {
  const asset = onlyAssetOf(one);
  return asset !== undefined && rule.reads.some((id) => isPriceOf(panel, id, asset));
}

/** Whether a series is the very price of what a portfolio holds, with or without its income. */
function isItself(panel: Panel, id: string, one: Measured): boolean {
  const asset = onlyAssetOf(one);
  return asset !== undefined && (id === asset || panel.series(id).withIncome === asset);
}

function onlyAssetOf({ books }: Measured): string | undefined {
  const [asset, ...more] = books.strategy.assets;
  return more.length === 0 ? asset : undefined;
}

/** Whether a series is the price of an asset, with or without its income, or a formula that has it. */
function isPriceOf(panel: Panel, id: string, asset: string): boolean {
  const { withIncome, inputs, byRow } = panel.series(id);
  if (id === asset || withIncome === asset) return true;
  return byRow !== undefined && inputs.some((input) => isPriceOf(panel, input, asset));
}

function answered(question: Question, family: number | null, testing: Testing): RegimeTest {
  const { returns, periods, portfolio, benchmark } = question;
  const refused = question.refused === null ? null : unknown(question.refused);
  const turned = refused ?? rotation(returns, periods);
  const regression = refused ?? stateRegression(returns, periods);
  const pairs =
    refused ?? pairBootstrap(returns, periods, drawsOf(question, testing), pairCount(testing));
  return {
    portfolio,
    benchmark,
    months: periods.of.filter((state) => state >= 0).length,
    states: statesFound(question, testing),
    difference: isUnknown(turned) ? null : turned.difference * MONTHS_PER_YEAR,
    rotation: {
      ...judged(turned),
      oneSided: isUnknown(turned) ? null : turned.oneSided,
      // The family turns the months without a label too, so that its p can fall a little below the own one.
      family: isUnknown(turned) || family === null ? null : Math.max(turned.p, family),
    },
    regression: { ...judged(regression), t: isUnknown(regression) ? null : regression.t },
    pairs: judged(pairs),
    paths: question.ofItself ? judged(refused ?? onPaths(question, testing)) : null,
  };
}

function judged(answer: { readonly p: number } | Unknown): Judged {
  return isUnknown(answer) ? { p: null, reason: answer.reason } : { p: answer.p, reason: null };
}

const pairCount = ({ resamples }: Testing) => Math.min(resamples, PAIRS);

/** Blocks as long as a mean spell, so that states stay as persistent as they were; an eighth at most. */
function drawsOf({ periods }: Question, { seed }: Testing) {
  const length = pairsOf(periods);
  const spells = spellsIn(periods).length;
  const meanBlock = Math.max(1, Math.min(length / Math.max(1, spells), length / 8));
  return blockDraws({ kind: "stationary", length, meanBlock, seed });
}

function statesFound({ returns, periods }: Question, { resamples, seed }: Testing) {
  const found = stateIntervals(returns, periods, {
    resamples: Math.min(resamples, INTERVALS),
    meanBlock: Math.cbrt(returns.length),
    seed,
    perYear: MONTHS_PER_YEAR,
  });
  const states = found.map((one, index) => {
    const months = periods.of.filter((state) => state === index).length;
    if (isUnknown(one))
      return [one.label, { months, mean: null, lower: null, upper: null }] as const;
    const { lower, upper } = one.meanInterval;
    return [one.label, { months, mean: one.mean, lower, upper }] as const;
  });
  return Object.fromEntries(states.filter(([, { months }]) => months > 0));
}

/** The rule run anew on resampled prices, each month drawn by itself: nothing is left to be foretold. */
function onPaths({ rule, returns, periods }: Question, testing: Testing): PathTest | Unknown {
  const { panel, months, resamples, seed } = testing;
  if (rule.probability !== null)
    return unknown("its model would have to be estimated anew on every path");
  const rows = months.map((row) => panel.calendar.first + row);
  const days = rows.map((row) => panel.days[row]!);
  const prices = rule.reads.map((id) => {
    const column = panel.known(id);
    return Float64Array.from(rows, (row) => column[row]!);
  });
  const states = (paths: readonly Float64Array[]) => {
    const known = (id: string) => paths[rule.reads.indexOf(id)]!;
    const publications = (id: string) => figuresOnRows(days, known(id));
    const columns = { ids: rule.reads, days, known, publications };
    return statesOn(rule, columns, 0, paths[0]!.length - 1).of;
  };
  const own = states(prices);
  if (own.some((state, m) => state >= 0 && state !== periods.of[m]))
    return unknown("on month-ends alone it is another rule");
  return pathTest({
    ...{ id: rule.id, returns, prices, states, seed },
    count: rule.labels.length,
    resamples: Math.min(resamples, PATHS),
    meanBlock: 1,
  });
}
