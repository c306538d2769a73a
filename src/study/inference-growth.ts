import { bootstrap } from "../inference/bootstrap.ts";
import { blockSum } from "../inference/bootstrap-sums.ts";
import { isUnknown, type Unknown } from "../input/unknown.ts";
import { known } from "../measure/ratio.ts";
import type { EstimateFinding, GrowthFinding } from "./inference-finding.ts";
import { type Blocks, lengthOf } from "./inference-resampling.ts";

/** An estimate of which nothing is known. */
export function nothing({ reason }: Unknown): EstimateFinding {
  return { estimate: null, low: null, high: null, reason };
}

/** A growth of which nothing is known. */
export function noGrowth(reason: Unknown): GrowthFinding {
  return { ...nothing(reason), block: null };
}

/**
 * Growth a year over the benchmark's with its percentile interval, from the logarithm by month of what was
 * gained on it; the same in every unit.
 */
export function growthDifference(
  logExcess: Float64Array,
  years: number,
  blocks: Blocks,
  resamples: number,
): GrowthFinding {
  const yearly = (excess: number) => Math.expm1(excess / years);
  const sample = logExcess.reduce((sum, value) => sum + value, 0);
  const sum = blockSum(logExcess);
  const found = bootstrap(sum, logExcess.length, blocks.draws, { count: resamples });
  if (isUnknown(found)) return { ...noGrowth(found), estimate: known(yearly(sample)) };
  const { lower, upper } = found.percentile;
  return {
    estimate: yearly(sample),
    low: yearly(lower),
    high: yearly(upper),
    reason: null,
    block: lengthOf(blocks),
  };
}
