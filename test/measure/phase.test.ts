import fc from "fast-check";
import { expect, it } from "vitest";
import { performance } from "../../src/measure/performance.ts";
import { phaseMeasures } from "../../src/measure/phase.ts";
import { trackOf } from "../../src/measure/track.ts";
import { portfolioReturns } from "../fixtures/portfolio-bacon.ts";
import { anyReturns, numbersIn, monthly as sampleOf } from "./worlds.ts";

const monthly = (...of: Parameters<typeof sampleOf>) => trackOf(sampleOf(...of));

const spell = (from: number, to: number) => ({ label: "a", from, to });

it("covers the returns after one row up to another", () => {
  const found = phaseMeasures(monthly([0.5, -0.5, 0.1, 0.2]), [spell(1, 3)], 4);
  expect(found).toMatchObject({ periods: 2, share: 0.5, hitRate: 0.5, maxDrawdown: -0.5 });
  expect(found.totalReturn).toBeCloseTo(-0.45, 12);
  expect(found).toMatchObject({ cagr: null, volatility: null, sharpe: null });
});

it("chains the spells of one label and takes the deepest fall within any", () => {
  const found = phaseMeasures(monthly([-0.1, 0.3, -0.2, -0.5]), [spell(0, 1), spell(2, 3)], 4);
  expect(found.totalReturn).toBeCloseTo(0.9 * 0.8 - 1, 12);
  expect(found.maxDrawdown).toBeCloseTo(-0.2, 12);
  expect(found.periods).toBe(2);
});

it("ends with a ruin, and has nothing after it", () => {
  const ruined = monthly([0.1, -1]);
  expect(phaseMeasures(ruined, [spell(1, 4)], 4)).toMatchObject({ periods: 1, totalReturn: -1 });
  expect(phaseMeasures(ruined, [spell(2, 4)], 4)).toEqual({
    periods: 0,
    share: 0,
    totalReturn: null,
    cagr: null,
    volatility: null,
    sharpe: null,
    maxDrawdown: null,
    hitRate: null,
    mean: null,
    worst: null,
  });
});

it("has the mean return a year and the worst one", () => {
  const found = phaseMeasures(
    monthly(new Array(24).fill([0.02, -0.01]).flat()),
    [spell(0, 48)],
    48,
  );
  expect(found.mean).toBeCloseTo(12 * 0.005, 12);
  expect(found.worst).toBeCloseTo(-0.01, 12);
  expect(phaseMeasures(monthly([0.5, -0.5]), [spell(0, 1)], 2)).toMatchObject({ mean: null });
});

it("one spell over the whole record is the record", () => {
  const sample = monthly(portfolioReturns, 0.002);
  const found = phaseMeasures(sample, [spell(0, 24)], 24);
  const whole = performance(sample);
  for (const key of ["volatility", "sharpe", "maxDrawdown", "hitRate"] as const)
    expect(found[key]).toBe(whole[key]);
  expect(found.cagr).toBeCloseTo(whole.cagr!, 13);
  expect(found.totalReturn).toBeCloseTo(whole.totalReturn, 13);
});

it("phases chain to the total return, and hold no number that is not finite", () => {
  fc.assert(
    fc.property(anyReturns, fc.nat(150), (returns, cut) => {
      fc.pre(returns.length > 0);
      const sample = monthly(returns, 0.001);
      const n = returns.length;
      const row = Math.min(cut, n);
      const parts = [spell(0, row), spell(row, n)].map((s) => phaseMeasures(sample, [s], n));
      const chained = parts.reduce((product, part) => product * (1 + part.totalReturn!), 1);
      const total = 1 + performance(sample).totalReturn;
      expect(Math.abs(chained - total)).toBeLessThanOrEqual(1e-9 * total);
      for (const value of numbersIn(parts)) expect(Number.isFinite(value)).toBe(true);
    }),
  );
});
