import type { Contest } from "./contest.ts";

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
  eachResample(contest, (resampled) => {
    let highest = Number.NEGATIVE_INFINITY;
    for (let place = order.length - 1; place >= 0; place -= 1) {
      const k = order[place]!;
      highest = Math.max(highest, resampled[k]!);
      if (highest >= t[k]!) reached[place]! += 1;
    }
  });
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
  const maxima = new Float64Array(contest.resamples);
  eachResample(contest, (resampled, resample) => {
    let highest = Number.NEGATIVE_INFINITY;
    for (const k of among) highest = Math.max(highest, resampled[k]!);
    maxima[resample] = highest;
  });
  return maxima.sort()[Math.ceil((1 - level) * maxima.length) - 1]!;
}

/** `sqrt(n) mean_k / w_k`. */
export function statisticsOf({ means, deviations, periods }: Contest): Float64Array {
  return means.map((mean, k) => (Math.sqrt(periods) * mean) / deviations[k]!);
}

/** Visits the studentised shifts `sqrt(n) (mean*_k - mean_k) / w_k` of each resample, in one array. */
function eachResample(
  { shifts, deviations, periods, resamples }: Contest,
  visit: (resampled: Float64Array, resample: number) => void,
): void {
  const width = deviations.length;
  const scale = deviations.map((deviation) => Math.sqrt(periods) / deviation);
  const resampled = new Float64Array(width);
  for (let k = 0; k < resamples; k += 1) {
    for (let i = 0; i < width; i += 1) resampled[i] = shifts[k * width + i]! * scale[i]!;
    visit(resampled, k);
  }
}
