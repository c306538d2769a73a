import { expect, it } from "vitest";
import { correlation, ranks } from "../../src/measure/correlation.ts";
import { expectClose, expectPublished } from "../fixtures/expected.ts";
import { fx240 } from "../fixtures/fx240.ts";
import { benchmarkReturns, portfolioReturns } from "../fixtures/portfolio-bacon.ts";

const rankCorrelation = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  correlation(ranks(a), ranks(b));

it("ranks begin at one, and ties share the mean of their places", () => {
  expect([...ranks([30, 10, 20])]).toEqual([3, 1, 2]);
  expect([...ranks(Float64Array.of(5, 1, 5, 5))]).toEqual([3, 1, 3, 3]);
  expect([...ranks([])]).toEqual([]);
});

it("a bent line is a perfect rank correlation, not a perfect correlation", () => {
  expect(rankCorrelation([1, 2, 3], [1, 10, 100])).toBeCloseTo(1, 15);
  expect(correlation([1, 2, 3], [1, 10, 100])).toBeLessThan(0.95);
  expect(rankCorrelation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 15);
});

it("is NaN for one pair or a side that does not vary", () => {
  expect(correlation([1], [1])).toBeNaN();
  expect(correlation([1, 1], [1, 2])).toBeNaN();
});

it("Bacon's portfolio (2008) and the generated pair (NumPy, SciPy)", () => {
  expectPublished(correlation(portfolioReturns, benchmarkReturns), "0.9693858149");
  const { a, b } = fx240();
  expectClose(correlation(a, b), 0.5104905355024226, 1e-13);
  expectClose(rankCorrelation(a, b), 0.47149516484661186, 1e-13);
});
