import { describe, expect, it } from "vitest";
import { breaksFound } from "../../src/hypothesis/breaks-found.ts";
import { NotCovered } from "../../src/hypothesis/not-covered.ts";
import { pathOf } from "../../src/hypothesis/path.ts";
import { formatDay } from "../../src/series/day.ts";
import { monthEnds } from "../fixtures/month-ends.ts";
import { nile } from "../fixtures/nile.ts";

// The flow of the Nile changed after its 28th value (Cobb 1978); the values stand for months here.
const flow = pathOf("flow", "monthly", monthEnds(2000, 1, nile.length), Float64Array.from(nile));
const lastBefore = "2002-04-30";

describe("the breaks of a path", () => {
  it("are dated by the last row before them, with their interval", () => {
    const { list } = breaksFound(flow, { by: "least squares", model: "level", least: 15 });
    expect(list.map(({ day }) => formatDay(day!))).toEqual([lastBefore]);
    // 25 to 32 values before the break: the interval of 1895 to 1902.
    expect(list[0]!.interval!.map(formatDay)).toEqual(["2002-01-31", "2002-08-31"]);
  });

  it("are found by segments too, without an interval", () => {
    for (const by of ["pelt", "binary"] as const) {
      const { list } = breaksFound(flow, { by, of: "mean", least: 12 });
      expect(list.map(({ day, interval }) => [formatDay(day!), interval])).toEqual([
        [lastBefore, undefined],
      ]);
    }
  });

  it("lie near a day with some part of their interval, to the day", () => {
    const found = breaksFound(flow, { by: "least squares", model: "level", least: 15 });
    expect(found.near("2003-08-31", 12).value).toBe(1);
    expect(found.near("2003-09-30", 12).value).toBe(0);
    expect(found.near("2001-01-31", 12).value).toBe(1);
    expect(found.near("2000-12-31", 12).value).toBe(0);
    expect(formatDay(found.near("2002-12-31", 12).day!)).toBe(lastBefore);
  });

  it("cannot be looked for in a few rows", () => {
    const few = pathOf("few", "monthly", monthEnds(2000, 1, 8), nile.slice(0, 8));
    expect(() => breaksFound(few, { by: "pelt", of: "mean", least: 12 })).toThrow(NotCovered);
    expect(() => breaksFound(few, { by: "least squares", model: "trend", least: 12 })).toThrow(
      NotCovered,
    );
  });
});
