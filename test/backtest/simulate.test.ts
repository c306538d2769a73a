import { describe, expect, it } from "vitest";
import { simulate } from "../../src/backtest/simulate.ts";
import { freeTerms, holding, smallWorld } from "./small-world.ts";

const rounded = (values: ArrayLike<number>) =>
  Array.from(values, (value) => Number(value.toFixed(10)));
const always = new Uint8Array(100).fill(1);

describe("simulate", () => {
  it("holds cash at the rate known before", () => {
    const world = smallWorld([[1, 1, 1]], { rate: [0, 0.12, 0.24] });
    const { wealth } = simulate(world, holding([0]), freeTerms(world), 100);
    expect(rounded(wealth)).toEqual([100, 101, 103.02]);
  });

  it("decides at one close and trades at the next", () => {
    // Decided at 10, bought at 20: the rise to 20 is missed, the rise to 40 is not.
    const world = smallWorld([[10, 20, 40]]);
    const { wealth, units } = simulate(world, holding([1], { lag: 1 }), freeTerms(world), 100);
    expect(rounded(wealth)).toEqual([100, 100, 200]);
    expect(rounded(units)).toEqual([0, 5, 5]);
  });

  it("compounds a daily rebalanced multiple of 2 and of -1 as the path says", () => {
    const world = smallWorld([[100, 110, 99]]);
    const at = (weight: number) =>
      simulate(world, holding([weight], { schedule: always }), freeTerms(world), 1).wealth[2]!;
    expect(at(2)).toBeCloseTo(0.96, 12);
    expect(at(-1)).toBeCloseTo(0.99, 12);
  });

  it("charges the first trade to the first return and makes no trade on the last row", () => {
    const world = smallWorld([[10, 10, 20]]);
    const terms = freeTerms(world, { cost: [0.01, 0.01, 0.01] });
    const ledger = simulate(world, holding([0.5], { schedule: always }), terms, 100);
    expect(ledger.wealth[0]).toBe(100);
    expect(ledger.wealth[1]).toBeCloseTo(100 / 1.005, 10);
    expect(ledger.trades.map(({ row }) => row)).toEqual([0]);
  });

  it("locks short proceeds: they earn the rebate and pay no debit", () => {
    const world = smallWorld(
      [
        [10, 10],
        [10, 10],
      ],
      { rate: [0, 0.12] },
    );
    const terms = freeTerms(world, { debitSpread: 0.01, borrow: [0, 0.024] });
    const { rebate, interest, financing, borrow } = simulate(world, holding([1, -0.5]), terms, 100);
    expect([rebate[1], interest[1], financing[1]].map((value) => value! + 0)).toEqual([0.5, 0, 0]);
    expect(borrow[1]).toBeCloseTo(0.1, 12);
  });

  it("pays the debit rate on what longs cost beyond wealth", () => {
    const world = smallWorld([[10, 10]], { rate: [0, 0.12] });
    const { interest, financing, wealth } = simulate(
      world,
      holding([1.5]),
      freeTerms(world, { debitSpread: 0.12 }),
      100,
    );
    expect(interest[1]).toBeCloseTo((-50 * 0.12) / 12, 12);
    expect(financing[1]).toBeCloseTo((50 * 0.12) / 12, 12);
    expect(wealth[1]).toBeCloseTo(99, 12);
  });

  it("charges fund expenses on longs and shorts alike", () => {
    const world = smallWorld([
      [10, 10],
      [10, 10],
    ]);
    const { expense } = simulate(
      world,
      holding([1, -1]),
      freeTerms(world, { expense: [0.012, 0.024] }),
      100,
    );
    expect(expense[1]).toBeCloseTo(0.1 + 0.2, 12);
  });

  it("goes back to target when a weight leaves its band, and says so", () => {
    const world = smallWorld([[10, 11, 16, 16]]);
    const plan = holding([0.5], { band: { absolute: 0.1, relative: 1, to: "target" } });
    const ledger = simulate(world, plan, freeTerms(world), 100);
    expect(ledger.rebalances).toEqual([0, 2]);
    expect(ledger.events).toEqual([{ row: 2, kind: "band", value: 80 / 130 - 0.5 }]);
    expect(ledger.units[2]! * 16).toBeCloseTo(65, 10);
  });

  it("leaves trades below the threshold undone and keeps those units", () => {
    const world = smallWorld([
      [10, 10.0001, 12],
      [10, 10, 10],
    ]);
    const plan = holding([0.5, 0.5], { schedule: always });
    const ledger = simulate(world, plan, freeTerms(world, { noTradeBelow: 1e-4 }), 100);
    expect(ledger.trades.map(({ row }) => row)).toEqual([0, 0]);
  });

  it("lets an order wait for a fresh price and trades it alone", () => {
    const fresh = [1, 1, 0, 1, 1, 1, 1, 1]; // the first asset has no price of its own on row 1
    const world = smallWorld(
      [
        [10, 10, 20, 20],
        [10, 10, 10, 10],
      ],
      { fresh },
    );
    const plan = holding([0.5, 0.5], { lag: 1 });
    const ledger = simulate(world, plan, freeTerms(world), 100);
    expect(rounded(ledger.units)).toEqual([0, 0, 0, 5, 2.5, 5, 2.5, 5]);
    expect(ledger.rebalances).toEqual([1]);
  });

  describe("margin", () => {
    // Long 200 on 100 of wealth: at 6.5 wealth is 30 and longs are 130, which demand 32.5.
    const path = [10, 6.5, 6.5, 6.5];

    it("scales every leg to the initial margin at the next close", () => {
      const world = smallWorld([path]);
      const ledger = simulate(world, holding([2]), freeTerms(world), 100);
      expect(ledger.events.map(({ row, kind }) => `${row} ${kind}`)).toEqual([
        "1 margin call",
        "2 forced trade",
      ]);
      expect(ledger.events[1]!.value).toBeCloseTo(30 / 65, 12);
      expect(rounded(ledger.units).slice(1, 3)).toEqual([20, Number((600 / 65).toFixed(10))]);
      expect(ledger.wealth[3]).toBeCloseTo(30, 10);
    });

    it("scales on the same row where rows are months", () => {
      const world = smallWorld([path]);
      const ledger = simulate(world, holding([2]), freeTerms(world, { forcedTradeLag: 0 }), 100);
      expect(ledger.events.map(({ row, kind }) => `${row} ${kind}`)).toEqual([
        "1 margin call",
        "1 forced trade",
      ]);
    });

    it("gives way to a rebalance due at the same close", () => {
      const world = smallWorld([path]);
      const plan = holding([2], {
        schedule: [1, 0, 1, 0],
        decide: (row, target) => target.fill(row === 0 ? 2 : 1),
      });
      const ledger = simulate(world, plan, freeTerms(world), 100);
      expect(ledger.events.map(({ kind }) => kind)).toEqual(["margin call"]);
      expect(ledger.rebalances).toEqual([0, 2]);
    });

    it("is cancelled where the close's own trade cures the breach", () => {
      const world = smallWorld([path]);
      const plan = holding([2], {
        schedule: [1, 1, 0, 0],
        decide: (row, target) => target.fill(row === 0 ? 2 : 1),
      });
      const ledger = simulate(world, plan, freeTerms(world), 100);
      // The call is recorded; no forced trade follows.
      expect(ledger.events.map(({ row, kind }) => `${row} ${kind}`)).toEqual(["1 margin call"]);
    });

    it("sees the breach that a waiting leg makes when it trades at last", () => {
      // Long 2.4 at 10; the short of 1.4 waits for row 1, where wealth is 86.4 and 60 + 36.3 are demanded.
      const world = smallWorld(
        [
          [10, 9.4333, 9.4333],
          [10, 10, 10],
        ],
        { fresh: [1, 0, 1, 1, 1, 1] },
      );
      const ledger = simulate(world, holding([2.4, -1.4]), freeTerms(world), 100);
      expect(ledger.events.map(({ row, kind }) => `${row} ${kind}`)).toEqual([
        "0 stale",
        "1 margin call",
      ]);
    });

    it("demands all of an asset that nobody lends against", () => {
      const world = smallWorld([[10, 9, 9, 9]]);
      const full = freeTerms(world, { maintenanceLong: [1], initialMargin: [1] });
      const ledger = simulate(world, holding([1.05]), full, 100);
      expect(ledger.events[0]).toMatchObject({ row: 0, kind: "margin call" });
    });
  });

  it("ends in ruin when wealth is gone, and stays at zero", () => {
    const world = smallWorld([[10, 25, 10, 10]]);
    const ledger = simulate(world, holding([-1]), freeTerms(world), 100);
    expect(ledger.ruin).toBe(1);
    expect(rounded(ledger.wealth)).toEqual([100, 0, 0, 0]);
    expect(ledger.events).toEqual([{ row: 1, kind: "ruin", value: -50 }]);
  });
});
