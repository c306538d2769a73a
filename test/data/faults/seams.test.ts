import { expect, test } from "vitest";
import { seamFaults } from "../../../src/data/faults/seams.ts";
import type { Series } from "../../../src/series/series.ts";
import { spliceByReturns } from "../../../src/series/splice.ts";
import { calm, weekdaySeries } from "./days.ts";

const before = weekdaySeries("before", 60, calm);
const joined = (after: Series, proxy = false) => {
  const parts = [
    { series: before, proxy },
    { series: after, proxy: false },
  ];
  const series = { ...before, id: "joined", ...spliceByReturns("joined", parts) };
  const byId = new Map([before, after].map((one) => [one.id, one]));
  return seamFaults(series, byId).map(({ text }) => text);
};
const after = (first: number, ratioOf: (row: number) => number) =>
  weekdaySeries("after", 100, (row) => (row < first ? undefined : calm(row) * ratioOf(row)));

test("sources at a steady ratio join without a seam, whatever the ratio", () => {
  expect(joined(after(40, () => 7))).toEqual([]);
});

test("a join on a day on which the ratio was off its usual one is a seam", () => {
  expect(joined(after(40, (row) => (row === 40 ? 1.03 : 1)))).toEqual([
    "after takes over on 2020-02-26, when its ratio to what went before was 3.00 % off the days around it",
  ]);
});

test("a ratio that is off by as much on other days is no seam, nor is a join with a proxy", () => {
  expect(joined(after(40, (row) => 1 + (row % 3) / 100))).toEqual([]);
  expect(
    joined(
      after(40, (row) => (row === 40 ? 1.03 : 1)),
      true,
    ),
  ).toEqual([]);
});

test("a series that another carries on is compared with it up to the join", () => {
  const next = weekdaySeries("next", 100, (row) => calm(row) * (row === 59 ? 0.96 : 1));
  const parts = [
    { id: "own", from: before.days[0]!, proxy: false },
    { id: "next", from: before.days[59]!, proxy: false },
  ];
  const own = { ...weekdaySeries("own", 100, calm), parts };
  expect(seamFaults(own, new Map([["next", next]]))).toHaveLength(1);
  expect(seamFaults(own, new Map())).toEqual([]);
});
