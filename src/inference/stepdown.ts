import type { Contest } from "./contest.ts";
import { noMaxima, raise, reachedBy, scalesOf } from "./maxima.ts";

/**
 * p-value of each variant given that all were tried, one-sided: t descending,
 * `p_j = max(p_(j-1), (1 + #{max_(k >= j) t*_k >= t_j}) / (B + 1))` (Romano and Wolf 2005, 2016). By the
 * number of the variant; null for one that did not enter.
 */
export function stepdownP(contest: Contest): (number | null)[] {
  const { entered, resamples, variants } = contest;
  const t = statisticsOf(contest);
  const order = [...t.keys()].sort((a, b) => t[b]! - t[a]!);
  const reached = new Int32Array(order.length);
  const scales = scalesOf(contest);
  const maxima = noMaxima(contest);
  for (let place = order.length - 1; place >= 0; place -= 1) {
    const k = order[place]!;
    raise(maxima, contest, k, scales[k]!);
    reached[place] = reachedBy(maxima, t[k]!);
  }
  const adjusted: (number | null)[] = new Array(variants).fill(null);
  let p = 0;
  for (const [place, k] of order.entries()) {
    p = Math.max(p, (1 + reached[place]!) / (resamples + 1));
    adjusted[entered[k]!] = p;
  }
  return adjusted;
}

/** Which variants beat the benchmark when all are tested together. */
export interface StepM {
  /** Numbers of the variants, in the order given. */
  readonly rejected: readonly number[];
  /** What t had to exceed, step by step; the last step rejected none, or none was left. */
  readonly critical: readonly number[];
}

/**
 * StepM (Romano and Wolf 2005): rejects every `t_k` above the `1 - level` quantile of the largest
 * `t* = sqrt(n) (mean* - mean) / w` of the variants that remain, and repeats with the rest. The quantile
 * is the order statistic `ceil((1 - level) B)`.
 */
export function stepM(contest: Contest, level: number): StepM {
  const t = statisticsOf(contest);
  const critical: number[] = [];
  let remaining = [...t.keys()];
  for (let before = -1; remaining.length > 0 && before !== remaining.length; ) {
    before = remaining.length;
    const bar = quantileOfMaximum(contest, remaining, level);
    critical.push(bar);
    remaining = remaining.filter((k) => !(t[k]! > bar));
  }
  const kept = new Set(remaining.map((k) => contest.entered[k]!));
  return { rejected: contest.entered.filter((k) => !kept.has(k)), critical };
}

function quantileOfMaximum(contest: Contest, among: readonly number[], level: number): number {
  const scales = scalesOf(contest);
  const maxima = noMaxima(contest);
  for (const k of among) raise(maxima, contest, k, scales[k]!);
  return maxima.sort()[Math.ceil((1 - level) * maxima.length) - 1]!;
}

/** `sqrt(n) mean_k / w_k`. */
export function statisticsOf({ means, deviations, periods }: Contest): Float64Array {
  return means.map((mean, k) => (Math.sqrt(periods) * mean) / deviations[k]!);
}
