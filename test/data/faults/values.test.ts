import { expect, test } from "vitest";
import { knownOf } from "../../../src/data/faults/figures.ts";
import { valueFaults } from "../../../src/data/faults/values.ts";
import type { SeriesKind } from "../../../src/series/series.ts";
import { seriesOf } from "../../series/series-of.ts";

const found = (values: Readonly<Record<string, number>>, kind: SeriesKind) => {
  const series = seriesOf("a", values, { kind });
  return valueFaults(knownOf(series)).map(({ severity, text }) => [severity, text]);
};

test("a price or an index is above zero, a yield and an amount may be anything finite", () => {
  const values = { "2020-01-01": 1, "2020-01-02": 0, "2020-01-03": -36.98 };
  expect(found(values, "price")).toEqual([
    ["error", "2020-01-02: 0, which no price can be"],
    ["error", "2020-01-03: -36.98, which no price can be"],
  ]);
  expect(found(values, "total")[0]).toEqual(["error", "2020-01-02: 0, which no index can be"]);
  for (const kind of ["yield", "rate", "amount"] as const) expect(found(values, kind)).toEqual([]);
});

test("infinity is no value, an unknown one is no fault, but some value must be known", () => {
  expect(found({ "2020-01-01": 1, "2020-01-02": Number.POSITIVE_INFINITY }, "rate")).toEqual([
    ["error", "2020-01-02: Infinity is not a finite number"],
  ]);
  expect(found({ "2020-01-01": 1, "2020-01-02": Number.NaN }, "price")).toEqual([]);
  expect(found({ "2020-01-01": Number.NaN }, "price")).toEqual([["error", "no value is known"]]);
});
