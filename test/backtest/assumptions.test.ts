import { describe, expect, it } from "vitest";
import { assumptions, bp } from "../../src/backtest/assumptions.ts";
import { eraOn } from "../../src/backtest/costs.ts";
import { parseDay } from "../../src/series/day.ts";

const base = {
  cashRate: "billRate",
  costs: { gold: bp(2) },
  borrow: { others: bp(50) },
} as const;
const day = (text: string) => parseDay(text, "test");

describe("assumptions", () => {
  it("are the defaults of a margin account", () => {
    expect(assumptions(base)).toMatchObject({
      startWealth: 1,
      spreads: { rebate: 0, idle: 0, debit: 0.01 },
      margin: { maintenanceLong: 0.25, maintenanceShort: 0.3, initial: 0.5, full: [] },
      noTradeBelow: 1e-4,
      seed: 1,
    });
  });

  it("charge what an era charges, multiplied before a day", () => {
    const { costs } = assumptions({
      ...base,
      costs: {
        bitcoin: [
          { until: "2012-01-01", oneWay: bp(100) },
          { until: "2014-01-01", oneWay: bp(50) },
          { oneWay: bp(20) },
        ],
      },
      earlierCosts: { before: "2013-01-01", times: 5 },
    });
    const on = (text: string) => Math.round(eraOn(costs.bitcoin!, day(text)).oneWay / bp(1));
    expect(on("2011-12-31")).toBe(500);
    expect(on("2012-01-01")).toBe(250);
    expect(on("2013-01-01")).toBe(50);
    expect(on("2014-01-01")).toBe(20);
    expect(on("2030-01-01")).toBe(20);
  });

  it("multiply a single era before a day, and leave later eras whole", () => {
    const { costs } = assumptions({ ...base, earlierCosts: { before: "1993-01-01", times: 5 } });
    expect(eraOn(costs.gold!, day("1992-12-31")).oneWay).toBeCloseTo(bp(10), 15);
    expect(eraOn(costs.gold!, day("1993-01-01")).oneWay).toBe(bp(2));
  });

  it.each([
    [{ spreads: { debt: 0.01 } }, 'unknown option "debt"; did you mean "debit"?'],
    [{ borrow: {} }, 'borrow has no "others"'],
    [
      { costs: { gold: 2 } },
      "costs of gold: 2 is a fraction of what is traded, and at most 0.5; for 2 basis points give bp(2)",
    ],
    [{ costs: { gold: -1 } }, "costs of gold: got -1; give a number from 0 to 0.5"],
    [{ costs: { gold: [{ until: "2012-01-01", oneWay: 0 }] } }, "costs of gold: the last era ends"],
    [
      { costs: { gold: [{ until: "2012-13-01", oneWay: 0 }, { oneWay: 0 }] } },
      '"2012-13-01" is not a calendar day',
    ],
    [
      {
        costs: {
          gold: [
            { until: "2014-01-01", oneWay: 0 },
            { until: "2012-01-01", oneWay: 0 },
            { oneWay: 0 },
          ],
        },
      },
      "the eras are not in order",
    ],
    [{ startWealth: 0 }, "startWealth: got 0"],
    [{ seed: 1.5 }, "seed: got 1.5; give a whole number from 0 to 4294967295"],
    [{ seed: -1 }, "seed: got -1; give a whole number"],
    [
      { spreads: { rebate: "retail" } },
      'spreads: rebate is "retail"; give a fraction a year, or "none"',
    ],
    [{ delisting: { gold: -1.3 } }, "delisting of gold: got -1.3; give a number from -1 to 10"],
    [{ sizing: "exact" }, 'sizing: unknown choice "exact"; known: after, approximate, before'],
    [{ margin: { full: "bitcoin" } }, "margin: full is bitcoin; give a list of assets"],
    [{ borrow: undefined }, "assumptions: borrow is missing"],
  ])("refuse %o", (change, message) => {
    expect(() => assumptions({ ...base, ...change } as never)).toThrow(message);
  });
});

describe("contradictions", () => {
  it.each([
    [
      { margin: { initial: 0.2 } },
      "margin: initial is 0.2, below the maintenance of 0.25 on longs",
    ],
    [
      { withholding: 0.15 },
      'withholding is 0.15, but no income is paid in cash; set dividends: "cash"',
    ],
    [{ margin: { recourse: "yes" } }, "margin: recourse: got yes; give true or false"],
    [{ dayCount: 366 }, "dayCount is 366; give 365 (bond-equivalent) or 360"],
    [
      { financing: "futures", spreads: { rebate: bp(25) } },
      'spreads: rebate is 0.0025, but financing: "futures" locks no short proceeds',
    ],
    [
      { financing: "portfolioMargin", spreads: { rebate: "none" } },
      'spreads: rebate is none, but financing: "portfolioMargin" locks no short proceeds',
    ],
    [
      { financing: "futures", spreads: { debit: bp(100) } },
      'spreads: debit is 0.01, but financing: "futures" takes no cash',
    ],
    [
      { financing: "futures", dividends: "cash" },
      'dividends: "cash" pays the income of prices, but financing: "futures" needs total returns',
    ],
    [{ margin: { haircut: 0.2 } }, "margin: haircut is 0.2, but there is no collateral"],
    [
      { financing: "portfolioMargin", collateral: "gold", margin: { full: ["gold"] } },
      'margin: full names "gold", which as the collateral has the margin of haircut',
    ],
    [{ fixedFee: 5 }, "fixedFee is 5, a sum of money, but there is no startWealth"],
  ])("are refused: %o", (change, message) => {
    expect(() => assumptions({ ...base, ...change } as never)).toThrow(message);
  });

  it("are all told together", () => {
    const both = { financing: "futures", spreads: { rebate: bp(25) }, margin: { haircut: 0.2 } };
    expect(() => assumptions({ ...base, ...both } as never)).toThrow(
      /rebate is 0\.0025.*\nassumptions: margin: haircut is 0\.2/,
    );
  });

  it("are none where an option says nothing, or where it can say something after all", () => {
    const futures = { ...base, financing: "futures" } as const;
    expect(assumptions({ ...futures, spreads: { debit: 0 } }).spreads.debit).toBe(0);
    const owing = { spreads: { debit: bp(200) }, margin: { recourse: true } };
    expect(assumptions({ ...futures, ...owing }).spreads.debit).toBe(bp(200));
    expect(assumptions({ ...base, spreads: { rebate: "none" } }).spreads.rebate).toBe("none");
  });
});
