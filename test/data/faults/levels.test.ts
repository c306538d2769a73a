import { expect, test } from "vitest";
import { levelFaults } from "../../../src/data/faults/levels.ts";
import type { Series } from "../../../src/series/series.ts";
import { seriesOf } from "../../series/series-of.ts";
import { calm, weekdaySeries } from "./days.ts";

/** Month ends of 2020, some of them on no weekday. */
const ends = ["31", "29", "31", "30", "31", "30", "31", "31", "30", "31", "30", "31"].map(
  (day, month) => `2020-${String(month + 1).padStart(2, "0")}-${day}`,
);
const shipped = seriesOf("gold", Object.fromEntries(ends.map((day) => [day, 100])));
const found = (at: (row: number) => number, more: Partial<Series> = {}) =>
  levelFaults(weekdaySeries("gold", 262, at, { unit: "USD/oz", ...more }), { ...shipped, ...more });

test("daily figures in another unit than the shipped ones are an error", () => {
  const [fault, ...others] = found((row) => calm(row) / 31.1035);
  expect(others).toEqual([]);
  expect(fault).toMatchObject({ kind: "disagreement", severity: "error" });
  expect(fault?.text).toMatch(
    /^2020-01-31 to 2020-12-31: counts another unit than the shipped figures: about 0\.032\d* times them in 12 of 12 months; the first: 3\.2\d* for 100 on 2020-01-31$/,
  );
  expect(fault?.remedy).toContain("bring figures in USD/oz");
});

test("what is near, or far in a few months alone, is none", () => {
  expect(found(calm)).toEqual([]);
  expect(found((row) => calm(row) * 1.4)).toEqual([]);
  expect(found((row) => calm(row) * (row < 120 ? 2 : 1))).toEqual([]);
});

test("an index and a total have no level that means anything, and few months say nothing", () => {
  for (const kind of ["index", "total"] as const)
    expect(found((row) => calm(row) * 9, { kind })).toEqual([]);
  const few = weekdaySeries("gold", 200, (row) => calm(row) * 9);
  expect(levelFaults(few, shipped)).toEqual([]);
});
