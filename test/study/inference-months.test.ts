import { describe, expect, it } from "vitest";
import { isUnknown } from "../../src/input/unknown.ts";
import type { Calendar } from "../../src/market/calendar.ts";
import { sampleOf } from "../../src/measure/sample.ts";
import { trackOf } from "../../src/measure/track.ts";
import { parseDay } from "../../src/series/day.ts";
import { atRows, monthEndsOf, risklessBetween, tooFew } from "../../src/study/inference-months.ts";
import { monthlyTrials } from "../../src/study/inference-trials.ts";

const day = (text: string) => parseDay(text, "test");

function calendar(days: readonly string[], range: Partial<Calendar> = {}): Calendar {
  return {
    ...{ frequency: "daily", days: days.map(day), first: 0, last: days.length - 1, endedBy: "" },
    ...range,
  };
}

describe("the ends of months", () => {
  const days = ["2024-01-30", "2024-01-31", "2024-02-01", "2024-02-28", "2024-02-29", "2024-03-01"];

  it("are the days after which another month begins, and not a month that is not over", () => {
    expect(monthEndsOf(calendar(days))).toEqual([1, 4]);
    expect(monthEndsOf(calendar(days, { first: 1 }))).toEqual([0, 3]);
  });

  it("are known at the end of a run from the days that follow it", () => {
    expect(monthEndsOf(calendar(days, { last: 4 }))).toEqual([1, 4]);
    expect(monthEndsOf(calendar(days, { last: 3 }))).toEqual([1]);
  });

  it("are known at the end of the data from the weekday", () => {
    // A Tuesday that ends its month, a Friday before a weekend that does, and a Friday that does not.
    expect(monthEndsOf(calendar(["2026-06-30"]))).toEqual([0]);
    expect(monthEndsOf(calendar(["2024-03-29"]))).toEqual([0]);
    expect(monthEndsOf(calendar(["2024-03-22"]))).toEqual([]);
  });

  it("are all rows of monthly data", () => {
    const monthly = calendar(["2024-01-31", "2024-02-28"], { frequency: "monthly" });
    expect(monthEndsOf(monthly)).toEqual([0, 1]);
  });

  it("are too few below two", () => {
    expect([0, 1, 2].map((count) => tooFew(new Array(count).fill(0))?.reason)).toEqual([
      "the run has no month-end: no month is whole",
      "the run has one month-end: no month is whole",
      undefined,
    ]);
    expect(isUnknown(tooFew([])!)).toBe(true);
  });
});

describe("a sample at some of its rows", () => {
  const days = ["2024-01-31", "2024-02-15", "2024-02-29", "2024-03-15", "2024-03-29"].map(day);
  const sample = trackOf(sampleOf([1, 1.1, 1.2, 1.1, 1.5], days, [0.01, 0.02, 0.03, 0.04], 252));

  it("keeps wealth and compounds what was riskless in between", () => {
    const months = atRows(sample, [0, 2, 4]);
    expect(Array.from(months.wealth)).toEqual([1, 1.2, 1.5]);
    expect(Array.from(months.riskless)).toEqual([1.01 * 1.02 - 1, 1.03 * 1.04 - 1]);
    expect(months.perYear).toBe(12);
    expect(Array.from(risklessBetween([0.1], []))).toEqual([]);
  });

  it("is itself where it is of months already", () => {
    const months = trackOf(sampleOf([1, 2], days.slice(0, 2), [0], 12));
    expect(atRows(months, [0, 1])).toBe(months);
  });
});

describe("a trial that was ruined", () => {
  const trial = (wealth: number[], ruin?: number) => ({
    ...{ id: "a", title: "A", path: { rows: 5, wealth: Float64Array.from(wealth), ruin } },
  });
  const months = { rows: [0, 2, 4], riskless: Float64Array.of(0.01, 0.01) };

  it("loses all in the month of its ruin and earns nothing after it, whatever it owed", () => {
    const [lost] = monthlyTrials([trial([1, 0, -0.5, -0.6, -0.7], 1)], [], months);
    expect(Array.from(lost!.excess)).toEqual([-1.01, 0]);
    expect([lost!.multiple, lost!.logs]).toEqual([0, null]);
  });

  it("is no twin of one that lived", () => {
    const lived = { ...trial([1, 1.1, 1.2, 1.1, 1.5]), id: "b" };
    const all = monthlyTrials([trial([1, 0, 0, 0, 0], 1)], [lived], months);
    expect(all.map(({ id, shownAs }) => [id, shownAs])).toEqual([
      ["a", null],
      ["b", "b"],
    ]);
  });
});
