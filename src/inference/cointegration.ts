import { type Unknown, unknown } from "../input/unknown.ts";
import { mean, standardDeviation } from "../measure/moments.ts";
import { type Regression, regress } from "../measure/regression.ts";
import type { Column } from "../series/series.ts";
import { uninformative } from "./comparable.ts";

/** Whether two lines are bound together in the long run, or only drift. */
export interface Cointegration {
  /** `y = intercept + slope x + residual`. */
  readonly slope: number;
  readonly intercept: number;
  /** Lagged changes of the residual in the test. */
  readonly lags: number;
  /** t of the residual's pull back to its mean. */
  readonly statistic: number;
  /** Below it the two are bound, at 5 %. */
  readonly critical: number;
  readonly bound: boolean;
}

const FEWEST = 20;

/** Rows that the test keeps for each lag at the least. */
const ROWS_PER_LAG = 4;

/** A residual of this share of the deviation of its line is rounding. */
const EXACT = 1e-9;

/**
 * Engle and Granger's (1987) test of two columns of levels (logarithms, as a rule): least squares of y on
 * x with a constant, then the augmented Dickey-Fuller test of the residual without one,
 * `de_t = g e_(t-1) + sum d_j de_(t-j) + u_t`, with as many lags as Akaike's criterion takes on the rows
 * that all candidates share, at most `mostLags` and a quarter of the rows. Compared with MacKinnon's
 * (2010) surface for two variables and a constant; there is no p-value.
 * @throws Error for columns of different lengths.
 */
export function cointegration(y: Column, x: Column, mostLags = 12): Cointegration | Unknown {
  if (y.length !== x.length) throw new Error(`${y.length} values against ${x.length}`);
  const reason = uninformative(y, "one line", FEWEST) ?? uninformative(x, "the other line", FEWEST);
  if (reason !== null) return reason;
  const [centreY, centreX] = [mean(y), mean(x)];
  const { coefficients, residuals } = regress(about(y, centreY), [about(x, centreX)]);
  if (!(standardDeviation(residuals) > EXACT * standardDeviation(y)))
    return unknown("one line is the other, times a number and plus a number");
  const test = dickeyFuller(residuals, Math.min(mostLags, residuals.length / ROWS_PER_LAG - 1));
  if (test === null) return unknown("what one line leaves of the other repeats itself exactly");
  const critical = mackinnon(y.length - 1);
  const slope = coefficients[0]!;
  return {
    slope,
    intercept: centreY - slope * centreX,
    ...test,
    critical,
    bound: test.statistic < critical,
  };
}

function about(values: Column, centre: number): Float64Array {
  return Float64Array.from({ length: values.length }, (_, t) => values[t]! - centre);
}

/** The 5 % value for n changes: two variables, constant, no trend (MacKinnon 2010). */
export function mackinnon(n: number): number {
  return -3.33613 - 6.1101 / n - 6.823 / (n * n);
}

/** The test without a constant; null where changes that repeat themselves leave nothing to estimate. */
function dickeyFuller(
  residuals: Column,
  mostLags: number,
): { readonly lags: number; readonly statistic: number } | null {
  const most = Math.floor(mostLags);
  let best: { readonly lags: number; readonly criterion: number } | null = null;
  for (let lags = 0; lags <= most; lags += 1) {
    const fit = pull(residuals, lags, most + 1);
    if (fit === null) return null;
    const n = fit.residuals.length;
    const criterion = n * Math.log(squaresOf(fit) / n) + 2 * (lags + 1);
    if (best === null || criterion < best.criterion) best = { lags, criterion };
  }
  const fit = best === null ? null : pull(residuals, best.lags, best.lags + 1);
  if (best === null || fit === null) return null;
  const variance = squaresOf(fit) / (fit.residuals.length - best.lags - 1);
  return {
    lags: best.lags,
    statistic: fit.coefficients[0]! / Math.sqrt(variance * fit.inverse[0]![0]!),
  };
}

/** The regression of the changes from row `from` on; null where it leaves no error or cannot be made. */
function pull(e: Column, lags: number, from: number): Regression | null {
  const rows = e.length - from;
  const change = (lag: number) =>
    Float64Array.from({ length: rows }, (_, i) => e[from + i - lag]! - e[from + i - lag - 1]!);
  const level = Float64Array.from({ length: rows }, (_, i) => e[from + i - 1]!);
  const changes = change(0);
  try {
    const columns = [level, ...Array.from({ length: lags }, (_, j) => change(j + 1))];
    const fit = regress(changes, columns);
    return squaresOf(fit) > EXACT * EXACT * rows * standardDeviation(changes) ** 2 ? fit : null;
  } catch {
    // Columns that depend on each other: the changes are exactly periodic.
    return null;
  }
}

function squaresOf({ residuals }: Regression): number {
  return residuals.reduce((sum, e) => sum + e * e, 0);
}
