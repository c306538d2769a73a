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
  ])("are refused: %o", (change, message) => {
    expect(() => assumptions({ ...base, ...change } as never)).toThrow(message);
  });
});
