import { expect, test } from "vitest";
import { endFaults } from "../../../src/data/faults/ends.ts";
import { figuresOf } from "../../../src/data/faults/figures.ts";
import type { Series } from "../../../src/series/series.ts";
import { calm, weekdaySeries } from "./days.ts";

const master = weekdaySeries("spx", 200, calm);
const found = (series: Series) =>
  endFaults(figuresOf(series, master), master).map(({ text }) => text);

test("a series may end a quarter before the calendar, beside its lag and its period", () => {
  expect(found(weekdaySeries("a", 140, calm))).toEqual([]);
  expect(found(weekdaySeries("a", 120, calm))).toEqual([
    "ends on 2020-06-16 at 101.119, 112 days before the calendar does (2020-10-06)",
  ]);
  expect(found(weekdaySeries("a", 120, calm, { lag: 30 }))).toEqual([]);
  expect(found(master)).toEqual([]);
});
