import fc from "fast-check";
import { expect, it } from "vitest";
import { returnsOf } from "../../src/measure/sample.ts";
import { sharpe, sharpeLo } from "../../src/measure/sharpe.ts";
import { expectClose, expectPublished } from "../fixtures/expected.ts";
import { ar500, fx240 } from "../fixtures/fx240.ts";
import { portfolioReturns } from "../fixtures/portfolio-bacon.ts";
import { autocorrelations, loFactor } from "./lo.ts";
import { anyReturns, monthly } from "./worlds.ts";

it("a mean of 1 and a deviation of 1 over four periods a year", () => {
  expect(sharpe([0, 1, 2], 4)).toBe(2);
});

it("is null for nothing that varies and for fewer than two returns", () => {
  expect(sharpe([0.01, 0.01, 0.01], 12)).toBeNull();
  expect(sharpe([0.01, 0.01001, 0.01], 12)).toBeNull();
  expect(sharpe([0.01], 12)).toBeNull();
  expect(sharpe([], 12)).toBeNull();
});

it("autocorrelations of a zigzag", () => {
  expect([...autocorrelations([1, -1, 1, -1], 2)]).toEqual([-0.75, 0.5]);
  expect([...autocorrelations([1, 1], 1)]).toEqual([Number.NaN]);
});

it("without autocorrelation Lo's factor is the root of time", () => {
  expect(loFactor(new Float64Array(11), 12)).toBeCloseTo(Math.sqrt(12), 15);
});

it("sharpeLo needs twice as many returns as periods a year", () => {
  const { a } = fx240();
  expect(sharpeLo(a.subarray(0, 23), 12)).toBeNull();
  expect(sharpeLo(a.subarray(0, 24), 12)).not.toBeNull();
  expect(sharpeLo(new Float64Array(40).fill(0.01), 12)).toBeNull();
});

it("sharpeLo is the Sharpe per period times Lo's factor", () => {
  const { a } = fx240();
  const perPeriod = sharpe(a, 1)!;
  expectClose(sharpeLo(a, 12), perPeriod * loFactor(autocorrelations(a, 11), 12), 1e-13);
});

it("leverage does not change it where nothing is riskless", () => {
  const leverage = fc.double({ min: 0.2, max: 5, noNaN: true });
  fc.assert(
    fc.property(anyReturns, leverage, (returns, times) => {
      const plain = sharpe(returns, 12);
      const geared = sharpe(
        returns.map((value) => value * times),
        12,
      );
      if (plain !== null && geared !== null) expect(geared).toBeCloseTo(plain, 9);
    }),
  );
});

it("scaling wealth does not change it", () => {
  fc.assert(
    fc.property(anyReturns, (returns) => {
      const wealth = monthly(returns).wealth;
      const scaled = Float64Array.from(wealth, (value) => value * 8);
      expect(sharpe(returnsOf(scaled), 12)).toBe(sharpe(returnsOf(wealth), 12));
    }),
  );
});

it("Bacon's portfolio (2008)", () => {
  expectPublished(sharpe(portfolioReturns, 12), "0.7883202548");
});

it("an autoregression with coefficient 0.3 (Lo 2002)", () => {
  const rho = Float64Array.from({ length: 11 }, (_, k) => 0.3 ** (k + 1));
  expectPublished(loFactor(rho, 12), "2.6148057463");
});

it("autocorrelations of a long autoregression with coefficient 0.6 fall by about 0.6", () => {
  const [first, second] = autocorrelations(ar500(), 2);
  expect(first).toBeGreaterThan(0.5);
  expect(first).toBeLessThan(0.7);
  expect(second! / first!).toBeCloseTo(0.6, 0);
});
