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
import type { Resampling } from "./inference-resampling.ts";
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
    deflated: deflatedByStrategy(trials),
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
function deflatedByStrategy(trials: readonly MonthlyTrial[]): TrialsFinding["deflated"] {
  const sharpes = Float64Array.from(trials, ({ excess }) => sharpeOf(excess));
  const variance = trials.length < 2 ? 0 : standardDeviation(sharpes) ** 2;
  const entries = trials.flatMap(({ shownAs, excess }, i) => {
    if (shownAs === null) return [];
    const estimate = { sharpe: sharpes[i]!, periods: excess.length, ...shape(excess) };
    const deflated = varies(excess, PER_YEAR)
      ? deflatedSharpe(estimate, trials.length, variance)
      : null;
    return [[shownAs, deflated] as const];
  });
  return Object.fromEntries(entries);
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
  const living = trials.flatMap(({ logs, ...rest }) => (logs === null ? [] : [{ ...rest, logs }]));
  const rivals = benchmarks.flatMap(({ id, tracks }) =>
    isUnknown(tracks) ? [] : [{ id, logs: tracks[own]!.returns().map(Math.log1p) }],
  );
  const contests = contestsOf(living, rivals, resampling);
  const found = new Map(rivals.map(({ id }, i) => [id, contests[i]!]));
  const ruined = trials.length - living.length;
  const entries = benchmarks.map(({ id, tracks }) => {
    const one = isUnknown(tracks) ? tracks : found.get(id)!;
    const finding = isUnknown(one)
      ? { ...NO_CONTEST, reason: one.reason }
      : contestFinding(one, living);
    return [id, { ...finding, ruined }] as const;
  });
  return Object.fromEntries(entries);
}

function contestsOf(
  living: readonly Living[],
  rivals: readonly { readonly logs: Float64Array }[],
  { stationary, blocks, resamples }: Resampling,
): readonly (Contest | Unknown)[] {
  const mean = blocks.stationary;
  if (typeof mean !== "number") return rivals.map(() => mean);
  if (living.length === 0) return rivals.map(() => unknown("every trial was ruined"));
  const logs = living.map((trial) => trial.logs);
  return contestsAgainst(
    rivals.map((rival) => rival.logs),
    logs,
    { draws: stationary, restart: 1 / mean, resamples },
  );
}

/** A trial that was not ruined. */
interface Living extends Omit<MonthlyTrial, "logs"> {
  readonly logs: Float64Array;
}

function contestFinding(
  contest: Contest,
  living: readonly Living[],
): Omit<ContestFinding, "ruined"> {
  const { entered, means } = contest;
  const top = means.indexOf(Math.max(...means));
  const { lower, consistent, upper } = superiorAbility(contest);
  const adjusted = stepdownP(contest);
  const shown = living.flatMap(({ shownAs }, i) =>
    shownAs === null ? [] : [[shownAs, adjusted[i] ?? null] as const],
  );
  return {
    best: { id: living[entered[top]!]!.id, excess: means[top]! * PER_YEAR },
    realityCheck: realityCheck(contest).p,
    spa: { lower, consistent, upper },
    stepM: stepM(contest, LEVEL).rejected.map((k) => living[k]!.id),
    stepdown: Object.fromEntries(shown),
    reason: null,
  };
}

const NO_CONTEST = { best: null, realityCheck: null, spa: null, stepM: null, stepdown: {} };
