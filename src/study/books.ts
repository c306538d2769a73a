import type { Assumptions } from "../backtest/assumptions.ts";
import type { Ledger } from "../backtest/ledger.ts";
import { type Decision, lagOf, planOf } from "../backtest/plan-of.ts";
import { simulate } from "../backtest/simulate.ts";
import type { Strategy } from "../backtest/strategy.ts";
import { termsOf } from "../backtest/terms-of.ts";
import type { Terms, World } from "../backtest/world.ts";
import { type Clock, worldOf } from "../backtest/world-of.ts";
import { InputError } from "../input/input-error.ts";
import type { Panel } from "../market/panel.ts";
import { formatDay } from "../series/day.ts";

/** One simulated portfolio with everything it was simulated from. */
export interface Books {
  readonly strategy: Strategy;
  readonly role: "strategy" | "benchmark";
  readonly world: World;
  readonly terms: Terms;
  readonly ledger: Ledger;
  readonly decisions: readonly Decision[];
  readonly lag: number;
  /** The last row with statistics: the last of the run, or the row of ruin. */
  readonly end: number;
}

/** Simulates a strategy on the rows of a run. @throws InputError where it cannot survive its first trade. */
export function keepBooks(
  panel: Panel,
  clock: Clock,
  given: Assumptions,
  strategy: Strategy,
  role: Books["role"],
): Books {
  const world = worldOf(panel, strategy.assets, clock);
  const terms = termsOf(panel, strategy.assets, given);
  const plan = planOf(panel, strategy, terms);
  const ledger = simulate(world, plan, terms, given.startWealth);
  if (ledger.ruin !== undefined && ledger.ruin <= plan.lag)
    throw new InputError(
      `${strategy.id}: ruined by its first trade on ${formatDay(panel.days[panel.calendar.first + ledger.ruin]!)}; hold less`,
    );
  return {
    strategy,
    role,
    world,
    terms,
    ledger,
    decisions: plan.decisions,
    lag: lagOf(strategy, panel.calendar.frequency),
    end: ledger.ruin ?? world.rows - 1,
  };
}

/** The same portfolio under other terms. */
export function keepBooksAgain(
  panel: Panel,
  books: Books,
  given: Assumptions,
  terms: Terms,
): Ledger {
  return simulate(books.world, planOf(panel, books.strategy, terms), terms, given.startWealth);
}
