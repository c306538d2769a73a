import type { Assumptions } from "../backtest/assumptions.ts";
import type { Ledger } from "../backtest/ledger.ts";
import { type Decision, planOf, type Shaping, scheduleFor } from "../backtest/plan-of.ts";
import { simulate } from "../backtest/simulate.ts";
import type { Strategy } from "../backtest/strategy.ts";
import { termsOf } from "../backtest/terms-of.ts";
import { estimatedVolatility, scalesOf } from "../backtest/volatility-target.ts";
import type { Terms, World } from "../backtest/world.ts";
import { type Clock, worldOf } from "../backtest/world-of.ts";
import { InputError } from "../input/input-error.ts";
import { periodsPerYear } from "../market/calendar.ts";
import type { Panel } from "../market/panel.ts";
import { formatDay } from "../series/day.ts";
import type { Column } from "../series/series.ts";

/** What books are kept from. */
export interface Basis {
  readonly strategy: Strategy;
  readonly world: World;
  readonly terms: Terms;
  /** The rows on which the strategy decides by the calendar. */
  readonly schedule: Column;
}

/** One simulated portfolio with everything it was simulated from. */
export interface Books extends Basis {
  readonly role: "strategy" | "benchmark";
  readonly ledger: Ledger;
  readonly shaping: Shaping;
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
  declared: Strategy,
  role: Books["role"],
): Books {
  const strategy = withCollateral(declared, given);
  const world = worldOf(panel, strategy.assets, clock, given);
  const terms = termsOf(panel, strategy.assets, given);
  const schedule = scheduleFor(panel, strategy);
  const { ledger, plan, shaping } = kept(panel, given, { strategy, world, terms, schedule });
  checkBegun(panel, declared, plan.decisions[0]);
  if (ledger.ruin !== undefined && ledger.ruin <= plan.lag)
    throw new InputError(
      `${strategy.id}: ruined by its first trade on ${formatDay(panel.days[panel.calendar.first + ledger.ruin]!)}; hold less, or lower the costs (a fixed fee is money, and the start wealth is ${given.startWealth})`,
    );
  return {
    strategy,
    role,
    world,
    terms,
    schedule,
    ledger,
    shaping,
    decisions: plan.decisions,
    lag: plan.lag,
    end: ledger.ruin ?? world.rows - 1,
  };
}

/**
 * A portfolio of which nothing can be bought yet would be cash under another name.
 * @throws InputError unless it says that it waits in cash
 */
function checkBegun(panel: Panel, strategy: Strategy, first: Decision | undefined): void {
  const { weights, lateAssets, assets, id } = strategy;
  if (first === undefined || typeof weights === "function" || lateAssets === "cash") return;
  const wanted = assets.filter((asset) => (weights[asset] ?? 0) !== 0);
  if (wanted.length === 0 || assets.some((_, i) => first.target[i] !== 0)) return;
  const starts = wanted.map((asset) => `${asset} on ${formatDay(panel.series(asset).days[0]!)}`);
  throw new InputError(
    `${id}: nothing of it has a price on ${formatDay(panel.days[panel.calendar.first]!)} (${starts.join(", ")} at the earliest); start later, or let it wait with lateAssets: "cash"`,
  );
}

/** A ledger with the plan that it followed and what shaped its weights, under any weights and terms. */
export function kept(panel: Panel, given: Assumptions, from: Basis) {
  const shaping = {
    ...collateralOf(from.strategy, given),
    ...scalesFor(panel, given, from),
  };
  return { ...simulated(panel, given, from, shaping), shaping };
}

function simulated(
  panel: Panel,
  given: Assumptions,
  { strategy, world, terms, schedule }: Basis,
  shaping: Shaping,
) {
  const plan = planOf(panel, strategy, terms, shaping, schedule);
  return { ledger: simulate(world, plan, terms, given.startWealth), plan };
}

/** The same portfolio under other terms, its weights shaped as they were. */
export function keepBooksAgain(
  panel: Panel,
  books: Books,
  given: Assumptions,
  terms: Terms,
): Ledger {
  return simulated(panel, given, { ...books, terms }, books.shaping).ledger;
}

/** The strategy with the collateral asset among its assets. */
function withCollateral(strategy: Strategy, { collateral }: Assumptions): Strategy {
  if (collateral === null || strategy.assets.includes(collateral)) return strategy;
  return { ...strategy, assets: [...strategy.assets, collateral] };
}

function collateralOf({ assets }: Strategy, { collateral }: Assumptions): Shaping {
  return collateral === null ? {} : { collateral: assets.indexOf(collateral) };
}

/** The scales of a volatility target, from the books of the strategy kept without it. */
function scalesFor(panel: Panel, given: Assumptions, from: Basis): Shaping {
  const { overlay } = from.strategy;
  if (overlay === null) return {};
  const { first, last, frequency } = panel.calendar;
  const perYear = periodsPerYear[frequency];
  const volatility = (levels: Column) =>
    estimatedVolatility(levels, frequency, perYear, overlay.window);
  const unscaled = simulated(panel, given, from, {}).ledger;
  const like =
    typeof overlay.target === "number"
      ? null
      : volatility(Float64Array.from(panel.known(overlay.target.like)).subarray(first, last + 1));
  return { scales: scalesOf(overlay, volatility(unscaled.wealth), like) };
}
