import { expect, test } from "vitest";
import { disagreementFaults } from "../../../src/data/faults/disagreements.ts";
import type { Series } from "../../../src/series/series.ts";
import { calm, weekdaySeries } from "./days.ts";

const index = weekdaySeries("index", 300, calm);
const found = (at: (row: number) => number | undefined, within = 0.01) => {
  const series: Series = weekdaySeries("fund", 300, at, { sameAs: { id: "index", within } });
  return disagreementFaults(series, new Map([["index", index]])).map(({ text }) => text);
};

test("another base and a fee are no disagreement", () => {
  expect(found((row) => 7 * calm(row) * 0.9999 ** row)).toEqual([]);
});

test("two days apart are one fault, with the wider of them", () => {
  expect(found((row) => calm(row) * (row === 50 ? 1.02 : row === 51 ? 0.95 : 1))).toEqual([
    "2020-03-11 to 2020-03-12: up to 5.1 % off index (on 2020-03-12), another source of the same; 1 % is allowed",
  ]);
});

test("days that only one of them has are not compared, and few say nothing", () => {
  expect(found((row) => (row === 50 ? undefined : calm(row)))).toEqual([]);
  expect(found((row) => (row < 19 ? calm(row) * (row === 5 ? 2 : 1) : undefined))).toEqual([]);
});

test("without the other source there is nothing to compare", () => {
  const alone = weekdaySeries("fund", 300, calm, { sameAs: { id: "index", within: 0.01 } });
  expect(disagreementFaults(alone, new Map())).toEqual([]);
});
