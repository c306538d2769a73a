import { describe, expect, it } from "vitest";
import { NotCovered } from "../../src/hypothesis/not-covered.ts";
import { formatDay } from "../../src/series/day.ts";
import { pathBy } from "./path-by.ts";

const values = { "2020-01-06": 3, "2020-01-07": 5, "2020-01-08": 4, "2020-01-09": 2 };
const daily = pathBy("daily", values);

describe("rows in a row", () => {
  it("give one value for each so many, on the last of their days", () => {
    const lowest = daily.rolling(3, "lowest of three", (rows) => Math.min(...rows));
    expect(lowest.title).toBe("lowest of three");
    expect(Array.from(lowest.values)).toEqual([3, 2]);
    expect(Array.from(lowest.days, formatDay)).toEqual(["2020-01-08", "2020-01-09"]);
    expect(Array.from(daily.rolling(1, "same", ([x]) => x!).values)).toEqual([3, 5, 4, 2]);
  });

  it("need as many rows, and every close", () => {
    const first = (rows: Float64Array) => rows[0]!;
    expect(() => daily.rolling(5, "x", first)).toThrow(NotCovered);
    expect(() => pathBy("sparse", values).rolling(2, "x", first)).toThrow(/every daily close/);
  });
});

describe("the part up to a day", () => {
  it("holds its row, and of months those that have ended", () => {
    expect(Array.from(daily.until("2020-01-07").values)).toEqual([3, 5]);
    expect(() => daily.until("2020-01-05")).toThrow(NotCovered);
    const months = pathBy("monthly", { "2020-01-31": 1, "2020-02-29": 2, "2020-03-31": 3 });
    expect(Array.from(months.until("2020-02-03").values)).toEqual([1]);
    expect(Array.from(months.until("2020-02-25").values)).toEqual([1]);
    expect(Array.from(months.until("2020-02-26").values)).toEqual([1, 2]);
  });
});
