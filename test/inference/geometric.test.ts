import fc from "fast-check";
import { expect, it } from "vitest";
import { geometricOf } from "../../src/inference/geometric.ts";

const lengthOf = (p: number) => {
  const { cells, cellBits, beyond } = geometricOf(p);
  return (word: number) => cells[word >>> cellBits]! || beyond(word);
};

it("a coin that always ends a block makes blocks of one row", () => {
  const length = lengthOf(1);
  expect([0, 1, 2 ** 31, 2 ** 32 - 1].map(length)).toEqual([1, 1, 1, 1]);
});

it("with p = 1/2 the upper half of all words is 1 row, the next quarter 2, the next eighth 3", () => {
  const length = lengthOf(0.5);
  const edges = [2 ** 31, 2 ** 31 - 1, 2 ** 30, 2 ** 30 - 1, 2 ** 29, 2 ** 29 - 1];
  expect(edges.map(length)).toEqual([1, 2, 2, 3, 3, 4]);
  expect(length(0)).toBe(34);
});

it("of evenly spaced words a share (1 - p)^k is longer than k", () => {
  const spread = 2 ** 16;
  for (const mean of [1.5, 3, 21, 250]) {
    const length = lengthOf(1 / mean);
    const longer = new Array<number>(60).fill(0);
    for (let i = 0; i < spread; i += 1)
      for (let k = 0; k < Math.min(60, length(i * 2 ** 16 + 2 ** 15) - 1); k += 1) longer[k]! += 1;
    longer.forEach((count, k) => {
      expect(Math.abs(count / spread - (1 - 1 / mean) ** (k + 1))).toBeLessThan(1.01 / spread);
    });
  }
});

it("the table and the logarithm agree, at the edges of its cells too", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1001, max: 3_000_000 }).map((n) => n / 1000),
      fc.integer({ min: 1, max: 4095 }),
      fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      (mean, cell, any) => {
        const { beyond } = geometricOf(1 / mean);
        const length = lengthOf(1 / mean);
        for (const word of [any, cell * 2 ** 20, cell * 2 ** 20 - 1])
          expect(length(word)).toBe(beyond(word));
      },
    ),
  );
});
