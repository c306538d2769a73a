import { expect, it } from "vitest";
import { reweighted } from "../../src/study/reweighted.ts";

it("spreads what an asset gives up over its sleeve in proportion", () => {
  const weights = { gold: 0.4, coins: 0.2, shares: 0.4, bonds: -0.5 };
  expect(reweighted(weights, "coins", 0)).toEqual({
    gold: expect.closeTo(0.5, 12),
    coins: 0,
    shares: expect.closeTo(0.5, 12),
    bonds: -0.5,
  });
  expect(reweighted(weights, "coins", 0.1)).toMatchObject({ gold: expect.closeTo(0.45, 12) });
});

it("never moves weight across signs: a whole sleeve taken away is cash", () => {
  expect(reweighted({ gold: 1, bonds: -0.5 }, "bonds", 0)).toEqual({ gold: 1, bonds: 0 });
  expect(reweighted({ gold: 1, bonds: -0.5 }, "gold", 0.3)).toEqual({ gold: 0.3, bonds: -0.5 });
});

it("spreads a short over the other shorts", () => {
  expect(reweighted({ gold: 1, bonds: -0.5, yen: -0.25 }, "bonds", 0)).toEqual({
    gold: 1,
    bonds: 0,
    yen: -0.75,
  });
});
