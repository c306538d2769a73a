import { mean } from "../measure/moments.ts";
import type { Column } from "../series/series.ts";
import { blockMoments, blockSum } from "./bootstrap-sums.ts";
import type { Draw } from "./draws.ts";

/** A number of a resample; NaN where it has none. `wholeSample` gives that of the sample itself. */
export type Statistic = (draw: Draw) => number;

/** Mean of a column. */
export function meanOf(values: Column): Statistic {
  const sum = blockSum(values);
  return (draw) => sum(draw) / draw.length;
}

/** Standard deviation of a column, divisor n - 1. */
export function deviationOf(values: Column): Statistic {
  const moments = blockMoments(values);
  return (draw) => Math.sqrt(moments(draw).variance);
}

/** Sharpe ratio per period of excess returns: mean over standard deviation (divisor n - 1). */
export function sharpeOf(excess: Column): Statistic {
  const moments = blockMoments(excess);
  return (draw) => {
    const { mean: average, variance } = moments(draw);
    return average / Math.sqrt(variance);
  };
}

/** Logarithms of one plus each return; NaN from ruin on down, where wealth has no logarithm. */
export function logReturns(returns: Column): Float64Array {
  return Float64Array.from({ length: returns.length }, (_, row) =>
    returns[row]! > -1 ? Math.log1p(returns[row]!) : Number.NaN,
  );
}

/** Wealth at the end, from 1, by returns. */
export function terminalWealthOf(returns: Column): Statistic {
  const sum = blockSum(logReturns(returns));
  return (draw) => Math.exp(sum(draw));
}

/** Compound growth a year by returns, of which a sample spans the years given. */
export function growthOf(returns: Column, years: number): Statistic {
  const sum = blockSum(logReturns(returns));
  return (draw) => Math.expm1(sum(draw) / years);
}

/**
 * Intercept per period of the regression of a on b, `mean(a) - beta mean(b)`. Products are taken of
 * deviations from the means of the sample.
 */
export function alphaOf(a: Column, b: Column): Statistic {
  const centres = [mean(a), mean(b)] as const;
  const product = (row: number) => (a[row]! - centres[0]) * (b[row]! - centres[1]);
  const products = blockSum(Float64Array.from({ length: a.length }, (_, row) => product(row)));
  const meanA = meanOf(a);
  const momentsB = blockMoments(b);
  return (draw) => {
    const n = draw.length;
    const average = meanA(draw);
    const benchmark = momentsB(draw);
    const shifts = n * (average - centres[0]) * (benchmark.mean - centres[1]);
    const beta = (products(draw) - shifts) / ((n - 1) * benchmark.variance);
    return average - beta * benchmark.mean;
  };
}

/** One statistic less another on the same draw. */
export function differenceOf(one: Statistic, other: Statistic): Statistic {
  return (draw) => one(draw) - other(draw);
}
