import fc from "fast-check";
import { expect, test } from "vitest";
import {
  cleanPriceChange,
  parBondReturn,
  parConvexity,
  parDuration,
} from "../../src/series/par-bond.ts";

test.each([
  [20, 1 / 12, 0.05, 0.05, 0.00412392],
  [20, 1 / 12, 0.05, 0.06, -0.11120601],
  [20, 1 / 12, 0.05, 0.04, 0.14053546],
  [20, 1 / 252, 0.045, 0.0455, -0.00634295],
  [20, 1 / 12, 0.16, 0.15, 0.07586205],
  [30, 1 / 12, 0.01, 0.012, -0.04931476],
  [10, 1 / 12, 0.03, 0.0307, -0.00346144],
])(
  "par bond of %d years held %d years from %d to %d earns %d",
  (maturity, years, y0, y1, earned) => {
    expect(parBondReturn(y0, y1, maturity, years)).toBeCloseTo(earned, 8);
  },
);

test("at a yield of zero it earns its coupons, and nearby yields lead there", () => {
  expect(parBondReturn(0.02, 0, 20, 1 / 12)).toBe(0.4);
  expect(parBondReturn(0.02, 1e-12, 20, 1 / 12)).toBeCloseTo(0.4, 9);
  expect(parBondReturn(0, 0, 20, 1 / 12)).toBe(0);
});

test("an unknown yield gives an unknown return", () => {
  expect(parBondReturn(Number.NaN, 0.05, 20, 1 / 12)).toBeNaN();
  expect(parBondReturn(0.05, Number.NaN, 20, 1 / 12)).toBeNaN();
});

test("equals its cash flows discounted one by one", () => {
  const rate = fc.double({ min: 0.0005, max: 0.16, noNaN: true });
  fc.assert(
    fc.property(rate, rate, fc.integer({ min: 1, max: 30 }), (y0, y1, maturity) => {
      const years = 1 / 12;
      let worth = (1 + y1 / 2) ** (-2 * (maturity - years));
      for (let k = 1; k <= 2 * maturity; k += 1)
        worth += (y0 / 2) * (1 + y1 / 2) ** (-2 * (k / 2 - years));
      expect(parBondReturn(y0, y1, maturity, years)).toBeCloseTo(worth - 1, 11);
    }),
  );
});

test("duration and convexity of a par bond (Tuckman and Serrat 2011)", () => {
  expect(parDuration(0.05, 20)).toBeCloseTo(12.551388, 6);
  expect(parConvexity(0.05, 20)).toBeCloseTo(211.37794, 5);
});

test("duration and convexity are the slopes of the price, at zero too", () => {
  const step = 1e-4;
  for (const y of [0, 0.002, 0.05, 0.16]) {
    const [up, down] = [cleanPriceChange(y, y + step, 20), cleanPriceChange(y, y - step, 20)];
    expect(parDuration(y, 20)).toBeCloseTo((down - up) / (2 * step), 3);
    expect(parConvexity(y, 20)).toBeCloseTo((up + down) / step ** 2, 2);
  }
  expect([parDuration(0, 20), parConvexity(0, 20)]).toEqual([20, 410]);
});
