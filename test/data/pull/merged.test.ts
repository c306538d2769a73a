import { describe, expect, test } from "vitest";
import { type Merged, merged, percentOf } from "../../../src/data/pull/merged.ts";
import type { Figures } from "../../../src/data/store/store.ts";

const NOT = Number.NaN;

function figures(
  days: readonly number[],
  columns: Readonly<Record<string, readonly number[]>>,
): Figures {
  return {
    days: Float64Array.from(days),
    columns: new Map(
      Object.entries(columns).map(([name, values]) => [name, Float64Array.from(values)]),
    ),
  };
}

function joined(stored: Figures | undefined, got: Figures): Merged {
  const found = merged(stored, got);
  if (typeof found === "string") throw new Error(found);
  return found;
}

const close = (one: Merged) => Array.from(one.figures.columns.get("close")!);

describe("a download", () => {
  test("is all there is where nothing is stored", () => {
    const got = figures([1, 2], { close: [10, 11] });
    expect(joined(undefined, got)).toEqual({ figures: got, added: 2, kept: 0, changes: [] });
  });

  test("adds the days that the store had not", () => {
    const one = joined(figures([1, 2], { close: [10, 11] }), figures([2, 3], { close: [11, 12] }));
    expect(close(one)).toEqual([10, 11, 12]);
    expect(one).toMatchObject({ added: 1, kept: 1, changes: [] });
  });

  test("that is shorter, older or has gaps takes nothing away", () => {
    const stored = figures([1, 2, 3, 4], { close: [10, 11, 12, 13] });
    for (const got of [
      figures([1, 2], { close: [10, 11] }),
      figures([3], { close: [12] }),
      figures([1, 4], { close: [10, 13] }),
      figures([1, 2, 3, 4], { close: [10, NOT, 12, 13] }),
    ])
      expect(close(joined(stored, got))).toEqual([10, 11, 12, 13]);
  });

  test("within a millionth is the same, and beyond it is a history that changed", () => {
    const stored = figures([1, 2], { close: [10, 100] });
    expect(joined(stored, figures([1, 2, 3], { close: [10, 100.00009, 1] })).changes).toEqual([]);
    const one = joined(stored, figures([1, 2, 3], { close: [10, 100.002, 1] }));
    expect(one.changes).toEqual([{ column: "close", from: 2, before: 100, now: 100.002, days: 1 }]);
    expect(close(one)).toEqual([10, 100.002, 1]);
  });

  test("after a split takes the place of the whole history", () => {
    const stored = figures([1, 2, 3], { close: [100, 102, 104] });
    const one = joined(stored, figures([1, 2, 3, 4], { close: [50, 51, 52, 53] }));
    expect(close(one)).toEqual([50, 51, 52, 53]);
    expect(one.changes).toEqual([{ column: "close", from: 1, before: 100, now: 50, days: 3 }]);
    expect(percentOf(one.changes[0]!)).toBe("-50 %");
  });

  test("with another history that lacks stored days is refused: rows of two histories do not join", () => {
    const stored = figures([1, 2, 3], { close: [100, 102, 104] });
    expect(merged(stored, figures([2, 3, 4], { close: [51, 52, 53] }))).toBe(
      "its history differs from 1970-01-03 on, and it lacks 1 of the stored days, the first 1970-01-02: rows of two histories do not join",
    );
  });

  test("of another series is refused", () => {
    const days = Array.from({ length: 40 }, (_, at) => at);
    const stored = figures(days, { close: days.map((at) => 100 + Math.sin(at) * 5) });
    const other = figures(days, { close: days.map((at) => 20 + Math.cos(3 * at) * 5) });
    expect(merged(stored, other)).toContain("it looks like another series");
    const hundredth = figures(days, { close: days.map((at) => (100 + Math.sin(at) * 5) / 100) });
    expect(joined(stored, hundredth).changes).toHaveLength(1);
  });

  test("of one column leaves the others as they are", () => {
    const stored = figures([1, 2], { close: [10, 11], value: [NOT, 5] });
    const one = joined(stored, figures([3], { close: [12] }));
    expect(close(one)).toEqual([10, 11, 12]);
    expect(Array.from(one.figures.columns.get("value")!)).toEqual([NOT, 5, NOT]);
  });

  test("may know what the store did not", () => {
    const one = joined(figures([1, 2], { close: [10, NOT] }), figures([2], { close: [11] }));
    expect(close(one)).toEqual([10, 11]);
  });
});

test("a change of zero has no percent", () => {
  expect(percentOf({ column: "value", from: 1, before: 0, now: 0.25, days: 1 })).toBe("0.25");
});
