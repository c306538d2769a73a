import type { SeriesId } from "../data/register.ts";
import { checkNumber, checkTexts } from "../input/check.ts";
import type { View } from "../market/view.ts";
import {
  aboveMean,
  aboveMeanOfRows,
  belowHigh,
  change,
  correlationOf,
  difference,
  type Indicator,
} from "./indicator.ts";
import { indexOf, type Label } from "./labelled.ts";
import { type CausalRegime, type RegimeWords, regime } from "./rule.ts";

/** A corridor in which a state stays as it was: it ends above `+band` and below `-band` only. Default 0. */
export interface Hysteresis {
  readonly band?: number;
}

/** Titles of labels in place of the general ones: "M2 grows faster" for "Greater". */
export interface Titles<L extends string> {
  readonly titles?: { readonly [label in L]?: string };
}

/** Labels with the titles that were given. */
function titled<L extends string>(
  place: string,
  labels: readonly Label<L>[],
  titles: Titles<L>["titles"] = {},
): readonly Label<L>[] {
  checkTexts(`${place}: titles`, titles);
  for (const id of Object.keys(titles))
    indexOf(
      `${place}: titles`,
      labels.map((one) => one.id),
      id,
    );
  return labels.map(({ id, title }) => ({ id, title: titles[id] ?? title }));
}

/** Two labels told apart by where an indicator stands. */
interface Sides<R extends string, L extends string> extends RegimeWords, Hysteresis, Titles<L> {
  readonly of: Indicator<R>;
  /** Where it stands above the threshold, and where not. */
  readonly labels: readonly [above: Label<L>, below: Label<L>];
  /** 0 unless given. */
  readonly threshold?: number;
  /** The label exactly on the threshold: the second unless given. */
  readonly onIt?: 0 | 1;
}

function sides<R extends SeriesId, L extends string>(spec: Sides<R, L>): CausalRegime<R, L> {
  const { of, threshold = 0, labels, onIt = 1 } = spec;
  const band = checkNumber(`regime ${spec.id}: band`, spec.band ?? 0, 0);
  const sideOf = (value: number): 0 | 1 | undefined => {
    const gap = value - threshold;
    if (!Number.isFinite(gap)) return undefined;
    if (band === 0 && gap === 0) return onIt;
    return gap > band ? 0 : gap < -band ? 1 : undefined;
  };
  return regime({
    id: spec.id,
    title: spec.title,
    question: spec.question,
    note: spec.note,
    labels: titled(`regime ${spec.id}`, labels, spec.titles),
    reads: of.reads,
    label: (view: View<R>) => {
      const side = lastDecided(of, view, sideOf, band > 0);
      return side === undefined ? undefined : labels[side].id;
    },
  });
}

/**
 * The side of the last value that is on one. Without a corridor that is the present one; with it the past
 * is asked for, twice as far each time. A rule has no memory: the same view gives the same answer.
 */
function lastDecided<R extends string>(
  of: Indicator<R>,
  view: View<R>,
  sideOf: (value: number) => 0 | 1 | undefined,
  asksThePast: boolean,
): 0 | 1 | undefined {
  for (let count = asksThePast ? 6 : 1; ; count *= 2) {
    const values = of.recent(view, count);
    for (let at = values.length - 1; at >= 0; at -= 1) {
      const side = sideOf(values[at]!);
      if (side !== undefined) return side;
    }
    if (!asksThePast || values.length < count) return undefined;
  }
}

/**
 * Above the mean of its last month-ends, the present one among them, or of its last rows (Faber 2007);
 * `band` is a share of that mean.
 */
export function aboveAverage<const R extends SeriesId>(
  spec: RegimeWords &
    Titles<"above" | "below"> &
    Hysteresis & { readonly of: R } & (
      | { readonly months: number; readonly rows?: never }
      | { readonly rows: number; readonly months?: never }
    ),
): CausalRegime<R, "above" | "below"> {
  const { of } = spec;
  return sides({
    ...spec,
    of: spec.rows === undefined ? aboveMean(of, spec.months) : aboveMeanOfRows(of, spec.rows),
    labels: [
      { id: "above", title: "Above its average" },
      { id: "below", title: "Not above it" },
    ],
  });
}

