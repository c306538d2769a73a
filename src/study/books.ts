import type { Assumptions } from "../backtest/assumptions.ts";
import type { Ledger, WealthPath } from "../backtest/ledger.ts";
import { type Decision, planOf, type Shaping, scheduleFor } from "../backtest/plan-of.ts";
import { simulate, simulateWealth } from "../backtest/simulate.ts";
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
  readonly decisions: readonly Decision[];
  /** How often the strategy wanted other weights than the time before. */
  readonly changes: number;
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
  const basis = basisOf(panel, clock, given, declared);
  const { ledger, plan } = kept(panel, given, basis);
  checkBegun(panel, declared, plan.decisions[0]);
  if (ledger.ruin !== undefined && ledger.ruin <= plan.lag)
    throw new InputError(
      `${declared.id}: ruined by its first trade on ${formatDay(panel.days[panel.calendar.first + ledger.ruin]!)}; hold less, or lower the costs (a fixed fee is money, and the start wealth is ${given.startWealth})`,
    );
  return {
    ...basis,
    role,
    ledger,
    decisions: plan.decisions,
    changes: Math.max(0, plan.wanted.length - 1),
    lag: plan.lag,
    end: ledger.ruin ?? basis.world.rows - 1,
  };
}

/** What the books of a strategy are kept from on the rows of a run. */
export function basisOf(panel: Panel, clock: Clock, given: Assumptions, declared: Strategy): Basis {
  const strategy = withCollateral(declared, given);
  return {
    strategy,
    world: worldOf(panel, strategy.assets, clock, given),
    terms: termsOf(panel, strategy.assets, given),
    schedule: scheduleFor(panel, strategy),
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

/** A ledger with the plan that it followed. */
function kept(panel: Panel, given: Assumptions, from: Basis) {
  const plan = planFrom(panel, from, shapingFor(panel, given, from));
  return { ledger: simulate(from.world, plan, from.terms, given.startWealth), plan };
}

/**
 * The wealth of a portfolio under any weights and terms. The scales of a volatility target are found under
 * them too, as if the study had been written so.
 */
export function wealthFrom(panel: Panel, given: Assumptions, from: Basis): WealthPath {
  return wealthShaped(panel, given, from, shapingFor(panel, given, from));
}

function wealthShaped(panel: Panel, given: Assumptions, from: Basis, shaping: Shaping) {
  const plan = planFrom(panel, from, shaping);
  return simulateWealth(from.world, plan, from.terms, given.startWealth);
}

function planFrom(panel: Panel, { strategy, terms, schedule }: Basis, shaping: Shaping) {
  return planOf(panel, strategy, terms, shaping, schedule);
}

function shapingFor(panel: Panel, given: Assumptions, from: Basis): Shaping {
  return { ...collateralOf(from.strategy, given), ...scalesFor(panel, given, from) };
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
  const unscaled = wealthShaped(panel, given, from, {});
  const like =
    typeof overlay.target === "number"
      ? null
      : volatility(Float64Array.from(panel.known(overlay.target.like)).subarray(first, last + 1));
  return { scales: scalesOf(overlay, volatility(unscaled.wealth), like) };
}
