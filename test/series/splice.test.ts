import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDay, parseDay } from "../../src/series/day.ts";
import { since, spliceByReturns } from "../../src/series/splice.ts";
import { seriesOf } from "./series-of.ts";

const day = (text: string) => parseDay(text, "test");

test("the second part takes over on the first common day, by its returns", () => {
  const old = seriesOf("old", { "2020-01-31": 10, "2020-02-29": 20, "2020-03-31": 999 });
  const young = seriesOf("young", { "2020-02-29": 4, "2020-03-31": 5, "2020-04-30": 6 });
  const spliced = spliceByReturns("s", [
    { series: old, proxy: true },
    { series: young, proxy: false },
  ]);
  expect(Array.from(spliced.days, formatDay)).toEqual([
    "2020-01-31",
    "2020-02-29",
    "2020-03-31",
    "2020-04-30",
  ]);
  expect(Array.from(spliced.values)).toEqual([10, 20, 25, 30]);
  expect(spliced.parts).toEqual([
    { id: "old", from: day("2020-01-31"), proxy: true },
    { id: "young", from: day("2020-02-29"), proxy: false },
  ]);
});

test("unknown rows are no common days", () => {
  const old = seriesOf("old", { "2020-01-31": 10, "2020-02-29": Number.NaN, "2020-03-31": 12 });
  const young = seriesOf("young", { "2020-02-29": 4, "2020-03-31": 6, "2020-04-30": 9 });
  const spliced = spliceByReturns("s", [
    { series: old, proxy: false },
    { series: young, proxy: false },
  ]);
  expect(Array.from(spliced.values)).toEqual([10, 12, 18]);
});

test("parts that share no day are refused", () => {
  const old = seriesOf("old", { "2020-01-31": 10 });
  const young = seriesOf("young", { "2020-02-29": 4 });
  expect(() =>
    spliceByReturns("s", [
      { series: old, proxy: false },
      { series: young, proxy: false },
    ]),
  ).toThrow('s: "young" shares no day with the part before it, which ends on 2020-01-31');
});

test("a series since a day is its tail", () => {
  const series = seriesOf("a", { "2020-01-31": 1, "2020-02-29": 2 });
  expect(Array.from(since(series, day("2020-02-01")).values)).toEqual([2]);
  expect(since(series, day("2021-01-01")).days).toHaveLength(0);
});

test("on each side of every join the returns are those of the part in force", () => {
  const levels = fc.array(fc.double({ min: 0.5, max: 100, noNaN: true }), {
    minLength: 4,
    maxLength: 12,
  });
  fc.assert(
    fc.property(levels, levels, levels, fc.nat(3), fc.nat(3), (a, b, c, second, third) => {
      const starts = [0, second, second + third];
      const parts = [a, b, c].map((values, at) => ({
        series: {
          ...seriesOf(`p${at}`, {}),
          days: Float64Array.from(values, (_, row) => row + starts[at]!),
          values: Float64Array.from(values),
        },
        proxy: false,
      }));
      fc.pre(starts[2]! < Math.max(starts[1]! + b.length, 0));
      const spliced = spliceByReturns("s", parts);
      for (let row = 1; row < spliced.days.length; row += 1) {
        const now = spliced.days[row]!;
        const inForce = spliced.parts.filter((part) => part.from < now).at(-1)!;
        const { series } = parts.find((part) => part.series.id === inForce.id)!;
        const at = Array.from(series.days).indexOf(now);
        const expected = series.values[at]! / series.values[at - 1]!;
        expect(spliced.values[row]! / spliced.values[row - 1]!).toBeCloseTo(expected, 9);
      }
    }),
  );
});
