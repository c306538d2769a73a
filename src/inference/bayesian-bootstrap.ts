import { isUnknown, type Unknown, unknown } from "../input/unknown.ts";
import { sorted } from "../measure/quantile.ts";
import type { Column } from "../series/series.ts";
import { incomparable } from "./comparable.ts";
import { type FixedBlocks, fixedBlocks } from "./fixed-blocks.ts";
import { type Interval, percentileInterval } from "./interval.ts";
import { type Uniform, uniformOf } from "./random.ts";

/** What is to be believed of a quantity after the data and nothing else. */
export interface Posterior {
  readonly probabilityPositive: number;
  readonly interval: Interval;
}

export interface BayesianBootstrap {
  /** Difference of the mean returns, per period. */
  readonly mean: Posterior;
  /** Difference of the Sharpe ratios, per period, divisor n. */
  readonly sharpe: Posterior;
  readonly resamples: number;
  readonly blockRows: number;
}

export interface BayesianResampling {
  /** Rounded up to whole rows. */
  readonly meanBlock: number;
  readonly resamples: number;
  readonly seed: number;
}

/**
 * Bayesian bootstrap (Rubin 1981) of blocks: each replication cuts the circle of periods into blocks of
 * one length from a random row on, as many as fit, and weights them by a flat Dirichlet distribution.
 * The blocks of one replication do not overlap: weights for all n overlapping blocks would make the
 * posterior narrower by the root of the block length. Replication k takes stream k of the seed.
 */
export function bayesianBootstrap(
  a: Column,
  b: Column,
  { meanBlock, resamples, seed }: BayesianResampling,
): BayesianBootstrap | Unknown {
  const reason = incomparable(a, b);
  if (reason !== null) return reason;
  const fixed = fixedBlocks(a, b, Math.ceil(meanBlock));
  if (isUnknown(fixed)) return fixed;
  const means = new Float64Array(resamples);
  const sharpes = new Float64Array(resamples);
  for (let k = 0; k < resamples; k += 1) {
    const [meanA, meanB, secondA, secondB] = weightedMoments(fixed, a.length, uniformOf(seed, k));
    means[k] = meanA - meanB;
    sharpes[k] = sharpe(meanA, secondA) - sharpe(meanB, secondB);
  }
  const [mean, difference] = [posterior(means), posterior(sharpes)];
  if (isUnknown(mean)) return mean;
  return isUnknown(difference)
    ? difference
    : { mean, sharpe: difference, resamples, blockRows: fixed.rows };
}

/** Means of a, b, a^2 and b^2 under random weights: exponentials over their sum are a flat Dirichlet. */
function weightedMoments(
  { sums, blocks, rows }: FixedBlocks,
  n: number,
  uniform: Uniform,
): [number, number, number, number] {
  let start = Math.floor(uniform() * n);
  let [meanA, meanB, secondA, secondB, total] = [0, 0, 0, 0, 0];
  for (let block = 0; block < blocks; block += 1) {
    const weight = -Math.log(uniform());
    const at = 4 * start;
    meanA += weight * sums[at]!;
    meanB += weight * sums[at + 1]!;
    secondA += weight * sums[at + 2]!;
    secondB += weight * sums[at + 3]!;
    total += weight * rows;
    start += rows;
    if (start >= n) start -= n;
  }
  return [meanA / total, meanB / total, secondA / total, secondB / total];
}

/** NaN where the weighted returns do not vary. */
function sharpe(mean: number, second: number): number {
  return mean / Math.sqrt(second - mean * mean);
}

function posterior(replications: Float64Array): Posterior | Unknown {
  if (!replications.every(Number.isFinite))
    return unknown("the returns do not vary in some of the replications");
  const interval = percentileInterval(sorted(replications));
  if (isUnknown(interval)) return interval;
  const positive = replications.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
  return { probabilityPositive: positive / replications.length, interval };
}
