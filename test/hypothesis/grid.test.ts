import { expect, it } from "vitest";
import { cellsOf } from "../../src/hypothesis/grid.ts";

it("all combinations, the claim's own first, the last axis running fastest", () => {
  expect(cellsOf({ gold: ["fixing", "futures"], end: ["a", "b"] })).toEqual([
    { gold: "fixing", end: "a" },
    { gold: "fixing", end: "b" },
    { gold: "futures", end: "a" },
    { gold: "futures", end: "b" },
  ]);
});

it("without choices there is one cell, of none", () => {
  expect(cellsOf({})).toEqual([{}]);
});
