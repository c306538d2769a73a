import { describe, expect, it } from "vitest";
import { simulate } from "../../src/backtest/simulate.ts";
import { riskShares } from "../../src/measure/risk-shares.ts";
import { freeTerms, holding, smallWorld } from "../backtest/small-world.ts";

describe("riskShares", () => {
  it("are by weight where assets move as one: one half each", () => {
    const world = smallWorld([
      [10, 12, 9],
      [20, 24, 18],
    ]);
    const found = riskShares(simulate(world, holding([0.5, 0.5]), freeTerms(world), 1), world, 2)!;
    expect(found.assets[0]).toBeCloseTo(0.5, 12);
    expect(found.assets[1]).toBeCloseTo(0.5, 12);
    expect(found.rest).toBeCloseTo(0, 12);
  });

  it("are all of the one that moves", () => {
    const world = smallWorld([
      [10, 12, 9],
      [20, 20, 20],
    ]);
    const found = riskShares(simulate(world, holding([0.5, 0.5]), freeTerms(world), 1), world, 2)!;
    expect(found.assets[0]).toBeCloseTo(1, 12);
    expect(found.assets[1]).toBeCloseTo(0, 12);
  });

  it("are negative for a hedge: a half short of the same asset takes back its half", () => {
    const world = smallWorld([
      [10, 11, 10],
      [10, 11, 10],
    ]);
    const found = riskShares(simulate(world, holding([1, -0.5]), freeTerms(world), 1), world, 2)!;
    expect(found.assets[0]).toBeCloseTo(2, 12);
    expect(found.assets[1]).toBeCloseTo(-1, 12);
  });

  it("are unknown where nothing varies and after ruin", () => {
    const still = smallWorld([[10, 10, 10]]);
    expect(riskShares(simulate(still, holding([1]), freeTerms(still), 1), still, 2)).toBeNull();
    const ruinous = smallWorld([[10, 25]]);
    const ruined = simulate(ruinous, holding([-1]), freeTerms(ruinous), 1);
    expect(riskShares(ruined, ruinous, 1)).toBeNull();
  });
});
