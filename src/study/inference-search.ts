import { tooShort } from "../inference/comparable.ts";
import { type Contest, contestsAgainst } from "../inference/contest.ts";
import { effectiveTrials } from "../inference/deflation.ts";
import { overfitting } from "../inference/overfitting.ts";
import { realityCheck, superiorAbility } from "../inference/reality-check.ts";
import { stepdownP, stepM } from "../inference/stepdown.ts";
import { isUnknown, type Unknown, unknown } from "../input/unknown.ts";
import { periodsPerYear } from "../market/calendar.ts";
import { mean, shape, standardDeviation, varies } from "../measure/moments.ts";
import { deflatedSharpe } from "../measure/probabilistic-sharpe.ts";
import { known } from "../measure/ratio.ts";
import { spansYear } from "../measure/sample.ts";
import type {
  ContestFinding,
  OverfittingFinding,
  TrialsFinding,
  VariantFinding,
} from "./inference-finding.ts";
import type { Monthly } from "./inference-months.ts";
import { type Blocks, lengthOf, type Resampling } from "./inference-resampling.ts";
import type { MonthlyTrial } from "./inference-trials.ts";

const { monthly: PER_YEAR } = periodsPerYear;
const LEVEL = 0.05;

/** What is found about all trials together. */
export interface SearchOptions {
  readonly trials: readonly MonthlyTrial[];
  /** Size of the family that was declared in advance. */
  readonly declared: number;
  readonly benchmarks: readonly Monthly[];
  /** The place of the currency of the books among the units. */
  readonly own: number;
  /** Years of the months. */
  readonly years: number;
  readonly resampling: Resampling;
}

/** Everything that was tried, tested as one search. */
export function trialsFinding(options: SearchOptions): TrialsFinding {
  const { trials, declared, years } = options;
  const columns = trials.map(({ excess }) => excess);
  return {
    count: trials.length,
    effective: effectiveTrials(columns),
    description: describe(trials, declared),
    variants: trials.map((one) => variantFinding(one, years)),
    byBenchmark: contestFindings(options),
    overfitting: overfittingFinding(columns),
    ...deflatedByStrategy(trials),
  };
}

function describe(trials: readonly MonthlyTrial[], declared: number): string {
  const others = trials.length - declared;
  const shown = others === 1 ? "one strategy" : `${others} strategies`;
  if (declared === 0) return `${shown}, and no family of variants was declared`;
  const family = `${declared} variants declared in advance`;
  return others === 0 ? family : `${family}, and ${shown} beside them`;
}

function variantFinding(trial: MonthlyTrial, years: number): VariantFinding {
  const { id, title, shownAs, excess, multiple } = trial;
  return {
    id,
    title,
    shownAs,
    sharpe: varies(excess, PER_YEAR) ? known(sharpeOf(excess) * Math.sqrt(PER_YEAR)) : null,
    growth: spansYear(years) ? known(multiple ** (1 / years) - 1) : null,
  };
}

function sharpeOf(excess: Float64Array): number {
  return varies(excess, PER_YEAR) ? mean(excess) / standardDeviation(excess) : 0;
}

/**
 * The Sharpe ratio of each strategy against what the best of so many worthless trials would show (Bailey
 * and Lopez de Prado 2014). With a single trial that is nothing, and this its probability of being above 0.
 */
function deflatedByStrategy(
  trials: readonly MonthlyTrial[],
): Pick<TrialsFinding, "deflated" | "deflatedReason"> {
  const sharpes = Float64Array.from(trials, ({ excess }) => sharpeOf(excess));
  const variance = trials.length < 2 ? 0 : standardDeviation(sharpes) ** 2;
  const found = trials.flatMap((trial, i) => {
    const { shownAs, excess } = trial;
    if (shownAs === null) return [];
    const estimate = { sharpe: sharpes[i]!, periods: excess.length, ...shape(excess) };
    const value =
      undeflatable(trial) ??
      deflatedSharpe(estimate, trials.length, variance) ??
      unknown("its Sharpe ratio has no error");
    return [{ shownAs, value }];
  });
  return {
    deflated: Object.fromEntries(
      found.map(({ shownAs, value }) => [shownAs, isUnknown(value) ? null : value]),
    ),
    deflatedReason: Object.fromEntries(
      found.map(({ shownAs, value }) => [shownAs, isUnknown(value) ? value.reason : null]),
    ),
  };
}

