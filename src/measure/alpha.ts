import type { Column } from "../series/series.ts";
import type { RelativeMeasures } from "./measures.ts";
import { varies } from "./moments.ts";
import { known, NEGLIGIBLE, settled } from "./ratio.ts";
import { defaultLags, neweyWest, ones, type Regression, regress } from "./regression.ts";
import { studentTwoSided } from "./student.ts";

/** What a regression on the benchmark says, per period. */
export interface Market {
  readonly beta: number | null;
  readonly alpha: RelativeMeasures["alpha"];
}

/**
 * `e = alpha + beta e_B`, both over the riskless rate, by least squares. Alpha is arithmetic, times the
 * periods a year; its t has Newey-West errors and its p Student's t with n - 2 degrees (Jensen 1968).
 * Against a benchmark whose excess does not vary (the riskless asset itself) beta is null and alpha the
 * mean excess return. All is null for fewer than three returns; t and p also where what the benchmark
 * leaves unexplained is below 1e-3 a year. What is less than rounding is zero.
 */
export function market(excess: Column, benchmarkExcess: Column, perYear: number): Market {
  const n = excess.length;
  const lags = Math.min(defaultLags(n), Math.max(0, n - 1));
  if (n < 3) return { beta: null, alpha: { annual: null, t: null, p: null, lags } };
  const regressors = varies(benchmarkExcess, perYear) ? [ones(n), benchmarkExcess] : [ones(n)];
  const fit = regress(excess, regressors);
  const beta = fit.coefficients[1];
  const t = unexplained(fit) * Math.sqrt(perYear) >= NEGLIGIBLE ? alphaStatistic(fit, lags) : null;
  return {
    beta: beta === undefined ? null : known(settled(beta)),
    alpha: {
      annual: known(settled(fit.coefficients[0]! * perYear)),
      t,
      p: t === null ? null : studentTwoSided(t, n - regressors.length),
      lags,
    },
  };
}

function alphaStatistic(fit: Regression, lags: number): number | null {
  return known(fit.coefficients[0]! / Math.sqrt(neweyWest(fit, 0, lags)));
}

/** Standard deviation of the residuals, with the degrees of freedom that are left. */
function unexplained({ residuals, columns }: Regression): number {
  const squares = residuals.reduce((sum, e) => sum + e * e, 0);
  return Math.sqrt(squares / (residuals.length - columns.length));
}
