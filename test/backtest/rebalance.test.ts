import { describe, expect, it } from "vitest";
import {
  drifted,
  either,
  monthly,
  quarterly,
  scheduleOf,
  yearly,
} from "../../src/backtest/rebalance.ts";
import { bandWidth } from "../../src/backtest/world.ts";
import { dayOf } from "../../src/series/day.ts";
import { monthEnds } from "../fixtures/month-ends.ts";

const rows = (schedule: Uint8Array) =>
  Array.from(schedule.keys()).filter((row) => schedule[row] === 1);

describe("scheduleOf", () => {
  const months = monthEnds(1999, 11, 9); // November 1999 to July 2000

  it("decides every month on monthly rows, but never on the last", () => {
    expect(rows(scheduleOf("month", months))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it("decides at the ends of quarters and of years, and on the first row", () => {
    expect(rows(scheduleOf("quarter", months))).toEqual([0, 1, 4, 7]);
    expect(rows(scheduleOf("year", months))).toEqual([0, 1]);
    expect(rows(scheduleOf(null, months))).toEqual([0]);
  });

  it("decides on the last trading day of the week", () => {
    // Friday 2020-01-03, Monday to Thursday with Friday a holiday, the Monday after.
    const days = [3, 6, 7, 8, 9, 13].map((day) => dayOf(2020, 1, day));
    expect(rows(scheduleOf("week", days))).toEqual([0, 4]);
  });
});

describe("rebalancing rules", () => {
  it("say in words what they do", () => {
    expect(drifted().text).toBe("on a drift of 5 points or 25 % of target");
    expect(either(quarterly, drifted({ absolute: 0.1 })).text).toBe(
      "quarterly, and on a drift of 10 points or 25 % of target",
    );
  });

  it("combine a calendar with a drift and nothing else", () => {
    expect(either(yearly, drifted())).toMatchObject({
      calendar: "year",
      band: { absolute: 0.05, relative: 0.25 },
    });
    expect(() => either(yearly, monthly)).toThrow("give a calendar rule, then a drift rule");
    expect(() => drifted({ absolute: 0 })).toThrow(
      "drifted: absolute is 0; give a fraction above 0",
    );
  });

  it("refuse a percentage, with the fraction that was meant", () => {
    expect(() => drifted({ absolute: 5 })).toThrow(
      "drifted: absolute is 5, which looks like percent; give a fraction (0.05), or Infinity",
    );
    expect(() => drifted({ relative: 25 })).toThrow("relative is 25, which looks like percent");
  });

  it("take one kind of band away by Infinity, but not both", () => {
    const points = drifted({ relative: Infinity });
    expect(points.text).toBe("on a drift of 5 points");
    expect(bandWidth(points.band!, 0)).toBe(0.05);
    expect(drifted({ absolute: Infinity }).text).toBe("on a drift of 25 % of target");
    expect(() => drifted({ absolute: Infinity, relative: Infinity })).toThrow(
      "so that nothing ever drifts",
    );
  });
});
