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

describe("a rebate of none", () => {
  it("pays nothing on short proceeds, at a rate of 12 % or below zero", () => {
    for (const rate of [0.12, -0.12]) {
      const world = smallWorld([[10, 10]], { rate: [0, rate] });
      const terms = freeTerms(world, { rebateSpread: "none" });
      const ledger = simulate(world, holding([-0.5]), terms, 100);
      expect(ledger.rebate[1]).toBeCloseTo(0, 15);
      expect(ledger.interest[1]).toBeCloseTo(100 * (rate / 12), 12);
    }
  });

  it("is a spread of the rate itself", () => {
    const world = smallWorld([[10, 11, 12]], { rate: [0, 0.03, 0.03] });
    const wealth = (rebateSpread: number | "none") =>
      rounded(simulate(world, holding([-0.5]), freeTerms(world, { rebateSpread }), 100).wealth);
    expect(wealth("none")).toEqual(wealth(0.03));
  });
});

describe("the size of a trade", () => {
  const sized = (sizing: "after" | "approximate" | "before") => {
    const world = smallWorld([[10, 10]]);
    const cost = new Float64Array(2).fill(0.1);
    const ledger = simulate(world, holding([1]), freeTerms(world, { sizing, cost }), 100);
    return rounded([ledger.trades[0]!.notional, ledger.cash[1]!]);
  };

  it("is of wealth after costs, of that reckoned once, or of wealth before them", () => {
    expect(sized("after")).toEqual(rounded([100 / 1.1, 0]));
    // The cost of 100 is 10; 90 are bought, for 9, and 1 is left over.
    expect(sized("approximate")).toEqual([90, 1]);
    expect(sized("before")).toEqual([100, -10]);
  });
});

describe("books kept in the money of an asset", () => {
  it("are books with that asset as collateral: weights, costs and margin are ratios, and cash alone differs", () => {
    let compared = 0;
    fc.assert(
      fc.property(randomWorlds({ reach: 0.4, shock: 0.2 }), ({ world, plan, terms, weights }) => {
        // Asset 0 is the money; it costs nothing to hold as such, as cash does not.
        const others = weights.map((weight, i) => (i === 0 ? 0 : weight));
        const collateral = 1 - others.reduce((sum, weight) => sum + weight, 0);
        const none = weights.map(() => 0);
        const unspread = { idleSpread: 0, debitSpread: 0, managementFee: 0, fixedFee: 0 };
        const same = {
          ...terms,
          ...unspread,
          borrow: none,
          expense: none,
          cost: Float64Array.from(terms.cost, (cost, cell) => (cell % world.assets ? cost : 0)),
          maintenanceLong: weights.map((_, i) => (i === 0 ? 0 : 0.25)),
          noTradeBelow: 0,
          financing: "portfolioMargin" as const,
          sizing: "after" as const,
        };
        const holds = (target: readonly number[]) => ({
          ...plan,
          lag: 0,
          decide: (_row: number, to: Float64Array) => to.set(target),
        });
        const money = (row: number) => world.prices[row * world.assets]!;
        const inMoney = {
          ...world,
          rate: new Float64Array(world.rows),
          prices: Float64Array.from(
            world.prices,
            (price, cell) => price / money(Math.floor(cell / world.assets)),
          ),
        };
        const held = simulate(world, holds([collateral, ...others.slice(1)]), same, 100);
        const kept = simulate(inMoney, holds(others), same, 100 / money(0));
        fc.pre(collateral >= 0 && held.events.length === 0 && kept.events.length === 0);
        compared++;
        for (let row = 0; row < world.rows; row++)
          expect((kept.wealth[row]! * money(row)) / held.wealth[row]!).toBeCloseTo(1, 9);
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});
