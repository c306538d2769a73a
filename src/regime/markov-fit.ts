import { type Unknown, unknown } from "../input/unknown.ts";
import type { Column } from "../series/series.ts";
import { type Filtered, filter, smooth, type TwoStates } from "./markov.ts";
import { type Round, roundsOf } from "./markov-round.ts";

/** How two states are estimated. */
export interface FitOptions {
  /** Both states have one variance. Default false. */
  readonly commonVariance?: boolean;
  /**
   * What tells the states apart: state 1 is the one with the higher variance, or with the higher mean.
   * Default `variance`, and `mean` where the variance is common.
   */
  readonly order?: "variance" | "mean";
  /** Starting points: one that splits the values in two, the others at random. Default 20. */
  readonly starts?: number;
  /** Numbers uniform in (0, 1) for the random starts. */
  readonly uniform: () => number;
}

/** The estimate of highest likelihood among all starts. */
export interface MarkovFit extends Filtered {
  readonly states: TwoStates;
  /** Probabilities of state 0 given all values: for description only. */
  readonly smoothed: Float64Array;
  readonly iterations: number;
}

const FEWEST = 24;
const MOST_ITERATIONS = 1000;
const SETTLED = 1e-8;
const FLOOR = 0.05;
/** Parameters that differ by less, in deviations of the values, belong to one top. */
const NEAR = 0.003;

/**
 * Two states by expectation and maximisation (Hamilton 1990), until the log likelihood moves by less than
 * 1e-8, from several starts, of which the best is kept; a start that comes very near to a top which an
 * earlier one reached is left there, for the last digits take most of the rounds. No deviation falls
 * below 0.05 of that of the values.
 * Unknown for fewer than 24 values, for values that are not finite, and for values that do not differ.
 */
export function fitMarkov(values: Column, options: FitOptions): MarkovFit | Unknown {
  if (values.length < FEWEST)
    return unknown(`${values.length} values are too few for two states; ${FEWEST} are needed`);
  for (let t = 0; t < values.length; t += 1)
    if (!Number.isFinite(values[t]!)) return unknown(`value ${t + 1} is not known`);
  const deviation = deviationOf(values);
  if (!(deviation > 0)) return unknown("the values do not differ");
  const common = options.commonVariance ?? false;
  const floor = FLOOR * deviation;
  const starts = Array.from({ length: Math.max(1, options.starts ?? 20) }, (_, i) =>
    i === 0 ? splitStart(values, deviation) : randomStart(values, deviation, options.uniform),
  );
  const tops: Climb[] = [];
  const round = roundsOf(values);
  const terrain = { floor, common, tops, near: NEAR * deviation };
  for (const start of starts) {
    const top = climbed(round, start, terrain);
    if (top !== undefined) tops.push(top);
  }
  const best = tops.reduce((a, b) => (b.logLikelihood > a.logLikelihood ? b : a));
  const order = options.order ?? (common ? "mean" : "variance");
  const states = ordered(best.states, order);
  const found = filter(values, states);
  return { ...found, states, smoothed: smooth(found, states), iterations: best.iterations };
}

interface Climb {
  readonly states: TwoStates;
  readonly logLikelihood: number;
  readonly iterations: number;
}

interface Terrain {
  readonly floor: number;
  readonly common: boolean;
  /** Tops that were reached before, and how near to one is the same. */
  readonly tops: readonly Climb[];
  readonly near: number;
}

/**
 * Rounds from a start to its top; undefined where that was reached before. After every two rounds the
 * way that they went is drawn out (Varadhan and Roland 2008), which saves rounds and is taken only where
 * it leads no lower.
 */
function climbed(
  round: Round,
  start: TwoStates,
  { floor, common, tops, near }: Terrain,
): Climb | undefined {
  let from = start;
  for (let iterations = 2; ; iterations += 3) {
    const one = round(from, floor, common);
    const two = round(one.next, floor, common);
    const { logLikelihood } = two;
    const settled = Math.abs(logLikelihood - one.logLikelihood) < SETTLED;
    if (settled || iterations >= MOST_ITERATIONS)
      return { states: one.next, logLikelihood, iterations };
    const reached = tops.some(
      (top) => alike(two.next, top.states, near) || alike(swapped(two.next), top.states, near),
    );
    if (reached) return undefined;
    const further = drawnOut([from, one.next, two.next], floor);
    const three = further === undefined ? undefined : round(further, floor, common);
    from = three !== undefined && three.logLikelihood >= logLikelihood ? three.next : two.next;
  }
}

