import fc from "fast-check";
import { expect, test } from "vitest";
import { seriesIn } from "../../../src/data/column.ts";
import { adjustmentFaults } from "../../../src/data/faults/adjustments.ts";
import { readTable } from "../../../src/series/csv.ts";
import { calm, weekdaySeries } from "./days.ts";

const price = weekdaySeries("spy", 100, calm, { withIncome: "spyTotal" });

/** Prices with what was paid out since, as a download adjusts them: dividends of 1 % on some rows. */
function adjusted(dividends: readonly number[], last = 99) {
  return (row: number) =>
    calm(row) * 0.99 ** dividends.filter((paid) => paid > row && paid <= last).length;
}

const faultsOf = (at: (row: number) => number) =>
  adjustmentFaults(price, new Map([["spyTotal", weekdaySeries("spyTotal", 100, at)]]));

test("income makes the adjusted price grow faster, never slower", () => {
  expect(faultsOf(adjusted([20, 60]))).toEqual([]);
});

test("rows of a later download, put after an older one, lose the dividends of the time between", () => {
  const older = adjusted([20, 60, 80], 50);
  const later = adjusted([20, 60, 80]);
  const [fault, ...others] = faultsOf((row) => (row <= 50 ? older(row) : later(row)));
  expect(others).toEqual([]);
  expect(fault).toMatchObject({ series: "spyTotal", kind: "adjustment", severity: "warning" });
  expect(fault?.text).toBe(
    "2020-03-12: loses 1.99 % more than spy, the same without income, and does not take it back",
  );
});

test("a slip of one row is a spike, not an adjustment", () => {
  expect(faultsOf((row) => calm(row) * (row === 50 ? 0.9 : 1))).toEqual([]);
});

test("the column close of its own file tells of less, and no rounding is a fault", () => {
  const beside = weekdaySeries("close", 100, calm);
  const found = (at: (row: number) => number, rounded = (value: number) => value) =>
    adjustmentFaults(
      weekdaySeries("fund", 100, (row) => rounded(at(row)), { kind: "total", beside }),
      new Map(),
    ).map(({ series, text }) => [series, text]);
  const older = (row: number) => calm(row) * (row <= 50 ? 1 : 0.998);
  expect(found(older)).toEqual([
    [
      "fund",
      "2020-03-12: loses 0.20 % more than the column close of its file, and does not take it back",
    ],
  ]);
  expect(found(adjusted([20, 60]))).toEqual([]);
  const cents = (value: number) => Number((value / 50).toFixed(2));
  expect(found(adjusted([20, 60]), cents)).toEqual([]);
});

test("what its own file tells is not told a second time by the price alone", () => {
  const at = (row: number) => calm(row) * (row <= 50 ? 1 : 0.98);
  const total = weekdaySeries("spyTotal", 100, at, { kind: "total", beside: price });
  const byId = new Map([["spyTotal", total]]);
  expect([price, total].flatMap((one) => adjustmentFaults(one, byId))).toHaveLength(1);
});

test("the price alone is taken from a file that has both columns, for a price with its income", () => {
  const table = readTable("date,close,adjclose\n2020-01-01,,8\n2020-01-02,10,9\n", "FUND.csv");
  const inColumn = (column: string, kind: "total" | "price") =>
    seriesIn(
      "fund",
      { title: "Fund", unit: "USD", kind, origin: "test", terms: "none" },
      { file: "FUND.csv", column },
      table,
    ).beside;
  expect(Array.from(inColumn("adjclose", "total")!.values as Float64Array)).toEqual([
    Number.NaN,
    10,
  ]);
  expect(inColumn("close", "total")).toBeUndefined();
  expect(inColumn("adjclose", "price")).toBeUndefined();
});

test("no dividends, whenever they are paid, are a fault", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: 12 }), (dividends) => {
      expect(faultsOf(adjusted(dividends))).toEqual([]);
    }),
  );
});
