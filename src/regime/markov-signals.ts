import type { SeriesId } from "../data/register.ts";
import type { View } from "../market/view.ts";
import { monthOf, parseDay } from "../series/day.ts";
import { logChanges } from "../series/log-changes.ts";
import { rememberedBy } from "../series/remembered.ts";
import type { Column } from "../series/series.ts";
import { type Hindsight, hindsight, type Measured } from "./hindsight.ts";
import { filter, type TwoStates } from "./markov.ts";
import { type FitOptions, fitMarkov } from "./markov-fit.ts";
import { monthEndRows } from "./month-ends.ts";
import { type CausalRegime, ESTIMATED, type RegimeWords, regime } from "./rule.ts";

/** A source of random numbers for one estimate: the same numbers for the same estimate. */
type Fresh = () => FitOptions["uniform"];

export interface MarkovSpec<R extends string> extends RegimeWords {
  /** The price whose monthly log returns have two states. */
  readonly of: R;
  /**
   * The month (`YYYY-MM-DD`, any day of it) whose end is the first price of the sample; the first there is unless
   * given. Monthly and daily figures that begin in different years would estimate different states.
   */
  readonly from?: string;
  /** Makes the source of random starts anew for each estimate, so that an answer depends on the view alone. */
  readonly uniform: Fresh;
  readonly starts?: number;
  readonly commonVariance?: boolean;
  readonly order?: "variance" | "mean";
}

const LABELS = {
  variance: [
    { id: "calm", title: "Low volatility" },
    { id: "turbulent", title: "High volatility" },
  ],
  mean: [
    { id: "low", title: "Low mean" },
    { id: "high", title: "High mean" },
  ],
} as const;

const optionsOf = ({
  uniform,
  starts = 20,
  commonVariance = false,
  order,
}: MarkovSpec<string>) => ({
  uniform: uniform(),
  starts,
  commonVariance,
  order: order ?? (commonVariance ? ("mean" as const) : ("variance" as const)),
});

const ALL_MONTHS = 10_000;

/** The first month of a sample, counted from year 0. */
const firstMonthOf = ({ id, from }: MarkovSpec<string>) =>
  from === undefined ? -Infinity : monthOf(parseDay(from, `regime ${id}: from`));

/**
 * The state that two-state switching holds more likely at a close, from the months so far: estimated once a
 * year, on those up to the last December before this year, filtered up to the present one. Undefined for
 * fewer than `months` (default 60) months up to then.
 */
export function markovRule<const R extends SeriesId>(
  spec: MarkovSpec<R> & { readonly months?: number },
): CausalRegime<R, "calm" | "turbulent" | "low" | "high"> {
  const labels = LABELS[optionsOf(spec).order];
  const { months = 60 } = spec;
  const begin = firstMonthOf(spec);
  // Estimates are kept beside the very values they were made of: it saves time and cannot tell anything.
  const kept = new Map<
    number,
    { readonly sample: Column; readonly states: TwoStates | undefined }
  >();
  const estimated = (sample: Float64Array): TwoStates | undefined => {
    const held = kept.get(sample.length);
    if (held !== undefined && same(held.sample, sample)) return held.states;
    const fit = fitMarkov(sample, optionsOf(spec));
    const states = "value" in fit ? undefined : fit.states;
    kept.set(sample.length, { sample, states });
    return states;
  };
  const ofFirst = (view: View<R>): number | undefined => {
    const most = Math.min(ALL_MONTHS, monthOf(view.day) - begin + 1);
    if (most < 1) return undefined;
    const returns = logChanges(view.monthEnds(spec.of, most));
    const sinceNewYear = (monthOf(view.day) % 12) + 1;
    const sample = returns.subarray(0, Math.max(0, returns.length - sinceNewYear));
    if (sample.length < months) return undefined;
    const states = estimated(sample);
    return states === undefined ? undefined : filter(returns, states).filtered.at(-1)!;
  };
  const rule = regime({
    id: spec.id,
    title: spec.title,
    question: spec.question,
    note: spec.note,
    labels,
    reads: [spec.of],
    label: (view) => {
      const probability = ofFirst(view);
      return probability === undefined ? undefined : labels[probability >= 0.5 ? 0 : 1].id;
    },
    probability: {
      of: labels[1].id,
      at: (view) => {
        const probability = ofFirst(view);
        return probability === undefined ? undefined : 1 - probability;
      },
    },
  });
  return { ...rule, [ESTIMATED]: true };
}

/** The state that was more likely in each month, given all months: for description only. */
export function markovStates<const R extends SeriesId>(spec: MarkovSpec<R>): Hindsight {
  const { id, title, question, note, of } = spec;
  const labels = LABELS[optionsOf(spec).order];
  // Labels and probabilities are of one estimate.
  const smoothed = rememberedBy((rows: Measured) => smoothedOn(rows, spec));
  return hindsight({
    id,
    title,
    question,
    note,
    labels,
    reads: [of],
    because: "its states are estimated and smoothed with later prices",
    label: (rows) =>
      smoothed(rows).map((probability) =>
        probability === undefined ? undefined : labels[probability >= 0.5 ? 0 : 1].id,
      ),
    probability: {
      of: labels[1].id,
      along: (rows) =>
        smoothed(rows).map((probability) =>
          probability === undefined ? undefined : 1 - probability,
        ),
    },
  });
}

/** The smoothed probability of the first state in the month of each row. */
function smoothedOn({ days, measured }: Measured, spec: MarkovSpec<string>) {
  const values = measured(spec.of);
  const begin = firstMonthOf(spec);
  const ends = [...monthEndRows(days), days.length - 1].filter(
    (row) => !Number.isNaN(values[row]!) && monthOf(days[row]!) >= begin,
  );
  const fit = fitMarkov(logChanges(ends.map((row) => values[row]!)), optionsOf(spec));
  const out = new Array<number | undefined>(days.length).fill(undefined);
  if ("value" in fit) return out;
  for (let i = 1; i < ends.length; i += 1)
    out.fill(fit.smoothed[i - 1]!, ends[i - 1]! + 1, ends[i]! + 1);
  return out;
}

function same(a: Column, b: Column): boolean {
  if (a.length !== b.length) return false;
  for (let t = 0; t < a.length; t += 1) if (a[t] !== b[t]) return false;
  return true;
}
