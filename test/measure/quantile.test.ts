import { expect, it } from "vitest";
import { quantile, sorted } from "../../src/measure/quantile.ts";

it("sorted leaves the values as they are and orders numbers as numbers", () => {
  const values = [10, 9, -1];
  expect([...sorted(values)]).toEqual([-1, 9, 10]);
  expect(values).toEqual([10, 9, -1]);
});

it("quantile interpolates between order statistics as R's type 7", () => {
  const ascending = Float64Array.of(1, 2, 3, 4);
  expect(quantile(ascending, 0)).toBe(1);
  expect(quantile(ascending, 0.25)).toBe(1.75);
  expect(quantile(ascending, 0.5)).toBe(2.5);
  expect(quantile(ascending, 1)).toBe(4);
  expect(quantile(new Float64Array(0), 0.5)).toBeNaN();
});
