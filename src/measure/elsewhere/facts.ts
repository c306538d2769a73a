import { columnAt } from "../../series/column-by.ts";
import { monthOf, partsOf } from "../../series/day.ts";
import { drawdowns } from "../drawdown.ts";
import type { DrawdownEpisode } from "../measures.ts";
import { mean, standardDeviation } from "../moments.ts";
import { returnsOf, type Sample, sampleOf } from "../sample.ts";

/** More rows a year than this are taken for trading days. */
const DAILY = 100;

/** A sample with what the definitions of other tools ask of it. Nothing in it is over a riskless rate. */
export interface Facts {
  readonly sample: Sample;
  readonly returns: Float64Array;
  readonly mean: number;
  /** Standard deviation, divisor n - 1. */
  readonly deviation: number;
  readonly daily: boolean;
  /** Periods a year as most tools set them: 252 for daily rows, else those of the sample. */
  readonly bars: number;
  readonly calendarDays: number;
  /** The deepest fall. */
  readonly worst: DrawdownEpisode | undefined;
  /** The same wealth at month-ends only, the last month as far as it goes. */
  readonly months: () => Facts;
  /** The same wealth at year-ends only, the last year as far as it goes. */
  readonly years: () => Facts;
}

/** A portfolio and a benchmark on the same rows. */
export interface Pair {
  readonly portfolio: Facts;
  readonly benchmark: Facts;
}

export function factsOf(sample: Sample): Facts {
  const { wealth, days, perYear } = sample;
  const returns = returnsOf(wealth);
  const daily = perYear > DAILY;
  return {
    sample,
    returns,
    mean: mean(returns),
    deviation: standardDeviation(returns),
    daily,
    bars: daily ? 252 : perYear,
    calendarDays: days[days.length - 1]! - days[0]!,
    worst: drawdowns(wealth, days)[0],
    months: () => factsOf(thinned(sample, monthOf, 12)),
    years: () => factsOf(thinned(sample, (day) => partsOf(day).year, 1)),
  };
}

/** The base and the last row of each span of days, with nothing riskless. */
function thinned(sample: Sample, spanOf: (day: number) => number, perYear: number): Sample {
  const { wealth, days } = sample;
  const rows: number[] = [];
  for (let row = 0; row < days.length; row += 1) {
    const next = days[row + 1];
    if (row === 0 || next === undefined || spanOf(next) !== spanOf(days[row]!)) rows.push(row);
  }
  return sampleOf(
    columnAt(wealth, rows),
    columnAt(days, rows),
    new Float64Array(rows.length - 1),
    perYear,
  );
}
