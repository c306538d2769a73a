import { expect, it } from "vitest";
import { windowReturns } from "../../src/measure/windows.ts";

it("takes every window of two rows", () => {
  const found = windowReturns([4, 2, 2, 4, 8], 2, 1);
  expect(found).toEqual({
    years: 2,
    worst: -0.5,
    best: 3,
    median: 1,
    shareNegative: 1 / 3,
    windows: 3,
  });
});

it("rounds years times periods to rows", () => {
  expect(windowReturns([1, 2, 3], 0.5, 4).windows).toBe(1);
  expect(windowReturns(new Float64Array(13).fill(1), 1, 12).windows).toBe(1);
});

it("has nothing to say of a record shorter than a window", () => {
  const nothing = { worst: null, best: null, median: null, shareNegative: null, windows: 0 };
  expect(windowReturns([1, 2], 3, 12)).toEqual({ years: 3, ...nothing });
});
