import { monthly, never, strategy, volatilityTarget } from "assay";
import { describe, expect, it } from "vitest";

const words = { title: "A test", rationale: "To see it refused." } as const;

describe("strategy", () => {
  it("fills in what was not said", () => {
    const made = strategy({
      id: "a",
      ...words,
      assets: ["gold"],
      weights: { gold: 1 },
      rebalance: monthly,
    });
    expect(made).toMatchObject({ inputs: [], lateAssets: "sleeve", lag: undefined });
  });

  it("refuses a misspelt asset, at compile time and when it is run", () => {
    expect(() =>
      strategy({
        id: "a",
        ...words,
        assets: ["gold", "bitcoin"],
        // @ts-expect-error "bitcon" is not among the assets
        weights: { gold: 0.5, bitcon: 0.5 },
        rebalance: monthly,
      }),
    ).toThrow(
      'a: the weights name "bitcon", which is not among the assets; did you mean "bitcoin"?',
    );
    expect(() =>
      strategy({
        id: "a",
        ...words,
        assets: ["gold", "longBond"],
        // @ts-expect-error silver is not among the assets
        weights: { silver: 1 },
        rebalance: monthly,
      }),
    ).toThrow(
      'a: the weights name "silver", which is not among the assets; add it to assets, which are "gold" and "longBond", or leave it out',
    );
    // @ts-expect-error "glod" is no series of the catalog (found when a study is run)
    strategy({ id: "a", ...words, assets: ["glod"], weights: {}, rebalance: monthly });
  });

  it("lets a view read declared series alone", () => {
    strategy({
      id: "a",
      ...words,
      assets: ["gold"],
      inputs: ["m2"],
      weights: (view) => {
        view.price("m2");
        // @ts-expect-error silver was not declared
        view.knows("silver");
        return { gold: 1 };
      },
      rebalance: monthly,
    });
  });

  it("refuses a misspelt option with the nearest right one", () => {
    expect(() =>
      strategy({
        id: "a",
        ...words,
        assets: ["gold"],
        weights: { gold: 1 },
        // @ts-expect-error no such option
        rebalence: monthly,
      }),
    ).toThrow('a: unknown option "rebalence"; did you mean "rebalance"?');
  });

  it.each([
    [{ weights: { gold: Number.NaN } }, "a: the weight of gold is NaN; give a fraction of wealth"],
    [{ weights: null }, "a: weights are null; give a number by asset"],
    [{ assets: ["gold", "gold"] }, 'a: assets: "gold" occurs twice'],
    [{ rebalance: undefined }, "a: rebalance is missing"],
    [
      { lateAssets: "ignore" },
      'a: lateAssets: unknown choice "ignore"; known: sleeve, cash, truncate',
    ],
    [
      { rebalance: never, overlay: volatilityTarget({ target: 0.1 }) },
      'a: overlay scales weights when they are rebalanced, and rebalance is "never"',
    ],
    [{ lag: 0.5 }, "a: lag is 0.5; give a whole number of rows"],
    [{ lag: -1 }, "a: lag: got -1; give a number from 0 to 252"],
    [{ id: "no spaces" }, 'strategy: id "no spaces" is not usable'],
  ])("refuses %o", (change, message) => {
    const spec = { id: "a", ...words, assets: ["gold"], weights: { gold: 1 }, rebalance: monthly };
    expect(() => strategy({ ...spec, ...change } as never)).toThrow(message);
  });
});
