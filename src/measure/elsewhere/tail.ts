import type { Column } from "../../series/series.ts";
import { mean, shape, varies } from "../moments.ts";
import { quantile, sorted } from "../quantile.ts";
import { known } from "../ratio.ts";
import {
  expectedShortfall,
  valueAtRisk,
  valueAtRiskCornishFisher,
  valueAtRiskNormal,
} from "../tail.ts";
import type { Facts } from "./facts.ts";
import { type Definition, OURS } from "./reading.ts";

const TAIL = 0.05;

function negated(value: number): number | null {
  return known(-value);
}

/** Cornish-Fisher value at risk with the deviation of the population. */
function populationCornishFisher({ sample, returns, mean }: Facts): number | null {
  if (!varies(returns, sample.perYear)) return null;
  const n = returns.length;
  const loss = valueAtRiskCornishFisher(returns, TAIL, shape(returns));
  return negated((loss + mean) * Math.sqrt((n - 1) / n) - mean);
}

export const VALUE_AT_RISK: readonly Definition[] = [
  {
    tool: OURS,
    how: "5% quantile of the returns (type 7), a loss is positive",
    of: ({ returns }) => known(valueAtRisk(sorted(returns), TAIL)),
  },
  {
    tool: "empyrical",
    how: "the same quantile, a loss is negative",
    of: ({ returns }) => known(quantile(sorted(returns), TAIL)),
  },
  {
    tool: "quantstats",
    how: "of a normal distribution, a loss is negative",
    of: ({ returns }) => negated(valueAtRiskNormal(returns, TAIL)),
  },
  {
    tool: "PerformanceAnalytics",
    how: "Cornish-Fisher, deviation of the population, a loss is negative",
    of: populationCornishFisher,
  },
  {
    tool: "pyfolio",
    how: "mean less two standard deviations, a loss is negative",
    of: ({ mean, deviation }) => known(mean - 2 * deviation),
  },
];

/** Mean of the worst `floor((n - 1) a) + 1` returns. */
function worstMean(ascending: Float64Array): number {
  const count = Math.floor((ascending.length - 1) * TAIL) + 1;
  return mean(ascending.subarray(0, count) as Column);
}

/** Mean of the returns below the normal value at risk, or that value where there are none. */
function belowNormal(returns: Float64Array): number {
  const bound = -valueAtRiskNormal(returns, TAIL);
  const below = returns.filter((value) => value < bound);
  return below.length === 0 ? bound : mean(below);
}

export const SHORTFALL: readonly Definition[] = [
  {
    tool: OURS,
    how: "mean of the worst 5%, the last return counted in part, a loss is positive",
    of: ({ returns }) => known(expectedShortfall(sorted(returns), TAIL)),
  },
  {
    tool: "empyrical",
    how: "mean of the worst returns up to the quantile, a loss is negative",
    of: ({ returns }) => known(worstMean(sorted(returns))),
  },
  {
    tool: "quantstats",
    how: "mean of the returns below the normal value at risk, a loss is negative",
    of: ({ returns }) => known(belowNormal(returns)),
  },
];

function shapeOf({ sample, returns }: Facts) {
  return varies(returns, sample.perYear) ? shape(returns) : null;
}

export const SKEWNESS: readonly Definition[] = [
  {
    tool: OURS,
    how: "g1, of the population",
    of: (facts) => known(shapeOf(facts)?.skewness ?? Number.NaN),
  },
  {
    tool: "pyfolio, PerformanceAnalytics",
    how: "the same",
    of: (facts) => known(shapeOf(facts)?.skewness ?? Number.NaN),
  },
  {
    tool: "empyrical, quantstats, ffn (pandas)",
    how: "G1, corrected for the size of the sample",
    of: (facts) => known(shapeOf(facts)?.skewnessUnbiased ?? Number.NaN),
  },
];

export const KURTOSIS: readonly Definition[] = [
  {
    tool: OURS,
    how: "b2, of the population, normal 3",
    of: (facts) => known(shapeOf(facts)?.kurtosis ?? Number.NaN),
  },
  {
    tool: "pyfolio, PerformanceAnalytics (excess)",
    how: "b2 - 3, normal 0",
    of: (facts) => known((shapeOf(facts)?.kurtosis ?? Number.NaN) - 3),
  },
  {
    tool: "empyrical, quantstats, ffn (pandas)",
    how: "G2, corrected for the size of the sample, normal 0",
    of: (facts) => known(shapeOf(facts)?.excessKurtosisUnbiased ?? Number.NaN),
  },
];
