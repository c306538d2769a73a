import { expect, test } from "vitest";
import { billIndex, bondEquivalentYield } from "../../src/series/bill.ts";
import { seriesOf } from "./series-of.ts";

test("a discount of 5 % on 91 days is a bond-equivalent yield of 5.13433676 %", () => {
  expect(bondEquivalentYield(0.05)).toBeCloseTo(0.0513433676, 10);
  expect(bondEquivalentYield(0)).toBe(0);
});

test("cash earns the rate known at the start of each stretch, a twelfth of a year a month", () => {
  const discounts = seriesOf("d", {
    "2020-01-31": 5,
    "2020-02-29": Number.NaN,
    "2020-03-31": 0,
    "2020-04-30": 4,
  });
  const index = billIndex("bills", discounts);
  expect(index.days).toHaveLength(3);
  expect(index.values[0]).toBe(100);
  expect(index.values[1]).toBe(100 * (1 + (bondEquivalentYield(0.05) * 2) / 12));
  expect(index.values[2]).toBe(index.values[1]);
});

test("between other days it earns calendar days / 365", () => {
  const index = billIndex("bills", seriesOf("d", { "2020-01-31": 5, "2020-02-03": 5 }));
  expect(index.values[1]).toBe(100 * (1 + (bondEquivalentYield(0.05) * 3) / 365));
});

test("without any known rate there is no index", () => {
  expect(() => billIndex("bills", seriesOf("d", { "2020-01-31": Number.NaN }))).toThrow(
    "bills: no bill rate is known",
  );
});
