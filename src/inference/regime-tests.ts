import { isUnknown, type Unknown, unknown } from "../input/unknown.ts";
import { mean } from "../measure/moments.ts";
import { defaultLags, neweyWest, type Regression, regress } from "../measure/regression.ts";
import { studentTwoSided } from "../measure/student.ts";
import type { CausalPeriods } from "../regime/labelled.ts";
import type { Column } from "../series/series.ts";
import { blockSum, centredPrefix } from "./bootstrap-sums.ts";
import { chiSquareTail } from "./chi-square.ts";
import type { Draws } from "./draws.ts";
import { type RegimeSample, regimeSample, spread, stateMeans } from "./regime-sample.ts";

/** Differences smaller than this share of the observed one are rounding. */
const TIE = 1e-10;

/** How the states of a rule differ in mean return, and how easily chance does as much. */
export interface StateDifference {
  readonly labels: readonly string[];
  /** Mean return per period by label. */
  readonly means: readonly number[];
  readonly periods: readonly number[];
  /** Of two labels, the first's mean less the second's; of more, the largest difference of any two. */
  readonly difference: number;
  /** Two-sided. */
  readonly p: number;
}

export interface Rotation extends StateDifference {
  /** Against a first label that is higher by chance; null for more than two labels. */
  readonly oneSided: number | null;
}

/**
 * The rotation test, which is the default: the states are shifted in a circle against the returns by
 * every number of periods, `p = (1 + #{|difference_k| >= |difference_0|}) / n`. Nothing is drawn and the
 * spells stay whole, so that states that last long are given no credit for it. A shift costs its spells:
 * a spell's sum is the difference of two prefix sums.
 */
export function rotation(returns: Column, periods: CausalPeriods): Rotation | Unknown {
  const sample = regimeSample(returns, periods, "the rotation test");
  if (isUnknown(sample)) return sample;
  const n = sample.states.length;
  const shifted = shiftedMeans(sample);
  const observed = spread(shifted(0));
  let asFar = 1;
  let asHigh = 1;
  const far = Math.abs(observed) * (1 - TIE);
  const high = observed - TIE * Math.abs(observed);
  for (let shift = 1; shift < n; shift += 1) {
    const difference = spread(shifted(shift));
    if (Math.abs(difference) >= far) asFar += 1;
    if (difference >= high) asHigh += 1;
  }
  return {
    ...described(sample),
    p: asFar / n,
    oneSided: sample.labels.length === 2 ? asHigh / n : null,
  };
}

/** The state means, around the mean of all, of states moved on by a number of periods. */
export function shiftedMeans({
  returns,
  states,
  counts,
}: Omit<RegimeSample, "labels">): (shift: number) => Float64Array {
  const n = states.length;
  const { prefix } = centredPrefix(returns);
  const spells: [from: number, to: number, state: number][] = [];
  for (let from = 0; from < n; ) {
    let to = from + 1;
    while (to < n && states[to] === states[from]) to += 1;
    if (states[from]! >= 0) spells.push([from, to, states[from]!]);
    from = to;
  }
  const means = new Float64Array(counts.length);
  return (shift) => {
    means.fill(0);
    for (const [from, to, state] of spells) {
      const start = (from + shift) % n;
      const end = start + to - from;
      means[state]! += prefix[end > n ? end - n : end]! - prefix[start]!;
    }
    for (let state = 0; state < means.length; state += 1) means[state]! /= counts[state]!;
    return means;
  };
}

function described(sample: RegimeSample): Omit<StateDifference, "p"> {
  const means = Array.from(stateMeans(sample));
  return { labels: sample.labels, means, periods: sample.counts, difference: spread(means) };
}

export interface StateRegression extends StateDifference {
  /** Of the difference, under heteroskedasticity and autocorrelation; null for more than two labels. */
  readonly standardError: number | null;
  /** The difference over its error; null for more than two labels. */
  readonly t: number | null;
  /** That all states have one mean; its square root is |t| for two labels. */
  readonly wald: number;
  readonly lags: number;
}

/**
 * Regression of the return on the state at the close before, `R_{t+1} = a + b z_t`, with errors by Newey
 * and West (1987): b is the difference of the state means. Two labels are judged by Student's t with
 * n - 2 degrees of freedom, more by Wald's statistic on chi-square with one degree less than labels.
 * Unknown for fewer than 10 labelled periods and for returns that their states explain wholly.
 */
