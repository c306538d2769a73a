import type { Column } from "../../series/series.ts";
import { downsideDeviation, sortino } from "../downside.ts";
import { standardDeviation } from "../moments.ts";
import { known, ratio } from "../ratio.ts";
import { excessOver, spansYear } from "../sample.ts";
import { geometricGrowth } from "./growth.ts";
import { type Definition, OURS } from "./reading.ts";
import { compoundedMean } from "./sharpe.ts";

function losing(returns: Float64Array): Float64Array {
  return returns.filter((value) => value < 0);
}

function clipped(returns: Float64Array): Float64Array {
  return returns.map((value) => Math.min(value, 0));
}

/** Root mean square of the losses over the losing periods alone. */
function subsetDeviation(returns: Float64Array): number {
  return downsideDeviation(losing(returns) as Column);
}

export const DOWNSIDE: readonly Definition[] = [
  {
    tool: OURS,
    how: "root mean square of the shortfalls below riskless, over all periods",
    of: ({ sample, returns }) => known(downsideDeviation(excessOver(returns, sample.riskless))),
  },
  {
    tool: "quantstats, empyrical, PerformanceAnalytics (full)",
    how: "the same below 0",
    of: ({ returns }) => known(downsideDeviation(returns)),
  },
  {
    tool: "PerformanceAnalytics (subset)",
    how: "divided by the number of losing periods",
    of: ({ returns }) => known(subsetDeviation(returns)),
  },
  {
    tool: "LEAN",
    how: "standard deviation of the losing periods around their own mean",
    of: ({ returns }) => known(standardDeviation(losing(returns))),
  },
];

/** Sortino: what stands below the line. */
export const SORTINO: readonly Definition[] = [
  {
    tool: OURS,
    how: "mean excess over downside deviation of all periods, x root of the periods a year",
    of: ({ sample, returns }) =>
      spansYear(sample.years)
        ? sortino(excessOver(returns, sample.riskless), sample.perYear)
        : null,
  },
  {
    tool: "quantstats, empyrical, ffn since 1.1.4, PerformanceAnalytics (full)",
    how: "the same, riskless 0 (252 periods of daily returns)",
    of: ({ returns, bars }) => sortino(returns, bars),
  },
  {
    tool: "vectorbt",
    how: "the same with 365 periods a year, its default, riskless 0",
    daily: true,
    of: ({ returns }) => sortino(returns, 365),
  },
  {
    tool: "LEAN",
    how: "mean compounded over a year, over the deviation of the losing periods, riskless 0",
    of: (facts) => {
      const deviation = standardDeviation(losing(facts.returns));
      return ratio(compoundedMean(facts), deviation * Math.sqrt(facts.bars));
    },
  },
  {
    tool: "backtesting.py",
    how: "geometric growth over downside deviation a year, riskless 0",
    of: (facts) =>
      ratio(geometricGrowth(facts), downsideDeviation(facts.returns) * Math.sqrt(facts.bars)),
  },
  {
    tool: "ffn before 1.1.4",
    how: "deviation of the returns with gains set to 0, riskless 0",
    of: ({ returns, mean, bars }) => {
      const root = Math.sqrt(bars);
      return ratio(mean * root, standardDeviation(clipped(returns)), root);
    },
  },
  {
    tool: "Portfolio Visualizer",
    how: "month-ends only, x root of 12, riskless 0",
    of: (facts) => sortino(facts.months().returns, 12),
  },
  {
    tool: "PerformanceAnalytics (subset)",
    how: "divided by the number of losing periods, not annualised, riskless 0",
    of: ({ returns, mean, bars }) => ratio(mean, subsetDeviation(returns), Math.sqrt(bars)),
  },
];
