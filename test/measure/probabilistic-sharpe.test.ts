import { expect, it } from "vitest";
import { mean, shape, standardDeviation } from "../../src/measure/moments.ts";
import {
  deflatedSharpe,
  expectedMaximum,
  minimumBacktestYears,
  minimumTrackRecord,
  probabilisticSharpe,
  type SharpeEstimate,
  sharpeError,
} from "../../src/measure/probabilistic-sharpe.ts";
import { expectPublished } from "../fixtures/expected.ts";
import { fx240 } from "../fixtures/fx240.ts";
import { portfolioReturns } from "../fixtures/portfolio-bacon.ts";

const normal = { skewness: 0, kurtosis: 3 };

function estimateOf(returns: ArrayLike<number>): SharpeEstimate {
  const sharpe = mean(returns) / standardDeviation(returns);
  const { skewness, kurtosis } = shape(returns);
  return { sharpe, periods: returns.length, skewness, kurtosis };
}

it("a Sharpe at the threshold is as likely above as below", () => {
  const estimate = { sharpe: 0.1, periods: 100, ...normal };
  expect(probabilisticSharpe(estimate, 0.1)).toBe(0.5);
  expect(minimumTrackRecord(estimate, 0.1, 0.95)).toBeNull();
});

it("one trial is no search: nothing is deflated", () => {
  const estimate = { sharpe: 0.1, periods: 100, ...normal };
  expect(expectedMaximum(1)).toBe(0);
  expect(deflatedSharpe(estimate, 1, 0.5)).toBe(probabilisticSharpe(estimate, 0));
});

it("is null where a Sharpe has no error or no moments", () => {
  const twoPoints = { sharpe: 1, periods: 10, skewness: 2, kurtosis: 5 };
  expect(probabilisticSharpe(twoPoints, 0)).toBeNull();
  expect(probabilisticSharpe({ ...twoPoints, kurtosis: Number.NaN }, 0)).toBeNull();
  expect(minimumTrackRecord({ ...twoPoints, kurtosis: Number.NaN }, 0, 0.95)).toBeNull();
});

it("the record just long enough has a probability of 95 %", () => {
  const estimate = { sharpe: 0.2, skewness: -0.5, kurtosis: 4 };
  const periods = minimumTrackRecord({ ...estimate, periods: 60 }, 0.05, 0.95)!;
  expect(probabilisticSharpe({ ...estimate, periods }, 0.05)).toBeCloseTo(0.95, 12);
});

it("expected maxima of independent normals (Bailey and Lopez de Prado 2014)", () => {
  const published = [
    [2, "0.5197553443"],
    [10, "1.5745983013"],
    [45, "2.2356401778"],
    [100, "2.5306028932"],
    [1000, "3.2551215137"],
  ] as const;
  for (const [trials, value] of published) expectPublished(expectedMaximum(trials), value);
});

it("a maximum between one trial and two is never below zero", () => {
  for (const trials of [1, 1.01, 1.2, 1.5])
    expect(expectedMaximum(trials)).toBeGreaterThanOrEqual(0);
});

it("45 trials use up five years (Bailey, Borwein, Lopez de Prado and Zhu 2014)", () => {
  expectPublished(minimumBacktestYears(45), "4.998");
  expect(minimumBacktestYears(45, 2)).toBeCloseTo(minimumBacktestYears(45) / 4, 12);
  expect(minimumBacktestYears(1)).toBe(0);
});

it("the worked example of Bailey and Lopez de Prado (2014)", () => {
  const example = { sharpe: 2.5 / Math.sqrt(250), periods: 1250, skewness: -3, kurtosis: 10 };
  const variance = 0.5 / 250;
  expectPublished(Math.sqrt(variance) * expectedMaximum(100), "0.1131720019");
  expectPublished(deflatedSharpe(example, 100, variance), "0.9003968345");
  expectPublished(deflatedSharpe(example, 46, variance), "0.9505017069");
  expectPublished(deflatedSharpe({ ...example, ...normal }, 88, variance), "0.9504908167");
});

it("the hedge fund example of Bailey and Lopez de Prado (2012)", () => {
  const fund = { sharpe: 0.458, periods: 24, skewness: -2.448, kurtosis: 10.164 };
  expectPublished(probabilisticSharpe(fund, 0), "0.91336");
  expectPublished(probabilisticSharpe({ ...fund, ...normal }, 0), "0.98167");
});

it("years to show an annual Sharpe of 2 above 1 (Bailey and Lopez de Prado 2012)", () => {
  const years = (perYear: number, shape = normal) => {
    const root = Math.sqrt(perYear);
    const estimate = { sharpe: 2 / root, periods: 1, ...shape };
    return minimumTrackRecord(estimate, 1 / root, 0.95)! / perYear;
  };
  expectPublished(years(252), "2.73");
  expectPublished(years(52), "2.83");
  expectPublished(years(12), "3.24");
  expectPublished(years(12, { skewness: -0.72, kurtosis: 5.78 }), "4.99");
});

it("Lo's error for normal returns (2002) differs only in the divisor", () => {
  const error = sharpeError({ sharpe: 0.2, periods: 121, ...normal });
  expectPublished(error, "0.0921954");
});

it("Bacon's portfolio (2008) and the generated strategy", () => {
  expectPublished(probabilisticSharpe(estimateOf(portfolioReturns), 0), "0.8580412026");
  const a = estimateOf(fx240().a);
  expectPublished(probabilisticSharpe(a, 0), "0.9999945920");
  expectPublished(probabilisticSharpe(a, 0.1), "0.9978743403");
  expectPublished(minimumTrackRecord(a, 0, 0.95), "34.3972772202");
  expectPublished(sharpeError(a), "0.0648804362");
});
