import { expect, test } from "vitest";
import { bondIndex, bondYears } from "../../src/series/bond.ts";
import { accruedReturn } from "../../src/series/bond-methods.ts";
import { formatDay, parseDay } from "../../src/series/day.ts";
import { parBondReturn } from "../../src/series/par-bond.ts";
import { seriesOf } from "./series-of.ts";

const day = (text: string) => parseDay(text, "test");

test("a bond ages by twelfths between month-ends and by calendar days otherwise", () => {
  expect(bondYears(day("2020-01-31"), day("2020-02-29"))).toBe(1 / 12);
  expect(bondYears(day("2019-12-31"), day("2020-02-29"))).toBe(2 / 12);
  expect(bondYears(day("2020-02-27"), day("2020-02-28"))).toBe(1 / 365.25);
});

test("an index compounds the returns of its quote days; unknown rows are left out", () => {
  const yields = seriesOf("y", {
    "2020-01-31": 5,
    "2020-02-29": Number.NaN,
    "2020-03-31": 5,
    "2020-04-30": 6,
  });
  const index = bondIndex("b", [{ from: day("2020-01-01"), yields, maturity: 20 }]);
  expect(Array.from(index.days, formatDay)).toEqual(["2020-01-31", "2020-03-31", "2020-04-30"]);
  expect(index.values[1]).toBe(100 * (1 + parBondReturn(0.05, 0.05, 20, 2 / 12)));
  expect(index.values[2]! / index.values[1]!).toBeCloseTo(1 - 0.11120601, 8);
});

test("the new source makes the seam's return where it was quoted the day before", () => {
  const before = seriesOf("old", { "2020-01-31": 5, "2020-02-29": 5 });
  const after = seriesOf("new", { "2020-01-31": 3, "2020-02-29": 3, "2020-03-31": 4 });
  const index = bondIndex("b", [
    { from: day("2020-01-01"), yields: before, maturity: 20 },
    { from: day("2020-03-01"), yields: after, maturity: 10 },
  ]);
  expect(index.values[2]! / index.values[1]! - 1).toBeCloseTo(
    parBondReturn(0.03, 0.04, 10, 1 / 12),
    12,
  );
  expect(index.parts).toEqual([
    { id: "old", from: day("2020-01-31"), proxy: false },
    { id: "new", from: day("2020-03-31"), proxy: false },
  ]);
});

test("the old source makes it where the new one was not quoted the day before", () => {
  const before = seriesOf("old", { "2020-01-31": 5, "2020-02-29": 5, "2020-03-31": 5.1 });
  const after = seriesOf("new", { "2020-03-31": 9, "2020-04-30": 9 });
  const index = bondIndex("b", [
    { from: day("2020-01-01"), yields: before, maturity: 20 },
    { from: day("2020-03-01"), yields: after, maturity: 20 },
  ]);
  expect(index.values[2]! / index.values[1]! - 1).toBeCloseTo(
    parBondReturn(0.05, 0.051, 20, 1 / 12),
    12,
  );
});

test("a seam that no source bridges is refused with both days", () => {
  const before = seriesOf("old", { "2020-01-31": 5 });
  const after = seriesOf("new", { "2020-03-31": 9 });
  expect(() =>
    bondIndex("b", [
      { from: day("2020-01-01"), yields: before, maturity: 20 },
      { from: day("2020-03-01"), yields: after, maturity: 20 },
    ]),
  ).toThrow("b: no yield is quoted on both 2020-01-31 and 2020-03-31");
});

test("a method by name makes the returns", () => {
  const yields = seriesOf("y", { "2020-01-31": 5, "2020-02-29": 6 });
  const segments = [{ from: day("2020-01-01"), yields, maturity: 20 }];
  const index = bondIndex("b", segments, { method: "accrued" });
  expect(index.values[1]).toBe(100 * (1 + accruedReturn(0.05, 0.06, 20, 1 / 12)));
});

test("on a curve the bond is priced at the yield of the years it has left", () => {
  const ten = seriesOf("ten", { "2020-01-31": 3, "2020-02-29": 3 });
  const twenty = seriesOf("twenty", { "2020-01-31": 4, "2020-02-29": 4 });
  const curve = [
    { yields: twenty, maturity: 20 },
    { yields: ten, maturity: 10 },
  ];
  const segments = [{ from: day("2020-01-01"), yields: twenty, maturity: 20 }];
  const index = bondIndex("b", segments, { curve });
  // One point over ten years: a tenth of a point a year, so 1/120 of a point a month.
  expect(index.values[1]).toBeCloseTo(
    100 * (1 + parBondReturn(0.04, 0.04 - 0.01 / 120, 20, 1 / 12)),
    10,
  );
  const flat = [{ yields: twenty, maturity: 10 }, curve[0]!];
  expect(bondIndex("b", segments, { curve: flat }).values).toEqual(bondIndex("b", segments).values);
});

test("a curve that does not enclose the maturity is refused with the day", () => {
  const yields = seriesOf("y", { "2020-01-31": 5, "2020-02-29": 6 });
  const segments = [{ from: day("2020-01-01"), yields, maturity: 20 }];
  expect(() => bondIndex("b", segments, { curve: [{ yields, maturity: 20 }] })).toThrow(
    "b: on 2020-02-29 the curve of its roll-down is not quoted around 19.92 to 20 years; " +
      "add a shorter and a longer yield",
  );
});

test("a return at a seam is the new source's where it was quoted the day before, else the old one's", () => {
  const old = seriesOf("old", { "2020-01-31": 5, "2020-02-29": 5, "2020-03-31": 9 });
  const both = seriesOf("new", { "2020-01-31": 4, "2020-02-29": 4, "2020-03-31": 4 });
  const late = seriesOf("late", { "2020-03-31": 4 });
  const returnAtSeam = (next: typeof old) => {
    const index = bondIndex("bond", [
      { from: parseDay("2020-01-01", "test"), yields: old, maturity: 20 },
      { from: parseDay("2020-03-01", "test"), yields: next, maturity: 20 },
    ]);
    return index.values[2]! / index.values[1]! - 1;
  };
  expect(returnAtSeam(both)).toBeCloseTo(parBondReturn(0.04, 0.04, 20, 1 / 12), 12);
  expect(returnAtSeam(late)).toBeCloseTo(parBondReturn(0.05, 0.09, 20, 1 / 12), 12);
});
