import { expect, test } from "vitest";
import { figuresOf } from "../../../src/data/faults/figures.ts";
import { gapFaults } from "../../../src/data/faults/gaps.ts";
import { dayOf, formatDay } from "../../../src/series/day.ts";
import type { Series } from "../../../src/series/series.ts";
import { seriesOf } from "../../series/series-of.ts";
import { calm, weekdaySeries } from "./days.ts";

const master = weekdaySeries("spx", 60, calm);
const textsOf = (series: Series, calendar: Series) =>
  gapFaults(figuresOf(series, calendar)).map(({ text }) => text);

/** A month-end a row from January 2020 on. */
const months = (count: number, at: (row: number) => number) =>
  seriesOf(
    "m",
    Object.fromEntries(
      Array.from({ length: count }, (_, row) => [formatDay(dayOf(2020, row + 2, 0)), at(row)]),
    ),
  );

test("five missing trading days are holidays, six are a gap with its days and levels", () => {
  const without = (first: number, last: number) =>
    weekdaySeries("a", 60, (row) => (row >= first && row <= last ? undefined : row + 1));
  expect(textsOf(without(10, 14), master)).toEqual([]);
  expect(textsOf(without(10, 15), master)).toEqual([
    "no value 2020-01-15 to 2020-01-22 (6 trading days): 10 before, 17 after",
  ]);
});

test("rows that are not known are missing too, days on which the calendar is closed are not", () => {
  const unknown = weekdaySeries("a", 60, (row) => (row >= 10 && row < 16 ? Number.NaN : 1));
  expect(textsOf(unknown, master)).toHaveLength(1);
  const closed = weekdaySeries("spx", 60, (row) => (row >= 10 && row < 16 ? undefined : 1));
  expect(textsOf({ ...unknown }, closed)).toEqual([]);
});

test("the calendar itself is held against weekdays", () => {
  const closed = weekdaySeries("spx", 60, (row) => (row >= 10 && row < 16 ? undefined : 1));
  expect(textsOf(closed, closed)).toEqual([
    "no value 2020-01-15 to 2020-01-22 (6 trading days): 1 before, 1 after",
  ]);
});

test("any missing month or quarter is a gap", () => {
  const monthly = months(24, (row) => (row === 5 ? Number.NaN : row + 1));
  expect(textsOf(monthly, monthly)).toEqual(["no value 2020-06-30 (1 month): 5 before, 7 after"]);
  const quarters = months(72, (row) => (row % 3 === 2 ? row + 1 : Number.NaN));
  expect(textsOf({ ...quarters, period: "quarter" }, master)).toEqual([]);
  const lacking = months(72, (row) => (row % 3 === 2 && row !== 5 ? row + 1 : Number.NaN));
  expect(textsOf({ ...lacking, period: "quarter" }, master)).toEqual([
    "no value 2020-06-30 (1 quarter): 3 before, 9 after",
  ]);
});

test("values on days inside their months are one a month", () => {
  const inside = seriesOf(
    "high",
    Object.fromEntries(
      Array.from({ length: 30 }, (_, row) => [
        formatDay(dayOf(2020, row + 1, row % 2 === 0 ? 2 : 28)),
        row + 1,
      ]),
    ),
  );
  expect(textsOf(inside, months(40, calm))).toEqual([]);
  expect(textsOf(inside, master)).toEqual([]);
});

test("a series without most of its rows has one gap; one of few rows has none", () => {
  const early = months(200, (row) => (row < 15 || row > 190 ? 1 : Number.NaN));
  expect(textsOf(early, master)).toEqual([
    "a value on only 24 of 200 months from 2020-01-31 to 2036-08-31",
  ]);
  const few = seriesOf("few", { "2020-01-01": 1, "2020-01-02": 1, "2025-01-01": 1 });
  expect(textsOf(few, master)).toEqual([]);
});
