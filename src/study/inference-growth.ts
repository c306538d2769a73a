import { replicate, summarise } from "../inference/bootstrap.ts";
import { logReturns } from "../inference/bootstrap-statistics.ts";
import { blockSum } from "../inference/bootstrap-sums.ts";
import type { Draws } from "../inference/draws.ts";
import { isUnknown, type Unknown } from "../input/unknown.ts";
import { known } from "../measure/ratio.ts";
import { excessOver } from "../measure/sample.ts";
import type { Track } from "../measure/track.ts";
import type { EstimateFinding } from "./inference-finding.ts";
import type { Monthly } from "./inference-months.ts";
import type { Resampling } from "./inference-resampling.ts";

/** An estimate of which nothing is known. */
export function nothing({ reason }: Unknown): EstimateFinding {
  return { estimate: null, low: null, high: null, reason };
}

/** Total log growth of each portfolio in each resample, all of them on the same draws. */
export function resampledGrowth(
  portfolios: readonly Monthly[],
  own: number,
  { stationary, resamples }: Resampling,
): ReadonlyMap<string, Float64Array> {
  if (isUnknown(stationary)) return new Map();
  const living = portfolios.flatMap(({ id, tracks }) =>
    isUnknown(tracks) ? [] : [[id, blockSum(logReturns(tracks[own]!.returns()))] as const],
  );
  const sums = living.map(([, sum]) => sum);
  const columns = replicate(stationary, sums, { count: resamples });
  return new Map(living.map(([id], i) => [id, columns[i]!]));
}

/** Growth a year over the benchmark's with its percentile interval; the same in every unit. */
export function growthDifference(
  a: Track,
  b: Track,
  [mine, theirs]: readonly [Float64Array | undefined, Float64Array | undefined],
  draws: Draws | Unknown,
): EstimateFinding {
  const yearly = (excess: number) => Math.expm1(excess / a.years);
  const sample = Math.log(multipleOf(a) / multipleOf(b));
  if (isUnknown(draws)) return { ...nothing(draws), estimate: known(yearly(sample)) };
  if (mine === undefined || theirs === undefined)
    throw new Error("growth was not resampled for a portfolio that has returns");
  const found = summarise(sample, excessOver(mine, theirs));
  if (isUnknown(found)) return { ...nothing(found), estimate: known(yearly(sample)) };
  const { lower, upper } = found.percentile;
  return { estimate: yearly(sample), low: yearly(lower), high: yearly(upper), reason: null };
}

function multipleOf({ wealth }: Track): number {
  return wealth[wealth.length - 1]! / wealth[0]!;
}
