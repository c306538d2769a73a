import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/backtest/simulate.ts";
import { attribution } from "../../src/measure/attribution.ts";
import { randomWorlds } from "../backtest/random-world.ts";
import { freeTerms, holding, smallWorld } from "../backtest/small-world.ts";

describe("attribution", () => {
  it("gives one asset all of its own log growth", () => {
    const world = smallWorld([[10, 12, 15]]);
    const parts = attribution(simulate(world, holding([1]), freeTerms(world), 1), world, 0, 2)!;
    expect(parts.assets[0]).toBeCloseTo(Math.log(1.5), 12);
    expect([parts.cash, parts.costs].map(Math.abs)).toEqual([0, 0]);
  });

  it("splits one period by money: a long that gains 10 and a short that loses 5", () => {
    const world = smallWorld([
      [10, 11],
      [10, 11],
    ]);
    const parts = attribution(
      simulate(world, holding([1, -0.5]), freeTerms(world), 100),
      world,
      0,
      1,
    )!;
    const perMoney = Math.log(1.05) / 5;
    expect(parts.assets[0]).toBeCloseTo(10 * perMoney, 12);
    expect(parts.assets[1]).toBeCloseTo(-5 * perMoney, 12);
  });

  it("is null where wealth is gone", () => {
    const world = smallWorld([[10, 25]]);
    expect(
      attribution(simulate(world, holding([-1]), freeTerms(world), 1), world, 0, 1),
    ).toBeNull();
  });

  it("adds up to the whole log growth, and over parts of the time, on random worlds", () => {
    fc.assert(
      fc.property(randomWorlds({ shock: 0.3 }), fc.nat(), ({ world, plan, terms }, at) => {
        const ledger = simulate(world, plan, terms, 1);
        fc.pre(ledger.ruin === undefined);
        const last = world.rows - 1;
        const middle = at % world.rows;
        const sum = (from: number, to: number) => {
          const parts = attribution(ledger, world, from, to)!;
          return parts.assets.reduce((total, part) => total + part, parts.cash + parts.costs);
        };
        expect(sum(0, last)).toBeCloseTo(Math.log(ledger.wealth[last]! / ledger.wealth[0]!), 9);
        expect(sum(0, middle) + sum(middle, last)).toBeCloseTo(sum(0, last), 9);
      }),
      { numRuns: 500 },
    );
  });
});
