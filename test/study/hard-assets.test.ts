import { study } from "assay";
import { beforeAll, expect, it } from "vitest";
import { openCatalog } from "../../src/data/open.ts";
import { formatDay } from "../../src/series/day.ts";
import type { PortfolioFinding } from "../../src/study/findings.ts";
import { runStudy } from "../../src/study/run.ts";
import { cash } from "../../strategies/benchmarks.ts";
import {
  hardAssets,
  hardAssetsInUptrend,
  hardAssetsVolatilityOfShares,
} from "../../strategies/hard-assets.ts";
import essay from "../fixtures/essay-books.ts";

let scaled: PortfolioFinding;
let trend: PortfolioFinding;
let plain: PortfolioFinding;
beforeAll(async () => {
  const one = study({
    ...essay,
    from: "1999-03-31",
    to: "2026-06-30",
    strategies: [hardAssets, hardAssetsVolatilityOfShares, hardAssetsInUptrend],
    benchmarks: [cash],
    pictures: [],
    chains: [],
  });
  const { portfolios } = await runStudy(one);
  [plain, scaled, trend] = portfolios as [PortfolioFinding, PortfolioFinding, PortfolioFinding];
});

it("the bet in an uptrend is held while gold stands above its last ten month-ends", async () => {
  const source = await openCatalog(essay.catalog, { frequency: "monthly", directories: [] });
  const gold = await source.series("gold");
  const days = Array.from(gold.days, formatDay);
  const isUp = (date: string) => {
    const row = days.indexOf(date);
    const ends = Array.from({ length: 10 }, (_, back) => gold.values[row - back]!);
    return ends[0]! > ends.reduce((sum, price) => sum + price, 0) / 10;
  };
  const isHeld = (weights: Readonly<Record<string, number>>) =>
    Object.values(weights).some((weight) => weight !== 0);
  for (const { from, decided, weights } of trend.composition)
    if (decided !== null) {
      expect(isHeld(weights)).toBe(isUp(decided));
      expect(days.indexOf(from) - days.indexOf(decided)).toBe(1);
    }
  expect(trend.composition[0]).toMatchObject({ from: "1999-03-31", decided: null });
  expect(trend.weightChanges).toBeGreaterThan(20);
  expect(plain.weightChanges).toBeNull();
  expect(trend.composition.length).toBeGreaterThan(20);
});

it("the scaled bet keeps its proportions, and moves less than the bet itself", () => {
  for (const { decided, weights } of scaled.composition) {
    if (decided === null) continue;
    const { longBond, ...long } = weights;
    const sleeve = Object.values(long).reduce((sum, weight) => sum + weight, 0);
    expect(longBond! / sleeve).toBeCloseTo(-0.5, 12);
    expect(sleeve).toBeLessThanOrEqual(2);
  }
  expect(scaled.measures.usd!.volatility!).toBeLessThan(plain.measures.usd!.volatility!);
});
