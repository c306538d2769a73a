import type { Column } from "../../series/series.ts";
import { market } from "../alpha.ts";
import { totalReturn } from "../growth.ts";
import { mean, standardDeviation, varies } from "../moments.ts";
import { known, NEGLIGIBLE, ratio } from "../ratio.ts";
import { ones, regress } from "../regression.ts";
import { capture, informationRatio, trackingError } from "../relative.ts";
import { excessOver, spansYear } from "../sample.ts";
import type { Pair } from "./facts.ts";
import { grownByCount } from "./growth.ts";
import { OURS, type PairDefinition } from "./reading.ts";
import { compoundedMean, logReturns } from "./sharpe.ts";

/** Intercept and slope of one column of returns on another, or null where the other does not vary. */
function line(returns: Column, others: Column, perYear: number) {
  if (returns.length < 3 || !varies(others, perYear)) return null;
  const [alpha, beta] = regress(returns, [ones(returns.length), others]).coefficients;
  return { alpha: alpha!, beta: beta! };
}

function plainLine({ portfolio, benchmark }: Pair) {
  return line(portfolio.returns, benchmark.returns, portfolio.bars);
}

/** Total return over what the slope of log returns makes of the benchmark's, not annualised. */
function alphaOfTotals({ portfolio, benchmark }: Pair): number | null {
  const total = totalReturn(portfolio.sample.wealth);
  const other = totalReturn(benchmark.sample.wealth);
  if (!(total > -1 && other > -1)) return null;
  const logs = [portfolio, benchmark].map(({ returns }) => logReturns(returns));
  const fit = line(logs[0]!, logs[1]!, portfolio.bars);
  return fit === null ? null : known(total - fit.beta * other);
}

export const ALPHA: readonly PairDefinition[] = [
  {
    tool: OURS,
    how: "intercept of excess on excess, x periods a year",
    of: ({ portfolio, benchmark }) => {
      const [own, other] = [portfolio, benchmark].map(({ returns, sample }) =>
        excessOver(returns, sample.riskless),
      );
      const { perYear, years } = portfolio.sample;
      return spansYear(years) ? market(own!, other!, perYear).alpha.annual : null;
    },
  },
  {
    tool: "empyrical",
    how: "the intercept compounded over a year, riskless 0",
    of: (pair) => known((1 + (plainLine(pair)?.alpha ?? Number.NaN)) ** pair.portfolio.bars - 1),
  },
  {
    tool: "PerformanceAnalytics",
    how: "the intercept a period, riskless 0",
    of: (pair) => known(plainLine(pair)?.alpha ?? Number.NaN),
  },
  {
    tool: "LEAN",
    how: "compounded mean less beta x the benchmark's, riskless 0",
    of: (pair) => {
      const fit = plainLine(pair);
      if (fit === null) return null;
      return known(compoundedMean(pair.portfolio) - fit.beta * compoundedMean(pair.benchmark));
    },
  },
  {
    tool: "backtesting.py",
    how: "total return less beta of log returns x the benchmark's total return",
    of: alphaOfTotals,
  },
];

function active({ portfolio, benchmark }: Pair): Float64Array {
  return excessOver(portfolio.returns, benchmark.returns);
}

export const INFORMATION_RATIO: readonly PairDefinition[] = [
  {
    tool: OURS,
    how: "mean difference of returns over its deviation, a year",
    of: (pair) => {
      const { years, perYear } = pair.portfolio.sample;
      return spansYear(years) ? informationRatio(active(pair), perYear) : null;
    },
  },
  {
    tool: "PerformanceAnalytics",
    how: "difference of geometric growth a year over tracking error",
    of: (pair) => {
      const { portfolio, benchmark } = pair;
      const [own, other] = [portfolio, benchmark].map((one) => grownByCount(one, one.bars));
      if (own === null || other === null) return null;
      return ratio(own! - other!, trackingError(active(pair), portfolio.bars));
    },
  },
  {
    tool: "quantstats, vectorbt",
    how: "a period, not annualised",
    of: (pair) => {
      const differences = active(pair);
      const root = Math.sqrt(pair.portfolio.bars);
      return ratio(mean(differences), standardDeviation(differences), root);
    },
  },
];

/** Sum of the returns over the benchmark's, in the periods that are asked for. */
function sumCapture({ portfolio, benchmark }: Pair, counts: (other: number) => boolean) {
  let own = 0;
  let other = 0;
  for (let t = 0; t < benchmark.returns.length; t += 1) {
    if (!counts(benchmark.returns[t]!)) continue;
    own += portfolio.returns[t]!;
    other += benchmark.returns[t]!;
  }
  return Math.abs(other) < NEGLIGIBLE ? null : known(own / other);
}

function growthCapture({ portfolio, benchmark }: Pair, side: 1 | -1): number | null {
  const { perYear, years } = portfolio.sample;
  if (!spansYear(years)) return null;
  return capture(portfolio.returns, benchmark.returns, side, perYear);
}

export const UP_CAPTURE: readonly PairDefinition[] = [
  {
    tool: OURS,
    how: "growth a year where the benchmark rose, over its own",
    of: (pair) => growthCapture(pair, 1),
  },
  {
    tool: "empyrical",
    how: "the same",
    of: (pair) => growthCapture(pair, 1),
  },
  {
    tool: "PerformanceAnalytics",
    how: "sum of returns where the benchmark rose, over its own",
    of: (pair) => sumCapture(pair, (other) => other > 0),
  },
];

export const DOWN_CAPTURE: readonly PairDefinition[] = [
  {
    tool: OURS,
    how: "growth a year where the benchmark fell, over its own",
    of: (pair) => growthCapture(pair, -1),
  },
  {
    tool: "empyrical",
    how: "the same",
    of: (pair) => growthCapture(pair, -1),
  },
  {
    tool: "PerformanceAnalytics",
    how: "sum of returns where the benchmark did not rise, over its own",
    of: (pair) => sumCapture(pair, (other) => other <= 0),
  },
  {
    tool: "early PerformanceAnalytics",
    how: "sum of returns where the benchmark fell, over its own",
    of: (pair) => sumCapture(pair, (other) => other < 0),
  },
];
