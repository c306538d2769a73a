import fc from "fast-check";
import { expect, it } from "vitest";
import { overfitting } from "../../src/inference/overfitting.ts";
import { uniformOf } from "../../src/inference/random.ts";
import { expectClose } from "../fixtures/expected.ts";
import { spa5 } from "../fixtures/spa5.ts";
import { answerOf, reasonOf } from "./answers.ts";

const hand = [
  [1, 2, 3, 0, -1, 1, 2, 1],
  [2, -1, 1, 2, 3, 0, -2, 1],
  [-1, 1, 0, 1, 2, -2, 1, 3],
];

function noise(variants: number, periods: number, seed: number): Float64Array[] {
  const uniform = uniformOf(seed);
  return Array.from({ length: variants }, () =>
    Float64Array.from({ length: periods }, () => uniform() - 0.5),
  );
}

it("three variants in four blocks of two rows, by hand", () => {
  const found = answerOf(overfitting(hand, 4));
  expect([...found.best]).toEqual([0, 0, 0, 1, 0, 0]);
  const third = Math.log(3);
  for (const [split, logit] of [third, third, 0, -third, third, third].entries())
    expect(found.logits[split]).toBeCloseTo(logit, 12);
  expect(found.probability).toBe(2 / 6);
  expect(found.splits).toBe(6);
});

it("five generated variants, computed independently in Python (numpy)", () => {
  const eight = answerOf(overfitting(spa5(), 8));
  expect(eight.splits).toBe(70);
  expectClose(eight.probability, 0.2571428571428571, 1e-12);
  expectClose(eight.meanLogit, 0.9461973498247094, 1e-10);
  expectClose(eight.lossProbability, 0.14285714285714285, 1e-12);
  expectClose(eight.slope, -0.9044399642365051, 1e-9);
  const four = answerOf(overfitting(spa5(), 4));
  expectClose(four.probability, 1 / 6, 1e-12);
  expectClose(four.meanLogit, 1.0729586082894003, 1e-10);
  expectClose(four.slope, -0.14463077066757046, 1e-9);
});

it("a leading remainder is left out", () => {
  const longer = hand.map((column) => [9, -9, 5, ...column]);
  expect(overfitting(longer, 4)).toEqual(overfitting(hand, 4));
});

it("sixteen blocks make 12,870 splits, and among worthless variants the best is a coin", () => {
  let sum = 0;
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const found = answerOf(overfitting(noise(20, 320, seed)));
    expect(found.splits).toBe(12_870);
    sum += found.probability;
  }
  expect(sum / 6).toBeGreaterThan(0.35);
  expect(sum / 6).toBeLessThan(0.75);
});

it("a variant that is truly better is no overfitting", () => {
  const columns = noise(20, 320, 1);
  columns[7] = columns[7]!.map((value) => value + 0.3);
  const found = answerOf(overfitting(columns));
  expect(found.probability).toBe(0);
  expect(found.best.every((k) => k === 7)).toBe(true);
});

it("leverage and the order of the variants change nothing", () => {
  const columns = noise(6, 64, 9);
  const before = answerOf(overfitting(columns, 8));
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (order) => {
      const again = answerOf(
        overfitting(
          order.map((k) => columns[k]!.map((value) => 2 * value)),
          8,
        ),
      );
      expect(again.probability).toBe(before.probability);
      expect(again.best[0]).toBe(order.indexOf(before.best[0]!));
    }),
    { numRuns: 20 },
  );
});

it("a variant that lies still is left out, and in a half it counts as a Sharpe of 0", () => {
  const still = new Float64Array(8).fill(0.01);
  const found = answerOf(overfitting([still, ...hand], 4));
  expect(found.variants).toBe(3);
  expect([...found.best]).toEqual([1, 1, 1, 2, 1, 1]);
  const late = [0, 0, 0, 0, 1, 2, 1, 2];
  const losing = [-1, -2, -1, -2, -1, -2, -1, -2];
  expect(answerOf(overfitting([late, losing], 2)).best[0]).toBe(0);
});

it("has no answer, and says why, where nothing was chosen", () => {
  expect(reasonOf(overfitting([], 4))).toContain("fewer than two variants");
  expect(reasonOf(overfitting([hand[0]!], 4))).toContain("fewer than two variants");
  expect(reasonOf(overfitting(hand))).toBe("8 periods are too few; at least 32 are needed");
  expect(reasonOf(overfitting([hand[0]!, hand[1]!.map(() => 1)], 4))).toContain("fewer than two");
  const holed = hand.map((column) => column.map((value, t) => (t === 5 ? Number.NaN : value)));
  expect(reasonOf(overfitting(holed, 4))).toContain("not known in period 6");
  expect(() => overfitting(hand, 3)).toThrow("no two halves");
  expect(() => overfitting([hand[0]!, [1, 2]], 2)).toThrow("different lengths");
});
