import type { Column } from "../series/series.ts";
import { HALF_LOG_TWO_PI, share, stationary, type TwoStates } from "./markov.ts";

/** The log likelihood of two states, and those that one round of expectation and maximisation leads to. */
export type Round = (
  states: TwoStates,
  /** The least deviation. */
  floor: number,
  /** Whether both states have one variance. */
  common: boolean,
) => { readonly logLikelihood: number; readonly next: TwoStates };

/** Products of densities are turned into logs before they leave the range of numbers. */
const SMALL = 1e-150;
/** Periods in a state below which it has no moments of its own. */
const NO_WEIGHT = 1e-10;

/**
 * Rounds on one sample: the filter forwards, the smoother backwards, and all sums on the way, in one place
 * and in the same arrays, because an estimate is thousands of rounds. What they are is in `filter` and
 * `smooth`.
 */
export function roundsOf(values: Column): Round {
  const n = values.length;
  const predicted = new Float64Array(n);
  const filtered = new Float64Array(n);
  let total = 0;
  for (let t = 0; t < n; t += 1) total += values[t]!;
  const centre = total / n;
  const centred = Float64Array.from({ length: n }, (_, t) => values[t]! - centre);

  const forwards = ({ means, deviations, stay }: TwoStates): number => {
    const [mean0, mean1] = [means[0] - centre, means[1] - centre];
    const [half0, half1] = [0.5 / deviations[0] ** 2, 0.5 / deviations[1] ** 2];
    const [log0, log1] = [-Math.log(deviations[0]), -Math.log(deviations[1])];
    const [stay0, leave1] = [stay[0], 1 - stay[1]];
    let logLikelihood = -n * HALF_LOG_TWO_PI;
    let product = 1;
    let ahead = stationary(stay);
    for (let t = 0; t < n; t += 1) {
      const y = centred[t]!;
      const density0 = log0 - half0 * (y - mean0) * (y - mean0);
      const density1 = log1 - half1 * (y - mean1) * (y - mean1);
      // Relative to the denser state, but never to one that is impossible beforehand.
      const first = ahead === 1 || (ahead > 0 && density0 >= density1);
      const ratio = Math.exp(first ? density1 - density0 : density0 - density1);
      const weight0 = ahead === 0 ? 0 : first ? ahead : ahead * ratio;
      const sum = weight0 + (ahead === 1 ? 0 : first ? (1 - ahead) * ratio : 1 - ahead);
      const now = sum > 0 ? weight0 / sum : ahead;
      predicted[t] = ahead;
      filtered[t] = now;
      logLikelihood += first ? density0 : density1;
      product *= Math.max(sum, Number.MIN_VALUE);
      if (product < SMALL) {
        logLikelihood += Math.log(Math.max(product, Number.MIN_VALUE));
        product = 1;
      }
      ahead = Math.min(1, stay0 * now + leave1 * (1 - now));
    }
    return logLikelihood + Math.log(product);
  };

  const backwards = (before: TwoStates, floor: number, common: boolean): TwoStates => {
    const [stay0, stay1] = before.stay;
    const last = filtered[n - 1]!;
    let smoothed = last;
    let weight0 = 0;
    let sum0 = 0;
    let square0 = 0;
    let sum = 0;
    let square = 0;
    let stayed0 = 0;
    let stayed1 = 0;
    for (let t = n - 1; ; t -= 1) {
      const y = centred[t]!;
      weight0 += smoothed;
      sum0 += smoothed * y;
      square0 += smoothed * y * y;
      sum += y;
      square += y * y;
      if (t === 0) break;
      const to0 = share(smoothed, predicted[t]!);
      const to1 = share(1 - smoothed, 1 - predicted[t]!);
      const was = filtered[t - 1]!;
      const kept0 = was * stay0 * to0;
      stayed0 += kept0;
      stayed1 += (1 - was) * stay1 * to1;
      smoothed = kept0 + was * (1 - stay0) * to1;
    }
    const weight1 = n - weight0;
    // A state that no value belongs to keeps what it had.
    const mean0 = weight0 > NO_WEIGHT ? sum0 / weight0 : before.means[0] - centre;
    const mean1 = weight1 > NO_WEIGHT ? (sum - sum0) / weight1 : before.means[1] - centre;
    const around0 = around(weight0, sum0, square0, mean0);
    const around1 = around(weight1, sum - sum0, square - square0, mean1);
    const pooled = Math.sqrt((around0 + around1) / n);
    const own0 = common ? pooled : Math.sqrt(around0 / Math.max(weight0, NO_WEIGHT));
    const own1 = common ? pooled : Math.sqrt(around1 / Math.max(weight1, NO_WEIGHT));
    const from0 = weight0 - last;
    const from1 = n - 1 - from0;
    return {
      means: [mean0 + centre, mean1 + centre],
      deviations: [Math.max(floor, own0), Math.max(floor, own1)],
      stay: [
        from0 > NO_WEIGHT ? Math.min(1, stayed0 / from0) : stay0,
        from1 > NO_WEIGHT ? Math.min(1, stayed1 / from1) : stay1,
      ],
    };
  };

  return (states, floor, common) => {
    const logLikelihood = forwards(states);
    return { logLikelihood, next: backwards(states, floor, common) };
  };
}

/** Weighted squares around a mean, out of those around the middle of the sample. */
function around(weight: number, sum: number, square: number, mean: number): number {
  return Math.max(0, square - 2 * mean * sum + mean * mean * weight);
}
