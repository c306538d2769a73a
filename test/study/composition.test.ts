import { monthly, strategy } from "assay";
import { expect, it } from "vitest";
import type { Books } from "../../src/study/books.ts";
import { compositionOf } from "../../src/study/composition.ts";

const days = [0, 31, 59, 90, 120];
const gold = strategy({
  ...{ id: "gold", title: "G", rationale: "R", rebalance: monthly },
  assets: ["gold"],
  weights: () => ({}),
});

/** The rows from which gold had a weight, of decisions on rows, traded so many rows later. */
function traded(
  decisions: readonly (readonly [row: number, gold: number])[],
  lag: number,
  end = 4,
) {
  const books = {
    strategy: gold,
    decisions: decisions.map(([row, weight]) => ({ row, target: Float64Array.of(weight) })),
    lag,
    end,
  } as unknown as Books;
  return compositionOf(books, days).map(({ from, decided, weights }) => [
    from,
    decided,
    weights.gold,
  ]);
}

it("what is decided and traded on one row is held from it", () => {
  expect(
    traded(
      [
        [0, 1],
        [2, 0.5],
      ],
      0,
    ),
  ).toEqual([
    ["1970-01-01", "1970-01-01", 1],
    ["1970-03-01", "1970-03-01", 0.5],
  ]);
});

it("what is traded later is held from then on, and all was cash until the first trade", () => {
  expect(
    traded(
      [
        [0, 1],
        [2, 0.5],
      ],
      1,
    ),
  ).toEqual([
    ["1970-01-01", null, 0],
    ["1970-02-01", "1970-01-01", 1],
    ["1970-04-01", "1970-03-01", 0.5],
  ]);
});

it("a decision for cash begins nothing, and one that was due at the end or after it was never traded", () => {
  expect(
    traded(
      [
        [0, 0],
        [1, 1],
        [3, 0.5],
      ],
      1,
    ),
  ).toEqual([
    ["1970-01-01", null, 0],
    ["1970-03-01", "1970-02-01", 1],
  ]);
  expect(traded([[0, 1]], 1, 1)).toEqual([["1970-01-01", null, 0]]);
});
