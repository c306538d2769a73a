import fc from "fast-check";
import { expect, it } from "vitest";
import { mean, shape, standardDeviation, varies } from "../../src/measure/moments.ts";
import { expectClose, expectPublished } from "../fixtures/expected.ts";
import { fx240 } from "../fixtures/fx240.ts";
import { portfolioReturns } from "../fixtures/portfolio-bacon.ts";

it("mean and standardDeviation of 1, 2, 3", () => {
  expect(mean([1, 2, 3])).toBe(2);
  expect(standardDeviation([1, 2, 3])).toBe(1);
});

it("too few values have no mean and no deviation", () => {
  expect(mean([])).toBeNaN();
  expect(standardDeviation([1])).toBeNaN();
});

it("shape of a symmetric and of a constant sample", () => {
  expect(shape([-1, 0, 1]).skewness).toBe(0);
  expect(shape([-1, 1]).kurtosis).toBe(1);
  expect(shape([2, 2, 2]).skewness).toBeNaN();
  expect(shape([1, 2]).skewnessUnbiased).toBeNaN();
  expect(shape([1, 2, 4]).excessKurtosisUnbiased).toBeNaN();
});

it("varies asks for a deviation of at least 0.1 % a year", () => {
  expect(varies([0.01, 0.02], 12)).toBe(true);
  expect(varies([0.01, 0.01 + 1e-5], 12)).toBe(false);
  expect(varies([0.01], 12)).toBe(false);
});

it("shape does not depend on location and scale", () => {
  const values = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 4, maxLength: 30 });
  fc.assert(
    fc.property(values, (sample) => {
      fc.pre(standardDeviation(sample) > 0);
      const moved = shape(sample.map((value) => 3 * value + 7));
      expect(moved.skewness).toBeCloseTo(shape(sample).skewness, 9);
      expect(moved.kurtosis).toBeCloseTo(shape(sample).kurtosis, 9);
    }),
  );
});

it("Bacon's portfolio has the moments of PerformanceAnalytics", () => {
  expectPublished(mean(portfolioReturns), "0.009");
  expectPublished(standardDeviation(portfolioReturns), "0.0395485392");
  const { skewness, kurtosis, skewnessUnbiased, excessKurtosisUnbiased } = shape(portfolioReturns);
  expectPublished(skewness, "-0.0825624552");
  expectClose(kurtosis, 2.4324537941);
  expectPublished(skewnessUnbiased, "-0.0881717493");
  expectPublished(excessKurtosisUnbiased, "-0.4076603212");
});

it("the generated series have the moments computed with NumPy", () => {
  const { a, b } = fx240();
  const of = (series: Float64Array) => [
    mean(series),
    standardDeviation(series),
    shape(series).skewness,
    shape(series).kurtosis,
    mean(series) / standardDeviation(series),
  ];
  const published = [
    [
      0.009599750667253472, 0.03362602375760672, 0.11747517869525138, 2.9435599080749695,
      0.2854857516444198,
    ],
    [
      0.006306576069276737, 0.04054035038406634, 0.08089836402487832, 2.651887236619106,
      0.15556293938089455,
    ],
  ];
  for (const [i, series] of [a, b].entries())
    for (const [j, value] of of(series).entries()) expectClose(value, published[i]![j]!, 1e-12);
});
