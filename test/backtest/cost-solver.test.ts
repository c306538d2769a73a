import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reckonedOnce, wealthAfterCosts } from "../../src/backtest/cost-solver.ts";

const bp = 1e-4;
const all = (legs: readonly number[]) => legs.map(() => 1);

describe("wealthAfterCosts", () => {
  it("charges 10 bp on two trades of 10 out of 100", () => {
    const after = wealthAfterCosts(100, [60, 40], [0.5, 0.5], [10 * bp, 10 * bp], [1, 1]);
    expect(after).toBeCloseTo(99.98, 12);
  });

  it("solves a long and a short leg exactly", () => {
    const after = wealthAfterCosts(100, [90, -60], [1, -0.5], [10 * bp, 5 * bp], [1, 1]);
    expect(after).toBe(100.06 / 1.00075);
    expect(after).toBeCloseTo(99.98501124156883, 12);
    expect(100 - after).toBeCloseTo(0.01498875843117, 12);
  });

  it("costs nothing where the weights already hold", () => {
    expect(wealthAfterCosts(100, [60, 40], [0.6, 0.4], [bp, bp], [1, 1])).toBe(100);
  });

  it("leaves a leg alone that does not trade", () => {
    expect(wealthAfterCosts(100, [60, 40], [0.5, 0.5], [10 * bp, 10 * bp], [0, 0])).toBe(100);
  });

  it("satisfies its equation on random books, and takes nothing that was not traded", () => {
    const leg = fc.record({
      exposure: fc.double({ min: -200, max: 200, noNaN: true }),
      target: fc.double({ min: -2, max: 2, noNaN: true }),
      cost: fc.double({ min: 0, max: 0.05, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(leg, { minLength: 1, maxLength: 9 }), (legs) => {
        const exposures = legs.map(({ exposure }) => exposure);
        const targets = legs.map(({ target }) => target);
        const costs = legs.map(({ cost }) => cost);
        const after = wealthAfterCosts(1000, exposures, targets, costs, all(costs));
        const paid = legs.reduce(
          (sum, { exposure, target, cost }) => sum + cost * Math.abs(target * after - exposure),
          0,
        );
        expect(after + paid).toBeCloseTo(1000, 8);
        expect(after).toBeLessThanOrEqual(1000);
      }),
    );
  });
});

describe("reckonedOnce", () => {
  it("takes the costs of trades that would be made if nothing cost anything", () => {
    // Trades of 10 at 10 bp and of 10 at 5 bp.
    const after = reckonedOnce(100, [90, -60], [1, -0.5], [10 * bp, 5 * bp], [1, 1]);
    expect(after).toBeCloseTo(100 - 0.01 - 0.005, 12);
  });

  it("is off by the square of a cost: a tenth of the cost, a hundredth of the error", () => {
    const error = (cost: number) => {
      const given = [100, [0, 0], [0.9, -0.4], [cost, cost], [1, 1]] as const;
      return Math.abs(reckonedOnce(...given) - wealthAfterCosts(...given));
    };
    expect(error(1e-2) / error(1e-3)).toBeCloseTo(100, -1);
  });
});
