import { expect, it } from "vitest";
import { known, ratio } from "../../src/measure/ratio.ts";

it("known turns what is not finite into null", () => {
  expect([known(0), known(Number.NaN), known(Number.POSITIVE_INFINITY)]).toEqual([0, null, null]);
});

it("ratio is null where the annualised denominator is below 0.1 %", () => {
  expect(ratio(1, 4)).toBe(0.25);
  expect(ratio(1, -4)).toBe(-0.25);
  expect(ratio(1, 0)).toBeNull();
  expect(ratio(1, 0.0009)).toBeNull();
  expect(ratio(0.0009, 0.0009, 12)).toBe(1);
  expect(ratio(1, Number.NaN)).toBeNull();
  expect(ratio(Number.NaN, 1)).toBeNull();
});
