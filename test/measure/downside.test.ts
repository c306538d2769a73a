import { expect, it } from "vitest";
import { downsideDeviation, omega, sortino } from "../../src/measure/downside.ts";
import { excessOver } from "../../src/measure/sample.ts";
import { expectPublished } from "../fixtures/expected.ts";
import { portfolioReturns } from "../fixtures/portfolio-bacon.ts";

it("shortfalls count over all periods, gains as zero", () => {
  expect(downsideDeviation([0.5, 0.5, 0.5, -0.2])).toBeCloseTo(0.1, 15);
  expect(downsideDeviation([])).toBeNaN();
  expect(sortino([0.5, 0.5, 0.5, -0.2], 1)).toBeCloseTo(3.25, 12);
});

it("omega sets gains against losses", () => {
  expect(omega([0.3, -0.1], 0, 12)).toBeCloseTo(3, 12);
  expect(omega([0.3, -0.1], 0.1, 12)).toBeCloseTo(1, 12);
});

it("no losses, no ratio", () => {
  expect(sortino([0.1, 0.2], 12)).toBeNull();
  expect(sortino([], 12)).toBeNull();
  expect(omega([0.1, 0.2], 0, 12)).toBeNull();
  expect(omega([], 0, 12)).toBeNull();
  expect(omega([0.1, -0.00001], 0, 12)).toBeNull();
});

it("Bacon's portfolio (2008)", () => {
  const overHalf = excessOver(portfolioReturns, 0.005);
  expectPublished(downsideDeviation(overHalf), "0.0255367382");
  expectPublished(downsideDeviation(portfolioReturns), "0.0229374148");
  expectPublished(sortino(portfolioReturns, 12), "1.3592165787");
  expectPublished(sortino(overHalf, 1), "0.1566370757");
  expectPublished(omega(portfolioReturns, 0, 12), "1.7797833935");
  expectPublished(omega(portfolioReturns, 0.005, 12), "1.2917933131");
});
