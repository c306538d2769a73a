import { expect, test } from "vitest";
import { sharedDays } from "../../src/series/shared-days.ts";
import { seriesOf } from "./series-of.ts";

test("the days that all know, with their values and rows", () => {
  const a = seriesOf("a", { "2020-01-01": 1, "2020-01-02": 2, "2020-01-04": 4 });
  const b = seriesOf("b", { "2020-01-02": 20, "2020-01-03": 30, "2020-01-04": 40 });
  const { days, columns, rows } = sharedDays([a, b]);
  expect(Array.from(days)).toEqual([a.days[1], a.days[2]]);
  expect(columns.map((column) => Array.from(column))).toEqual([
    [2, 4],
    [20, 40],
  ]);
  expect(rows.map((own) => Array.from(own))).toEqual([
    [1, 2],
    [0, 2],
  ]);
});

test("a day that one of them does not know is not shared", () => {
  const a = seriesOf("a", { "2020-01-01": 1, "2020-01-02": Number.NaN });
  const b = seriesOf("b", { "2020-01-01": 1, "2020-01-02": 2 });
  expect(sharedDays([a, b]).days).toHaveLength(1);
});

test("no series share no days", () => {
  expect(sharedDays([]).days).toHaveLength(0);
});
