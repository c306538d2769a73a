import { InputError } from "../input/input-error.ts";
import type { Panel } from "../market/panel.ts";
import { type View, viewAt } from "../market/view.ts";
import { formatDay } from "../series/day.ts";
import type { Column } from "../series/series.ts";
import { withoutTheMissing } from "./late-assets.ts";
import { scheduleOf } from "./rebalance.ts";
import { checkWeights, type Strategy, type Weights } from "./strategy.ts";
import type { Plan, Terms } from "./world.ts";

/** Target weights from a row on: what was decided there, after the rule for late assets. */
export interface Decision {
  readonly row: number;
  readonly target: Float64Array;
}

/** A plan for the kernel, and the decisions that it takes as the kernel asks for them. */
export interface RecordedPlan extends Plan {
  readonly decisions: readonly Decision[];
  /** The weights that were wanted, before the rule for late assets and any overlay, where they changed. */
  readonly wanted: readonly Float64Array[];
}

/** Rows between decision and trade: declared, or by default 0 for constant weights on monthly data, else 1. */
export function lagOf(strategy: Strategy, frequency: Panel["calendar"]["frequency"]): number {
  const informed = typeof strategy.weights === "function" || strategy.overlay !== null;
  return strategy.lag ?? (frequency === "monthly" && !informed ? 0 : 1);
}

/** What the assumptions and an overlay make of the weights that a strategy wants. */
export interface Shaping {
  /** A factor on all weights by row, known at that row. */
  readonly scales?: Column;
  /** The asset, by its place, in which everything is held that would be cash. */
  readonly collateral?: number;
}

/** The rows of a run on which a strategy decides by the calendar. */
export function scheduleFor(panel: Panel, { rebalance }: Strategy): Uint8Array {
  const { first, last, days } = panel.calendar;
  const rows = Array.from({ length: last - first + 1 }, (_, t) => days[first + t]!);
  return scheduleOf(rebalance.calendar, rows);
}

/** How a strategy acts on the rows of a run. Each decision reads the view of its own row and no more. */
export function planOf(
  panel: Panel,
  strategy: Strategy,
  terms: Terms,
  shaping: Shaping = {},
  schedule: Column = scheduleFor(panel, strategy),
): RecordedPlan {
  const { first, days, frequency } = panel.calendar;
  const { assets, weights, rebalance } = strategy;
  if (rebalance.calendar === "week" && frequency === "monthly")
    throw new InputError(
      `${strategy.id}: weekly rebalancing needs daily data; choose monthly or longer`,
    );
  const columns = assets.map((asset) => panel.measured(asset));
  const matured = assets.map((asset) => maturity(panel.fresh(asset), strategy.minHistory));
  const alive = new Uint8Array(assets.length);
  const decisions: Decision[] = [];
  const wanted: Float64Array[] = [];
  const readable = {
    ids: [...assets, ...strategy.inputs],
    days,
    known: panel.known,
    publications: panel.publications,
    refused: panel.refused,
  };
  return {
    schedule,
    band: rebalance.band,
    lag: lagOf(strategy, frequency),
    decisions,
    wanted,
    decide(row, target) {
      const place = () => `${strategy.id} on ${formatDay(days[first + row]!)}`;
      if (typeof weights === "function") {
        const answer = asked(weights, viewAt(readable, first + row, place()), place());
        checkWeights(place(), answer, assets);
        fill(target, answer, assets);
      } else fill(target, weights, assets);
      if (!sameTarget(wanted.at(-1), target)) wanted.push(target.slice());
      for (let i = 0; i < assets.length; i++)
        alive[i] = Number.isNaN(columns[i]![first + row]!) || first + row < matured[i]! ? 0 : 1;
      withoutTheMissing(target, alive, strategy.lateAssets);
      shape(target, shaping, row);
      checkMargin(place, target, terms, row);
      if (!sameTarget(decisions.at(-1)?.target, target))
        decisions.push({ row, target: target.slice() });
    },
  };
}

/** The row on which an asset has had so many prices of its own; beyond all rows where it never has. */
function maturity(fresh: ArrayLike<number>, prices: number): number {
  if (prices === 1) return 0; // the first price is one
  let seen = 0;
  for (let row = 0; row < fresh.length; row++) {
    seen += fresh[row]!;
    if (seen >= prices) return row;
  }
  return Number.POSITIVE_INFINITY;
}

/** Weights from a function of the strategy file, whose own failures are the user's to mend. */
function asked(weights: (view: View) => Weights, view: View, place: string): Weights {
  try {
    return weights(view);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${place}: the weight function failed: ${String(error)}`);
  }
}

function fill(target: Float64Array, wanted: Weights, assets: readonly string[]): void {
  for (let i = 0; i < assets.length; i++) target[i] = wanted[assets[i]!] ?? 0;
}

function shape(target: Float64Array, { scales, collateral }: Shaping, row: number): void {
  if (scales !== undefined) for (let i = 0; i < target.length; i++) target[i]! *= scales[row]!;
  if (collateral === undefined) return;
  let net = 0;
  for (let i = 0; i < target.length; i++) net += target[i]!;
  target[collateral]! += 1 - net;
}

function sameTarget(a: Float64Array | undefined, b: Float64Array): boolean {
  return a?.every((weight, i) => weight === b[i]) ?? false;
}

/** @throws InputError for weights that no broker would carry for a day, or whose costs eat all wealth. */
function checkMargin(place: () => string, target: Float64Array, terms: Terms, row: number): void {
  let margin = 0;
  let cost = 0;
  for (let i = 0; i < target.length; i++) {
    const weight = target[i]!;
    margin +=
      weight > 0 ? weight * terms.maintenanceLong[i]! : -weight * terms.maintenanceShort[i]!;
    cost += Math.abs(weight) * terms.cost[row * target.length + i]!;
  }
  if (margin > 1)
    throw new InputError(
      `${place()}: the target weights need ${(margin * 100).toFixed(0)} % of wealth as maintenance margin; 100 % is all there is, so hold less`,
    );
  if (cost >= 1)
    throw new InputError(
      `${place()}: trading to the target weights costs more than the wealth there is; hold less`,
    );
}
