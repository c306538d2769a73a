import fc from "fast-check";
import { expect, test } from "vitest";
import {
  accruedReturn,
  bondMethods,
  damodaranReturn,
  durationReturn,
  shillerReturn,
  swinkelsReturn,
} from "../../src/series/bond-methods.ts";
import { parBondReturn, parConvexity, parDuration } from "../../src/series/par-bond.ts";

const MONTH = 1 / 12;

test("5 to 6 % in a month on 20 years, by second order and by clean price (Swinkels 2019)", () => {
  expect(swinkelsReturn(0.05, 0.06, 20, MONTH)).toBeCloseTo(-0.11087085, 8);
  expect(accruedReturn(0.05, 0.06, 20, MONTH)).toBeCloseTo(-0.11140719, 8);
});

test("the R package treasuryTR takes duration and convexity at the new yield", () => {
  const departed =
    1.05 ** MONTH - 1 - parDuration(0.06, 20) * 0.01 + 0.5 * parConvexity(0.06, 20) * 0.0001;
  expect(departed).toBeCloseTo(-0.10215836, 8);
});

test("years with annual coupons on ten years (Damodaran, historical returns)", () => {
  expect(damodaranReturn(0.0317, 0.0345)).toBeCloseTo(0.00835471, 8);
  expect(damodaranReturn(0.0151, 0.0388)).toBeCloseTo(-0.17828172, 8);
});

test("a month on ten years equals its cash flows discounted (Shiller, online data)", () => {
  const [y0, y1] = [0.04, 0.045];
  let worth = y0 / 12 + (1 + y1 / 12) ** -119;
  for (let month = 1; month <= 119; month += 1) worth += (y0 / 12) * (1 + y1 / 12) ** -month;
  expect(shillerReturn(y0, y1)).toBeCloseTo(worth - 1, 12);
});

test("first order: carry less duration times the move", () => {
  expect(durationReturn(0.05, 0.06, 20, MONTH)).toBeCloseTo(0.05 / 12 - 0.12551388, 7);
});

test("a yield of zero is a yield, and nearby yields lead there", () => {
  expect(accruedReturn(0.02, 0, 20, MONTH)).toBeCloseTo(0.4 + 0.02 / 12, 15);
  expect(swinkelsReturn(0, 0.01, 20, MONTH)).toBeCloseTo(-0.2 + 0.5 * 410 * 1e-4, 15);
  expect(damodaranReturn(0.02, 0)).toBeCloseTo(damodaranReturn(0.02, 1e-10), 8);
  expect(shillerReturn(0.02, 0)).toBeCloseTo(shillerReturn(0.02, 1e-10), 8);
  expect(shillerReturn(0, 0)).toBe(0);
});

test("at an unchanged yield every method earns about the carry of the period", () => {
  const rate = fc.double({ min: 0, max: 0.1, noNaN: true });
  fc.assert(
    fc.property(rate, fc.integer({ min: 1, max: 30 }), (y, maturity) => {
      for (const method of Object.values(bondMethods))
        expect(method(y, y, maturity, MONTH)).toBeCloseTo(y / 12, 3);
      expect(damodaranReturn(y, y, maturity)).toBeCloseTo(y, 12);
      expect(shillerReturn(y, y)).toBeCloseTo(y / 12, 12);
    }),
  );
});

test("an unknown yield gives an unknown return", () => {
  for (const method of [...Object.values(bondMethods), damodaranReturn, shillerReturn])
    for (const [y0, y1] of [
      [Number.NaN, 0.05],
      [0.05, Number.NaN],
    ] as const)
      expect(method(y0, y1, 20, MONTH)).toBeNaN();
});

test("second order and clean price stay near the exact return", () => {
  for (const [y1, years, most] of [
    [0.06, MONTH, 4.5e-4],
    [0.04, MONTH, 4.5e-4],
    [0.0505, 1 / 252, 3e-6],
  ] as const) {
    const exact = parBondReturn(0.05, y1, 20, years);
    for (const near of [swinkelsReturn, accruedReturn])
      expect(Math.abs(near(0.05, y1, 20, years) - exact)).toBeLessThan(most);
  }
});
