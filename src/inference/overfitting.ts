import { type Unknown, unknown } from "../input/unknown.ts";
import { mean, standardDeviation } from "../measure/moments.ts";
import { known } from "../measure/ratio.ts";
import { ones, regress } from "../measure/regression.ts";
import type { Column } from "../series/series.ts";
import { STILL, tooShort, uninformative, varies } from "./comparable.ts";

/** How often the variant that was best in one half of the record is a poor one in the other half. */
export interface Overfitting {
  /** The share of splits in which the best in sample is no better than the median out of sample. */
  readonly probability: number;
  /** Number of splits, `C(S, S/2)`. */
  readonly splits: number;
  readonly blocks: number;
  /** Variants that were compared; those that never vary are left out. */
  readonly variants: number;
  /** `ln(w / (1 - w))` of the rank out of sample, one a split, in the order of the splits. */
  readonly logits: Float64Array;
  readonly meanLogit: number;
  /** The variant that was best in sample, one a split. */
  readonly best: Int32Array;
  /** The share of splits in which the best in sample has a Sharpe ratio below 0 out of sample. */
  readonly lossProbability: number;
  /** Sharpe out of sample on Sharpe in sample, of the best; null where the latter does not vary. */
  readonly slope: number | null;
}

/** Rows that a block needs before it has a deviation. */
const FEWEST_ROWS = 2;

/**
 * Probability of backtest overfitting by combinatorially symmetric cross-validation (Bailey, Borwein,
 * Lopez de Prado and Zhu 2017). The record is cut into `blocks` equal blocks, a leading remainder left
 * out; in each split half of them choose the variant with the highest Sharpe ratio (divisor n - 1, the
 * first of equals), and its rank among N in the other half, equals sharing the mean of theirs, gives
 * `w = rank / (N + 1)`. A half in which a variant does not vary counts as a Sharpe of 0.
 * @throws Error for columns of different lengths, or a number of blocks that is not even.
 */
export function overfitting(returns: readonly Column[], blocks = 16): Overfitting | Unknown {
  if (!(blocks >= 2 && blocks % 2 === 0)) throw new Error(`${blocks} blocks have no two halves`);
  const short = tooShort(returns[0]?.length ?? 0, "periods", FEWEST_ROWS * blocks);
  if (returns.length >= 2 && short !== null) return short;
  const entered = [...returns.keys()].filter((k) => !(standardDeviation(returns[k]!) < STILL));
  if (entered.length < 2) return unknown("fewer than two variants ever vary: nothing was chosen");
  const columns = entered.map((k) => returns[k]!);
  const reason = unfit(columns);
  if (reason !== null) return reason;
  const halves = halvesOf(blocks);
  const outcome = outcomesOf(columns, blocks, halves);
  const { logits, inSample, outOfSample } = outcome;
  return {
    probability: share(logits, (logit) => logit <= 0),
    splits: halves.length,
    blocks,
    variants: entered.length,
    logits,
    meanLogit: mean(logits),
    best: outcome.best.map((k) => entered[k]!),
    lossProbability: share(outOfSample, (sharpe) => sharpe < 0),
    slope: slopeOf(outOfSample, inSample),
  };
}

function unfit(columns: readonly Column[]): Unknown | null {
  const length = columns[0]!.length;
  if (columns.some((column) => column.length !== length))
    throw new Error("variants of different lengths in a comparison");
  for (const column of columns) {
    const reason = uninformative(column, "a return of a variant", FEWEST_ROWS);
    if (reason !== null) return reason;
  }
  return null;
}

/** The block numbers of each choice of half of them, in ascending order of the numbers. */
function halvesOf(blocks: number): Uint8Array[] {
  const half = blocks / 2;
  const halves: Uint8Array[] = [];
  const chosen = new Uint8Array(half);
  const choose = (place: number, from: number): void => {
    if (place === half) halves.push(chosen.slice());
    else
      for (let block = from; block <= blocks - half + place; block += 1) {
        chosen[place] = block;
        choose(place + 1, block + 1);
      }
  };
  choose(0, 0);
  return halves;
}

