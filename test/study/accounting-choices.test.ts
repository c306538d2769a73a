import { assumptions, bp, monthly, strategy, study, volatilityTarget, yearly } from "assay";
import { describe, expect, it } from "vitest";
import { runStudy } from "../../src/study/run.ts";
import essay from "../fixtures/essay-books.ts";

// Every choice of accounting that a study can make, on the shipped figures.

const words = { title: "A test", rationale: "To see one choice at work." } as const;
const base = { cashRate: "billRate", costs: {}, borrow: { others: 0 } } as const;
const costs = {
  spx: 0,
  qqq: 0,
  ndx: 0,
  spxTotal: bp(2),
  qqqTotal: 0,
  gold: bp(2),
  longBond: bp(3),
  amlp: 0,
} as const;

const hold = (id: "spxTotal" | "spx" | "qqq" | "ndx" | "amlp", more = {}) =>
  strategy({
    id: "mine",
    ...words,
    assets: [id],
    weights: { [id]: 1 },
    rebalance: monthly,
    ...more,
  });

const goldAgainstBonds = strategy({
  id: "mine",
  ...words,
  assets: ["gold", "longBond"],
  weights: { gold: 1, longBond: -1 },
  rebalance: monthly,
});

async function wealthOf(
  mine: ReturnType<typeof strategy>,
  choice: Partial<Parameters<typeof assumptions>[0]> = {},
  options = {},
) {
  const given = assumptions({ ...base, costs, ...choice });
  const one = study({
    ...essay,
    from: "1999-03-31",
    to: "2026-06-30",
    strategies: [mine],
    benchmarks: [],
    regimes: [],
    pictures: [],
    assumptions: given,
  });
  const found = await runStudy(one, options);
  return {
    ...found.portfolios[0]!,
    period: found.period,
    words: found.assumptions.words,
    final: (found.portfolios[0]!.wealth.usd as number[]).at(-1)!,
  };
}

describe("dividends", () => {
  it("are refused to vanish: a price index of shares is no asset by default", async () => {
    await expect(wealthOf(hold("spx"))).rejects.toThrow(
      'asset "spx" is a price without its dividends, which nobody would get; hold "spxTotal", or set dividends: "cash"',
    );
  });

  it("paid in cash and reinvested the same month end give the total return to 1e-6", async () => {
    const total = await wealthOf(hold("spxTotal"), { costs: { ...costs, spxTotal: 0 } });
    const cash = await wealthOf(hold("spx"), { dividends: "cash", noTradeBelow: 0 });
    expect(cash.final / total.final).toBeCloseTo(1, 6);
  });

  it("cannot be paid where no series has them", async () => {
    await expect(wealthOf(hold("ndx"), { dividends: "cash" })).rejects.toThrow(
      "no series of the catalog has them",
    );
  });
});

describe("ids and kinds", () => {
  it("names every id that the catalog does not have, with its place, all together", async () => {
    const given = {
      costs: { ...costs, glod: 0 },
      borrow: { others: 0, longBonds: 0 },
      expenses: { gld: 0.004 },
    };
    await expect(wealthOf(hold("spxTotal"), given as never)).rejects.toThrow(
      [
        'assumptions: costs: unknown series "glod"; did you mean "gold"?',
        'assumptions: borrow: unknown series "longBonds"; did you mean "longBond"?',
      ].join("\n"),
    );
  });

  it.each([
    ["dgs10", 'asset "dgs10" cannot be held: it is a yield (percent)'],
    ["cpi", 'asset "cpi" cannot be held: it is an index'],
    ["wti", 'asset "wti" cannot be held: spot oil cannot be kept in an account'],
  ])("lets nobody hold %s", async (asset, message) => {
    const mine = hold(asset as never);
    await expect(wealthOf(mine, { costs: { ...costs, [asset]: 0 } })).rejects.toThrow(message);
  });

  it("charges no fund fee on a total return", async () => {
    await expect(wealthOf(hold("spxTotal"), { expenses: { spxTotal: 0.001 } })).rejects.toThrow(
      'expenses: "spxTotal" is a total return, which bears its costs already',
    );
  });

  it("refuses a cash rate in percent", async () => {
    await expect(wealthOf(hold("spxTotal"), { cashRate: "dtb3" })).rejects.toThrow(
      'cash rate "dtb3" is 4.37 on 1999-03-31; that looks like percent, give a series in fractions a year',
    );
  });
});

describe("a seed", () => {
  it.each([1.5, -1, 2 ** 32])("of %d is refused for a run, as in the assumptions", async (seed) => {
    await expect(wealthOf(hold("spxTotal"), {}, { seed })).rejects.toThrow(
      `seed: got ${seed}; give a whole number from 0 to 4294967295`,
    );
  });
});

