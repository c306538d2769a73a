import fc from "fast-check";
import { expect, test } from "vitest";
import { bondIndex, bondYears, parBondReturn } from "../../src/series/bond.ts";
import { formatDay, parseDay } from "../../src/series/day.ts";
import { seriesOf } from "./series-of.ts";

const day = (text: string) => parseDay(text, "test");

test.each([
  [20, 1 / 12, 0.05, 0.05, 0.00412392],
  [20, 1 / 12, 0.05, 0.06, -0.11120601],
  [20, 1 / 12, 0.05, 0.04, 0.14053546],
  [20, 1 / 252, 0.045, 0.0455, -0.00634295],
  [20, 1 / 12, 0.16, 0.15, 0.07586205],
  [30, 1 / 12, 0.01, 0.012, -0.04931476],
  [10, 1 / 12, 0.03, 0.0307, -0.00346144],
])(
  "par bond of %d years held %d years from %d to %d earns %d",
  (maturity, years, y0, y1, earned) => {
    expect(parBondReturn(y0, y1, maturity, years)).toBeCloseTo(earned, 8);
  },
);

test("at a yield of zero it earns its coupons, and nearby yields lead there", () => {
  expect(parBondReturn(0.02, 0, 20, 1 / 12)).toBe(0.4);
  expect(parBondReturn(0.02, 1e-12, 20, 1 / 12)).toBeCloseTo(0.4, 9);
  expect(parBondReturn(0, 0, 20, 1 / 12)).toBe(0);
});

test("an unknown yield gives an unknown return", () => {
  expect(parBondReturn(Number.NaN, 0.05, 20, 1 / 12)).toBeNaN();
  expect(parBondReturn(0.05, Number.NaN, 20, 1 / 12)).toBeNaN();
});

test("equals its cash flows discounted one by one", () => {
  const rate = fc.double({ min: 0.0005, max: 0.16, noNaN: true });
  fc.assert(
    fc.property(rate, rate, fc.integer({ min: 1, max: 30 }), (y0, y1, maturity) => {
      const years = 1 / 12;
      let worth = (1 + y1 / 2) ** (-2 * (maturity - years));
      for (let k = 1; k <= 2 * maturity; k += 1)
        worth += (y0 / 2) * (1 + y1 / 2) ** (-2 * (k / 2 - years));
      expect(parBondReturn(y0, y1, maturity, years)).toBeCloseTo(worth - 1, 11);
    }),
  );
});

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