/** Where two steps would lead if they went on as they change; undefined outside of what states can be. */
function drawnOut(way: readonly TwoStates[], floor: number): TwoStates | undefined {
  const [from, middle, to] = way.map(({ means, deviations, stay }) => [
    ...means,
    ...deviations,
    ...stay,
  ]) as [number[], number[], number[]];
  const step = middle.map((value, i) => value - from[i]!);
  const bend = to.map((value, i) => value - middle[i]! - step[i]!);
  const length = Math.hypot(...step) / Math.hypot(...bend);
  if (!(length < Infinity)) return undefined;
  const [mean0, mean1, deviation0, deviation1, stay0, stay1] = from.map(
    (value, i) => value + 2 * length * step[i]! + length * length * bend[i]!,
  ) as [number, number, number, number, number, number];
  const possible =
    Math.min(deviation0, deviation1) >= floor &&
    Math.min(stay0, stay1) > 0 &&
    Math.max(stay0, stay1) < 1;
  return possible
    ? { means: [mean0, mean1], deviations: [deviation0, deviation1], stay: [stay0, stay1] }
    : undefined;
}

function alike(a: TwoStates, b: TwoStates, near: number): boolean {
  return ([0, 1] as const).every(
    (state) =>
      Math.abs(a.means[state] - b.means[state]) < near &&
      Math.abs(a.deviations[state] - b.deviations[state]) < near &&
      Math.abs(a.stay[state] - b.stay[state]) < NEAR,
  );
}

function ordered(states: TwoStates, by: "variance" | "mean"): TwoStates {
  const key = by === "mean" ? states.means : states.deviations;
  return key[0] <= key[1] ? states : swapped(states);
}

function swapped({ means, deviations, stay }: TwoStates): TwoStates {
  return {
    means: [means[1], means[0]],
    deviations: [deviations[1], deviations[0]],
    stay: [stay[1], stay[0]],
  };
}

/** The values split in two around means of their own (two-means clustering from the outer quartiles). */
function splitStart(values: Column, deviation: number): TwoStates {
  const ascending = Float64Array.from(values).sort();
  const n = ascending.length;
  let [low, high] = [ascending[n >> 2]!, ascending[n - 1 - (n >> 2)]!];
  for (let round = 0; round < 100; round += 1) {
    const border = (low + high) / 2;
    let [sumLow, count, total] = [0, 0, 0];
    for (const value of ascending) {
      total += value;
      if (value > border) continue;
      sumLow += value;
      count += 1;
    }
    if (count === 0 || count === n) break;
    const next = [sumLow / count, (total - sumLow) / (n - count)] as const;
    if (next[0] === low && next[1] === high) break;
    [low, high] = next;
  }
  return { means: [low, high], deviations: [deviation, 0.5 * deviation], stay: [0.9, 0.9] };
}

function randomStart(values: Column, deviation: number, uniform: () => number): TwoStates {
  const any = () => values[Math.floor(uniform() * values.length)]!;
  const size = () => deviation * (0.3 + 1.4 * uniform());
  const stay = () => 0.6 + 0.39 * uniform();
  return { means: [any(), any()], deviations: [size(), size()], stay: [stay(), stay()] };
}

function deviationOf(values: Column): number {
  const n = values.length;
  let sum = 0;
  for (let t = 0; t < n; t += 1) sum += values[t]!;
  const centre = sum / n;
  let squares = 0;
  let largest = 0;
  for (let t = 0; t < n; t += 1) {
    squares += (values[t]! - centre) ** 2;
    largest = Math.max(largest, Math.abs(values[t]!));
  }
  const deviation = Math.sqrt(squares / (n - 1));
  return deviation > 1e-12 * largest ? deviation : 0;
}
