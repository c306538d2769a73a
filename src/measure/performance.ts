import { calendarYears } from "./calendar-years.ts";
import { downsideDeviation, omega, sortino } from "./downside.ts";
import {
  longestUnderWaterDays,
  maxDrawdown,
  pain,
  timeUnderWater,
  ulcer,
  underwater,
} from "./drawdown.ts";
import { cagr, chained, hitRate, stability, totalReturn, volatility } from "./growth.ts";
import type { Measures } from "./measures.ts";
import { mean, shape, standardDeviation, varies } from "./moments.ts";
import { minimumTrackRecord, probabilisticSharpe } from "./probabilistic-sharpe.ts";
import { quantile, sorted } from "./quantile.ts";
import { known, ratio, settled } from "./ratio.ts";
import { between, excessOver, returnsOf, type Sample, spansYear } from "./sample.ts";
import { sharpe, sharpeLo } from "./sharpe.ts";
import {
  expectedShortfall,
  tailRatio,
  valueAtRisk,
  valueAtRiskCornishFisher,
  valueAtRiskNormal,
} from "./tail.ts";
import { windowReturns } from "./windows.ts";

const TAIL = 0.05;
const CONFIDENCE = 0.95;
const WINDOW_YEARS = [1, 3, 5, 10];

/** Every statistic of a sample. Nothing is annualised for a record of under one year. */
export function performance(sample: Sample): Measures {
  const returns = returnsOf(sample.wealth);
  const excess = excessOver(returns, sample.riskless);
  return {
    ...growth(sample, returns),
    ...rewards(sample, excess),
    ...falls(sample),
    ...tails(sample, returns),
    ...years(sample),
    ...evidence(sample, excess),
    omega: omega(returns, 0, sample.perYear),
    stability: stability(sample.wealth),
    windows: WINDOW_YEARS.map((span) => windowReturns(sample.wealth, span, sample.perYear)),
  };
}

function growth({ wealth, years, perYear }: Sample, returns: Float64Array) {
  const annual = spansYear(years);
  return {
    totalReturn: totalReturn(wealth),
    cagr: annual ? known(cagr(wealth, years)) : null,
    meanReturn: annual ? known(mean(returns) * perYear) : null,
    volatility: annual ? known(volatility(returns, perYear)) : null,
    hitRate: known(hitRate(returns)),
  };
}

function rewards({ years, perYear }: Sample, excess: Float64Array) {
  const annual = spansYear(years);
  return {
    sharpe: annual ? sharpe(excess, perYear) : null,
    sharpeLo: annual ? sharpeLo(excess, perYear) : null,
    downsideDeviation: known(downsideDeviation(excess)),
    sortino: annual ? sortino(excess, perYear) : null,
  };
}

function falls(sample: Sample) {
  const { wealth, days } = sample;
  const depth = underwater(wealth);
  const annual = spansYear(sample.years);
  const premium = settled(
    cagr(wealth, sample.years) - ((1 + chained(sample.riskless)) ** (1 / sample.years) - 1),
  );
  return {
    maxDrawdown: maxDrawdown(depth),
    timeUnderWater: timeUnderWater(depth),
    longestUnderWaterDays: longestUnderWaterDays(wealth, days),
    calmar: annual ? calmar(sample) : null,
    calmar36: calmarOfLastYears(sample, 3),
    ulcer: ulcer(depth),
    pain: pain(depth),
    martin: annual ? ratio(premium, ulcer(depth)) : null,
    painRatio: annual ? ratio(premium, pain(depth)) : null,
  };
}

/** Growth a year over the size of the deepest drawdown (Young 1991, over the sample as given). */
function calmar({ wealth, years }: Sample): number | null {
  return ratio(cagr(wealth, years), Math.abs(maxDrawdown(underwater(wealth))));
}

function calmarOfLastYears(sample: Sample, years: number): number | null {
  const last = sample.wealth.length - 1;
  const from = last - Math.round(years * sample.perYear);
  return from < 0 ? null : calmar(between(sample, from, last));
}

function tails({ perYear }: Sample, returns: Float64Array) {
  const ascending = sorted(returns);
  const bent = varies(returns, perYear) ? shape(returns) : null;
  return {
    var95: known(valueAtRisk(ascending, TAIL)),
    var95Normal: known(valueAtRiskNormal(returns, TAIL)),
    var95CornishFisher: bent === null ? null : known(valueAtRiskCornishFisher(returns, TAIL, bent)),
    cvar95: known(expectedShortfall(ascending, TAIL)),
    skewness: bent === null ? null : known(bent.skewness),
    kurtosis: bent === null ? null : known(bent.kurtosis),
    skewnessUnbiased: bent === null ? null : known(bent.skewnessUnbiased),
    excessKurtosisUnbiased: bent === null ? null : known(bent.excessKurtosisUnbiased),
    tailRatio: tailRatio(ascending, perYear),
    bestPeriod: known(quantile(ascending, 1)),
    worstPeriod: known(quantile(ascending, 0)),
  };
}

function years({ wealth, days }: Sample) {
  const full = calendarYears(wealth, days).filter(({ partial }) => !partial);
  const ascending = sorted(full.map((year) => year.return));
  return {
    bestYear: known(quantile(ascending, 1)),
    worstYear: known(quantile(ascending, 0)),
  };
}

/** What the record proves about its Sharpe; null where it has none. */
function evidence({ perYear }: Sample, excess: Float64Array) {
  if (!varies(excess, perYear)) return { probabilisticSharpe: null, minTrackRecordYears: null };
  const { skewness, kurtosis } = shape(excess);
  const perPeriod = mean(excess) / standardDeviation(excess);
  const estimate = { sharpe: perPeriod, periods: excess.length, skewness, kurtosis };
  const periods = minimumTrackRecord(estimate, 0, CONFIDENCE);
  return {
    probabilisticSharpe: probabilisticSharpe(estimate, 0),
    minTrackRecordYears: periods === null ? null : periods / perYear,
  };
}
