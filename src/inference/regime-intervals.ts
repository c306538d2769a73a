import { isUnknown, type Unknown, unknown } from "../input/unknown.ts";
import { mean, standardDeviation } from "../measure/moments.ts";
import { sorted } from "../measure/quantile.ts";
import type { CausalPeriods } from "../regime/labelled.ts";
import type { Column } from "../series/series.ts";
import { type Interval, percentileInterval } from "./interval.ts";
import { type Uniform, uniformOf } from "./random.ts";
import { requireCausal } from "./regime-sample.ts";

/** What is known of the returns under one label. */
export interface StateInterval {
  readonly label: string;
  readonly periods: number;
  readonly spells: number;
  /** Annualised arithmetically. */
  readonly mean: number;
  readonly meanInterval: Interval;
  /** Annualised; null with its interval where the deviation is negligible. */
  readonly sharpe: number | null;
  readonly sharpeInterval: Interval | null;
}

export interface StateResampling {
  readonly resamples: number;
  /** Mean length of a block in periods. */
  readonly meanBlock: number;
  readonly seed: number;
  readonly perYear: number;
  readonly level?: number;
}

const FEWEST = 10;
const LEAST_VARIANCE = 1e-20;

/**
 * Intervals of the mean and the Sharpe ratio (of excess returns) under each label: blocks of geometric
 * length are drawn inside spells, never across their borders, and a block that reaches the end of its
 * spell goes on at its beginning, so that every period is drawn as often as every other. What spells
 * share beyond their length is not resampled: for few long spells the intervals are too narrow.
 * Unknown for a label of fewer than 10 periods.
 */
export function stateIntervals(
  excess: Column,
  periods: CausalPeriods,
  resampling: StateResampling,
): readonly (StateInterval | (Unknown & { readonly label: string }))[] {
  requireCausal(periods, "an interval of its states");
  if (excess.length !== periods.of.length)
    throw new Error(`${excess.length} returns with ${periods.of.length} states`);
  return periods.labels.map((label, index) => {
    const answer = intervalOf(label, spellsOf(excess, periods.of, index), resampling, index);
    return isUnknown(answer) ? { ...answer, label } : answer;
  });
}

/** The returns under one label, spell after spell, and where each spell begins and ends. */
interface Spells {
  readonly values: Float64Array;
  /** For each value the first place of its spell, and the first after it. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly count: number;
}

function spellsOf(excess: Column, of: Int16Array, index: number): Spells {
  const values: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let count = 0;
  for (let t = 0; t < of.length; t += 1) {
    if (of[t] !== index) continue;
    const begins = t === 0 || of[t - 1] !== index;
    if (begins) count += 1;
    from.push(begins ? values.length : from.at(-1)!);
    values.push(excess[t]!);
  }
  for (let at = values.length - 1; at >= 0; at -= 1)
    to[at] = from[at + 1] === from[at] ? to[at + 1]! : at + 1;
  return {
    values: Float64Array.from(values),
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    count,
  };
}

function intervalOf(
  label: string,
  spells: Spells,
  { resamples, meanBlock, seed, perYear, level = 0.95 }: StateResampling,
  index: number,
): StateInterval | Unknown {
  const { values } = spells;
  const n = values.length;
  if (n < FEWEST) return unknown(`${n} periods under "${label}" are too few; ${FEWEST} are needed`);
  if (!values.every(Number.isFinite)) return unknown(`a return under "${label}" is not known`);
  if (!(meanBlock >= 1)) return unknown(`a block of ${meanBlock} periods is shorter than one`);
  const uniform = uniformOf(seed, index);
  const centre = mean(values);
  const first = blockSums(values.map((value) => value - centre));
  const second = blockSums(values.map((value) => (value - centre) ** 2));
  const means = new Float64Array(resamples);
  const sharpes = new Float64Array(resamples);
  for (let k = 0; k < resamples; k += 1) {
    const [sum, squares] = resampled(spells, first, second, meanBlock, uniform);
    const variance = (squares - (sum * sum) / n) / (n - 1);
    means[k] = (centre + sum / n) * perYear;
    sharpes[k] =
      variance > LEAST_VARIANCE
        ? ((centre + sum / n) / Math.sqrt(variance)) * Math.sqrt(perYear)
        : Number.NaN;
  }
  const meanInterval = percentileInterval(sorted(means), level);
  if (isUnknown(meanInterval)) return meanInterval;
  const deviation = standardDeviation(values);
  const varies = deviation ** 2 > LEAST_VARIANCE && sharpes.every(Number.isFinite);
  const sharpeInterval = varies ? percentileInterval(sorted(sharpes), level) : null;
  return {
    label,
    periods: n,
    spells: spells.count,
    mean: centre * perYear,
    meanInterval,
    sharpe: varies ? (centre / deviation) * Math.sqrt(perYear) : null,
    sharpeInterval: sharpeInterval === null || isUnknown(sharpeInterval) ? null : sharpeInterval,
  };
}

function blockSums(values: Float64Array): Float64Array {
  const prefix = new Float64Array(values.length + 1);
  for (let t = 0; t < values.length; t += 1) prefix[t + 1] = prefix[t]! + values[t]!;
  return prefix;
}

/** The sums of a resample of as many values, drawn block by block. */
function resampled(
  { from, to, values }: Spells,
  first: Float64Array,
  second: Float64Array,
  meanBlock: number,
  uniform: Uniform,
): [sum: number, squares: number] {
  const n = values.length;
  let sum = 0;
  let squares = 0;
  for (let left = n; left > 0; ) {
    const start = Math.min(n - 1, Math.floor(uniform() * n));
    const length = Math.min(left, geometric(meanBlock, uniform));
    const [begin, end] = [from[start]!, to[start]!];
    const head = Math.min(length, end - start);
    const turns = Math.floor((length - head) / (end - begin));
    const tail = begin + ((length - head) % (end - begin));
    sum += first[start + head]! - first[start]! + first[tail]! - first[begin]!;
    squares += second[start + head]! - second[start]! + second[tail]! - second[begin]!;
    sum += turns * (first[end]! - first[begin]!);
    squares += turns * (second[end]! - second[begin]!);
    left -= length;
  }
  return [sum, squares];
}

function geometric(mean: number, uniform: Uniform): number {
  return mean > 1 ? 1 + Math.floor(Math.log(uniform()) / Math.log1p(-1 / mean)) : 1;
}
