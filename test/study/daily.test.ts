import { assumptions, bp, monthly, never, strategy, study } from "assay";
import { describe, expect, it } from "vitest";
import { runStudy } from "../../src/study/run.ts";
import { accounting } from "../../strategies/accounting.ts";
import { dailyFolders } from "../daily-data.ts";
import essay from "../fixtures/essay-books.ts";

// What theory says of daily and monthly results of one static strategy. Needs daily figures, which are
// not shipped: skipped, visibly, where there are none.

const folders = dailyFolders();
const free = assumptions({
  cashRate: "billRate",
  costs: { gold: 0, qqqTotal: 0, longBond: bp(0) },
  borrow: { others: 0 },
});
const words = { title: "A test", rationale: "Daily against monthly." } as const;

const one = (mine: ReturnType<typeof strategy>, given = free) =>
  study({
    ...essay,
    from: "1999-03-31",
    to: "2025-12-31",
    strategies: [mine],
    benchmarks: [],
    regimes: [],
    pictures: [],
    chains: [],
    numeraires: essay.numeraires.filter(({ id }) => id === "usd" || id === "gold"),
    assumptions: given,
  });

async function both(mine: ReturnType<typeof strategy>) {
  const monthlyRun = await runStudy(one(mine));
  const dailyRun = await runStudy(one(mine), { frequency: "daily", directories: folders });
  return [monthlyRun.portfolios[0]!, dailyRun.portfolios[0]!] as const;
}

const total = (found: { measures: Readonly<Record<string, { totalReturn: number }>> }) =>
  1 + found.measures.usd!.totalReturn;

describe.skipIf(folders.length === 0)("daily and monthly results of one strategy", () => {
  it("are the same total for a thing bought once and held", async () => {
    const held = strategy({
      id: "held",
      ...words,
      assets: ["qqqTotal"],
      weights: { qqqTotal: 1 },
      rebalance: never,
      lag: 0,
    });
    const [months, days] = await both(held);
    expect(total(days) / total(months)).toBeCloseTo(1, 5);
  });

  it("differ in the depth of the worst fall, which monthly closes understate", async () => {
    const held = strategy({
      id: "held",
      ...words,
      assets: ["qqqTotal"],
      weights: { qqqTotal: 1 },
      rebalance: never,
      lag: 0,
    });
    const [months, days] = await both(held);
    expect(days.measures.usd!.maxDrawdown).toBeLessThan(months.measures.usd!.maxDrawdown);
    expect(days.measures.usd!.maxDrawdown).toBeCloseTo(-0.83, 2);
  });

  it("lie close for a mix that is rebalanced monthly on either", async () => {
    const mix = strategy({
      id: "mix",
      ...words,
      assets: ["gold", "qqqTotal", "longBond"],
      weights: { gold: 0.5, qqqTotal: 0.5, longBond: -0.25 },
      rebalance: monthly,
      lag: 0,
    });
    const [months, days] = await both(mix);
    expect(Math.abs(days.measures.usd!.cagr! - months.measures.usd!.cagr!)).toBeLessThan(0.003);
  });
});

describe.skipIf(folders.length === 0)("the essay on daily figures", () => {
  it("runs with every strategy, in every unit, to the last common day", async () => {
    const found = await runStudy(
      { ...essay, assumptions: accounting },
      { frequency: "daily", directories: folders },
    );
    expect(found.period).toMatchObject({
      from: "1999-03-31",
      to: "2026-06-15",
      frequency: "daily",
    });
    expect(found.portfolios.every(({ ruined }) => ruined === null)).toBe(true);
    const cash = found.portfolios.find(({ id }) => id === "cash")!;
    expect(cash.measures.usd!.cagr!).toBeGreaterThan(0.02);
    const bitcoin = found.portfolios[0]!.ledger.events.find(({ kind }) => kind === "asset start");
    expect(bitcoin?.date).toBe("2010-07-30");
  });
});
