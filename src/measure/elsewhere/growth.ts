import { cagr, totalReturn, volatility } from "../growth.ts";
import { known } from "../ratio.ts";
import { spansYear } from "../sample.ts";
import type { Facts } from "./facts.ts";
import { type Definition, OURS } from "./reading.ts";

/** Compound growth over a number of years. */
export function grownOver({ sample }: Facts, years: number): number | null {
  return known(cagr(sample.wealth, years));
}

/** Growth a year on the clock that counts returns. */
export function grownByCount(facts: Facts, perYear: number): number | null {
  return grownOver(facts, facts.returns.length / perYear);
}

/**
 * Geometric mean return of backtesting.py, which counts the row of the base as a return of zero, to the
 * power of the periods a year; 0 after a loss of everything.
 */
export function geometricGrowth({ sample, returns, bars }: Facts): number {
  const total = totalReturn(sample.wealth);
  return total <= -1 ? 0 : (1 + total) ** (bars / (returns.length + 1)) - 1;
}

/** Volatility of compounded returns, `sqrt((s^2 + (1 + g)^2)^K - (1 + g)^(2 K))`, g a period. */
export function compoundVolatility(facts: Facts): number {
  const growth = 1 + geometricGrowth(facts);
  const perPeriod = growth ** (1 / facts.bars);
  return Math.sqrt((facts.deviation ** 2 + perPeriod ** 2) ** facts.bars - growth ** 2);
}

/** Growth a year: which clock counts the years. */
export const GROWTH: readonly Definition[] = [
  {
    tool: OURS,
    how: "calendar days / 365.25",
    of: ({ sample }) => (spansYear(sample.years) ? known(cagr(sample.wealth, sample.years)) : null),
  },
  {
    tool: "ffn, bt, backtesting.py (CAGR)",
    how: "calendar days / 365.25",
    of: (facts) => grownOver(facts, facts.calendarDays / 365.25),
  },
  {
    tool: "LEAN",
    how: "calendar days / 365",
    of: (facts) => grownOver(facts, facts.calendarDays / 365),
  },
  {
    tool: "empyrical, quantstats since 0.0.70, nautilus, PerformanceAnalytics",
    how: "number of returns / periods a year (252 of daily ones)",
    of: (facts) => grownByCount(facts, facts.bars),
  },
  {
    tool: "backtesting.py (Return (Ann.))",
    how: "geometric mean over one return too many, the row of the base",
    of: geometricGrowth,
  },
  {
    tool: "quantstats 0.0.60 to 0.0.69, Riskfolio-Lib, backtesting.py before 0.6.6",
    how: "calendar days / 252",
    of: (facts) => grownOver(facts, facts.calendarDays / 252),
  },
  {
    tool: "vectorbt",
    how: "number of returns / 365, its default",
    daily: true,
    of: (facts) => grownByCount(facts, 365),
  },
];

export const VOLATILITY: readonly Definition[] = [
  {
    tool: OURS,
    how: "standard deviation (n - 1) x root of the periods a year",
    of: ({ sample, returns }) =>
      spansYear(sample.years) ? known(volatility(returns, sample.perYear)) : null,
  },
  {
    tool: "vectorbt",
    how: "the same with 365 periods a year, its default",
    daily: true,
    of: ({ returns }) => known(volatility(returns, 365)),
  },
  {
    tool: "backtesting.py",
    how: "volatility of compounded returns",
    of: (facts) => known(compoundVolatility(facts)),
  },
];
