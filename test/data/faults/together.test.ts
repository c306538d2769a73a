import { expect, test } from "vitest";
import { faultsOf } from "../../../src/data/faults.ts";
import { parseDay } from "../../../src/series/day.ts";
import { calm, weekdaySeries } from "./days.ts";

const master = weekdaySeries("spx", 100, calm);
const found = (at: (row: number) => number, more = {}) =>
  faultsOf([weekdaySeries("a", 100, at, more)], master)
    .filter(({ kind }) => kind === "value")
    .map(({ severity, text }) => [severity, text]);

test("many values of one sort are one fault, with their count, first and last", () => {
  expect(found((row) => (row % 4 === 0 ? 0 : calm(row)))).toEqual([
    [
      "error",
      "25 values, 2020-01-01 to 2020-05-14; the first: 2020-01-01: 0, which no price can be",
    ],
  ]);
});

test("values of another sort are told apart, and a single one stays as it is", () => {
  const broken = (row: number) =>
    row === 10 || row === 12 ? -1 : row === 11 ? Number.POSITIVE_INFINITY : calm(row);
  expect(found(broken)).toEqual([
    [
      "error",
      "2 values, 2020-01-15 to 2020-01-17; the first: 2020-01-15: -1, which no price can be",
    ],
    ["error", "2020-01-16: Infinity is not a finite number"],
  ]);
});

test("an expected value between others does not hide them", () => {
  const day = parseDay("2020-01-16", "test");
  const expected = [{ kind: "value", from: day, to: day, reason: "it is real" }];
  expect(found((row) => (row >= 10 && row <= 12 ? -1 : calm(row)), { expected })).toEqual([
    [
      "error",
      "2 values, 2020-01-15 to 2020-01-17; the first: 2020-01-15: -1, which no price can be",
    ],
    ["known", "2020-01-16: -1, which no price can be"],
  ]);
});
