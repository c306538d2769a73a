import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/backtest/simulate.ts";
import { exposureAt } from "../../src/measure/exposure.ts";
import { randomWorlds } from "../backtest/random-world.ts";
import { freeTerms, holding, smallWorld } from "../backtest/small-world.ts";

describe("exposureAt", () => {
  const world = smallWorld([
    [10, 20],
    [10, 20],
  ]);
  const ledger = simulate(world, holding([1, -0.5]), freeTerms(world), 100);

  it("is what the first trades bought on the base row", () => {
    expect(exposureAt(ledger, world, 0)).toEqual({
      weights: [1, -0.5],
      long: 1,
      short: 0.5,
      gross: 1.5,
      net: 0.5,
      cash: 0.5,
    });
  });

  it("is as the market left it afterwards: 200 long and 100 short on a wealth of 150", () => {
    const found = exposureAt(ledger, world, 1)!;
    expect(found.weights[0]).toBeCloseTo(4 / 3, 12);
    expect(found.weights[1]).toBeCloseTo(-2 / 3, 12);
    expect(found.gross).toBeCloseTo(2, 12);
    expect(found.cash).toBeCloseTo(1 / 3, 12);
  });

  it("is unknown where no wealth is left", () => {
    const ruinous = smallWorld([[10, 25]]);
    const ruined = simulate(ruinous, holding([-1]), freeTerms(ruinous), 1);
    expect(exposureAt(ruined, ruinous, 1)).toBeNull();
  });

  it("long less short and cash are the whole, on random worlds", () => {
    fc.assert(
      fc.property(randomWorlds({ shock: 0.3 }), fc.nat(), ({ world, plan, terms }, at) => {
        const found = exposureAt(simulate(world, plan, terms, 1), world, at % world.rows);
        fc.pre(found !== null);
        expect(found.long - found.short + found.cash).toBeCloseTo(1, 9);
        expect(found.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(found.net, 9);
      }),
      { numRuns: 200 },
    );
  });
});
