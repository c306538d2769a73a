import { parseDay } from "../../src/series/day.ts";
import type { Series } from "../../src/series/series.ts";

/** A small series for tests: `seriesOf("a", { "2020-01-31": 1, "2020-02-29": 2 })`. */
export function seriesOf(
  id: string,
  values: Readonly<Record<string, number>>,
  more: Partial<Series> = {},
): Series {
  return {
    id,
    title: id,
    unit: "USD",
    kind: "price",
    days: Float64Array.from(Object.keys(values), (day) => parseDay(day, id)),
    values: Float64Array.from(Object.values(values)),
    lag: 0,
    origin: "test",
    terms: "none",
    inputs: [],
    parts: [],
    filled: [],
    faults: [],
    ...more,
  };
}
