import { monthly, strategy, study } from "assay";
import { beforeAll, describe, expect, it } from "vitest";
import type { Findings } from "../../src/study/findings.ts";
import { runStudy } from "../../src/study/run.ts";
import { spx } from "../../strategies/benchmarks.ts";
import { goldEnergyAgainstBonds, hardAssets } from "../../strategies/hard-assets.ts";
import essay from "../fixtures/essay-books.ts";

const common = { title: "Title", rationale: "None.", rebalance: monthly, inputs: [] };
const goldAlone = strategy({ ...common, id: "gold-alone", assets: ["gold"], weights: { gold: 1 } });
const byRule = strategy({
  ...common,
  id: "by-rule",
  assets: ["gold", "energy"],
  weights: () => ({ gold: 0.5, energy: 0.5 }),
});
const oneByRule = strategy({
  ...common,
  id: "one-by-rule",
  assets: ["gold", "energy"],
  weights: () => ({ gold: 0.5 }),
});
const inCash = strategy({ ...common, id: "in-cash", assets: ["gold"], weights: () => ({}) });

let found: Findings;
beforeAll(async () => {
  found = await runStudy(
    study({
      ...essay,
      from: "1999-03-31",
      to: "2026-06-30",
      strategies: [hardAssets, goldEnergyAgainstBonds, goldAlone, byRule, oneByRule, inCash],
      benchmarks: [spx],
      dispensable: ["bitcoin"],
      numeraires: essay.numeraires.filter(({ series }) => series === null),
      regimes: [],
      pictures: [],
      chains: [],
      resamples: 99,
    }),
  );
});

const worldsOf = (id: string) =>
  found.comparisons
    .find((one) => one.portfolio === id)!
    .evidence!.filter((one) => one.id.startsWith("stress-without-"));

describe("the world without the most helpful leg", () => {
  it("is found from the strategy's own legs, whatever is declared, and not asked twice", () => {
    for (const [id, best] of [
      ["hard-assets", "bitcoin"],
      ["gold-energy-bonds", "gold"],
    ] as const) {
      const { legs, sensitivity } = found.portfolios.find((one) => one.id === id)!;
      const gave = Object.values(legs!.log.assets).map(({ total }) => total);
      expect(legs!.log.assets[best]!.total).toBe(Math.max(...gave));
      const worlds = worldsOf(id);
      expect(worlds.map((one) => one.id)).toEqual(["stress-without-best-leg"]);
      expect(worlds[0]!.value).toBe(sensitivity!.without![best]!.final.spx);
    }
    expect(worldsOf("hard-assets")[0]!.title).toMatch(/without its most helpful leg, Bitcoin$/);
  });

  it("of weights that are a function is it with that weight in cash", () => {
    const { sensitivity } = found.portfolios.find(({ id }) => id === "by-rule")!;
    const [world] = worldsOf("by-rule");
    expect(world!.title).toMatch(/without its most helpful leg, Gold$/);
    expect(world!.value).toBe(sensitivity!.without.gold!.final.spx);
    expect(world!.passed).toBe(false);
  });

  it("and a function that always answers the same is known by it", () => {
    const changes = found.portfolios.map(({ id, weightChanges }) => [id, weightChanges]);
    expect(changes).toEqual(
      expect.arrayContaining([
        ["by-rule", 0],
        ["in-cash", 0],
        ["hard-assets", null],
      ]),
    );
  });

  it.each([
    ["gold-alone", "it holds nothing else"],
    ["one-by-rule", "it holds nothing else"],
    ["in-cash", "it never held anything"],
  ])("%s has none: %s", (id, why) => {
    expect(worldsOf(id)).toMatchObject([{ value: null, passed: null, why }]);
  });
});
