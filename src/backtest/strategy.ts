import type { SeriesId } from "../data/register.ts";
import {
  checkChoice,
  checkId,
  checkKeys,
  checkNumber,
  checkTexts,
  checkUnique,
} from "../input/check.ts";
import { InputError } from "../input/input-error.ts";
import { nearest } from "../input/nearest.ts";
import type { View } from "../market/view.ts";
import { listed } from "../series/format.ts";
import type { LateAssets } from "./late-assets.ts";
import type { Rebalance } from "./rebalance.ts";
import type { VolatilityTarget } from "./volatility-target.ts";

/** Fractions of wealth by asset, negative for shorts; what is left over is cash. */
export type Weights<A extends string = string> = { readonly [asset in A]?: number };

/** What a strategy file says. `A` are the assets it may hold, `I` further series its view may read. */
export interface StrategySpec<A extends string, I extends string> {
  readonly id: string;
  readonly title: string;
  /** For sentences and heads of columns; default: the title, cut at its first comma where that is clear. */
  readonly short?: string;
  /** Why it should work, in a sentence. */
  readonly rationale: string;
  readonly assets: readonly A[];
  readonly inputs?: readonly I[];
  /** Constant targets, or a function of what is known at the close of the decision. */
  readonly weights: Weights<NoInfer<A>> | ((view: View<NoInfer<A | I>>) => Weights<NoInfer<A>>);
  readonly rebalance: Rebalance;
  /** What happens to the weight of an asset that has no price yet; default `sleeve`. */
  readonly lateAssets?: LateAssets;
  /** Rows with a price that an asset must have had before it counts as living. Default 1. */
  readonly minHistory?: number;
  /**
   * Rows between the decision and the trade. Default: 1, except that constant weights on monthly data,
   * which use no information, are traded on the row itself. 0 with a function is same-close trading and
   * is labelled so.
   */
  readonly lag?: number;
  /** Scales all weights to a volatility. */
  readonly overlay?: VolatilityTarget;
}

/** A checked strategy. A benchmark is a strategy too. */
export interface Strategy {
  readonly id: string;
  readonly title: string;
  readonly short: string | null;
  readonly rationale: string;
  readonly assets: readonly string[];
  readonly inputs: readonly string[];
  readonly weights: Weights | ((view: View) => Weights);
  readonly rebalance: Rebalance;
  readonly lateAssets: LateAssets;
  readonly minHistory: number;
  readonly lag: number | undefined;
  readonly overlay: VolatilityTarget | null;
}

const OPTIONS = [
  "id",
  "title",
  "short",
  "rationale",
  "assets",
  "inputs",
  "weights",
  "rebalance",
  "lateAssets",
  "minHistory",
  "lag",
  "overlay",
];

/**
 * A strategy, checked and typed: when to trade and which weights to hold. A misspelt asset is a compile
 * error, and an InputError with the nearest name when the file is run.
 */
export function strategy<const A extends SeriesId, const I extends SeriesId = never>(
  spec: StrategySpec<A, I>,
): Strategy {
  const id = checkId("strategy", spec.id);
  checkKeys(id, spec, OPTIONS);
  if (!Array.isArray(spec.assets))
    throw new InputError(`${id}: assets is missing; list the series it may hold`);
  checkUnique(`${id}: assets`, spec.assets);
  const { title, short, rationale } = spec;
  checkTexts(id, { title, rationale, ...(short === undefined ? {} : { short }) });
  if (spec.overlay !== undefined && !("cap" in spec.overlay))
    throw new InputError(`${id}: overlay is no overlay; give volatilityTarget({...})`);
  if (typeof spec.weights !== "function") checkWeights(id, spec.weights, spec.assets);
  if (typeof (spec.rebalance as unknown) === "string")
    throw new InputError(
      `${id}: rebalance is the text "${spec.rebalance}"; import the rule of that name and give it without quotes`,
    );
  if (typeof spec.rebalance?.text !== "string")
    throw new InputError(
      `${id}: rebalance is missing; give monthly, quarterly, yearly, never, drifted() or either()`,
    );
  if (
    spec.overlay !== undefined &&
    spec.rebalance.calendar === null &&
    spec.rebalance.band === null
  )
    throw new InputError(
      `${id}: overlay scales weights when they are rebalanced, and rebalance is "${spec.rebalance.text}"; give a rule that comes back, or leave out the overlay`,
    );
  const late = checkChoice(`${id}: lateAssets`, spec.lateAssets ?? "sleeve", [
    "sleeve",
    "cash",
    "truncate",
  ] as const);
  if (spec.lag !== undefined) wholeRows(`${id}: lag`, spec.lag, 0, 252);
  return {
    id,
    title,
    short: short ?? null,
    rationale,
    assets: spec.assets,
    inputs: [...(spec.inputs ?? []), ...likeOf(spec.overlay)],
    // The one place where the literal ids of the file are forgotten: they were checked above.
    weights: spec.weights as Strategy["weights"],
    rebalance: spec.rebalance,
    lateAssets: late,
    minHistory: wholeRows(`${id}: minHistory`, spec.minHistory ?? 1, 1, 10_000),
    lag: spec.lag,
    overlay: spec.overlay ?? null,
  };
}

function likeOf(overlay: VolatilityTarget | undefined): string[] {
  return typeof overlay?.target === "object" ? [overlay.target.like] : [];
}

/** @throws InputError unless the value is a whole number in [least, most]. */
function wholeRows(place: string, value: number, least: number, most: number): number {
  if (!Number.isInteger(checkNumber(place, value, least, most)))
    throw new InputError(`${place} is ${value}; give a whole number of rows`);
  return value;
}

const shown = (value: unknown) =>
  typeof value === "string" ? `the text "${value}"` : String(value);

function remedy(asset: string, assets: readonly string[]): string {
  const near = nearest(asset, assets);
  return near === undefined
    ? `add it to assets, which are ${assets.length === 0 ? "none" : listed(assets.map((one) => `"${one}"`))}, or leave it out`
    : `did you mean "${near}"?`;
}

/** @throws InputError for a weight that is no finite number or belongs to no declared asset. */
export function checkWeights(place: string, weights: Weights, assets: readonly string[]): void {
  if (typeof weights === "object" && weights !== null && "then" in weights)
    throw new InputError(
      `${place}: the weights are a promise; a weight function must answer at once`,
    );
  if (typeof weights !== "object" || weights === null)
    throw new InputError(`${place}: weights are ${String(weights)}; give a number by asset`);
  for (const [asset, weight] of Object.entries(weights)) {
    if (!assets.includes(asset))
      throw new InputError(
        `${place}: the weights name "${asset}", which is not among the assets; ${remedy(asset, assets)}`,
      );
    if (typeof weight !== "number" || !Number.isFinite(weight))
      throw new InputError(
        `${place}: the weight of ${asset} is ${shown(weight)}; give a fraction of wealth`,
      );
  }
}
