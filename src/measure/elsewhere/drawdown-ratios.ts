import { maxDrawdown, pain, ulcer, underwater } from "../drawdown.ts";
import { cagr, chained, totalReturn } from "../growth.ts";
import { known, ratio, settled } from "../ratio.ts";
import { between, type Sample, spansYear } from "../sample.ts";
import { depthOf } from "./drawdown.ts";
import type { Facts } from "./facts.ts";
import { geometricGrowth, grownByCount, grownOver } from "./growth.ts";
import { type Definition, OURS } from "./reading.ts";

/** A growth a year over the size of the deepest fall. */
function overDepth(facts: Facts, growth: number | null): number | null {
  return growth === null ? null : ratio(growth, Math.abs(depthOf(facts)));
}

function lastMonths(sample: Sample, months: number): Sample | null {
  const last = sample.wealth.length - 1;
  const from = last - Math.round((months / 12) * sample.perYear);
  return from < 0 ? null : between(sample, from, last);
}

export const CALMAR: readonly Definition[] = [
  {
    tool: OURS,
    how: "growth a year over the deepest drawdown, the whole run",
    of: (facts) =>
      spansYear(facts.sample.years)
        ? overDepth(facts, cagr(facts.sample.wealth, facts.sample.years))
        : null,
  },
  {
    tool: "ffn, bt",
    how: "growth on calendar days / 365.25",
    of: (facts) => overDepth(facts, grownOver(facts, facts.calendarDays / 365.25)),
  },
  {
    tool: "as first published (Young 1991)",
    how: "the last 36 months",
    of: ({ sample }) => {
      const recent = lastMonths(sample, 36);
      if (recent === null) return null;
      const depth = maxDrawdown(underwater(recent.wealth));
      return ratio(cagr(recent.wealth, recent.years), Math.abs(depth));
    },
  },
  {
    tool: "empyrical, quantstats since 0.0.70, PerformanceAnalytics",
    how: "growth by the number of returns",
    of: (facts) => overDepth(facts, grownByCount(facts, facts.bars)),
  },
  {
    tool: "quantstats 0.0.60 to 0.0.69",
    how: "growth on calendar days / 252",
    of: (facts) => overDepth(facts, grownOver(facts, facts.calendarDays / 252)),
  },
  {
    tool: "backtesting.py",
    how: "growth of the geometric mean",
    of: (facts) => overDepth(facts, geometricGrowth(facts)),
  },
  {
    tool: "vectorbt",
    how: "growth on 365 returns a year, its default",
    daily: true,
    of: (facts) => overDepth(facts, grownByCount(facts, 365)),
  },
];

/** The Ulcer index with divisor n - 1. */
function sampleUlcer({ sample, returns }: Facts): number {
  const n = returns.length;
  return ulcer(underwater(sample.wealth)) * Math.sqrt(n / (n - 1));
}

export const ULCER: readonly Definition[] = [
  {
    tool: OURS,
    how: "root mean square depth, divisor n",
    of: ({ sample }) => ulcer(underwater(sample.wealth)),
  },
  {
    tool: "PerformanceAnalytics",
    how: "the same",
    of: ({ sample }) => ulcer(underwater(sample.wealth)),
  },
  { tool: "quantstats", how: "divisor n - 1", of: (facts) => known(sampleUlcer(facts)) },
];

/** Growth by the number of returns over an index of drawdowns. */
function overIndex(facts: Facts, index: number): number | null {
  const growth = grownByCount(facts, facts.bars);
  return growth === null ? null : ratio(growth, index);
}

/** Growth a year less what nothing risked would have grown. */
function premium({ wealth, years, riskless }: Sample): number {
  return settled(cagr(wealth, years) - ((1 + chained(riskless)) ** (1 / years) - 1));
}

export const MARTIN: readonly Definition[] = [
  {
    tool: OURS,
    how: "growth a year less riskless growth, over the Ulcer index",
    of: ({ sample }) =>
      spansYear(sample.years) ? ratio(premium(sample), ulcer(underwater(sample.wealth))) : null,
  },
  {
    tool: "PerformanceAnalytics",
    how: "growth by the number of returns, riskless 0",
    of: (facts) => overIndex(facts, ulcer(underwater(facts.sample.wealth))),
  },
  {
    tool: "quantstats (Ulcer Performance Index)",
    how: "cumulative return over its Ulcer index, riskless 0",
    of: (facts) => ratio(totalReturn(facts.sample.wealth), sampleUlcer(facts)),
  },
];

export const PAIN_RATIO: readonly Definition[] = [
  {
    tool: OURS,
    how: "growth a year less riskless growth, over the Pain index",
    of: ({ sample }) =>
      spansYear(sample.years) ? ratio(premium(sample), pain(underwater(sample.wealth))) : null,
  },
  {
    tool: "PerformanceAnalytics",
    how: "growth by the number of returns, riskless 0",
    of: (facts) => overIndex(facts, pain(underwater(facts.sample.wealth))),
  },
];
