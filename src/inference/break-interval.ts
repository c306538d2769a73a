import { normalCdf } from "../measure/normal.ts";
import { ones, regress } from "../measure/regression.ts";
import { type Breaks, coefficientsOf, type SegmentModel } from "../regime/bai-perron.ts";
import type { Column } from "../series/series.ts";

/** A break and the range in which it lies; numbers of values before the break. */
export interface BreakInterval {
  readonly at: number;
  /** Null where the range is wider than the data can tell. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Intervals of the dates of breaks (Bai 1997), each segment with a variance of its own. They take the
 * residuals of a segment as independent: around trends of a price they are not, and the intervals are
 * then far too narrow.
 */
export function breakIntervals(
  values: Column,
  { model, chosen }: Pick<Breaks, "model" | "chosen">,
  level = 0.95,
): BreakInterval[] {
  const ends = [0, ...chosen.breaks, values.length];
  const segments = ends.slice(1).map((to, i) => segmentOf(values, model, ends[i]!, to));
  return chosen.breaks.map((at, i) => around(at, segments[i]!, segments[i + 1]!, model, level));
}

interface Segment {
  readonly from: number;
  readonly to: number;
  readonly coefficients: readonly number[];
  /** Mean squared residual. */
  readonly variance: number;
}

function segmentOf(values: Column, model: SegmentModel, from: number, to: number): Segment {
  const length = to - from;
  const y = Float64Array.from({ length }, (_, t) => values[from + t]!);
  const time = Float64Array.from({ length }, (_, t) => from + t - (from + to - 1) / 2);
  const columns = model === "level" ? [ones(length)] : [ones(length), time];
  const { coefficients, residuals } = regress(y, columns);
  const variance = residuals.reduce((sum, e) => sum + e * e, 0) / length;
  return { from, to, coefficients, variance };
}

/** Mean squared distance of two fitted lines on the rows of a segment: `d' Q d`. */
function distance(a: Segment, b: Segment, on: Segment, model: SegmentModel): number {
  const at = ({ from, to, coefficients }: Segment, t: number) =>
    coefficients[0]! +
    (coefficientsOf[model] === 1 ? 0 : coefficients[1]! * (t - (from + to - 1) / 2));
  let sum = 0;
  for (let t = on.from; t < on.to; t += 1) sum += (at(b, t) - at(a, t)) ** 2;
  return sum / (on.to - on.from);
}

function around(
  at: number,
  before: Segment,
  after: Segment,
  model: SegmentModel,
  level: number,
): BreakInterval {
  const first = distance(before, after, before, model);
  const second = distance(before, after, after, model);
  const skew = second / first;
  const noise = after.variance / before.variance;
  const tail = (1 - level) / 2;
  const lower = quantileOf(tail, skew, noise);
  const upper = quantileOf(1 - tail, skew, noise);
  if (lower === null || upper === null) return { at, lower: null, upper: null };
  const scale = first / before.variance;
  return { at, lower: at - Math.ceil(upper / scale), upper: at - Math.floor(lower / scale) };
}

/** Where the distribution of the break's error reaches p, by halving; null beyond all measure. */
function quantileOf(p: number, skew: number, noise: number): number | null {
  const cdf = (x: number) => breakErrorCdf(x, skew, noise);
  if (!Number.isFinite(cdf(1)) || !Number.isFinite(cdf(-1))) return null;
  let low = -1;
  let high = 1;
  for (let doubled = 0; doubled < 60 && cdf(low) > p; doubled += 1) low *= 2;
  for (let doubled = 0; doubled < 60 && cdf(high) < p; doubled += 1) high *= 2;
  if (cdf(low) > p || cdf(high) < p) return null;
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (cdf(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Distribution of the place at which `W(x) - |x| / 2` is highest, a walk with drift `skew` and variance
 * `noise` on its right (Bai 1997, appendix B).
 */
export function breakErrorCdf(x: number, skew: number, noise: number): number {
  const size = Math.abs(x);
  const root = Math.sqrt(size);
  if (x > 0) {
    const a = (noise + skew) / 2;
    const b = (2 * noise + skew) / (2 * Math.sqrt(noise));
    const c = (skew * (skew + 2 * noise)) / ((noise + skew) * noise);
    const d = (skew + 2 * noise) ** 2 / ((noise + skew) * noise);
    const gauss = (skew / Math.sqrt(2 * Math.PI * noise)) * root;
    return (
      1 +
      gauss * Math.exp((-skew * skew * size) / (8 * noise)) +
      c * scaledTail(a * size, b * root) +
      (2 - d - (skew * skew * size) / (2 * noise)) *
        normalCdf((-skew * root) / (2 * Math.sqrt(noise)))
    );
  }
  const ratio = skew / noise;
  const a = (ratio * (1 + ratio)) / 2;
  const b = 0.5 + ratio;
  const c = (noise * (noise + 2 * skew)) / (skew * (noise + skew));
  const d = (noise + 2 * skew) ** 2 / ((noise + skew) * skew);
  return (
    -Math.sqrt(size / (2 * Math.PI)) * Math.exp(-size / 8) -
    c * scaledTail(a * size, b * root) +
    (d - 2 + size / 2) * normalCdf(-root / 2)
  );
}

/** `e^power Phi(-z)`, whose factors overflow long before the product does. */
function scaledTail(power: number, z: number): number {
  if (power < 600 && z < 30) return Math.exp(power) * normalCdf(-z);
  return (Math.exp(power - (z * z) / 2) / (Math.sqrt(2 * Math.PI) * z)) * (1 - 1 / (z * z));
}
