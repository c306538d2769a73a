import { describe, expect, it } from "vitest";
import { simulate } from "../../src/backtest/simulate.ts";
import type { Plan, Terms, World } from "../../src/backtest/world.ts";

// Two assets over five closes of January 2020: long all of A, short half of B, traded at the closes
// of 01-06 and 01-08. Rates accrue on actual days / 360: one day, but three over the weekend.
const A = [100, 102, 101, 103, 104];
const B = [50, 49.5, 50.5, 50, 51];
const rate = 0.036;
const world: World = {
  rows: 5,
  assets: 2,
  prices: A.flatMap((price, row) => [price, B[row]!]),
  fresh: new Uint8Array(10).fill(1),
  rate: [0, rate, rate, rate, rate],
  years: [0, 3 / 360, 1 / 360, 1 / 360, 1 / 360],
};
const terms: Terms = {
  cost: A.flatMap(() => [10e-4, 5e-4]),
  borrow: [0, 0.0036],
  expense: [0, 0],
  rebateSpread: 0,
  idleSpread: 0,
  debitSpread: 0.01,
  maintenanceLong: [0.25, 0.25],
  maintenanceShort: [0.3, 0.3],
  initialMargin: [0.5, 0.5],
  noTradeBelow: 0,
  forcedTradeLag: 1,
  financing: "default",
  managementFee: 0,
  fixedFee: 0,
  recourse: false,
  sizing: "after",
  closeOut: false,
};
const plan: Plan = {
  schedule: [1, 0, 1, 0, 0], // decided on 01-03 and 01-07, traded one close later
  band: null,
  lag: 1,
  decide(_row, target) {
    target[0] = 1;
    target[1] = -0.5;
  },
};

describe("a ledger kept by hand", () => {
  const ledger = simulate(world, plan, terms, 1_000_000);
  const digits = (value: number) => Number(value.toFixed(6));

  it.each([
    // row, rebate, borrow, idle less debit, cost, wealth, cash
    [1, 0, 0, 300, 1248.813983, 999051.186017, 499525.593009],
    [2, 49.952559, 4.995256, 0, 0, 979210.097729, 499570.550312],
    [3, 50.961702, 5.09617, -1.283715, 6.277266, 1003883.354282, 501941.677141],
    [4, 50.194168, 5.019417, 0, 0, 1003636.135822, 501986.851892],
  ])("row %i", (row, rebate, borrow, idle, cost, wealth, cash) => {
    expect(digits(ledger.rebate[row]!)).toBe(rebate);
    expect(digits(ledger.borrow[row]!)).toBe(borrow);
    expect(digits(ledger.interest[row]! - ledger.financing[row]!) + 0).toBe(idle);
    expect(digits(ledger.trading[row]!)).toBe(cost);
    expect(digits(ledger.wealth[row]!)).toBe(wealth);
    expect(digits(ledger.cash[row]!)).toBe(cash);
  });

  it("holds the units that were bought and sold short", () => {
    const units = Array.from(ledger.units, digits);
    expect(units.slice(0, 2)).toEqual([0, 0]);
    expect(units.slice(2, 6)).toEqual([9794.619471, -10091.426121, 9794.619471, -10091.426121]);
    expect(units.slice(6)).toEqual([9746.440333, -10038.833543, 9746.440333, -10038.833543]);
  });

  it("found the wealth before each trade that the table gives", () => {
    const before = [1, 3].map((row) => digits(ledger.wealth[row]! + ledger.trading[row]!));
    expect(before).toEqual([1000300, 1003889.631547]);
  });
});
