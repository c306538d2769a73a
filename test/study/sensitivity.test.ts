import { study } from "assay";
import { beforeAll, describe, expect, it } from "vitest";
import type { Assumptions } from "../../src/backtest/assumptions.ts";
import type { Strategy, Weights } from "../../src/backtest/strategy.ts";
import type { View } from "../../src/market/view.ts";
import type { Findings, PortfolioFinding } from "../../src/study/findings.ts";
import { reweighted } from "../../src/study/reweighted.ts";
import { runStudy } from "../../src/study/run.ts";
import { accounting } from "../../strategies/accounting.ts";
import { cash, gold, qqq, spx } from "../../strategies/benchmarks.ts";
import {
  goldEnergyAgainstBonds,
  hardAssets,
  hardAssetsInUptrend,
  hardAssetsVolatilityOfShares,
} from "../../strategies/hard-assets.ts";
import essay from "../fixtures/essay-books.ts";

// What the sensitivity says is put back into the study, which is run again as any user would.

async function run(
  strategies: readonly Strategy[],
  assumptions: Assumptions = accounting,
): Promise<Findings> {
  const one = study({
    ...essay,
    from: "1999-03-31",
    to: "2026-06-30",
    strategies,
    benchmarks: [spx, qqq, gold, cash],
    numeraires: essay.numeraires.filter(({ series }) => series === null),
    regimes: [],
    pictures: [],
    chains: [],
    assumptions,
  });
  return runStudy(one);
}

const relative = (found: Findings, portfolio: string, benchmark: string) =>
  found.comparisons.find((one) => one.portfolio === portfolio && one.benchmark === benchmark)!
    .relativeWealth!;

const withBorrow = (fee: number): Assumptions => ({ ...accounting, borrow: { others: fee } });
const withCosts = (times: number, borrowTimes = 1): Assumptions => ({
  ...accounting,
  costs: Object.fromEntries(
    Object.entries(accounting.costs).map(([asset, eras]) => [
      asset,
      eras.map((era) => ({ ...era, oneWay: era.oneWay * times })),
    ]),
  ),
  borrow: Object.fromEntries(
    Object.entries(accounting.borrow).map(([asset, fee]) => [asset, fee * borrowTimes]),
  ),
});
const changed = (strategy: Strategy, asset: string, to: number): Strategy => ({
  ...strategy,
  weights: reweighted(strategy.weights as Record<string, number>, asset, to),
});

const strategies = [
  hardAssets,
  goldEnergyAgainstBonds,
  hardAssetsVolatilityOfShares,
  hardAssetsInUptrend,
];
const named = new Map(strategies.map((one) => [one.id, one]));
let findings: Findings;
let portfolios: readonly PortfolioFinding[];
beforeAll(async () => {
  findings = await run(strategies);
  portfolios = findings.portfolios.filter(({ role }) => role === "strategy");
});

describe("break-evens", () => {
  const all = (kind: "borrow" | "costTimes") =>
    portfolios.flatMap(({ id, sensitivity }) =>
      Object.entries(sensitivity!.breakEven).flatMap(([rival, found]) =>
        found[kind] === null ? [] : [{ id, rival, at: found[kind] }],
      ),
    );

  it("of the borrow fee leave nothing between strategy and benchmark", async () => {
    const found = all("borrow");
    expect(found.map(({ id, rival }) => `${id} ${rival}`)).toEqual(
      expect.arrayContaining(["hard-assets spx", "hard-assets-vol qqq"]),
    );
    for (const { id, rival, at } of found)
      expect(relative(await run([named.get(id)!], withBorrow(at)), id, rival)).toBeCloseTo(1, 6);
  });

  it("of trading costs leave nothing, the benchmark paying as many times its own", async () => {
    const found = all("costTimes");
    expect(found.map(({ id, rival }) => `${id} ${rival}`)).toContain("hard-assets-trend spx");
    for (const { id, rival, at } of found)
      expect(relative(await run([named.get(id)!], withCosts(at)), id, rival)).toBeCloseTo(1, 6);
  });

  it("of a weight leave nothing, the rest spread over the sleeve", async () => {
    const at = portfolios[0]!.sensitivity!.breakEven.qqq!.weight!.bitcoin!;
    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThan(0.1);
    const found = await run([changed(hardAssets, "bitcoin", at)]);
    expect(relative(found, "hard-assets", "qqq")).toBeCloseTo(1, 6);
  });

  it("are null where none is in range: a strategy that lost has no cost low enough", () => {
    expect(portfolios[1]!.sensitivity!.breakEven.qqq).toEqual({
      borrow: null,
      costTimes: null,
      weight: { gold: null, xle: null },
    });
  });
});

