import fc from "fast-check";
import { expect, test } from "vitest";
import { adjustmentFaults } from "../../../src/data/faults/adjustments.ts";
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

test("no dividends, whenever they are paid, are a fault", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: 12 }), (dividends) => {
      expect(faultsOf(adjusted(dividends))).toEqual([]);
    }),
  );
});
