import { type Unknown, unknown } from "../input/unknown.ts";
import { correlation } from "../measure/correlation.ts";
import { mean, standardDeviation } from "../measure/moments.ts";
import { normalQuantile } from "../measure/normal.ts";
import type { Column } from "../series/series.ts";
import { FEWEST_PAIRS, uninformative } from "./comparable.ts";
import type { Interval } from "./interval.ts";
import { longRunVariance } from "./long-run-variance.ts";

/** A correlation of values that overlap or depend on their past, and how sure it is. */
export interface CorrelationInterval {
  readonly correlation: number;
  /** Standard error by the delta method. */
  readonly error: number;
  /** By the delta method, cut at -1 and 1. */
  readonly interval: Interval;
  readonly lags: number;
  /** Independent pairs that would tell as much, by Bartlett's formula. */
  readonly effective: number;
  /** Fisher's interval for that many pairs, as a second opinion; null for 3 of them or fewer. */
  readonly fisher: Interval | null;
}

const LEVEL = 0.95;

/**
 * Pearson's correlation with a 95 % interval that holds under autocorrelation: the delta method on the
 * five moments, that is the long-run variance of `z_x z_y - r (z_x^2 + z_y^2) / 2` over n, with Bartlett
 * weights up to `lags` (Newey and West 1987). Changes over h periods that overlap need `lags` of h at
 * least. The second opinion is `tanh(atanh r -+ 1.96 / sqrt(n_eff - 3))` with
 * `n_eff = n / (1 + 2 sum w_j r_x(j) r_y(j))` (Bartlett 1935), at most n.
 * @throws Error for columns of different lengths.
 */
export function correlationInterval(
  x: Column,
  y: Column,
  lags: number,
): CorrelationInterval | Unknown {
  if (x.length !== y.length) throw new Error(`${x.length} values against ${y.length}`);
  const reason =
    uninformative(x, "one side", FEWEST_PAIRS) ?? uninformative(y, "the other side", FEWEST_PAIRS);
  if (reason !== null) return reason;
  const n = x.length;
  if (!(lags < n)) return unknown(`${lags} lags are more than ${n} pairs can show`);
  const r = correlation(x, y);
  const [a, b] = [standardised(x), standardised(y)];
  const weight = (lag: number) => Math.max(0, 1 - lag / (lags + 1));
  const influence = a.map((z, t) => z * b[t]! - (r / 2) * (z * z + b[t]! * b[t]!));
  const error = Math.sqrt(Math.max(0, longRunVariance(influence, weight)) / n);
  if (!(error > 1e-9)) return unknown("one side is the other, times a number and plus a number");
  const effective = effectivePairs(a, b, lags);
  const reach = normalQuantile((1 + LEVEL) / 2);
  return {
    correlation: r,
    error,
    interval: {
      lower: Math.max(-1, r - reach * error),
      upper: Math.min(1, r + reach * error),
      level: LEVEL,
    },
    lags,
    effective,
    fisher: effective > 3 ? fisher(r, reach / Math.sqrt(effective - 3)) : null,
  };
}

function fisher(r: number, reach: number): Interval {
  const centre = Math.atanh(r);
  return { lower: Math.tanh(centre - reach), upper: Math.tanh(centre + reach), level: LEVEL };
}

/** Deviations from the mean over the standard deviation of the population. */
function standardised(values: Column): Float64Array {
  const n = values.length;
  const centre = mean(values);
  const deviation = standardDeviation(values) * Math.sqrt((n - 1) / n);
  return Float64Array.from({ length: n }, (_, t) => (values[t]! - centre) / deviation);
}

function effectivePairs(a: Float64Array, b: Float64Array, lags: number): number {
  const n = a.length;
  let inflation = 1;
  for (let lag = 1; lag <= lags; lag += 1) {
    let [own, others] = [0, 0];
    for (let t = lag; t < n; t += 1) {
      own += a[t]! * a[t - lag]!;
      others += b[t]! * b[t - lag]!;
    }
    inflation += (2 * (1 - lag / (lags + 1)) * own * others) / (n * n);
  }
  return n / Math.max(1, inflation);
}
