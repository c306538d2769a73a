import { expect, it } from "vitest";
import { shape } from "../../src/measure/moments.ts";
import { sorted } from "../../src/measure/quantile.ts";
import {
  expectedShortfall,
  tailRatio,
  valueAtRisk,
  valueAtRiskCornishFisher,
  valueAtRiskNormal,
} from "../../src/measure/tail.ts";
import { expectPublished } from "../fixtures/expected.ts";
import { portfolioReturns } from "../fixtures/portfolio-bacon.ts";

it("value at risk is the loss at the quantile", () => {
  expect(valueAtRisk(Float64Array.of(-0.3, -0.1, 0.2), 0.5)).toBe(0.1);
});

it("the expected shortfall weighs its last return by the fraction left over", () => {
  const ascending = Float64Array.of(-0.3, -0.1, 0.2);
  expect(expectedShortfall(ascending, 2 / 3)).toBeCloseTo(0.2, 15);
  expect(expectedShortfall(ascending, 0.5)).toBeCloseTo((0.3 + 0.5 * 0.1) / 1.5, 15);
  expect(expectedShortfall(ascending, 0.05)).toBeCloseTo(0.3, 15);
  expect(expectedShortfall(new Float64Array(0), 0.05)).toBeNaN();
});

it("a symmetric sample has equal tails, one without a lower tail has no ratio", () => {
  expect(tailRatio(Float64Array.of(-1, 0, 1), 12)).toBeCloseTo(1, 15);
  expect(tailRatio(Float64Array.of(0, 0, 1), 12)).toBeNull();
  expect(tailRatio(new Float64Array(0), 12)).toBeNull();
});

it("a symmetric sample with normal kurtosis has the normal value at risk", () => {
  const returns = [-0.1, 0, 0.1];
  const normal = { ...shape(returns), kurtosis: 3 };
  expect(valueAtRiskCornishFisher(returns, 0.05, normal)).toBeCloseTo(
    valueAtRiskNormal(returns, 0.05),
    15,
  );
});

it("Bacon's portfolio (2008)", () => {
  const ascending = sorted(portfolioReturns);
  expectPublished(valueAtRisk(ascending, 0.05), "0.0592");
  expectPublished(valueAtRiskNormal(portfolioReturns, 0.05), "0.0560515582");
  const bent = valueAtRiskCornishFisher(portfolioReturns, 0.05, shape(portfolioReturns));
  expectPublished(bent, "0.0574276278");
  expectPublished(expectedShortfall(ascending, 0.05), "0.0643333333");
  expectPublished(tailRatio(ascending, 12), "1.1748310811");
});