/** Why the Sharpe ratio of a trial is not to be deflated; null where it is. */
function undeflatable({ title, excess, logs }: MonthlyTrial): Unknown | null {
  if (logs === null) return unknown(`${title} was ruined: no returns follow`);
  return (
    tooShort(excess.length, "months") ??
    (varies(excess, PER_YEAR)
      ? null
      : unknown("the returns of the strategy over the riskless rate do not vary"))
  );
}

function overfittingFinding(columns: readonly Float64Array[]): OverfittingFinding {
  const found = overfitting(columns);
  if (isUnknown(found))
    return {
      ...{ probability: null, splits: null, lossProbability: null, slope: null },
      reason: found.reason,
    };
  const { probability, splits, lossProbability, slope } = found;
  return { probability, splits, lossProbability, slope, reason: null };
}

/** All trials that lived, by what their wealth gained on each benchmark's. */
function contestFindings(options: SearchOptions): TrialsFinding["byBenchmark"] {
  const { trials, benchmarks, own, resampling } = options;
  const living = livingOf(trials);
  const ruined = trials.length - living.length;
  const contests = new Map<string, Contest | Unknown>();
  for (const [blocks, sharing] of byBlocks(benchmarks, resampling)) {
    const found = contestsIn(living, sharing, own, blocks, resampling.resamples);
    for (const [place, { id }] of sharing.entries()) contests.set(id, found[place]!);
  }
  const entries = benchmarks.map(({ id }) => {
    const one = contests.get(id)!;
    const finding = isUnknown(one)
      ? { ...NO_CONTEST, block: null, reason: one.reason }
      : { ...contestFinding(one, living), block: lengthOf(resampling.against.get(id)!.stationary) };
    return [id, { ...finding, ruined }] as const;
  });
  return Object.fromEntries(entries);
}

/** The benchmarks whose questions have the same draws. */
function byBlocks(
  benchmarks: readonly Monthly[],
  { against }: Resampling,
): ReadonlyMap<Blocks, Monthly[]> {
  const groups = new Map<Blocks, Monthly[]>();
  for (const benchmark of benchmarks) {
    const { stationary } = against.get(benchmark.id)!;
    groups.set(stationary, [...(groups.get(stationary) ?? []), benchmark]);
  }
  return groups;
}

/** The contests of all trials that lived against some benchmarks, in blocks that these share. */
export function contestsIn(
  living: readonly Living[],
  benchmarks: readonly Monthly[],
  own: number,
  { months, draws }: Blocks,
  resamples: number,
): (Contest | Unknown)[] {
  const known = benchmarks.flatMap(({ tracks }) =>
    isUnknown(tracks) ? [] : [tracks[own]!.returns().map(Math.log1p)],
  );
  const found = contestsOf(living, known, { months, draws }, resamples);
  let next = 0;
  return benchmarks.map(({ tracks }) => {
    if (isUnknown(tracks)) return tracks;
    next += 1;
    return found[next - 1]!;
  });
}

function contestsOf(
  living: readonly Living[],
  rivals: readonly Float64Array[],
  { months, draws }: Blocks,
  resamples: number,
): (Contest | Unknown)[] {
  if (typeof months !== "number") return rivals.map(() => months);
  if (living.length === 0) return rivals.map(() => unknown("every trial was ruined"));
  const variants = living.map(({ logs }) => logs);
  return contestsAgainst(rivals, variants, { draws, restart: 1 / months, resamples });
}

/** Trials that were not ruined. */
export function livingOf(trials: readonly MonthlyTrial[]): Living[] {
  return trials.flatMap(({ logs, ...rest }) => (logs === null ? [] : [{ ...rest, logs }]));
}

/** A trial that was not ruined. */
export interface Living extends Omit<MonthlyTrial, "logs"> {
  readonly logs: Float64Array;
}

function contestFinding(
  held: Contest,
  living: readonly Living[],
): Omit<ContestFinding, "ruined" | "block"> {
  const { entered, means } = held;
  const top = means.indexOf(Math.max(...means));
  const { lower, consistent, upper } = superiorAbility(held);
  const adjusted = stepdownP(held);
  const shown = living.flatMap(({ shownAs }, i) =>
    shownAs === null ? [] : [[shownAs, adjusted[i] ?? null] as const],
  );
  return {
    best: { id: living[entered[top]!]!.id, excess: means[top]! * PER_YEAR },
    realityCheck: realityCheck(held).p,
    spa: { lower, consistent, upper },
    stepM: stepM(held, LEVEL).rejected.map((k) => living[k]!.id),
    stepdown: Object.fromEntries(shown),
    reason: null,
  };
}

const NO_CONTEST = { best: null, realityCheck: null, spa: null, stepM: null, stepdown: {} };
