import fc from "fast-check";
import { expect, it } from "vitest";
import { growthSplit } from "../../src/measure/split.ts";

it("wealth times eight while gold went times four: two thirds of the growth is the dollar falling", () => {
  const split = growthSplit([1, 8], [10, 40])!;
  expect(split.nominal).toBeCloseTo(3 * Math.LN2, 15);
  expect(split.depreciation).toBeCloseTo(2 * Math.LN2, 15);
  expect(split.real).toBeCloseTo(Math.LN2, 15);
  expect(split.depreciationShare).toBeCloseTo(2 / 3, 15);
  expect(split.linearShare).toBeCloseTo(3 / 7, 15);
});

it("a share above one is a loss in the numeraire", () => {
  const split = growthSplit([1, 2], [1, 4])!;
  expect(split.depreciationShare).toBeCloseTo(2, 15);
  expect(split.real).toBeCloseTo(-Math.LN2, 15);
});

it("wealth that hardly grew has no share, ruin has no split", () => {
  expect(growthSplit([1, 1.04], [1, 2])!.depreciationShare).toBeNull();
  expect(growthSplit([1, 1], [1, 2])!.linearShare).toBeNull();
  expect(growthSplit([1, 0], [1, 2])).toBeNull();
});

it("depreciation and real growth add up to nominal growth, which a unit does not change", () => {
  const positive = fc.double({ min: 0.01, max: 100, noNaN: true });
  fc.assert(
    fc.property(positive, positive, positive, positive, (v0, v1, n0, n1) => {
      const split = growthSplit([v0, v1], [n0, n1])!;
      expect(split.depreciation + split.real).toBeCloseTo(split.nominal, 12);
      expect(split.real).toBeCloseTo(Math.log(v1 / n1 / (v0 / n0)), 12);
    }),
  );
});
