import { DOWNSIDE, SORTINO } from "./elsewhere/downside.ts";
import { DEEPEST, FALL_DAYS, FALL_FROM, FALL_TO, UNDER_WATER } from "./elsewhere/drawdown.ts";
import { CALMAR, MARTIN, PAIN_RATIO, ULCER } from "./elsewhere/drawdown-ratios.ts";
import { type Facts, factsOf } from "./elsewhere/facts.ts";
import { GROWTH, VOLATILITY } from "./elsewhere/growth.ts";
import {
  type Definition,
  OURS,
  type PairDefinition,
  type Printed,
  type Reading,
} from "./elsewhere/reading.ts";
import { ALPHA, DOWN_CAPTURE, INFORMATION_RATIO, UP_CAPTURE } from "./elsewhere/relative.ts";
import { PROBABILISTIC_SHARPE, SHARPE } from "./elsewhere/sharpe.ts";
import { KURTOSIS, SHORTFALL, SKEWNESS, VALUE_AT_RISK } from "./elsewhere/tail.ts";
import { between, type Sample } from "./sample.ts";

export { type Definition, OURS, type PairDefinition, type Printed, type Reading };

/** How well-known tools define each measure, by its key in the findings; ours first. */
export const DEFINITIONS = {
  cagr: GROWTH,
  volatility: VOLATILITY,
  sharpe: SHARPE,
  probabilisticSharpe: PROBABILISTIC_SHARPE,
  downsideDeviation: DOWNSIDE,
  sortino: SORTINO,
  maxDrawdown: DEEPEST,
  "drawdowns.peak": FALL_FROM,
  "drawdowns.recovery": FALL_TO,
  "drawdowns.days": FALL_DAYS,
  longestUnderWaterDays: UNDER_WATER,
  calmar: CALMAR,
  ulcer: ULCER,
  martin: MARTIN,
  painRatio: PAIN_RATIO,
  var95: VALUE_AT_RISK,
  cvar95: SHORTFALL,
  skewness: SKEWNESS,
  kurtosis: KURTOSIS,
} as const satisfies Readonly<Record<string, readonly Definition[]>>;

/** The same for measures of a portfolio against a benchmark. */
export const PAIR_DEFINITIONS = {
  alpha: ALPHA,
  informationRatio: INFORMATION_RATIO,
  upCapture: UP_CAPTURE,
  downCapture: DOWN_CAPTURE,
} as const satisfies Readonly<Record<string, readonly PairDefinition[]>>;

/**
 * What other tools would print for one series, measure by measure, ours first; with a benchmark, on the
 * same rows, also what they say of the two. Definitions are those of the tools' defaults as far as they
 * follow from wealth and days: others than ours take nothing for riskless, except where `how` says so.
 * A definition for trading days is left out where rows are rarer; null where a tool has nothing to print.
 */
export function elsewhere(sample: Sample, benchmark?: Sample): Reading[] {
  const facts = factsOf(sample);
  const own = Object.entries(DEFINITIONS).flatMap(([measure, definitions]) =>
    readings(measure, definitions, facts),
  );
  return benchmark === undefined ? own : [...own, ...against(facts, sample, benchmark)];
}

function readings(measure: string, definitions: readonly Definition[], facts: Facts): Reading[] {
  return definitions
    .filter(({ daily }) => daily !== true || facts.daily)
    .map(({ tool, how, of }) => ({ measure, tool, how, value: of(facts) }));
}

/** Where one of the two was ruined earlier, only the rows that both have are compared. */
function against(facts: Facts, sample: Sample, benchmark: Sample): Reading[] {
  const last = Math.min(sample.days.length, benchmark.days.length) - 1;
  const upTo = (one: Sample) => (one.days.length - 1 === last ? one : between(one, 0, last));
  const pair = {
    portfolio: sample.days.length - 1 === last ? facts : factsOf(upTo(sample)),
    benchmark: factsOf(upTo(benchmark)),
  };
  return Object.entries(PAIR_DEFINITIONS).flatMap(([measure, definitions]) =>
    definitions.map(({ tool, how, of }) => ({ measure, tool, how, value: of(pair) })),
  );
}

/** One measure on the conventions card: ours, and what others print instead. */
export interface CardEntry {
  readonly measure: string;
  readonly how: string;
  readonly value: Printed;
  readonly others: readonly {
    readonly tool: string;
    readonly how: string;
    readonly value: Printed;
    /** Theirs less ours; null where either is no number. */
    readonly gap: number | null;
  }[];
}

/** What other tools print, by measure, with the gap to ours: plain data for the findings. */
export function conventionsCard(sample: Sample, benchmark?: Sample): CardEntry[] {
  const all = elsewhere(sample, benchmark);
  const measures = [...new Set(all.map(({ measure }) => measure))];
  return measures.map((measure) => {
    const [ours, ...others] = all.filter((reading) => reading.measure === measure);
    return {
      measure,
      how: ours!.how,
      value: ours!.value,
      others: others.map(({ tool, how, value }) => ({
        tool,
        how,
        value,
        gap: gapBetween(value, ours!.value),
      })),
    };
  });
}

function gapBetween(theirs: Printed, ours: Printed): number | null {
  return typeof theirs === "number" && typeof ours === "number" ? theirs - ours : null;
}
