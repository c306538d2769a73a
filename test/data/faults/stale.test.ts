import { expect, test } from "vitest";
import { figuresOf } from "../../../src/data/faults/figures.ts";
import { staleFaults } from "../../../src/data/faults/stale.ts";
import type { Series } from "../../../src/series/series.ts";
import { calm, weekdaySeries } from "./days.ts";

const found = (series: Series) =>
  staleFaults(figuresOf(series, weekdaySeries("spx", 200, calm))).map(({ text }) => text);
const daily = (at: (row: number) => number, more: Partial<Series> = {}) =>
  weekdaySeries("a", 200, at, more);
const standing = (rows: number) => (row: number) =>
  calm(row >= 100 && row < 100 + rows ? 100 : row);

test("five equal rows may be, six of a series that never repeats itself may not", () => {
  expect(found(daily(standing(5)))).toEqual([]);
  expect(found(daily(standing(6)))).toEqual(["2020-05-20 to 2020-05-27: 100.1 on 6 rows"]);
});

test("a run at the end is found", () => {
  expect(found(daily((row) => calm(Math.min(row, 180))))).toEqual([
    "2020-09-09 to 2020-10-06: 100.18 on 20 rows",
  ]);
});

test("a peg that repeats itself all the time is let be", () => {
  expect(found(daily((row) => 25 + Math.floor(row / 20)))).toEqual([]);
  expect(found(daily(() => 35))).toEqual([]);
});

test("so are rates, which are set for months, and yields of zero, but not any other yield", () => {
  expect(found(daily(standing(20), { kind: "rate" }))).toEqual([]);
  const floor = (at: number) => (row: number) => (row >= 100 && row < 120 ? at : calm(row) / 100);
  expect(found(daily(floor(0), { kind: "yield" }))).toEqual([]);
  expect(found(daily(floor(0.5), { kind: "yield" }))).toHaveLength(1);
});