export function stateRegression(
  returns: Column,
  periods: CausalPeriods,
  options: { readonly lags?: number } = {},
): StateRegression | Unknown {
  const sample = regimeSample(returns, periods, "a regression on its states");
  if (isUnknown(sample)) return sample;
  const rows = Array.from(sample.states.keys()).filter((t) => sample.states[t]! >= 0);
  const n = rows.length;
  if (n < 10) return unknown(`${n} labelled periods are too few; at least 10 are needed`);
  const lags = Math.min(options.lags ?? defaultLags(n), n - 1);
  const y = Float64Array.from(rows, (t) => sample.returns[t]!);
  const dummies = sample.labels.map((_, state) =>
    Float64Array.from(rows, (t) => (sample.states[t] === state ? 1 : 0)),
  );
  const fit = regress(y, dummies);
  const k = dummies.length;
  const contrasts = Array.from({ length: k - 1 }, (_, i) => contrast(k, 0, i + 1));
  const covariance = contrasts.map((a) => contrasts.map((b) => covarianceOf(fit, a, b, lags)));
  const gaps = contrasts.map((_, i) => fit.coefficients[0]! - fit.coefficients[i + 1]!);
  const wald = quadratic(covariance, gaps);
  if (!Number.isFinite(wald) || wald < 0)
    return unknown("the errors of the state means cannot be estimated");
  const two = k === 2;
  const standardError = two ? Math.sqrt(covariance[0]![0]!) : null;
  const t = two ? gaps[0]! / standardError! : null;
  return {
    ...described(sample),
    standardError,
    t,
    wald,
    lags,
    p: t === null ? chiSquareTail(wald, k - 1) : studentTwoSided(t, n - k),
  };
}

function contrast(k: number, plus: number, minus: number): number[] {
  return Array.from({ length: k }, (_, i) => (i === plus ? 1 : i === minus ? -1 : 0));
}

/** Covariance of two contrasts of the coefficients, by `4 cov(a, b) = var(a + b) - var(a - b)`. */
function covarianceOf(
  fit: Regression,
  a: readonly number[],
  b: readonly number[],
  lags: number,
): number {
  const varianceOf = (weights: readonly number[]) => {
    const row = fit.columns.map((_, j) =>
      weights.reduce((sum, weight, i) => sum + weight * fit.inverse[i]![j]!, 0),
    );
    return neweyWest({ ...fit, inverse: [row] }, 0, lags);
  };
  const sum = a.map((weight, i) => weight + b[i]!);
  const gap = a.map((weight, i) => weight - b[i]!);
  return (varianceOf(sum) - varianceOf(gap)) / 4;
}

/** `x' M^-1 x` by elimination; NaN for a singular matrix. */
function quadratic(matrix: readonly (readonly number[])[], x: readonly number[]): number {
  const rows = matrix.map((row, i) => [...row, x[i]!]);
  let sum = 0;
  for (let pivot = 0; pivot < rows.length; pivot += 1) {
    const lead = rows[pivot]![pivot]!;
    if (!(lead > 1e-12 * matrix[pivot]![pivot]!)) return Number.NaN;
    sum += rows[pivot]!.at(-1)! ** 2 / lead;
    for (let i = pivot + 1; i < rows.length; i += 1) {
      const factor = rows[i]![pivot]! / lead;
      rows[i] = rows[i]!.map((value, j) => value - factor * rows[pivot]![j]!);
    }
  }
  return sum;
}

export interface PairBootstrap extends StateDifference {
  /** Resamples that had every state in them; only these count. */
  readonly resamples: number;
}

/**
 * The bootstrap of pairs: return and state are resampled together in blocks, which keeps the persistence
 * of both; that the states do not differ is imposed by taking from each return the mean of its state
 * and adding the mean of all. `p = (1 + #{|difference*| >= |difference|}) / (1 + B)`.
 *
 * @param draws blocks of as many rows as there are labelled periods: `pairsOf` says how many
 */
export function pairBootstrap(
  returns: Column,
  periods: CausalPeriods,
  draws: Draws | Unknown,
  resamples: number,
): PairBootstrap | Unknown {
  const sample = regimeSample(returns, periods, "a bootstrap of its states");
  if (isUnknown(sample)) return sample;
  if (isUnknown(draws)) return draws;
  const { labels, states } = sample;
  const means = stateMeans(sample);
  const grand = mean(sample.returns.filter((_, t) => states[t]! >= 0));
  const within = labels.map((_, state) => {
    const own = (value: (t: number) => number) =>
      Float64Array.from(states, (one, t) => (one === state ? value(t) : 0));
    return {
      sum: blockSum(own((t) => sample.returns[t]! - means[state]! + grand)),
      count: blockSum(own(() => 1)),
    };
  });
  const observed = described(sample);
  const far = Math.abs(observed.difference) * (1 - TIE);
  const resampled = new Float64Array(labels.length);
  let asFar = 0;
  let counted = 0;
  for (let k = 0; k < resamples; k += 1) {
    const draw = draws(k);
    let whole = true;
    for (let state = 0; state < labels.length; state += 1) {
      const count = Math.round(within[state]!.count(draw));
      whole &&= count > 0;
      resampled[state] = within[state]!.sum(draw) / count;
    }
    if (!whole) continue;
    counted += 1;
    if (Math.abs(spread(resampled)) >= far) asFar += 1;
  }
  if (counted < resamples / 2)
    return unknown(`only ${counted} of ${resamples} resamples have every state in them`);
  return { ...observed, p: (1 + asFar) / (1 + counted), resamples: counted };
}

/** Rows that the bootstrap of pairs resamples: the periods from the first label to the last. */
export function pairsOf({ of }: CausalPeriods): number {
  const labelled = Array.from(of.keys()).filter((t) => of[t]! >= 0);
  return labelled.length === 0 ? 0 : labelled.at(-1)! - labelled[0]! + 1;
}
