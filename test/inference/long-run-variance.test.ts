import { expect, it } from "vitest";
import { longRunVariance, parzen } from "../../src/inference/long-run-variance.ts";

it("1, 2, 3, 4 with half of the first lag: 1.25 + 0.3125", () => {
  expect(longRunVariance([1, 2, 3, 4], (lag) => (lag === 1 ? 0.5 : 0))).toBe(1.5625);
});

it("without lags it is the variance of the population; with all of them, nothing", () => {
  expect(longRunVariance([1, 2, 3, 4], () => 0)).toBe(1.25);
  expect(longRunVariance([1, 2, 4, 9], () => 1)).toBeCloseTo(0, 12);
});

it("Parzen's weights: 1, 1/4 in the middle, 0 from the bandwidth on", () => {
  expect([0, 0.5, 1, 3].map(parzen)).toEqual([1, 0.25, 0, 0]);
  expect(parzen(0.25)).toBeCloseTo(1 - 6 / 16 + 6 / 64, 12);
});
