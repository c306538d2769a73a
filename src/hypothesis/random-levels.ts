import type { Uniform } from "../inference/random.ts";
import { quantile } from "../measure/quantile.ts";
import type { Thresholds } from "./attempts.ts";
import { type Fact, fact } from "./fact.ts";
import type { Path } from "./path.ts";

/** How often attempts at a level fail, beside those at levels that nobody named. */
export interface LevelContest {
  /** Failures among the attempts that ended; null where none did. */
  readonly failShare: Fact | null;
  /** What the share of failures at random levels stays below in 95 of 100; null without attempts at them. */
  readonly ordinary: Fact | null;
  /** The range that random levels are drawn from: the middle nine tenths of the path. */
  readonly low: Fact;
  readonly high: Fact;
}

const LEVELS = 500;
const TAIL = 0.05;

/**
 * Whether a level holds better than others: the share of failed attempts at it, and the 95th percentile of
 * that share at 500 levels drawn uniformly between the 5 % and the 95 % quantile of the path. Levels
 * without an attempt that ended say nothing and are left out. A level outside that range is met under
 * other conditions than those that it is compared with.
 */
export function amongRandomLevels(
  path: Path,
  level: number,
  thresholds: Thresholds,
  uniform: Uniform,
): LevelContest {
  const [low, high] = [path.quantile(TAIL), path.quantile(1 - TAIL)];
  const shares: number[] = [];
  for (let draw = 0; draw < LEVELS; draw += 1) {
    const drawn = low.value + (high.value - low.value) * uniform();
    const share = failShareAt(path, drawn, thresholds);
    if (share !== null) shares.push(share);
  }
  const ascending = Float64Array.from(shares).sort();
  const own = failShareAt(path, level, thresholds);
  return {
    failShare: own === null ? null : fact(own),
    ordinary:
      shares.length === 0 ? null : fact(quantile(ascending, 1 - TAIL), { count: shares.length }),
    low,
    high,
  };
}

function failShareAt(path: Path, level: number, thresholds: Thresholds): number | null {
  const { broke, failed } = path.crossings(level, thresholds);
  const ended = broke.value + failed.value;
  return ended === 0 ? null : failed.value / ended;
}
