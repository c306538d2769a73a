import { sampleCorrelation } from "simple-statistics";
import type { SeriesId } from "../data/register.ts";
import { InputError } from "../input/input-error.ts";
import type { View } from "../market/view.ts";
import { logChanges } from "../series/log-changes.ts";
import type { Column } from "../series/series.ts";

/**
 * A number that is known at each close and whose past can be asked for: what rules compare. `recent`
 * gives its last values, oldest first and the present one last, at most so many and fewer where the
 * data begin later; steps are month-ends (the present month so far among them) or rows.
 */
export interface Indicator<R extends string = string> {
  readonly reads: readonly R[];
  readonly steps: "months" | "rows";
  recent(view: View<R>, count: number): number[];
  /**
   * The value that lies so many steps before each of the last `count`: for indicators of published figures,
   * whose steps are the months that figures stand for, however late each was known. Where it is left out
   * the steps are those of `recent`.
   */
  earlier?(view: View<R>, count: number, steps: number): number[];
}

/** The values some steps before each of the last `count`, oldest first; fewer where the data begin later. */
function before<R extends string>(
  of: Indicator<R>,
  view: View<R>,
  count: number,
  steps: number,
): number[] {
  if (steps === 0) return of.recent(view, count);
  if (of.earlier !== undefined) return of.earlier(view, count, steps);
  return of.recent(view, count + steps).slice(0, -steps);
}

/** A value for each place of a column that has `before` values in front of it. */
function along(values: Column, before: number, valueAt: (at: number) => number): number[] {
  const out: number[] = [];
  for (let at = before; at < values.length; at += 1) out.push(valueAt(at));
  return out;
}

/** The series itself at month-ends, in its own unit: of prices and quoted rates. For a published figure: `figure`. */
export function level<const R extends SeriesId>(of: R): Indicator<R> {
  return {
    reads: [of],
    steps: "months",
    recent: (view, count) => Array.from(view.monthEnds(of, count)),
  };
}

/** A rate that is quoted in percent, as a fraction. */
export function rate<const R extends SeriesId>(of: R): Indicator<R> {
  return {
    reads: [of],
    steps: "months",
    recent: (view, count) => Array.from(view.monthEnds(of, count), (value) => value / 100),
  };
}

/** How far a price stands above the mean of its last month-ends, itself among them: `P / mean - 1`. */
export function aboveMean<const R extends SeriesId>(of: R, months: number): Indicator<R> {
  whole(`mean of "${of}"`, months);
  return {
    reads: [of],
    steps: "months",
    recent: (view, count) => overMean(view.monthEnds(of, count + months - 1), months),
  };
}

/** How far a price stands above the mean of its last rows, itself among them. */
export function aboveMeanOfRows<const R extends SeriesId>(of: R, rows: number): Indicator<R> {
  whole(`mean of "${of}"`, rows);
  return {
    reads: [of],
    steps: "rows",
    recent: (view, count) => overMean(lastRows(view, of, count + rows - 1), rows),
  };
}

function overMean(prices: Column, length: number): number[] {
  return along(prices, length - 1, (at) => {
    let sum = 0;
    for (let back = 0; back < length; back += 1) sum += prices[at - back]!;
    return (prices[at]! * length) / sum - 1;
  });
}

/** The last rows of a series, at most so many; `knows` is monotone, so the most is found by halving. */
function lastRows<R extends string>(view: View<R>, of: R, most: number): Column {
  if (view.knows(of, most)) return view.history(of, most);
  let [low, high] = [0, most];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (view.knows(of, middle)) low = middle;
    else high = middle;
  }
  return low === 0 ? [] : view.history(of, low);
}

/** Price over its highest month-end of the last so many, the present one among them, less 1. */
export function belowHigh<const R extends SeriesId>(of: R, months: number): Indicator<R> {
  whole(`high of "${of}"`, months);
  return {
    reads: [of],
    steps: "months",
    recent: (view, count) => {
      const ends = view.monthEnds(of, count + months - 1);
      return along(ends, months - 1, (at) => {
        let high = ends[at]!;
        for (let back = 1; back < months; back += 1) high = Math.max(high, ends[at - back]!);
        return ends[at]! / high - 1;
      });
    },
  };
}

