import { expect, it } from "vitest";
import { returnSpread } from "../../src/measure/horizons.ts";

it("takes every window of one row: -50 %, 0 and +100 %", () => {
  expect(returnSpread([4, 2, 2, 4], 1, 12)).toEqual({
    windows: 3,
    lowest: -0.5,
    p05: -0.45,
    p25: -0.25,
    p50: 0,
    p75: 0.5,
    p95: expect.closeTo(0.9, 12),
    highest: 1,
  });
});

it("is a year's growth for windows longer than a year: fourfold in two years is 100 % a year", () => {
  expect(returnSpread([1, 2, 4], 2, 1)).toMatchObject({ windows: 1, lowest: 1, highest: 1 });
});

it("has nothing to say of a record shorter than a window", () => {
  expect(returnSpread([1, 2], 3, 12)).toMatchObject({ windows: 0, lowest: null, p50: null });
});
