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
}

/** A value for each place of a column that has `before` values in front of it. */
function along(values: Column, before: number, valueAt: (at: number) => number): number[] {
  const out: number[] = [];
  for (let at = before; at < values.length; at += 1) out.push(valueAt(at));
  return out;
}

/** The series itself at month-ends, in its own unit. */
export function level<const R extends SeriesId>(of: R): Indicator<R> {
  return {
    reads: [of],
    steps: "months",
    recent: (view, count) => Array.from(view.monthEnds(of, count)),
  };
}

/** A rate that is quoted in percent, as a fraction. */
export function rate<const R extends SeriesId>(of: R): Indicator<R> {
  const own = level(of);
  return { ...own, recent: (view, count) => own.recent(view, count).map((value) => value / 100) };
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

/** A quarterly figure stands unchanged for as many month-ends, or one more where it came late. */
const LONGEST_CARRY = 3;

/**
 * Growth of a published figure over some months, `F / F(months before) - 1`, as it stood published.
 * Counted from the month-end on which the figure first appeared, so that figures of the same age are
 * compared also while the next one is awaited.
 */
export function growth<const R extends SeriesId>(of: R, months: number): Indicator<R> {
  whole(`growth of "${of}"`, months);
  return {
    reads: [of],
    steps: "months",
    recent: (view, count) => {
      const ends = view.monthEnds(of, count + months + LONGEST_CARRY);
      const values = along(ends, months, (at) => {
        let first = at;
        while (first > at - LONGEST_CARRY && first > months && ends[first - 1] === ends[at])
          first -= 1;
        return ends[at]! / ends[first - months]! - 1;
      });
      return values.slice(-count);
    },
  };
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

/** Two indicators of the same steps asked for as many values each, and put together. */
function bothOf<const A extends string, const B extends string>(
  a: Indicator<A>,
  b: Indicator<B>,
  together: (ofA: () => readonly number[], ofB: () => readonly number[], count: number) => number[],
): Indicator<A | B> {
  sameSteps(a, b);
  return {
    reads: readsOf(a, b),
    steps: a.steps,
    recent: (view: View<A | B>, count) =>
      together(
        () => a.recent(view as View<string> as View<A>, count),
        () => b.recent(view as View<string> as View<B>, count),
        count,
      ),
  };
}

/** One indicator less another, at the same close. */
export function difference<const A extends string, const B extends string>(
  a: Indicator<A>,
  b: Indicator<B>,
): Indicator<A | B> {
  return bothOf(a, b, (ofA, ofB) => {
    const [left, right] = [ofA(), ofB()];
    const length = Math.min(left.length, right.length);
    return Array.from(
      { length },
      (_, i) => left[left.length - length + i]! - right[right.length - length + i]!,
    );
  });
}

/** The change of an indicator over some of its own steps. */
export function change<const R extends string>(of: Indicator<R>, steps: number): Indicator<R> {
  whole("change", steps);
  return {
    ...of,
    recent: (view, count) => {
      const values = of.recent(view, count + steps);
      return along(values, steps, (at) => values[at]! - values[at - steps]!);
    },
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

function whole(place: string, value: number, least = 1): void {
  if (!Number.isInteger(value) || value < least)
    throw new InputError(`${place}: got ${String(value)}; give a whole number from ${least}`);
}
