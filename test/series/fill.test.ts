import { expect, test } from "vitest";
import { formatDay, parseDay } from "../../src/series/day.ts";
import { fillMonths } from "../../src/series/fill.ts";
import { seriesOf } from "./series-of.ts";

const known = { "2020-01-31": 1, "2020-02-29": Number.NaN, "2020-03-31": 4 };

test("a named month is the geometric mean of its neighbours, and is recorded", () => {
  const filled = fillMonths("a", seriesOf("a", known), ["2020-02"]);
  expect(Array.from(filled.values)).toEqual([1, 2, 4]);
  expect(filled.filled).toEqual([parseDay("2020-02-29", "test")]);
});

test("a month without a row gets one", () => {
  const filled = fillMonths("a", seriesOf("a", { "2020-01-31": 1, "2020-03-31": 4 }), ["2020-02"]);
  expect(Array.from(filled.days, formatDay)).toEqual(["2020-01-31", "2020-02-29", "2020-03-31"]);
  expect(Array.from(filled.values)).toEqual([1, 2, 4]);
});

test("two named months in a row divide the way evenly", () => {
  const series = seriesOf("a", { "2020-01-31": 1, "2020-04-30": 8 });
  const { values } = fillMonths("a", series, ["2020-02", "2020-03"]);
  expect(values[1]).toBeCloseTo(2, 12);
  expect(values[2]).toBeCloseTo(4, 12);
});

test("no other gap is filled, and a month with a value keeps it", () => {
  const untouched = fillMonths("a", seriesOf("a", known), ["2020-01"]);
  expect(Array.from(untouched.values)).toEqual([1, Number.NaN, 4]);
  expect(untouched.filled).toEqual([]);
});

test("a missing neighbour is refused", () => {
  expect(() => fillMonths("a", seriesOf("a", known), ["2020-04"])).toThrow(
    "a: no positive value for 2020-05, a neighbour of a month to be filled",
  );
});
