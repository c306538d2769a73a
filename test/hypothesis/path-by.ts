import { type Path, pathOf } from "../../src/hypothesis/path.ts";
import type { Grain } from "../../src/hypothesis/reach.ts";
import { parseDay } from "../../src/series/day.ts";

/** A small path for tests: `pathBy("daily", { "2020-01-02": 1, "2020-01-03": 2 })`. */
export function pathBy(grain: Grain, values: Readonly<Record<string, number>>, title = "x"): Path {
  const days = Float64Array.from(Object.keys(values), (day) => parseDay(day, title));
  return pathOf(title, grain, days, Float64Array.from(Object.values(values)));
}
