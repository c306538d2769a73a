import { expect, test } from "vitest";
import { figuresOf } from "../../../src/data/faults/figures.ts";
import { moveFaults } from "../../../src/data/faults/moves.ts";
import type { Series } from "../../../src/series/series.ts";
import { calm, weekdaySeries } from "./days.ts";

const found = (series: Series) =>
  moveFaults(figuresOf(series, weekdaySeries("spx", 100, calm)), new Map()).map(
    ({ kind, severity, text }) => [kind, severity, text] as const,
  );
const daily = (at: (row: number) => number | undefined, more: Partial<Series> = {}) =>
  weekdaySeries("a", 100, at, more);

test("a calm series has no fault", () => {
  expect(found(daily(calm))).toEqual([]);
});

test("a level that halves for good is a jump, with its levels and how it stands out", () => {
  expect(found(daily((row) => (row < 50 ? 100 + (row % 2) : 50 + (row % 2) / 2)))).toEqual([
    [
      "jump",
      "warning",
      "2020-03-11: from 101 to 50 (-50 %), 70 times any other move within 10 rows: by about 2, as after a split of shares that was not adjusted",
    ],
  ]);
});

test("a value that the next day takes back is a spike", () => {
  expect(found(daily((row) => (row === 50 ? 150 : calm(row))))).toEqual([
    ["spike", "warning", "2020-03-11: 150 between 101.049 and 101.051"],
  ]);
});

test("a slipped decimal point is an error", () => {
  for (const slip of [10, 0.1])
    expect(found(daily((row) => calm(row) * (row === 50 ? slip : 1)))[0]!.slice(0, 2)).toEqual([
      "spike",
      "error",
    ]);
});

test("a crash among great moves is no fault, nor is a small step that stands out", () => {
  const crash = (row: number) => (row < 50 ? 100 : 70) + (row > 44 && row < 56 ? 6 * (row % 2) : 0);
  expect(found(daily(crash))).toEqual([]);
  expect(found(daily((row) => (row < 50 ? 100 : 118) + (row % 2) / 10))).toEqual([]);
});

test("yields move by points: half a point stands out where a fifth of a level does not", () => {
  const yields = (step: number) =>
    daily((row) => 0.5 + (row % 2) / 100 + (row < 50 ? 0 : step), { kind: "yield" });
  expect(found(yields(0.4))).toEqual([]);
  expect(found(yields(0.7))).toEqual([
    [
      "jump",
      "warning",
      "2020-03-11: from 0.51 to 1.2 (+0.69 points), 68 times any other move within 10 rows",
    ],
  ]);
  expect(found({ ...yields(0.7), kind: "rate" })).toEqual([]);
});

test("a move across a gap, or next to a value below zero, is not judged", () => {
  const gap = (row: number) =>
    row >= 40 && row < 50 ? undefined : calm(row) + (row < 50 ? 0 : 90);
  expect(found(daily(gap))).toEqual([]);
  expect(found(daily((row) => (row === 50 ? -36.98 : calm(row))))).toEqual([]);
});

test("where nothing else moves, any great move stands out", () => {
  expect(found(daily((row) => (row < 50 ? 25 : 50)))[0]![2]).toBe(
    "2020-03-11: from 25 to 50 (+100 %), where nothing else moves within 10 rows: by about 2, as after a split of shares that was not adjusted",
  );
});

test("a yield that changes by a factor of about 100 counts in another unit, which is an error", () => {
  const yields = (kind: "yield" | "rate", factor: (row: number) => number) =>
    found(daily((row) => (4.2 + (row % 2) / 50) * factor(row), { kind }));
  for (const kind of ["yield", "rate"] as const) {
    expect(yields(kind, (row) => (row < 50 ? 1 : 100))).toEqual([
      [
        "jump",
        "error",
        "2020-03-11: from 4.22 to 420 (+416 points), 207 times any other move within 10 rows: " +
          "by about 100, as if its unit had changed (percent for fractions, or the reverse)",
      ],
    ]);
    expect(yields(kind, (row) => (row < 50 ? 1 : 0.01))[0]!.slice(0, 2)).toEqual(["jump", "error"]);
    for (const slip of [100, 0.01])
      expect(yields(kind, (row) => (row === 50 ? slip : 1))[0]!.slice(0, 2)).toEqual([
        "spike",
        "error",
      ]);
  }
  expect(yields("yield", (row) => (row < 50 ? 1 : 50))[0]!.slice(0, 2)).toEqual([
    "jump",
    "warning",
  ]);
});