/** An indicator below zero; `band` in its own unit. */
export function negative<const R extends SeriesId>(
  spec: RegimeWords & Titles<"negative" | "positive"> & Hysteresis & { readonly of: Indicator<R> },
): CausalRegime<R, "negative" | "positive"> {
  return sides({
    ...spec,
    labels: [
      { id: "positive", title: "Zero or above" },
      { id: "negative", title: "Below zero" },
    ],
    onIt: 0,
  });
}

/** One indicator above another; `band` in their unit. */
export function greater<const A extends SeriesId, const B extends SeriesId>(
  spec: RegimeWords &
    Titles<"greater" | "not-greater"> &
    Hysteresis & { readonly a: Indicator<A>; readonly b: Indicator<B> },
): CausalRegime<A | B, "greater" | "not-greater"> {
  return sides({
    ...spec,
    of: difference(spec.a, spec.b),
    labels: [
      { id: "greater", title: "Greater" },
      { id: "not-greater", title: "Not greater" },
    ],
  });
}

/** An indicator above its own value some steps before. */
export function rising<const R extends SeriesId>(
  spec: RegimeWords &
    Titles<"rising" | "falling"> &
    Hysteresis & { readonly of: Indicator<R>; readonly over: number },
): CausalRegime<R, "rising" | "falling"> {
  return sides({
    ...spec,
    of: change(spec.of, spec.over),
    labels: [
      { id: "rising", title: "Rising" },
      { id: "falling", title: "Not rising" },
    ],
  });
}

/** A price more than `depth` (a fraction) below its highest month-end of the last `months`. */
export function drawdownState<const R extends SeriesId>(
  spec: RegimeWords &
    Titles<"drawdown" | "near-high"> &
    Hysteresis & { readonly of: R; readonly months: number; readonly depth: number },
): CausalRegime<R, "drawdown" | "near-high"> {
  return sides({
    ...spec,
    of: belowHigh(spec.of, spec.months),
    labels: [
      { id: "near-high", title: "Near its high" },
      { id: "drawdown", title: "In drawdown" },
    ],
    threshold: -checkNumber(`regime ${spec.id}: depth`, spec.depth, 0, 1),
    onIt: 0,
  });
}

/** The sign of the correlation of the monthly log returns of two series over some months. */
export function correlationSign<const R extends SeriesId>(
  spec: RegimeWords &
    Titles<"positive" | "negative"> &
    Hysteresis & { readonly a: R; readonly b: R; readonly months: number },
): CausalRegime<R, "positive" | "negative"> {
  return sides({
    ...spec,
    of: correlationOf(spec.a, spec.b, spec.months),
    labels: [
      { id: "positive", title: "They move together" },
      { id: "negative", title: "They move apart" },
    ],
  });
}

/** Growth and inflation, each above or not above its own value some steps before: four states. */
export function quadrant<const G extends SeriesId, const I extends SeriesId>(
  spec: RegimeWords & {
    readonly growth: Indicator<G>;
    readonly inflation: Indicator<I>;
    readonly over: number;
  },
): CausalRegime<G | I, "both-up" | "growth-up" | "inflation-up" | "both-down"> {
  const growing = change(spec.growth, spec.over);
  const inflating = change(spec.inflation, spec.over);
  return regime({
    id: spec.id,
    title: spec.title,
    question: spec.question,
    note: spec.note,
    labels: [
      { id: "both-up", title: "Growth and inflation up" },
      { id: "growth-up", title: "Growth up, inflation not" },
      { id: "inflation-up", title: "Inflation up, growth not" },
      { id: "both-down", title: "Neither up" },
    ],
    reads: [...new Set<G | I>([...growing.reads, ...inflating.reads])],
    label: (view: View<G | I>) => {
      const [g] = growing.recent(view as View<string> as View<G>, 1);
      const [i] = inflating.recent(view as View<string> as View<I>, 1);
      if (g === undefined || i === undefined) return undefined;
      if (g > 0) return i > 0 ? "both-up" : "growth-up";
      return i > 0 ? "inflation-up" : "both-down";
    },
  });
}
