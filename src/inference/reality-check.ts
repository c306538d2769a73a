import type { Contest } from "./contest.ts";
import { noMaxima, raise, reachedBy, scalesOf } from "./maxima.ts";

/** Whether the best of many variants beats the benchmark by more than luck among so many allows. */
export interface RealityCheck {
  /** `max_k sqrt(n) mean_k`, not studentised. */
  readonly statistic: number;
  /** Resamples that reach it. */
  readonly reached: number;
  readonly p: number;
}

/** White's (2000) reality check: `V* = max_k sqrt(n) (mean*_k - mean_k)`, `p = (1 + #{V* >= V}) / (B + 1)`. */
export function realityCheck(contest: Contest): RealityCheck {
  const { means, periods, resamples } = contest;
  const root = Math.sqrt(periods);
  const statistic = root * Math.max(...means);
  const maxima = noMaxima(contest);
  for (let i = 0; i < means.length; i += 1) raise(maxima, contest, i, root);
  const reached = reachedBy(maxima, statistic);
  return { statistic, reached, p: (1 + reached) / (resamples + 1) };
}

/** Hansen's (2005) test of superior predictive ability, with its lower and upper bound. */
export interface SuperiorAbility {
  /** `max(0, max_k sqrt(n) mean_k / w_k)`. */
  readonly statistic: number;
  /** Only variants that did well are taken as equal to the benchmark: too ready to find. */
  readonly lower: number;
  /** Variants that did far worse than the benchmark are set aside: the p-value to use. */
  readonly consistent: number;
  /** All variants are taken as equal to the benchmark: too slow where there are hopeless ones. */
  readonly upper: number;
}

/**
 * `T* = max(0, max_k sqrt(n) (mean*_k - g_k) / w_k)`, with g_k the mean for `upper`, its positive part
 * for `lower`, and for `consistent` the mean unless it is below `-w_k sqrt(2 ln ln n / n)`, then 0.
 */
export function superiorAbility(contest: Contest): SuperiorAbility {
  const { means, deviations, periods } = contest;
  const root = Math.sqrt(periods);
  const bar = Math.sqrt((2 * Math.log(Math.log(periods))) / periods);
  const statistic = means.reduce((top, m, k) => Math.max(top, (root * m) / deviations[k]!), 0);
  const p = (rest: (mean: number, deviation: number) => number) =>
    shareReached(
      contest,
      means.map((m, k) => rest(m, deviations[k]!)),
      statistic,
    );
  return {
    statistic,
    lower: p((m) => Math.min(m, 0)),
    consistent: p((m, deviation) => (m >= -deviation * bar ? 0 : m)),
    upper: p(() => 0),
  };
}

/** `rests` are `mean_k - g_k`, what a recentred resample keeps of the mean. */
function shareReached(contest: Contest, rests: Float64Array, statistic: number): number {
  const scales = scalesOf(contest);
  const maxima = noMaxima(contest, 0);
  for (let i = 0; i < rests.length; i += 1) raise(maxima, contest, i, scales[i]!, rests[i]!);
  return (1 + reachedBy(maxima, statistic)) / (contest.resamples + 1);
}
