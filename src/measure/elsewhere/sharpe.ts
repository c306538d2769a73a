import type { Column } from "../../series/series.ts";
import { correlation } from "../correlation.ts";
import { totalReturn, volatility } from "../growth.ts";
import { mean, shape, standardDeviation, varies } from "../moments.ts";
import { probabilisticSharpe } from "../probabilistic-sharpe.ts";
import { ratio } from "../ratio.ts";
import { excessOver, spansYear } from "../sample.ts";
import { sharpe } from "../sharpe.ts";
import type { Facts } from "./facts.ts";
import { compoundVolatility, geometricGrowth, grownByCount } from "./growth.ts";
import { type Definition, OURS } from "./reading.ts";

/** The mean return compounded over a year. */
export function compoundedMean({ mean, bars }: Facts): number {
  return (1 + mean) ** bars - 1;
}

/** Logarithms of one plus the returns. */
export function logReturns(returns: Column): Float64Array {
  return Float64Array.from(returns as ArrayLike<number>, (value) => Math.log1p(value));
}

/**
 * What quantstats multiplies the deviation by for its "smart" ratios:
 * `sqrt(1 + 2 sum_(k = 1..n-1) (n - k)/n |rho_1|^k)`, with the first autocorrelation alone.
 */
function smartPenalty(returns: Float64Array): number {
  const n = returns.length;
  const rho = Math.abs(correlation(returns.subarray(0, n - 1), returns.subarray(1)));
  let sum = 0;
  for (let lag = 1, power = rho; lag < n && power > 0; lag += 1, power *= rho)
    sum += ((n - lag) / n) * power;
  return Math.sqrt(1 + 2 * sum);
}

/** Mean of yearly returns over 1 % and their deviation of the population. */
function yearlySharpe(facts: Facts): number | null {
  const excess = excessOver(facts.years().returns, 0.01);
  const count = excess.length;
  return ratio(mean(excess), standardDeviation(excess) * Math.sqrt((count - 1) / count));
}

export const SHARPE: readonly Definition[] = [
  {
    tool: OURS,
    how: "mean excess over its deviation (n - 1), x root of the periods a year",
    of: ({ sample, returns }) =>
      spansYear(sample.years) ? sharpe(excessOver(returns, sample.riskless), sample.perYear) : null,
  },
  {
    tool: "quantstats, empyrical, pyfolio, ffn, nautilus, PerformanceAnalytics since 2.1.0",
    how: "the same, riskless 0 (252 periods of daily returns)",
    of: ({ returns, bars }) => sharpe(returns, bars),
  },
  {
    tool: "vectorbt",
    how: "the same with 365 periods a year, its default, riskless 0",
    daily: true,
    of: ({ returns }) => sharpe(returns, 365),
  },
  {
    tool: "LEAN",
    how: "mean compounded over a year, over the deviation a year, riskless 0",
    of: (facts) => ratio(compoundedMean(facts), volatility(facts.returns, facts.bars)),
  },
  {
    tool: "backtesting.py",
    how: "geometric growth over the volatility of compounded returns, riskless 0",
    of: (facts) => ratio(geometricGrowth(facts), compoundVolatility(facts)),
  },
  {
    tool: "PerformanceAnalytics before 2.1.0",
    how: "geometric growth over the deviation a year, riskless 0",
    of: (facts) => {
      const growth = grownByCount(facts, facts.bars);
      return growth === null ? null : ratio(growth, volatility(facts.returns, facts.bars));
    },
  },
  {
    tool: "Portfolio Visualizer, PerformanceAnalytics on months",
    how: "month-ends only, x root of 12, riskless 0",
    of: (facts) => sharpe(facts.months().returns, 12),
  },
  {
    tool: "backtrader",
    how: "yearly returns over 1%, deviation of the population, not annualised",
    of: yearlySharpe,
  },
  {
    tool: "quantstats (Smart Sharpe)",
    how: "deviation enlarged by the first autocorrelation, riskless 0",
    of: ({ returns, bars, mean, deviation }) =>
      ratio(mean * Math.sqrt(bars), deviation * smartPenalty(returns), Math.sqrt(bars)),
  },
  {
    tool: "log returns",
    how: "the same of logarithms, for reference",
    of: ({ sample, returns, bars }) =>
      totalReturn(sample.wealth) <= -1 ? null : sharpe(logReturns(returns), bars),
  },
];

/** The probability that the true Sharpe ratio exceeds zero: what the formula is fed with. */
export const PROBABILISTIC_SHARPE: readonly Definition[] = [
  {
    tool: OURS,
    how: "skewness g1 and raw kurtosis b2 of the excess returns",
    of: ({ sample, returns }) => {
      const excess = excessOver(returns, sample.riskless);
      if (!varies(excess, sample.perYear)) return null;
      const { skewness, kurtosis } = shape(excess);
      return probability(excess, skewness, kurtosis);
    },
  },
  {
    tool: "quantstats",
    how: "excess kurtosis where the formula asks for raw, riskless 0",
    of: ({ sample, returns }) => {
      if (!varies(returns, sample.perYear)) return null;
      const { skewnessUnbiased, excessKurtosisUnbiased } = shape(returns);
      return probability(returns, skewnessUnbiased, excessKurtosisUnbiased);
    },
  },
];

function probability(returns: Column, skewness: number, kurtosis: number): number | null {
  const perPeriod = mean(returns) / standardDeviation(returns);
  const estimate = { sharpe: perPeriod, periods: returns.length, skewness, kurtosis };
  return probabilisticSharpe(estimate, 0);
}
