import { expect, it } from "vitest";
import type { Leg, LegsFinding } from "../../src/study/findings.ts";
import { waterfallsOf } from "../../src/study/waterfall.ts";

const leg = (parts: Partial<Leg>): Leg => ({
  ...{ price: 0, income: null, financing: 0, borrow: 0, expense: 0, trading: 0, total: 0 },
  ...parts,
});

const found: LegsFinding = {
  assets: {
    gold: leg({ price: 10, financing: -2, expense: -1, trading: -0.5, total: 6.5 }),
    bonds: leg({ price: -4, income: 1, financing: 1.5, borrow: -0.25, total: -1.75 }),
  },
  riskless: 3,
  spreads: -0.75,
  management: -0.5,
  total: 6.5,
};

it("gathers gains by asset, interest of all and costs of all: 10 - 3 + 1.75 - 2.25 = 6.5", () => {
  const [whole, bust] = waterfallsOf({
    id: "p",
    legs: { money: found, log: found, phases: { bust: found } },
  });
  expect(whole).toEqual({
    ...{ portfolio: "p", phase: null },
    assets: { gold: 10, bonds: -3 },
    ...{ financing: 1.75, costs: -2.25, total: 6.5 },
  });
  expect(bust?.phase).toBe("bust");
});

it("is nothing after ruin", () => {
  expect(waterfallsOf({ id: "p", legs: null })).toEqual([]);
});
