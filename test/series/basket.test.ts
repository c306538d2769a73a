import { expect, test } from "vitest";
import { basketIndex } from "../../src/series/basket.ts";
import { seriesOf } from "./series-of.ts";

test("weights drift inside a month and are set anew at its last close", () => {
  const a = seriesOf("a", { "2020-01-30": 1, "2020-01-31": 2, "2020-02-03": 2, "2020-02-04": 4 });
  const b = seriesOf("b", { "2020-01-30": 1, "2020-01-31": 1, "2020-02-03": 2, "2020-02-04": 2 });
  const basket = basketIndex("ab", [
    { series: a, weight: 0.5 },
    { series: b, weight: 0.5 },
  ]);
  expect(Array.from(basket.values)).toEqual([100, 150, 225, 300]);
});

test("month by month, its return is the weighted mean of its members' returns", () => {
  const a = seriesOf("a", { "2020-01-31": 1, "2020-02-29": 2, "2020-03-31": 1 });
  const b = seriesOf("b", { "2020-01-31": 1, "2020-02-29": 1, "2020-03-31": 1 });
  const basket = basketIndex("ab", [
    { series: a, weight: 0.5 },
    { series: b, weight: 0.5 },
  ]);
  expect(Array.from(basket.values)).toEqual([100, 150, 112.5]);
});

test("only days on which all members are known count", () => {
  const a = seriesOf("a", { "2020-01-31": 1, "2020-02-29": Number.NaN, "2020-03-31": 3 });
  const b = seriesOf("b", { "2020-01-31": 1, "2020-02-29": 1, "2020-03-31": 1, "2020-04-30": 1 });
  const basket = basketIndex("ab", [
    { series: a, weight: 0.5 },
    { series: b, weight: 0.5 },
  ]);
  expect(Array.from(basket.values)).toEqual([100, 200]);
});

test("members that share no day are refused", () => {
  const a = seriesOf("a", { "2020-01-31": 1 });
  const b = seriesOf("b", { "2020-02-29": 1 });
  expect(() =>
    basketIndex("ab", [
      { series: a, weight: 0.5 },
      { series: b, weight: 0.5 },
    ]),
  ).toThrow("ab: its members share no day");
});