/** What each split found of its best variant. */
function outcomesOf(columns: readonly Column[], blocks: number, halves: readonly Uint8Array[]) {
  const width = columns.length;
  const rows = Math.floor(columns[0]!.length / blocks);
  const periods = (rows * blocks) / 2;
  const sums = blockSums(columns, blocks, rows);
  const total = new Float64Array(2 * width);
  for (let block = 0; block < blocks; block += 1) setSum(total, total, sums[block]!);
  // Sums of the first blocks of a half: the next half in order keeps most of them.
  const partial = Array.from({ length: blocks / 2 + 1 }, () => new Float64Array(2 * width));
  const chosen = partial.at(-1)!;
  const rest = new Float64Array(2 * width);
  const inside = new Float64Array(width);
  const outside = new Float64Array(width);
  const logits = new Float64Array(halves.length);
  const inSample = new Float64Array(halves.length);
  const outOfSample = new Float64Array(halves.length);
  const best = new Int32Array(halves.length);
  for (const [split, half] of halves.entries()) {
    for (let i = firstChange(half, halves[split - 1]); i < half.length; i += 1)
      setSum(partial[i + 1]!, partial[i]!, sums[half[i]!]!);
    for (let i = 0; i < rest.length; i += 1) rest[i] = total[i]! - chosen[i]!;
    setSharpes(inside, chosen, periods);
    setSharpes(outside, rest, periods);
    const first = highest(inside);
    const rank = rankIn(outside, first) / (width + 1);
    best[split] = first;
    inSample[split] = inside[first]!;
    outOfSample[split] = outside[first]!;
    logits[split] = Math.log(rank / (1 - rank));
  }
  return { logits, inSample, outOfSample, best };
}

/** The first place in which a half differs from the one before; 0 for the first half. */
function firstChange(half: Uint8Array, before: Uint8Array | undefined): number {
  let place = 0;
  if (before !== undefined) while (half[place] === before[place]) place += 1;
  return place;
}

/** A row for each block: the sums of all variants, then the sums of their squares. */
function blockSums(columns: readonly Column[], blocks: number, rows: number): Float64Array[] {
  const width = columns.length;
  const skipped = columns[0]!.length - rows * blocks;
  return Array.from({ length: blocks }, (_, block) => {
    const sums = new Float64Array(2 * width);
    for (let k = 0; k < width; k += 1)
      for (let t = 0; t < rows; t += 1) {
        const value = columns[k]![skipped + block * rows + t]!;
        sums[k]! += value;
        sums[width + k]! += value * value;
      }
    return sums;
  });
}

function setSum(sum: Float64Array, one: Float64Array, other: Float64Array): void {
  for (let i = 0; i < sum.length; i += 1) sum[i] = one[i]! + other[i]!;
}

/** The Sharpe ratio per period of each variant, from its sums. */
function setSharpes(sharpes: Float64Array, sums: Float64Array, periods: number): void {
  const width = sharpes.length;
  for (let k = 0; k < width; k += 1) {
    const centre = sums[k]! / periods;
    const variance = (sums[width + k]! - centre * sums[k]!) / (periods - 1);
    sharpes[k] = variance > STILL * STILL ? centre / Math.sqrt(variance) : 0;
  }
}

function highest(sharpes: Float64Array): number {
  let best = 0;
  for (let k = 1; k < sharpes.length; k += 1) if (sharpes[k]! > sharpes[best]!) best = k;
  return best;
}

/** Place in ascending order, from 1; equals share the mean of their places. */
function rankIn(sharpes: Float64Array, which: number): number {
  const value = sharpes[which]!;
  let below = 0;
  let equal = 0;
  for (let k = 0; k < sharpes.length; k += 1) {
    if (sharpes[k]! < value) below += 1;
    else if (sharpes[k]! === value) equal += 1;
  }
  return below + (equal + 1) / 2;
}

function share(values: Float64Array, holds: (value: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < values.length; i += 1) if (holds(values[i]!)) count += 1;
  return count / values.length;
}

function slopeOf(outOfSample: Float64Array, inSample: Float64Array): number | null {
  if (!varies(inSample)) return null;
  return known(regress(outOfSample, [ones(inSample.length), inSample]).coefficients[1]!);
}
