import { describe, expect, test } from "vitest";
import { isApart, type Levels, unlikely } from "../../../src/data/pull/unlikely.ts";
import type { Figures } from "../../../src/data/store/store.ts";

const QUOTED: Levels = new Map([["close", "quoted"]]);
const ADJUSTED: Levels = new Map([["close", "adjusted"]]);
const NONE: Levels = new Map();

const DAYS = Array.from({ length: 40 }, (_, at) => at);
const STORED = DAYS.map((at) => 100 + Math.sin(at) * 5);

function close(days: readonly number[], values: readonly number[]): Figures {
  return {
    days: Float64Array.from(days),
    columns: new Map([["close", Float64Array.from(values)]]),
  };
}

const stored = close(DAYS, STORED);
const told = (values: readonly number[], levels: Levels, ...more: number[]) => {
  const all = [...values, ...more];
  return unlikely(
    stored,
    close(
      all.map((_, at) => at),
      all,
    ),
    levels,
  );
};

describe("a download of levels is refused", () => {
  test("where it is nothing or less and more is stored, or in a new row", () => {
    expect(told(STORED.with(7, 0), QUOTED)).toMatch(/^"close" is 0 on 1970-01-08, where 10\d/);
    expect(told(STORED, QUOTED, -1)).toContain("is -1 on 1970-02-10, a new row");
    expect(told(STORED.with(7, 0), NONE)).toBeUndefined();
  });

  test("where a constant factor is that of a unit or a currency", () => {
    for (const factor of [0.01, 100, 0.001, 1 / 31.1035])
      for (const levels of [QUOTED, ADJUSTED, NONE])
        expect(told(scaled(factor), levels)).toMatch(/constant factor of .*delete the file/);
    expect(told(scaled(0.91), QUOTED)).toContain("a constant factor of 0.91");
  });

  test("where many days part by more than half, unevenly, and a few are corrections", () => {
    const wild = (most: number) =>
      STORED.map((value, at) => (at % 2 === 0 && at / 2 < most ? value * 2.2 : value));
    expect(told(wild(20), QUOTED)).toContain("by much and unevenly");
    expect(told(wild(20), ADJUSTED)).toContain("by much and unevenly");
    expect(told(wild(2), QUOTED)).toBeUndefined();
    expect(told(scaled(7.3).with(0, 731), ADJUSTED)).toContain("by much and unevenly");
  });

  test("where all that is shared, be it a day, is another level", () => {
    expect(unlikely(close([1], [100]), close([1, 2], [1, 1.01]), QUOTED)).toContain("by much");
    expect(unlikely(close([1], [100]), close([1, 2], [10, 10.1]), QUOTED)).toBeUndefined();
  });

  test("where a new row is more than five times the one before, or less than a fifth", () => {
    expect(told(STORED, QUOTED, 101, 9999)).toContain("goes from 101 to 9999 on 1970-02-11");
    expect(told(STORED, QUOTED, 10)).toContain("by more than a factor of 5");
    expect(told(STORED, QUOTED, 300)).toBeUndefined();
  });

  test("where it shares no day with what is stored", () => {
    const later = close([50, 51], [100, 101]);
    expect(unlikely(stored, later, ADJUSTED)).toContain("shares no day");
    expect(isApart(stored, later, ADJUSTED)).toBe(true);
    expect(unlikely(stored, later, NONE)).toBeUndefined();
    expect(isApart(stored, close([39, 50], [1, 2]), ADJUSTED)).toBe(false);
  });
});

describe("a download of levels is taken", () => {
  test("after a split of either direction", () => {
    for (const factor of [0.5, 0.1, 1 / 20, 2, 10, 2 / 3, 0.75])
      expect(told(scaled(factor), QUOTED)).toBeUndefined();
  });

  test("after a dividend, which restates the adjusted ones before it", () => {
    const restated = STORED.map((value, at) => value * (at < 20 ? 0.97 : 0.985));
    expect(told(restated, ADJUSTED)).toBeUndefined();
    expect(told(scaled(0.995), ADJUSTED)).toBeUndefined();
    expect(told(scaled(0.25 * 0.99), ADJUSTED)).toBeUndefined();
  });

  test("as it is, and where the store has nothing of the column", () => {
    expect(told(STORED, QUOTED, 104)).toBeUndefined();
    expect(unlikely({ ...stored, columns: new Map() }, stored, QUOTED)).toBeUndefined();
  });
});

function scaled(factor: number): number[] {
  return STORED.map((value) => value * factor);
}
