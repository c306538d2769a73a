import { type Unknown, unknown } from "../input/unknown.ts";
import { mean, shape, standardDeviation } from "../measure/moments.ts";
import { normalQuantile } from "../measure/normal.ts";
import { minimumTrackRecord } from "../measure/probabilistic-sharpe.ts";
import type { Column } from "../series/series.ts";
import { incomparable } from "./comparable.ts";

/**
 * Years of record before a Sharpe ratio as high as the strategy's shows itself above the benchmark's:
 * the minimum track record length (Bailey and Lopez de Prado 2012), the benchmark's ratio taken as known.
 * Both columns are excess returns.
 */
export function minimumYears(
  strategy: Column,
  benchmark: Column,
  perYear: number,
  confidence = 0.95,
): number | Unknown {
  const reason = incomparable(strategy, benchmark);
  if (reason !== null) return reason;
  const sharpe = mean(strategy) / standardDeviation(strategy);
  const threshold = mean(benchmark) / standardDeviation(benchmark);
  const estimate = { sharpe, periods: strategy.length, ...shape(strategy) };
  const periods = minimumTrackRecord(estimate, threshold, confidence);
  return periods === null
    ? unknown("its Sharpe ratio is not above the benchmark's")
    : periods / perYear;
}

/** Standard errors that an estimate has to be from zero to be found with 80 % probability at 5 %, two-sided. */
const FOUND = normalQuantile(0.975) + normalQuantile(0.8);
const HALF_WIDTH = normalQuantile(0.975);

/** An estimate with its 95 % interval, over a record of so many years. */
export interface Estimated {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Years of record in which a difference as large as the estimate would be found in 80 of 100 records by a
 * two-sided test at 5 %, its error falling with the root of time: `years ((1.96 + 0.84) se / d)^2`, the
 * standard error `se` from half the width of the 95 % interval (the sample size of a normal test). Unlike
 * the minimum track record it allows for the noise of both sides.
 */
export function detectionYears(
  { estimate, low, high }: Estimated,
  years: number,
): number | Unknown {
  if (!(estimate > 0)) return unknown("its Sharpe ratio is not above the benchmark's");
  const error = (high - low) / 2 / HALF_WIDTH;
  const needed = years * ((FOUND * error) / estimate) ** 2;
  return Number.isFinite(needed)
    ? needed
    : unknown("the difference is too small to be told from zero");
}
