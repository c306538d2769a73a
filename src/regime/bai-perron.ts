import { type Unknown, unknown } from "../input/unknown.ts";
import type { Column } from "../series/series.ts";
import { meanCost, type SegmentCost, trendCost } from "./segment-cost.ts";

/** What a segment is: a level, or a straight line in time. */
export type SegmentModel = "level" | "trend";

/** Coefficients of a segment. */
export const coefficientsOf: Readonly<Record<SegmentModel, number>> = { level: 1, trend: 2 };

/** The best division into segments for one number of breaks. */
export interface Division {
  /** The number of values before each break, ascending. */
  readonly breaks: readonly number[];
  readonly residualSum: number;
  /** `n (ln RSS + 1 + ln 2 pi - ln n) + (k + 1)(m + 1) ln n`, with k coefficients a segment. */
  readonly bic: number;
}

export interface Breaks {
  readonly model: SegmentModel;
  /** The division of least BIC. */
  readonly chosen: Division;
  /** The best division by number of breaks, from none on. */
  readonly divisions: readonly Division[];
  /** The shortest segment that was allowed. */
  readonly least: number;
}

export interface BreakOptions {
  readonly model: SegmentModel;
  /** The shortest segment as a share of all values. Default 0.15. */
  readonly trim?: number;
  /** The most breaks to try. Default 5. */
  readonly most?: number;
}

export function segmentCost(values: Column, model: SegmentModel): SegmentCost {
  return model === "level" ? meanCost(values) : trendCost(values);
}

/** The shortest segment: the trimmed share of all values, and one more than its coefficients at least. */
export function leastSegment(n: number, model: SegmentModel, trim: number): number {
  return Math.max(Math.floor(trim * n), coefficientsOf[model] + 1);
}

/**
 * Breaks in level or trend by least squares (Bai and Perron 1998, 2003): for each number of breaks the
 * division of least residual sum, found by dynamic programming in `m n^2` steps, and their number by BIC.
 *
 * BIC takes residuals as independent. Those of a wandering series around its trends are not, and BIC
 * then finds breaks where there are none: read the sup-F test with autocorrelated noise beside it.
 * Unknown for too few values, for missing ones, and where a line without breaks leaves nothing over.
 */
export function baiPerron(values: Column, options: BreakOptions): Breaks | Unknown {
  const { model, trim = 0.15, most = 5 } = options;
  const n = values.length;
  const least = leastSegment(n, model, trim);
  if (n < 2 * least || n < 10) return unknown(`${n} values hold no two segments of ${least}`);
  for (let t = 0; t < n; t += 1)
    if (!Number.isFinite(values[t]!)) return unknown(`value ${t + 1} is not known`);
  const cost = segmentCost(values, model);
  if (!(cost(0, n) > 1e-20 * squares(values)))
    return unknown(`the values are one ${model} without any noise`);
  const k = coefficientsOf[model];
  const constant = n * (1 + Math.log(2 * Math.PI) - Math.log(n));
  const divisions = divided(cost, n, least, Math.min(most, Math.floor(n / least) - 1)).map(
    ({ breaks, residualSum }, m): Division => ({
      breaks,
      residualSum,
      bic:
        n * Math.log(Math.max(residualSum, Number.MIN_VALUE)) +
        constant +
        (k + 1) * (m + 1) * Math.log(n),
    }),
  );
  const chosen = divisions.reduce((a, b) => (b.bic < a.bic ? b : a));
  return { model, chosen, divisions, least };
}

function squares(values: Column): number {
  let sum = 0;
  for (let t = 0; t < values.length; t += 1) sum += values[t]! * values[t]!;
  return sum;
}

/** The cheapest divisions of all values by number of breaks, from none up to `most`. */
function divided(cost: SegmentCost, n: number, least: number, most: number) {
  let cheapest = Float64Array.from({ length: n + 1 }, (_, t) =>
    t < least ? Infinity : cost(0, t),
  );
  const lastBreaks: Int32Array[] = [];
  const found = [{ breaks: [] as number[], residualSum: cheapest[n]! }];
  for (let m = 1; m <= most; m += 1) {
    const next = new Float64Array(n + 1).fill(Infinity);
    const last = new Int32Array(n + 1);
    for (let t = (m + 1) * least; t <= n; t += 1)
      for (let s = m * least; s <= t - least; s += 1) {
        const value = cheapest[s]! + cost(s, t);
        if (value < next[t]!) {
          next[t] = value;
          last[t] = s;
        }
      }
    cheapest = next;
    lastBreaks.push(last);
    found.push({ breaks: breaksUpTo(lastBreaks, n), residualSum: cheapest[n]! });
  }
  return found;
}

function breaksUpTo(lastBreaks: readonly Int32Array[], n: number): number[] {
  const breaks: number[] = [];
  let end = n;
  for (let m = lastBreaks.length - 1; m >= 0; m -= 1) {
    end = lastBreaks[m]![end]!;
    breaks.unshift(end);
  }
  return breaks;
}

/** The largest F of one break, and the number of values before it. */
export interface LargestF {
  readonly value: number;
  readonly at: number;
}

/**
 * The largest F statistic of one break anywhere but in the trimmed ends (Andrews 1993):
 * `(RSS - RSS1) / (RSS1 / (n - 2 k))`, with RSS1 of the two segments.
 */
export function largestF(
  cost: SegmentCost,
  n: number,
  model: SegmentModel,
  least: number,
): LargestF {
  const whole = cost(0, n);
  let smallest = Infinity;
  let at = least;
  for (let t = least; t <= n - least; t += 1) {
    const split = cost(0, t) + cost(t, n);
    if (split < smallest) {
      smallest = split;
      at = t;
    }
  }
  const value = ((whole - smallest) * (n - 2 * coefficientsOf[model])) / smallest;
  return { value, at };
}
