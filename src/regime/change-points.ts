import { medianSorted } from "simple-statistics";
import { type Unknown, unknown } from "../input/unknown.ts";
import type { Column } from "../series/series.ts";
import { meanAndVarianceCost, meanCost, type SegmentCost } from "./segment-cost.ts";

/** Rows before which something changed, ascending: each is the number of values before its change. */
export interface ChangePoints {
  readonly changes: readonly number[];
  /** The cost of all segments together, without the penalty. */
  readonly cost: number;
  /** What a further change has to save. */
  readonly penalty: number;
}

/** What changes: the level alone, or level and variance. */
export type Change = "mean" | "mean-and-variance";

export interface ChangeOptions {
  readonly of: Change;
  /** Default: `2 s^2 ln n` for the mean, with s from the differences, and `3 ln n` for mean and variance. */
  readonly penalty?: number;
  /** The shortest segment. Default 12 for the mean, 24 for mean and variance. */
  readonly least?: number;
  /** Default `pelt`, which finds the best segments of all. */
  readonly search?: "pelt" | "binary";
}

/**
 * The change points of a series: segments of least cost with a penalty for each (Killick, Fearnhead and
 * Eckley 2012), or by splitting in two again and again. Dates found in the data explain nothing and
 * prove nothing: a test of a change is the sup-F. Unknown for values that are missing or do not differ.
 */
export function changePoints(values: Column, options: ChangeOptions): ChangePoints | Unknown {
  const { of, search = "pelt" } = options;
  const n = values.length;
  for (let t = 0; t < n; t += 1)
    if (!Number.isFinite(values[t]!)) return unknown(`value ${t + 1} is not known`);
  const least = options.least ?? (of === "mean" ? 12 : 24);
  if (n < 2 * least) return unknown(`${n} values hold no two segments of ${least}`);
  if (constant(values)) return unknown("the values do not differ");
  const penalty = options.penalty ?? defaultPenalty(values, of);
  if (!(penalty > 0))
    return unknown(
      "more than half of the differences are equal, which leaves no noise to compare with",
    );
  const cost = of === "mean" ? meanCost(values) : meanAndVarianceCost(values);
  const found = search === "pelt" ? pelt : binarySegmentation;
  const changes = found(cost, n, penalty, least);
  return { changes, cost: totalCost(cost, changes, n), penalty };
}

function constant(values: Column): boolean {
  for (let t = 1; t < values.length; t += 1) if (values[t] !== values[0]) return false;
  return true;
}

function defaultPenalty(values: Column, of: Change): number {
  const log = Math.log(values.length);
  return of === "mean" ? 2 * noise(values) ** 2 * log : 3 * log;
}

/** The upper quartile of the standard normal: a median absolute deviation over it is a standard deviation. */
const QUARTILE = 0.6744897501960817;

/** Standard deviation of the noise: `MAD(differences) / (0.67449 sqrt 2)`, which a few changes do not move. */
export function noise(values: Column): number {
  const steps = new Float64Array(values.length - 1);
  for (let t = 0; t < steps.length; t += 1) steps[t] = values[t + 1]! - values[t]!;
  const middle = medianSorted(Array.from(steps).sort((a, b) => a - b));
  const distances = Array.from(steps, (step) => Math.abs(step - middle)).sort((a, b) => a - b);
  return medianSorted(distances) / (QUARTILE * Math.SQRT2);
}

function totalCost(cost: SegmentCost, changes: readonly number[], n: number): number {
  const ends = [...changes, n];
  return ends.reduce((sum, end, i) => sum + cost(i === 0 ? 0 : ends[i - 1]!, end), 0);
}

/**
 * The changes that make `sum of costs + penalty x changes` least, by optimal partitioning with pruning:
 * a last change that is beaten by the penalty now cannot win later, once a segment fits in between.
 */
export function pelt(cost: SegmentCost, n: number, penalty: number, least: number): number[] {
  const best = new Float64Array(n + 1).fill(Infinity);
  const before = new Int32Array(n + 1);
  const droppedFrom = new Float64Array(n + 1).fill(Infinity);
  best[0] = -penalty;
  let candidates: number[] = [];
  for (let t = least; t <= n; t += 1) {
    const joining = t - least;
    if (best[joining]! < Infinity) candidates.push(joining);
    candidates = candidates.filter((s) => droppedFrom[s]! > t);
    for (const s of candidates) {
      const value = best[s]! + cost(s, t) + penalty;
      if (value < best[t]!) {
        best[t] = value;
        before[t] = s;
      }
    }
    for (const s of candidates)
      if (best[s]! + cost(s, t) >= best[t]! && droppedFrom[s] === Infinity)
        droppedFrom[s] = t + least;
  }
  const changes: number[] = [];
  for (let t = before[n]!; t > 0; t = before[t]!) changes.unshift(t);
  return changes;
}

/** Where a stretch splits best, and what that saves; undefined where it holds no two segments. */
export function bestSplit(
  cost: SegmentCost,
  from: number,
  to: number,
  least: number,
): { readonly at: number; readonly gain: number } | undefined {
  let found: { at: number; gain: number } | undefined;
  const whole = cost(from, to);
  for (let at = from + least; at <= to - least; at += 1) {
    const gain = whole - cost(from, at) - cost(at, to);
    if (found === undefined || gain > found.gain) found = { at, gain };
  }
  return found;
}

/** The changes found by splitting each stretch where it saves most, as long as that is more than the penalty. */
export function binarySegmentation(
  cost: SegmentCost,
  n: number,
  penalty: number,
  least: number,
): number[] {
  const changes: number[] = [];
  const waiting: [number, number][] = [[0, n]];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const [from, to] = part;
    const split = bestSplit(cost, from, to, least);
    if (split === undefined || !(split.gain > penalty)) continue;
    changes.push(split.at);
    waiting.push([from, split.at], [split.at, to]);
  }
  return changes.sort((a, b) => a - b);
}
