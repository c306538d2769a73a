import type { Column } from "../series/series.ts";

/** A least-squares fit of a column on other columns (a constant one among them for an intercept). */
export interface Regression {
  readonly columns: readonly Column[];
  readonly coefficients: readonly number[];
  readonly residuals: Float64Array;
  /** `(X'X)^-1`. */
  readonly inverse: readonly (readonly number[])[];
}

/** The constant column that stands for an intercept. */
export function ones(length: number): Float64Array {
  return new Float64Array(length).fill(1);
}

/** Ordinary least squares by the normal equations. @throws Error for columns that depend on each other. */
export function regress(y: Column, columns: readonly Column[]): Regression {
  const inverse = inverted(columns.map((a) => columns.map((b) => product(a, b))));
  const moments = columns.map((column) => product(column, y));
  const coefficients = inverse.map((row) => row.reduce((sum, v, i) => sum + v * moments[i]!, 0));
  const residuals = Float64Array.from(y);
  for (let i = 0; i < columns.length; i += 1)
    for (let t = 0; t < residuals.length; t += 1)
      residuals[t]! -= coefficients[i]! * columns[i]![t]!;
  return { columns, coefficients, residuals, inverse };
}

function product(a: Column, b: Column): number {
  let sum = 0;
  for (let t = 0; t < a.length; t += 1) sum += a[t]! * b[t]!;
  return sum;
}

/** Inverse of a small symmetric positive matrix (Gauss and Jordan; pivots stay on the diagonal). */
function inverted(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let pivot = 0; pivot < size; pivot += 1) {
    const lead = rows[pivot]![pivot]!;
    if (!(lead > 1e-13 * matrix[pivot]![pivot]!))
      throw new Error("collinear columns in a regression");
    const scaled = rows[pivot]!.map((value) => value / lead);
    for (let i = 0; i < size; i += 1) {
      const factor = rows[i]![pivot]!;
      rows[i] = i === pivot ? scaled : rows[i]!.map((value, j) => value - factor * scaled[j]!);
    }
  }
  return rows.map((row) => row.slice(size));
}

/** Lags that grow with the sample: `floor(4 (n / 100)^(2/9))`, 4 for n = 240 (Newey and West 1994). */
export function defaultLags(n: number): number {
  return Math.floor(4 * (n / 100) ** (2 / 9));
}

/**
 * Variance of one coefficient that holds under heteroskedasticity and autocorrelation: the diagonal of
 * `(X'X)^-1 S (X'X)^-1` with Bartlett weights `1 - j / (lags + 1)` (Newey and West 1987), times
 * `n / (n - k)` unless that is switched off. Computed as the long-run sum of the one series
 * `u_t = ((X'X)^-1 x_t) e_t` of the coefficient's own influence.
 */
export function neweyWest(
  { inverse, columns, residuals }: Regression,
  which: number,
  lags: number,
  smallSample = true,
): number {
  const n = residuals.length;
  const influence = new Float64Array(n);
  for (let i = 0; i < columns.length; i += 1) {
    const share = inverse[which]![i]!;
    const column = columns[i]!;
    for (let t = 0; t < n; t += 1) influence[t]! += share * column[t]! * residuals[t]!;
  }
  const factor = smallSample ? n / (n - columns.length) : 1;
  return factor * longRun(influence, lags);
}

/** `sum_t u_t^2` and twice the weighted sums of products at each lag. */
function longRun(u: Float64Array, lags: number): number {
  let sum = product(u, u);
  for (let lag = 1; lag <= lags; lag += 1) {
    let cross = 0;
    for (let t = lag; t < u.length; t += 1) cross += u[t]! * u[t - lag]!;
    sum += 2 * (1 - lag / (lags + 1)) * cross;
  }
  return sum;
}
