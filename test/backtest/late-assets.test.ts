import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LateAssets, withoutTheMissing } from "../../src/backtest/late-assets.ts";

function applied(weights: readonly number[], alive: readonly number[], rule: LateAssets): number[] {
  const target = Float64Array.from(weights);
  withoutTheMissing(target, alive, rule);
  return Array.from(target, (weight) => Number(weight.toFixed(12)));
}

describe("withoutTheMissing", () => {
  it("spreads a missing long over the living longs and leaves the short alone", () => {
    expect(applied([0.5, 0.1, 0.2, 0.2, -0.5], [1, 0, 1, 1, 1], "sleeve")).toEqual([
      0.555555555556, 0, 0.222222222222, 0.222222222222, -0.5,
    ]);
  });

  it("leaves it in cash where the strategy says so", () => {
    expect(applied([0.5, 0.5], [1, 0], "cash")).toEqual([0.5, 0]);
  });

  it("moves nothing across signs: a sleeve with no living asset is in cash", () => {
    expect(applied([0.5, -0.5], [1, 0], "sleeve")).toEqual([0.5, 0]);
    expect(applied([0.5, -0.5], [0, 1], "sleeve")).toEqual([0, -0.5]);
  });

  it("keeps the sum of each sleeve that has a living asset, and is exact where all live", () => {
    const leg = fc.tuple(
      fc.integer({ min: -100, max: 100 }).map((points) => points / 100),
      fc.constantFrom(0, 1),
    );
    fc.assert(
      fc.property(fc.array(leg, { minLength: 1, maxLength: 8 }), (legs) => {
        const target = Float64Array.from(legs, ([weight]) => weight);
        withoutTheMissing(
          target,
          legs.map(([, alive]) => alive),
          "sleeve",
        );
        for (const sign of [1, -1]) {
          const sleeve = legs.filter(([weight]) => weight * sign > 0);
          const declared = sleeve.reduce((sum, [weight]) => sum + weight, 0);
          const kept = target.reduce((sum, weight) => sum + (weight * sign > 0 ? weight : 0), 0);
          if (sleeve.some(([, alive]) => alive === 1)) expect(kept).toBeCloseTo(declared, 9);
          else expect(Math.abs(kept)).toBe(0);
        }
        if (legs.every(([, alive]) => alive === 1))
          expect(Array.from(target)).toEqual(legs.map(([weight]) => weight));
      }),
    );
  });
});
