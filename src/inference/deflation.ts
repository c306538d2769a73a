import { type Unknown, unknown } from "../input/unknown.ts";
import { correlation } from "../measure/correlation.ts";
import { mean, shape, standardDeviation } from "../measure/moments.ts";
import {
  deflatedSharpe,
  expectedMaximum,
  minimumBacktestYears,
} from "../measure/probabilistic-sharpe.ts";
import type { Column } from "../series/series.ts";
import { uninformative, varies } from "./comparable.ts";

/** What a Sharpe ratio is worth, given how many variants were tried until it was found. */
export interface Deflation {
  /** Sharpe ratio of the chosen variant, per period. */
  readonly sharpe: number;
  /** Variants tried, N. */
  readonly trials: number;
  /** `N_eff = r + (1 - r) N`, with r the average correlation of the variants. */
  readonly effectiveTrials: number;
  /** Variance of the Sharpe ratios per period over the variants, divisor N - 1. */
  readonly variance: number;
  /** The Sharpe per period that the best of N worthless variants would be expected to show. */
  readonly threshold: number;
  /** Deflated Sharpe ratio, a probability, with N and with N_eff trials. */
  readonly probability: number | null;
  readonly effectiveProbability: number | null;
  /** Years of record that N trials demand before an annual Sharpe ratio of 1 is news. */
  readonly minimumYears: number;
}

/**
 * Deflates the Sharpe ratio of one of the variants that were tried (Bailey and Lopez de Prado 2014).
 * Variants that never vary count as trials with a Sharpe of 0, and not in the average correlation.
 * @throws Error for columns of different lengths.
 */
export function deflation(returns: readonly Column[], chosen: number): Deflation | Unknown {
  const own = returns[chosen];
  if (own === undefined) throw new Error(`no variant ${chosen} among ${returns.length}`);
  if (returns.some((column) => column.length !== own.length))
    throw new Error("variants of different lengths in a search");
  const reason = uninformative(own, "the return of the variant");
  if (reason !== null) return reason;
  if (returns.length < 2) return unknown("a single variant was tried: there is nothing to deflate");
  const sharpes = Float64Array.from(returns, sharpePerPeriod);
  const variance = standardDeviation(sharpes) ** 2;
  const effective = effectiveTrials(returns);
  const estimate = { sharpe: sharpes[chosen]!, periods: own.length, ...shape(own) };
  return {
    sharpe: estimate.sharpe,
    trials: returns.length,
    effectiveTrials: effective,
    variance,
    threshold: Math.sqrt(variance) * expectedMaximum(returns.length),
    probability: deflatedSharpe(estimate, returns.length, variance),
    effectiveProbability: deflatedSharpe(estimate, effective, variance),
    minimumYears: minimumBacktestYears(returns.length),
  };
}

/**
 * As many independent variants as these correlated ones amount to, `r + (1 - r) N` with r the average
 * correlation of those that vary (Bailey and Lopez de Prado 2014); a negative average counts as 0.
 */
export function effectiveTrials(returns: readonly Column[]): number {
  const varying = returns.filter(varies);
  let sum = 0;
  let pairs = 0;
  for (let i = 0; i < varying.length; i += 1)
    for (let j = 0; j < i; j += 1) {
      sum += correlation(varying[i]!, varying[j]!);
      pairs += 1;
    }
  const average = pairs === 0 ? 0 : Math.max(0, sum / pairs);
  return average + (1 - average) * returns.length;
}

function sharpePerPeriod(values: Column): number {
  return varies(values) ? mean(values) / standardDeviation(values) : 0;
}
