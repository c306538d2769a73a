import { describe, expect, it } from "vitest";
import { publicationsOf } from "../../src/market/publications.ts";
import { asKnown, asMeasured } from "../../src/market/sample.ts";
import { seriesOf } from "../series/series-of.ts";

// Rows are days 10 to 15; the series is quoted on days 11 and 12 alone.
const rows = [10, 11, 12, 13, 14, 15];
const quoted = { ...seriesOf("a", {}), days: [11, 12], values: [5, 6] };

describe("asMeasured", () => {
  it("carries the last value for as long as it may, and then knows nothing", () => {
    const { values, fresh } = asMeasured(quoted, rows, 2);
    expect(Array.from(values)).toEqual([Number.NaN, 5, 6, 6, 6, Number.NaN]);
    expect(Array.from(fresh)).toEqual([0, 1, 1, 0, 0, 0]);
  });

  it("lands values between two rows on the later row", () => {
    const weekend = { ...quoted, days: [11, 12, 13], values: [5, 6, 7] };
    const { values, fresh } = asMeasured(weekend, [10, 14], 2);
    expect(Array.from(values)).toEqual([Number.NaN, 7]);
    expect(Array.from(fresh)).toEqual([0, 1]);
  });

  it("does not take an unknown value for a new one", () => {
    const gap = { ...quoted, days: [10, 11, 12], values: [5, Number.NaN, 7] };
    expect(Array.from(asMeasured(gap, rows, 5).fresh)).toEqual([1, 0, 1, 0, 0, 0]);
    expect(asMeasured(gap, rows, 5).values[1]).toBe(5);
  });
});

describe("asKnown", () => {
  it("waits for publication", () => {
    expect(
      Array.from(asKnown(publicationsOf({ ...quoted, lag: 3 }, { days: rows, maxStale: 5 }), rows)),
    ).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN, 5, 6]);
  });

  it("goes by the source's own publication days where it tells them", () => {
    expect(
      Array.from(
        asKnown(publicationsOf({ ...quoted, known: [13, 13] }, { days: rows, maxStale: 5 }), rows),
      ),
    ).toEqual([Number.NaN, Number.NaN, Number.NaN, 6, 6, 6]);
  });
});