describe("short proceeds", () => {
  it("without a rebate earn nothing, and the findings say so in words", async () => {
    const retail = await wealthOf(goldAgainstBonds, { spreads: { rebate: "none" } });
    const institutional = await wealthOf(goldAgainstBonds);
    expect(retail.ledger.interest.rebate).toBe(0);
    expect(retail.final).toBeLessThan(institutional.final);
    const cash = retail.words.find(({ topic }) => topic === "Cash")!;
    expect(cash.text).toContain("short proceeds are locked, earn nothing, and may not pay");
  });
});

describe("the last row and the size of a trade", () => {
  it("costs a closing trade only where the study pays it", async () => {
    const [kept, closed] = [
      await wealthOf(hold("spxTotal")),
      await wealthOf(hold("spxTotal"), { closeOut: true }),
    ];
    expect(closed.final / kept.final).toBeCloseTo(1 - 0.0002, 9);
  });

  it("sizes targets on wealth after costs, exactly or but for the square of a cost", async () => {
    const [exact, once] = [
      await wealthOf(goldAgainstBonds),
      await wealthOf(goldAgainstBonds, { sizing: "approximate" }),
    ];
    expect(once.final).not.toBe(exact.final);
    expect(once.final / exact.final).toBeCloseTo(1, 5);
  });

  it("sizes targets on wealth before costs where asked, and pays them out of cash", async () => {
    const before = await wealthOf(hold("spxTotal"), { sizing: "before" });
    const after = await wealthOf(hold("spxTotal"));
    expect(before.ledger.costs.financing).toBeGreaterThan(after.ledger.costs.financing);
  });
});

describe("financing", () => {
  it("refuses futures on a price without its dividends", async () => {
    await expect(wealthOf(hold("qqq"), { financing: "futures" })).rejects.toThrow(
      'asset "qqq" is a price without its dividends, and futures need total returns',
    );
  });

  it("by futures gives what funded books without spreads give", async () => {
    const free = {
      costs: { ...costs, gold: 0, longBond: 0 },
      noTradeBelow: 0,
      spreads: { debit: 0 },
    };
    const funded = await wealthOf(goldAgainstBonds, free);
    const futures = await wealthOf(goldAgainstBonds, { ...free, financing: "futures" });
    expect(futures.final / funded.final).toBeCloseTo(1, 9);
  });

  it("in gold as collateral holds gold where there would be cash", async () => {
    const found = await wealthOf(goldAgainstBonds, {
      financing: "portfolioMargin",
      collateral: "gold",
    });
    expect(found.composition[0]!.weights).toEqual({ gold: 2, longBond: -1 });
    expect(Math.abs(found.attribution!.cash!)).toBeLessThan(0.01);
  });

  it("refuses collateral under locked proceeds, with the reason", () => {
    expect(() => assumptions({ ...base, costs, collateral: "gold" })).toThrow(
      'collateral "gold" needs financing: "portfolioMargin", because there are no cash proceeds to lock',
    );
  });
});

describe("a volatility target", () => {
  const scaled = (target: number | { like: "spxTotal" }) =>
    strategy({
      id: "mine",
      ...words,
      assets: ["spxTotal"],
      weights: { spxTotal: 1 },
      rebalance: monthly,
      overlay: volatilityTarget({ target }),
    });

  it("brings the volatility near its target, decided a month before", async () => {
    const found = await wealthOf(scaled(0.1));
    expect(found.measures.usd!.volatility!).toBeGreaterThan(0.08);
    expect(found.measures.usd!.volatility!).toBeLessThan(0.125);
    expect(found.ledger.events[0]!.text).toBe("bought 1 row after the decision");
  });

  it("is the portfolio itself where it is to be as volatile as itself", async () => {
    const found = await wealthOf(scaled({ like: "spxTotal" }), {
      costs: { ...costs, spxTotal: 0 },
    });
    const plain = await wealthOf(hold("spxTotal", { lag: 1 }), {
      costs: { ...costs, spxTotal: 0 },
    });
    expect(found.measures.usd!.volatility! / plain.measures.usd!.volatility!).toBeCloseTo(1, 1);
  });
});

describe("late and ended assets", () => {
  it("truncate the whole run to the youngest asset where a strategy says so", async () => {
    const found = await wealthOf(hold("amlp", { lateAssets: "truncate" }));
    expect(found.period.from).toBe("2010-08-31");
  });
});

describe("rebalancing", () => {
  it("yearly trades less than monthly", async () => {
    const half = (rebalance: typeof monthly) =>
      strategy({
        id: "mine",
        ...words,
        assets: ["gold", "spxTotal"],
        weights: { gold: 0.5, spxTotal: 0.5 },
        rebalance,
      });
    const [often, seldom] = [await wealthOf(half(monthly)), await wealthOf(half(yearly))];
    expect(seldom.ledger.rebalances).toBe(28);
    expect(often.ledger.turnover!).toBeGreaterThan(seldom.ledger.turnover!);
  });
});
