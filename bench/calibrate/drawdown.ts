import { replicate, summarise } from "../../src/inference/bootstrap.ts";
import { wholeSample } from "../../src/inference/draws.ts";
import type { Interval } from "../../src/inference/interval.ts";
import { maxDrawdownOf } from "../../src/inference/path-summary.ts";
import { isUnknown } from "../../src/input/unknown.ts";
import { mean } from "../../src/measure/moments.ts";
import { covers, type Note } from "./tally.ts";
import { benchmarkOf, blockOf, drawsOf, simple, type World } from "./world.ts";

/** The deepest fall of one world, and what resampling makes of it. */
export interface Fall {
  readonly own: number;
  /** Mean of the resamples. */
  readonly resampled: number;
  readonly percentile: Interval;
  readonly basic: Interval;
}

/** How far the deepest falls of resamples lie from those of records: means of all worlds, negative. */
export interface FallBias {
  readonly records: number;
  readonly resamples: number;
}

/** The deepest fall of the benchmark; null where it cannot be resampled. */
export function fallOf(world: World): Fall | null {
  const returns = simple(benchmarkOf(world));
  const draws = drawsOf(world, "stationary", blockOf("stationary", returns, returns));
  if (isUnknown(draws)) return null;
  const statistic = maxDrawdownOf(returns);
  const own = statistic(wholeSample(world.months));
  const [falls] = replicate(draws, [statistic], { count: world.options.resamples });
  const found = summarise(own, falls!);
  if (isUnknown(found)) return null;
  const { percentile, basic } = found;
  return { own, resampled: mean(falls!), percentile, basic };
}

/** Whether intervals cover what they are read as: the mean fall of such records, or that of the next one. */
export function noteFalls(falls: readonly Fall[], note: Note): FallBias {
  const records = mean(falls.map(({ own }) => own));
  for (const [i, { percentile, basic }] of falls.entries()) {
    const next = falls[(i + 1) % falls.length]!.own;
    note(
      "coverage",
      "deepest fall, percentile: the mean of such records",
      covers(percentile, records),
    );
    note("coverage", "deepest fall, basic: the mean of such records", covers(basic, records));
    note("coverage", "deepest fall, percentile: that of another record", covers(percentile, next));
  }
  return { records, resamples: mean(falls.map(({ resampled }) => resampled)) };
}
