import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/backtest/simulate.ts";
import type { World } from "../../src/backtest/world.ts";
import { randomWorlds } from "./random-world.ts";
import { freeTerms, holding, smallWorld } from "./small-world.ts";

const rounded = (values: ArrayLike<number>) =>
  Array.from(values, (value) => Number(value.toFixed(10)));

describe("portfolio margin", () => {
  it("lets short proceeds pay for longs and reckons interest on cash alone", () => {
    const world = smallWorld(
      [
        [10, 10],
        [10, 10],
      ],
      { rate: [0, 0.12] },
    );
    const terms = freeTerms(world, { financing: "portfolioMargin", debitSpread: 0.012 });
    // Long 1.5, short 0.5: cash is exactly nothing.
    const even = simulate(world, holding([1.5, -0.5]), terms, 100);
    expect([even.rebate[1], even.interest[1], even.financing[1]]).toEqual([0, 0, 0]);
    // Long 2, short 0.5: a debit of 50 pays 1 % and a spread of 0.1 %.
    const debit = simulate(world, holding([2, -0.5]), terms, 100);
    expect(debit.interest[1]).toBeCloseTo(-0.5, 12);
    expect(debit.financing[1]).toBeCloseTo(0.05, 12);
  });
});

describe("futures", () => {
  it("take no cash: all wealth earns the riskless rate beside the gains of excess returns", () => {
    const world = smallWorld([[10, 11]], { rate: [0, 0.12] });
    const terms = freeTerms(world, { financing: "futures" });
    const ledger = simulate(world, holding([0.5]), terms, 100);
    expect(rounded(ledger.cash)).toEqual([100, 106]);
    expect(rounded(ledger.wealth)).toEqual([100, 106]);
  });

  it("give on excess returns what funded books give on total returns without spreads", () => {
    fc.assert(
      fc.property(
        randomWorlds({ free: true, reach: 0.5, shock: 0.2 }),
        ({ world, plan, terms }) => {
          const every = { ...plan, lag: 0, schedule: new Uint8Array(world.rows).fill(1) };
          const plain = { ...terms, noTradeBelow: 0, forcedTradeLag: 1 as const };
          const funded = simulate(world, every, { ...plain, financing: "default" }, 1);
          const futures = simulate(excessOf(world), every, { ...plain, financing: "futures" }, 1);
          fc.pre(funded.events.length === 0 && futures.events.length === 0);
          for (let row = 0; row < world.rows; row++)
            expect(futures.wealth[row]!).toBeCloseTo(funded.wealth[row]!, 9);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Prices whose returns are those of the world less the riskless rate of each period. */
function excessOf(world: World): World {
  const prices = Float64Array.from(world.prices);
  for (let cell = world.assets; cell < prices.length; cell++) {
    const row = Math.floor(cell / world.assets);
    const total = world.prices[cell]! / world.prices[cell - world.assets]!;
    prices[cell] = prices[cell - world.assets]! * (total - world.rate[row]! * world.years[row]!);
  }
  return { ...world, prices };
}

describe("fees", () => {
  it("take the management fee on the wealth of the close before", () => {
    const world = smallWorld([[10, 20]]);
    const ledger = simulate(world, holding([1]), freeTerms(world, { managementFee: 0.012 }), 100);
    expect(ledger.management[1]).toBeCloseTo(0.1, 12);
    expect(ledger.wealth[1]).toBeCloseTo(199.9, 12);
  });

  it("take a fixed fee for each leg that trades, out of what is allocated", () => {
    const world = smallWorld([
      [10, 10],
      [10, 10],
      [10, 10],
    ]);
    const ledger = simulate(world, holding([0.5, 0.5, 0]), freeTerms(world, { fixedFee: 1 }), 100);
    expect(ledger.trades.map(({ notional, cost }) => [notional, cost])).toEqual([
      [49, 1],
      [49, 1],
    ]);
    expect(ledger.wealth[1]).toBeCloseTo(98, 12);
  });
});

describe("income", () => {
  it("is received on longs and owed on shorts", () => {
    const world = smallWorld(
      [
        [10, 9],
        [10, 9],
      ],
      { income: [0, 0, 1, 1] },
    );
    const ledger = simulate(world, holding([1, -0.5]), freeTerms(world), 100);
    expect(ledger.income[1]).toBe(10 - 5);
    expect(ledger.wealth[1]).toBeCloseTo(100, 12);
  });

  it("reinvested on its own day gives the total-return wealth, long or short", () => {
    // Price and income of 1 on rows 1 and 3, and the index of both together.
    const price = [10, 10, 11, 9, 10];
    const income = [0, 1, 0, 1, 0];
    const total = [100];
    for (let t = 1; t < 5; t++)
      total.push((total[t - 1]! * (price[t]! + income[t]!)) / price[t - 1]!);
    const every = new Uint8Array(5).fill(1);
    for (const weight of [1, -0.5]) {
      const split = smallWorld([price], { income });
      const whole = smallWorld([total]);
      const paid = simulate(split, holding([weight], { schedule: every }), freeTerms(split), 100);
      const kept = simulate(whole, holding([weight], { schedule: every }), freeTerms(whole), 100);
      for (let t = 0; t < 5; t++) expect(paid.wealth[t]!).toBeCloseTo(kept.wealth[t]!, 9);
    }
  });
});

describe("bands", () => {
  const path = [
    [10, 14, 14],
    [10, 10, 10],
  ];
  const weightsAfter = (to: "target" | "edge" | "halfway") => {
    const world = smallWorld(path);
    const band = { absolute: 0.05, relative: 1, to };
    const ledger = simulate(world, holding([0.5, 0.25], { band }), freeTerms(world), 100);
    return [0, 1].map((i) => (ledger.units[2 + i]! * path[i]![1]!) / ledger.wealth[1]!);
  };

  it("send every leg back to target, or only the one that left to its edge or halfway", () => {
    // On row 1 the first leg stands at 70 / 120 and has left; the second at 25 / 120 and has not.
    expect(rounded(weightsAfter("target"))).toEqual([0.5, 0.25]);
    expect(rounded(weightsAfter("edge"))).toEqual(rounded([0.55, 25 / 120]));
    expect(rounded(weightsAfter("halfway"))).toEqual(rounded([(70 / 120 + 0.5) / 2, 25 / 120]));
  });
});

describe("an asset that ends", () => {
  it("is turned into cash at its last price, with its cost, and not bought again", () => {
    const fresh = [1, 1, 0, 0, 0];
    const world = smallWorld([[10, 20, 20, 20, 20]], { fresh, ends: [3] });
    const terms = freeTerms(world, { cost: new Float64Array(5).fill(0.01) });
    const ledger = simulate(world, holding([0.5]), terms, 100);
    expect(ledger.events).toEqual([{ row: 3, kind: "asset end", value: 0 }]);
    expect(ledger.units[3]).toBe(0);
    expect(ledger.trades[1]).toMatchObject({ row: 3, asset: 0 });
    expect(ledger.trades[1]!.cost).toBeCloseTo(0.01 * Math.abs(ledger.trades[1]!.notional), 12);
  });
});

describe("recourse", () => {
  it("keeps the debt, which grows at the debit rate", () => {
    const world = smallWorld([[10, 25, 10]], { rate: [0, 0, 0.12] });
    const terms = freeTerms(world, { recourse: true, debitSpread: 0.12 });
    const ledger = simulate(world, holding([-1]), terms, 100);
    expect(ledger.ruin).toBe(1);
    expect(rounded(ledger.wealth)).toEqual([100, -50, -51]);
  });
});

describe("withholding", () => {
  it("takes its part of what longs receive and nothing of what shorts owe", () => {
    const world = smallWorld(
      [
        [10, 9],
        [10, 9],
      ],
      { income: [0, 0, 1, 1], withholding: 0.3 },
    );
    const ledger = simulate(world, holding([1, -0.5]), freeTerms(world), 100);
    expect(ledger.income[1]).toBeCloseTo(10 * 0.7 - 5, 12);
  });
});
