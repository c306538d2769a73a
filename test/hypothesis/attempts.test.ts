import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attemptsAt } from "../../src/hypothesis/attempts.ts";
import { amongRandomLevels } from "../../src/hypothesis/random-levels.ts";
import { uniformOf } from "../../src/inference/random.ts";
import { formatDay, parseDay } from "../../src/series/day.ts";
import { pathBy } from "./path-by.ts";

// At a level of 100: opens at 97, breaks above 103, fails below 90.
const thresholds = { opens: 0.97, breaks: 1.03, fails: 0.9 };
const start = parseDay("2020-01-01", "test");

function attempts(values: readonly number[]) {
  const days = values.map((_, row) => start + row);
  const { list, broke, failed } = attemptsAt(days, values, 100, thresholds);
  const rowOf = (day: string | null) => (day === null ? null : parseDay(day, "test") - start);
  return {
    broke: broke.value,
    failed: failed.value,
    list: list.map((one) => [
      rowOf(one.from),
      one.outcome,
      rowOf(one.to),
      one.maximum.value,
      rowOf(one.lost),
    ]),
  };
}

describe("an attempt at a level", () => {
  it("opens at 0.97 of it and not below", () => {
    expect(attempts([80, 96.9]).list).toEqual([]);
    expect(attempts([80, 97]).list).toEqual([[1, "open", null, 97, null]]);
  });

  it("opens from the start, wherever the path begins", () => {
    expect(attempts([95, 97]).list).toEqual([[1, "open", null, 97, null]]);
    expect(attempts([98]).list).toEqual([[0, "open", null, 98, null]]);
  });

  it("fails below 0.9 of it and not at 0.9", () => {
    expect(attempts([80, 98, 90]).list).toEqual([[1, "open", null, 98, null]]);
    expect(attempts([80, 98, 101, 89.9]).list).toEqual([[1, "failed", 3, 101, null]]);
  });

  it("breaks above 1.03 and not at 1.03", () => {
    expect(attempts([80, 98, 103]).list).toEqual([[1, "open", null, 103, null]]);
    expect(attempts([80, 98, 103.1]).list).toEqual([[1, "broke", 2, 103.1, null]]);
    expect(attempts([80, 104]).list).toEqual([[1, "broke", 1, 104, null]]);
  });

  it("is one and the same while the path stays above 0.9", () => {
    expect(attempts([80, 98, 92, 99, 91, 97, 80]).list).toEqual([[1, "failed", 6, 99, null]]);
  });

  it("opens again only from below 0.9", () => {
    expect(attempts([80, 98, 89, 96, 98, 85])).toEqual({
      broke: 0,
      failed: 2,
      list: [
        [1, "failed", 2, 98, null],
        [4, "failed", 5, 98, null],
      ],
    });
  });

  it("leaves a broken level alone until it is lost, and can then begin anew", () => {
    expect(attempts([80, 104, 95, 120, 98, 89, 97, 104, 110])).toEqual({
      broke: 2,
      failed: 0,
      list: [
        [1, "broke", 1, 104, 5],
        [6, "broke", 7, 104, null],
      ],
    });
  });

  it("counts with the day of the first of its kind", () => {
    const days = [0, 1, 2, 3].map((row) => start + row);
    const { failed, broke } = attemptsAt(days, [98, 80, 98, 80], 100, thresholds);
    expect([failed.value, formatDay(failed.day!)]).toEqual([2, "2020-01-02"]);
    expect([broke.value, broke.day]).toEqual([0, undefined]);
  });

  it("does not hang on the scale of the path and the level", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 70, max: 120 }), { maxLength: 40 }), (values) => {
        const days = values.map((_, row) => start + row);
        const scaled = attemptsAt(
          days,
          values.map((value) => value / 64),
          100 / 64,
          thresholds,
        );
        const plain = attemptsAt(days, values, 100, thresholds);
        expect(scaled.list.map(({ from, to, outcome, lost }) => [from, to, outcome, lost])).toEqual(
          plain.list.map(({ from, to, outcome, lost }) => [from, to, outcome, lost]),
        );
      }),
    );
  });
});

describe("a level among random ones", () => {
  // Between 80 and 100 and back, ten times: below 100 / 1.03 every level breaks, above it none does.
  const path = pathBy(
    "daily",
    Object.fromEntries(
      Array.from({ length: 21 }, (_, row) => [formatDay(start + row), row % 2 === 0 ? 80 : 100]),
    ),
  );

  it("is drawn from between the 5 % and the 95 % quantile", () => {
    const { low, high } = amongRandomLevels(path, 100, thresholds, uniformOf(1));
    expect([low.value, high.value]).toEqual([80, 100]);
  });

  it("fails more often than random levels do, where all but the highest break", () => {
    const { failShare, ordinary } = amongRandomLevels(path, 100, thresholds, uniformOf(1));
    expect(failShare!.value).toBe(1);
    expect(ordinary!.value).toBe(1);
    expect(ordinary!.count).toBe(500);
  });

  it("has no share of failures where nobody tried", () => {
    expect(amongRandomLevels(path, 200, thresholds, uniformOf(1)).failShare).toBeNull();
  });
});
