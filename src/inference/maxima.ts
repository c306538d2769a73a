import type { Contest } from "./contest.ts";

/** One number a resample, below everything that can be raised to. */
export function noMaxima({ resamples }: Contest, floor = Number.NEGATIVE_INFINITY): Float64Array {
  return new Float64Array(resamples).fill(floor);
}

/** Raises each maximum to `(shift + rest) * scale` of the resample, of one variant, where that is higher. */
export function raise(
  maxima: Float64Array,
  { shifts, resamples }: Contest,
  variant: number,
  scale: number,
  rest = 0,
): void {
  const first = variant * resamples;
  for (let k = 0; k < resamples; k += 1) {
    const value = (shifts[first + k]! + rest) * scale;
    if (value > maxima[k]!) maxima[k] = value;
  }
}

/** How many of the maxima reach a bar. */
export function reachedBy(maxima: Float64Array, bar: number): number {
  let reached = 0;
  for (let k = 0; k < maxima.length; k += 1) if (maxima[k]! >= bar) reached += 1;
  return reached;
}

/** `sqrt(n) / w` of each variant: what makes a shift a t. */
export function scalesOf({ deviations, periods }: Contest): Float64Array {
  return deviations.map((deviation) => Math.sqrt(periods) / deviation);
}
