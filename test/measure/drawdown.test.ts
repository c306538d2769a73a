import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  drawdowns,
  longestUnderWaterDays,
  maxDrawdown,
  pain,
  timeUnderWater,
  ulcer,
  underwater,
} from "../../src/measure/drawdown.ts";
import type { DrawdownEpisode } from "../../src/measure/measures.ts";
import { dayOf, formatDay, parseDay } from "../../src/series/day.ts";
import { expectPublished } from "../fixtures/expected.ts";
import { grown, monthEnds } from "../fixtures/month-ends.ts";
import { portfolioReturns } from "../fixtures/portfolio-bacon.ts";
import { anyReturns, monthly } from "./worlds.ts";

/** Days 0, 1, 2, ... so that a length in days is a number of rows. */
const rows = (count: number) => Array.from({ length: count }, (_, row) => row);

/** Peak, trough and recovery as row numbers. */
const rowsOf = ({ peak, trough, recovery }: DrawdownEpisode) =>
  [peak, trough, recovery].map((date) => (date === null ? null : parseDay(date, "test")));

describe("underwater", () => {
  it("counts a loss in the first period: the base is a peak", () => {
    expect([...underwater([100, 90, 120, 60])]).toEqual([0, -0.09999999999999998, 0, -0.5]);
  });

  it("a rising path has no drawdown, at whatever level it starts", () => {
    expect(maxDrawdown(underwater([50, 51, 52]))).toBe(0);
    expect(maxDrawdown(underwater([1500, 1510, 1520]))).toBe(0);
  });

  it("does not take rounding for a loss", () => {
    expect(maxDrawdown(underwater([1, 1 - 1e-15, 1]))).toBe(0);
    expect(timeUnderWater(underwater([1, 1 - 1e-15, 1]))).toBe(0);
  });

  it("ruin is a fall of -1", () => {
    expect(maxDrawdown(underwater([1, 2, 0]))).toBe(-1);
  });
});

describe("drawdowns", () => {
  it("lists both falls of a short path, deepest first, the open one open", () => {
    const found = drawdowns([100, 90, 95, 100, 80], rows(5));
    expect(found.map(rowsOf)).toEqual([
      [3, 4, null],
      [0, 1, 3],
    ]);
    expect(found[0]!.depth).toBeCloseTo(-0.2, 15);
    expect(found[1]!.depth).toBeCloseTo(-0.1, 15);
  });

  it("measures lengths in calendar days, an open fall to the last row", () => {
    const days = [dayOf(2020, 1, 31), dayOf(2020, 2, 29), dayOf(2020, 3, 31), dayOf(2020, 4, 30)];
    expect(drawdowns([2, 1, 2, 1.5], days)).toEqual([
      {
        depth: -0.5,
        peak: "2020-01-31",
        trough: "2020-02-29",
        recovery: "2020-03-31",
        daysToTrough: 29,
        daysToRecovery: 31,
        days: 60,
      },
      {
        depth: -0.25,
        peak: "2020-03-31",
        trough: "2020-04-30",
        recovery: null,
        daysToTrough: 30,
        daysToRecovery: null,
        days: 30,
      },
    ]);
  });

  it("of equal peaks, troughs and depths the first counts", () => {
    expect(drawdowns([4, 4, 2, 3, 2, 4, 4, 2, 4], rows(9)).map(rowsOf)).toEqual([
      [0, 2, 5],
      [5, 7, 8],
    ]);
  });

  it("a path that never falls has none", () => {
    expect(drawdowns([1, 1, 2], rows(3))).toEqual([]);
    expect(drawdowns([1], rows(1))).toEqual([]);
  });

  it("scaling wealth changes neither depths nor dates", () => {
    const scale = fc.constantFrom(1e-9, 0.1, 3, 7e8);
    fc.assert(
      fc.property(anyReturns, scale, (returns, times) => {
        const { wealth, days } = monthly(returns);
        const scaled = Float64Array.from(wealth, (value) => value * times);
        const [plain, other] = [drawdowns(wealth, days), drawdowns(scaled, days)];
        expect(other.length).toBe(plain.length);
        for (const [i, episode] of other.entries())
          expect(episode.depth).toBeCloseTo(plain[i]!.depth, 10);
      }),
    );
  });

  it("the deepest fall is the lowest point of the underwater curve", () => {
    fc.assert(
      fc.property(anyReturns, (returns) => {
        const { wealth, days } = monthly(returns);
        const curve = underwater(wealth);
        const found = drawdowns(wealth, days);
        expect(found[0]?.depth ?? 0).toBe(maxDrawdown(curve));
        expect(maxDrawdown(curve)).toBe(Math.min(...curve));
        for (const { depth, trough } of found) {
          const row = [...(days as number[])].findIndex((day) => formatDay(day) === trough);
          expect(curve[row]).toBe(depth);
        }
      }),
    );
  });

  it("falls do not overlap, and at most one is open", () => {
    fc.assert(
      fc.property(anyReturns, (returns) => {
        const { wealth, days } = monthly(returns);
        const found = drawdowns(wealth, days).sort((a, b) => (a.peak < b.peak ? -1 : 1));
        for (let i = 1; i < found.length; i += 1) {
          expect(found[i - 1]!.recovery).not.toBeNull();
          expect(found[i]!.peak >= found[i - 1]!.recovery!).toBe(true);
        }
      }),
    );
  });
});

describe("time under water", () => {
  it("is a share of the rows after the base", () => {
    expect(timeUnderWater(underwater([100, 90, 95, 100, 80]))).toBe(0.75);
    expect(timeUnderWater(underwater([100]))).toBe(0);
  });

  it("its longest spell begins on the last day at the peak", () => {
    expect(longestUnderWaterDays([4, 4, 4, 2, 3, 4], rows(6))).toBe(3);
    expect(longestUnderWaterDays([4, 2, 4, 3, 3, 3], rows(6))).toBe(3);
    expect(longestUnderWaterDays([1, 2, 3], rows(3))).toBe(0);
  });
});

it("ulcer and pain average the depth over the rows after the base", () => {
  const depth = [0, 0, -0.3, -0.4];
  expect(ulcer(depth)).toBeCloseTo(0.5 / Math.sqrt(3), 15);
  expect(pain(depth)).toBeCloseTo(0.7 / 3, 15);
  expect([ulcer([0]), pain([0])]).toEqual([0, 0]);
});

it("Bacon's portfolio (2008)", () => {
  const wealth = grown(portfolioReturns);
  const curve = underwater(wealth);
  const found = drawdowns(wealth, rows(25));
  expectPublished(maxDrawdown(curve), "-0.1446729557");
  expect(found.map(rowsOf)).toEqual([
    [13, 18, null],
    [8, 9, 10],
    [3, 4, 5],
    [10, 11, 12],
  ]);
  expectPublished(found[0]!.depth, "-0.14467");
  expectPublished(found[1]!.depth, "-0.014");
  expectPublished(found[2]!.depth, "-0.010");
  expectPublished(found[3]!.depth, "-0.005");
  expectPublished(ulcer(curve), "0.0611842873");
  expectPublished(pain(curve), "0.0399896907");
  expect(drawdowns(wealth, monthEnds(1999, 12, 25))[0]).toMatchObject({
    peak: "2001-01-31",
    trough: "2001-06-30",
    recovery: null,
  });
});
