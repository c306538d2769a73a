import { assumptions, strategy, study } from "assay";
import { describe, expect, it } from "vitest";
import { drifted, either, monthly, yearly } from "../../src/backtest/rebalance.ts";
import { runStudy } from "../../src/study/run.ts";
import { spx } from "../../strategies/benchmarks.ts";
import essay from "../fixtures/essay-books.ts";

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

async function ledgerOf(rebalance: typeof monthly) {
  const mine = strategy({
    id: "mine",
    title: "Half and half",
    rationale: "To be rebalanced.",
    assets: ["gold", "spxTotal"],
    weights: { gold: 0.5, spxTotal: 0.5 },
    rebalance,
  });
  const one = study({
    ...essay,
    from: "1999-03-31",
    to: "2026-06-30",
    strategies: [mine],
    benchmarks: [spx],
    regimes: [],
    pictures: [],
    chains: [],
  });
  const found = await runStudy(one);
  return { ...found.portfolios[0]!.ledger, years: found.period.years };
}

describe("the log of rebalances", () => {
  it("begins with the first trade, of half the wealth that it invests", async () => {
    const { rebalanceLog } = await ledgerOf(yearly);
    expect(rebalanceLog.dates.slice(0, 3)).toEqual(["1999-03-31", "1999-12-31", "2000-12-31"]);
    expect(rebalanceLog.reasons.slice(0, 3)).toEqual(["first", "calendar", "calendar"]);
    expect(rebalanceLog.turnover[0]).toBeCloseTo(0.5 / 1.0002, 12);
    expect(rebalanceLog.cost[0]).toBeCloseTo(1 - 1 / 1.0002, 12);
  });

  it("tells a drift from a date", async () => {
    const band = drifted({ absolute: 0.02, relative: 1 });
    const { rebalanceLog, events } = await ledgerOf(either(yearly, band));
    const banded = rebalanceLog.dates.filter((_, i) => rebalanceLog.reasons[i] === "band");
    expect(banded).toEqual(events.filter(({ kind }) => kind === "band").map(({ date }) => date));
    expect(banded.length).toBeGreaterThan(10);
    const dated = rebalanceLog.dates.filter((_, i) => rebalanceLog.reasons[i] === "calendar");
    expect(new Set(dated.map((date) => date.slice(5)))).toEqual(new Set(["12-31"]));
  });

  it("holds every trade: turnover and costs sum to those of the books", async () => {
    const { rebalanceLog, rebalances, turnover, costs, years } = await ledgerOf(monthly);
    expect(rebalanceLog.dates).toHaveLength(rebalances);
    expect(sum(rebalanceLog.cost)).toBeCloseTo(costs.trading, 12);
    expect(sum(rebalanceLog.turnover.slice(1)) / years).toBeCloseTo(turnover!, 12);
  });
});

describe("a ruin", () => {
  const ruined = async (recourse: boolean) => {
    const short = strategy({
      id: "mine",
      title: "Short bitcoin",
      rationale: "To be ruined.",
      assets: ["bitcoin"],
      weights: { bitcoin: -1 },
      rebalance: monthly,
    });
    const costs = { bitcoin: 0, spxTotal: 0 };
    const one = study({
      ...essay,
      from: "2010-07-31",
      to: "2026-06-30",
      strategies: [short],
      benchmarks: [spx],
      chains: [],
      pictures: [],
      assumptions: assumptions({
        cashRate: "billRate",
        costs,
        borrow: { others: 0 },
        margin: { recourse },
      }),
    });
    return runStudy(one);
  };

  it("ends statistics with a loss of everything, whether or not a debt is left", async () => {
    for (const recourse of [false, true]) {
      const { portfolios, comparisons } = await ruined(recourse);
      const [mine] = portfolios;
      expect(mine!.ruined).toBe("2010-10-31");
      expect(mine!.measures.usd!.totalReturn).toBe(-1);
      expect((mine!.wealth.gold as number[]).at(-1)).toBe(0);
      expect(mine!.legs).toBeNull();
      expect(mine!.sensitivity!.breakEven.spx).toEqual({
        borrow: null,
        costTimes: null,
        weight: {},
      });
      expect(comparisons[0]!.relativeWealth).toBe(0);
    }
  });
});
