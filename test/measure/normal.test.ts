import fc from "fast-check";
import { expect, it } from "vitest";
import { normalCdf, normalQuantile } from "../../src/measure/normal.ts";
import { expectClose } from "../fixtures/expected.ts";

it("half of a normal lies below zero", () => {
  expect(normalCdf(0)).toBe(0.5);
  expect(normalQuantile(0.5)).toBeCloseTo(0, 15);
});

it("the ends", () => {
  expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
  expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
  expect(normalCdf(Number.NaN)).toBeNaN();
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  expect(normalQuantile(-0.1)).toBeNaN();
  expect(normalQuantile(1.1)).toBeNaN();
});

it("the two sides add up to one, and the quantile inverts the distribution", () => {
  fc.assert(
    fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (x) => {
      expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 14);
    }),
  );
  fc.assert(
    fc.property(fc.double({ min: -300, max: -0.31, noNaN: true }), (exponent) => {
      const p = 10 ** exponent;
      expectClose(normalCdf(normalQuantile(p)), p, 1e-11);
    }),
  );
});

it("published values (R's pnorm and qnorm, mpmath at 40 digits)", () => {
  expectClose(normalCdf(-6), 9.865876450376981e-10, 1e-13);
  expectClose(normalCdf(-1), 0.15865525393145705, 1e-14);
  expectClose(normalCdf(-2.5), 0.006209665325776135, 1e-13);
  expectClose(normalCdf(-10), 7.619853024160525e-24, 1e-13);
  expectClose(normalCdf(-37.5), 4.605353009581955e-308, 1e-13);
  expectClose(normalCdf(1.96), 0.9750021048517795, 1e-14);
  expectClose(normalQuantile(0.975), 1.959963984540054, 1e-14);
  expectClose(normalQuantile(0.05), -1.6448536269514726, 1e-14);
  expectClose(normalQuantile(1e-10), -6.361340902404056, 1e-13);
});
