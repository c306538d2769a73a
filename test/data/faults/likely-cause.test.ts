import { expect, test } from "vitest";
import { figuresOf } from "../../../src/data/faults/figures.ts";
import { likelyCause } from "../../../src/data/faults/likely-cause.ts";
import { moveFaults } from "../../../src/data/faults/moves.ts";
import { parseDay } from "../../../src/series/day.ts";
import { calm, weekdaySeries } from "./days.ts";

const series = weekdaySeries("a", 100, calm);
const day = parseDay("2020-03-11", "test");
const baht = weekdaySeries("usdthb", 100, () => 31.7, { unit: "THB/USD" });
const all = new Map([baht, series].map((one) => [one.id, one]));
const cause = (factor: number) => likelyCause(factor, { series, day }, all)?.text;

test.each([
  [100, "by about 100, as if its unit had changed (cents for dollars, or percent for fractions)"],
  [0.01, "by about 100, as if its unit had changed (cents for dollars, or percent for fractions)"],
  [98.5, "by about 100, as if its unit had changed (cents for dollars, or percent for fractions)"],
  [1 / 2204, "by about 2204.62, as if its unit had changed (tonnes for pounds)"],
  [32, "by about 31.1035, as if its unit had changed (ounces for grams)"],
  [0.5, "by about 2, as after a split of shares that was not adjusted"],
  [1.37, undefined],
  [90, undefined],
])("a move by %d", (factor, text) => {
  expect(cause(factor)).toBe(text);
});

test("a currency that was changed shows by its rate on that day", () => {
  const yen = weekdaySeries("usdjpy", 100, () => 142, { unit: "JPY/USD" });
  const found = likelyCause(142, { series, day }, new Map([[yen.id, yen]]));
  expect(found).toEqual({
    text: "by about 142, the value of usdjpy on 2020-03-11, as if its currency had changed",
    isError: true,
  });
  const later = parseDay("2021-03-11", "test");
  expect(likelyCause(142, { series, day: later }, new Map([[yen.id, yen]]))).toBeUndefined();
});

test("a jump that looks like another unit stops a run, one like a split is to be looked at", () => {
  const jump = (times: number) =>
    moveFaults(
      figuresOf(
        weekdaySeries("a", 100, (row) => calm(row) * (row < 50 ? 1 : times)),
        series,
      ),
      new Map(),
    ).map(({ severity, text }) => [severity, text.split(": ").at(-1)]);
  expect(jump(100)).toEqual([
    [
      "error",
      "by about 100, as if its unit had changed (cents for dollars, or percent for fractions)",
    ],
  ]);
  expect(jump(0.5)).toEqual([
    ["warning", "by about 2, as after a split of shares that was not adjusted"],
  ]);
});
