import { type Unknown, unknown } from "../input/unknown.ts";
import { mean, shape, standardDeviation } from "../measure/moments.ts";
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
    ? unknown(
        "its Sharpe ratio is not above the benchmark's, and no record is long enough for that",
      )
    : periods / perYear;
}