/** Correlation of the monthly log returns of two series over some months; not known where one stands still. */
export function correlationOf<const R extends SeriesId>(a: R, b: R, months: number): Indicator<R> {
  whole(`correlation of "${a}" and "${b}"`, months, 3);
  return {
    reads: [a, b],
    steps: "months",
    recent: (view, count) => {
      const ends = [a, b].map((id) => view.monthEnds(id, count + months));
      const length = Math.min(...ends.map((one) => one.length));
      const [x, y] = ends.map((one) => Array.from(logChanges(one)).slice(one.length - length));
      return along(x!, months - 1, (at) =>
        sampleCorrelation(x!.slice(at - months + 1, at + 1), y!.slice(at - months + 1, at + 1)),
      );
    },
  };
}

/** The last values of an indicator: of the present, or some steps before. */
type Values = () => readonly number[];

/** Two indicators of the same steps asked for as many values each, and put together. */
function bothOf<const A extends string, const B extends string>(
  a: Indicator<A>,
  b: Indicator<B>,
  together: (ofA: Values, ofB: Values, count: number) => number[],
): Indicator<A | B> {
  sameSteps(a, b);
  const asked = (view: View<A | B>, count: number, steps: number) =>
    together(
      () => before(a, view as View<string> as View<A>, count, steps),
      () => before(b, view as View<string> as View<B>, count, steps),
      count,
    );
  return {
    reads: readsOf(a, b),
    steps: a.steps,
    recent: (view, count) => asked(view, count, 0),
    earlier: asked,
  };
}

/** One indicator less another, at the same close. */
export function difference<const A extends string, const B extends string>(
  a: Indicator<A>,
  b: Indicator<B>,
): Indicator<A | B> {
  return bothOf(a, b, (ofA, ofB) => less(ofA(), ofB()));
}

/** One column less another, as far back as both go. */
function less(left: readonly number[], right: readonly number[]): number[] {
  const length = Math.min(left.length, right.length);
  return Array.from(
    { length },
    (_, i) => left[left.length - length + i]! - right[right.length - length + i]!,
  );
}

/** The change of an indicator over some of its own steps: of published figures, over months that they stand for. */
export function change<const R extends string>(of: Indicator<R>, steps: number): Indicator<R> {
  whole("change", steps);
  const changed = (view: View<R>, count: number, back: number) =>
    less(before(of, view, count, back), before(of, view, count, back + steps));
  return {
    reads: of.reads,
    steps: of.steps,
    recent: (view, count) => changed(view, count, 0),
    earlier: changed,
  };
}

/** The first indicator from where it is known on, the second before. */
export function preferred<const A extends string, const B extends string>(
  a: Indicator<A>,
  b: Indicator<B>,
): Indicator<A | B> {
  return bothOf(a, b, (ofA, ofB, count) => {
    const first = ofA();
    if (first.length >= count) return [...first];
    const second = ofB();
    return [...second.slice(0, Math.max(0, second.length - first.length)), ...first];
  });
}

function readsOf<A extends string, B extends string>(
  a: Indicator<A>,
  b: Indicator<B>,
): readonly (A | B)[] {
  return [...new Set<A | B>([...a.reads, ...b.reads])];
}

function sameSteps(a: Pick<Indicator, "steps">, b: Pick<Indicator, "steps">): void {
  if (a.steps !== b.steps)
    throw new InputError(
      `an indicator counted in ${a.steps} is joined to one counted in ${b.steps}; count both alike`,
    );
}

/** @throws InputError for what is no whole number, or too small a one. */
export function whole(place: string, value: number, least = 1): void {
  if (!Number.isInteger(value) || value < least)
    throw new InputError(`${place}: got ${String(value)}; give a whole number from ${least}`);
}
