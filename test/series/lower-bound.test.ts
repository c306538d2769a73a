import { describe, expect, it } from "vitest";
import { lowerBound } from "../../src/series/lower-bound.ts";

describe("lowerBound", () => {
  it("finds the first day on or after a day", () => {
    expect([1, 2, 3, 9].map((at) => lowerBound([2, 3, 5], at))).toEqual([0, 0, 1, 3]);
  });
});
