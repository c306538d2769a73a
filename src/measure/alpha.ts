import type { Column } from "../series/series.ts";
import type { RelativeMeasures } from "./measures.ts";
import { varies } from "./moments.ts";
import { known, NEGLIGIBLE } from "./ratio.ts";
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
 * Null for fewer than three returns or a benchmark that does not vary; t and p also where the part that
 * the benchmark leaves unexplained is below 1e-3 a year.
 */
export function market(excess: Column, benchmarkExcess: Column, perYear: number): Market {
  const n = excess.length;
  const lags = Math.min(defaultLags(n), Math.max(0, n - 1));
  if (n < 3 || !varies(benchmarkExcess, perYear))
    return { beta: null, alpha: { annual: null, t: null, p: null, lags } };
  const fit = regress(excess, [ones(n), benchmarkExcess]);
  const t = unexplained(fit) * Math.sqrt(perYear) >= NEGLIGIBLE ? alphaStatistic(fit, lags) : null;
  return {
    beta: known(fit.coefficients[1]!),
    alpha: {
      annual: known(fit.coefficients[0]! * perYear),
      t,
      p: t === null ? null : studentTwoSided(t, n - 2),
      lags,
    },
  };
}

function alphaStatistic(fit: Regression, lags: number): number | null {
  return known(fit.coefficients[0]! / Math.sqrt(neweyWest(fit, lags)[0]![0]!));
}

/** Standard deviation of the residuals, with the degrees of freedom that are left. */
function unexplained({ residuals, columns }: Regression): number {
  const squares = residuals.reduce((sum, e) => sum + e * e, 0);
  return Math.sqrt(squares / (residuals.length - columns.length));
}