describe("variations", () => {
  it("without each asset are the run of the strategy so declared, overlay and all", async () => {
    for (const strategy of [hardAssets, hardAssetsVolatilityOfShares]) {
      const { without } = portfolios.find(({ id }) => id === strategy.id)!.sensitivity!;
      expect(Object.keys(without)).toEqual(strategy.assets);
      for (const [asset, variation] of Object.entries(without)) {
        const again = await run([changed(strategy, asset, 0)]);
        expect(variation!.cagr).toBeCloseTo(again.portfolios[0]!.measures.usd!.cagr!, 12);
        for (const [rival, final] of Object.entries(variation!.final))
          expect(final! / relative(again, strategy.id, rival)).toBeCloseTo(1, 12);
      }
    }
  });

  it("with costs doubled are the study under doubled costs, benchmarks and all", async () => {
    const again = await run(strategies, withCosts(2, 2));
    for (const { id, sensitivity } of portfolios)
      for (const [rival, final] of Object.entries(sensitivity!.costsDoubled!.final))
        expect(final! / relative(again, id, rival)).toBeCloseTo(1, 12);
  });

  it("at no cost gain at least what the costs took", () => {
    for (const { id, sensitivity, ledger } of portfolios) {
      const actual = findings.portfolios.find((one) => one.id === id)!.measures.usd!.cagr!;
      expect(sensitivity!.zeroCosts!.cagr!).toBeGreaterThan(actual);
      expect(sensitivity!.zeroCosts!.cagr! - actual).toBeCloseTo(ledger.costDrag.all!, 12);
    }
  });

  it("of a weight function are that function with the weight of the asset at zero", async () => {
    const { without } = portfolios.at(-1)!.sensitivity!;
    const asks = hardAssetsInUptrend.weights as (view: View) => Weights;
    expect(Object.keys(without)).toEqual(hardAssetsInUptrend.assets);
    for (const asset of ["gold", "longBond"]) {
      const alone: Strategy = {
        ...hardAssetsInUptrend,
        weights: (view) => ({ ...asks(view), [asset]: 0 }),
      };
      const again = await run([alone]);
      expect(without[asset]!.cagr).toBeCloseTo(again.portfolios[0]!.measures.usd!.cagr!, 12);
    }
  });

  it("of a signal are it traded a row sooner, at the same close, and a row later", async () => {
    const { timing } = portfolios.at(-1)!.sensitivity!;
    expect(timing.map(({ id, lag }) => [id, lag])).toEqual([
      ["sooner", 0],
      ["later", 2],
    ]);
    for (const { lag, run: found } of timing) {
      const again = await run([{ ...hardAssetsInUptrend, lag }]);
      expect(found!.cagr).toBeCloseTo(again.portfolios[0]!.measures.usd!.cagr!, 12);
      expect(found!.final.spx! / relative(again, "hard-assets-trend", "spx")).toBeCloseTo(1, 12);
    }
    expect(portfolios[0]!.sensitivity!.timing).toEqual([]);
    const atClose = await run([{ ...hardAssetsInUptrend, lag: 0 }]);
    expect(atClose.portfolios[0]!.sensitivity!.timing.map(({ lag }) => lag)).toEqual([1]);
  });

  it("traded later are a condition for a signal alone", () => {
    const ids = (portfolio: string) =>
      findings.comparisons
        .find((one) => one.portfolio === portfolio)!
        .evidence!.map(({ id }) => id);
    expect(ids("hard-assets-trend")).toContain("stress-later");
    expect(ids("hard-assets")).not.toContain("stress-later");
  });

  it("of weights at break-even are for constant weights alone, and none are for benchmarks", () => {
    const trend = portfolios.at(-1)!.sensitivity!;
    expect(trend.breakEven.spx!.weight).toBeNull();
    for (const { role, sensitivity } of findings.portfolios)
      expect(sensitivity === null).toBe(role === "benchmark");
  });
});
