import { expect, it } from "vitest";
import {
  cagr,
  chained,
  hitRate,
  stability,
  totalReturn,
  volatility,
} from "../../src/measure/growth.ts";
import { expectPublished } from "../fixtures/expected.ts";
import { grown } from "../fixtures/month-ends.ts";
import { benchmarkReturns, portfolioReturns } from "../fixtures/portfolio-bacon.ts";

it("wealth that doubles in two years", () => {
  expect(totalReturn([50, 80, 100])).toBe(1);
  expect(cagr([50, 80, 100], 2)).toBeCloseTo(Math.SQRT2 - 1, 15);
  expect(chained([0.5, -0.5])).toBe(-0.25);
  expect(chained([])).toBe(0);
});

it("ruin is a return and a growth of -1, and has no stability", () => {
  expect(totalReturn([1, 2, 0])).toBe(-1);
  expect(cagr([1, 2, 0], 5)).toBe(-1);
  expect(stability([1, 2, 3, 4, 0])).toBeNull();
});

it("a return of zero is no hit, nor is one that is zero but for rounding", () => {
  expect(hitRate([0.1, 0, -0.1, 1e-16])).toBe(0.25);
  expect(hitRate([])).toBeNaN();
});

it("steady growth is stable, a path that stands still says nothing", () => {
  expect(stability([1, 2, 4, 8, 16])).toBeCloseTo(1, 12);
  expect(stability([3, 3, 3, 3])).toBeNull();
  expect(stability([1, 2, 3])).toBeNull();
});

it("Bacon's portfolio (2008), as PerformanceAnalytics gives it", () => {
  const wealth = grown(portfolioReturns);
  expectPublished(wealth[24]!, "1.2181057672");
  expectPublished(totalReturn(wealth), "0.2181057672");
  expectPublished(chained(portfolioReturns), "0.2181057672");
  expectPublished(cagr(wealth, 2), "0.1036782897");
  expectPublished(cagr(grown(benchmarkReturns), 2), "0.117983390669");
  expectPublished(volatility(portfolioReturns, 12), "0.1370001587");
  expectPublished(hitRate(portfolioReturns), "0.5833333333");
});

it("0.05 % a day grows 20.03 % in a calendar year, 13.42 % in 252 of its days", () => {
  const wealth = grown(new Float64Array(365 * 4 + 1).fill(0.0005));
  expectPublished(cagr(wealth, 4), "0.2003");
  expectPublished(cagr(wealth, (365 * 4 + 1) / 252), "0.1342");
});
