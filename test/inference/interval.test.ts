import { expect, it } from "vitest";
import { basicInterval, percentileInterval } from "../../src/inference/interval.ts";

const oneTo = (count: number) => Float64Array.from({ length: count }, (_, i) => i + 1);

it("of 999 replications numbers 25 and 975 bound 95 %, of 9,999 numbers 250 and 9,750", () => {
  expect(percentileInterval(oneTo(999))).toEqual({ lower: 25, upper: 975, level: 0.95 });
  expect(percentileInterval(oneTo(9999))).toEqual({ lower: 250, upper: 9750, level: 0.95 });
  expect(percentileInterval(oneTo(999), 0.9)).toEqual({ lower: 50, upper: 950, level: 0.9 });
});

it("of 39 the first and the last; fewer are too few, and a whole level has no bounds", () => {
  expect(percentileInterval(oneTo(39))).toEqual({ lower: 1, upper: 39, level: 0.95 });
  expect(percentileInterval(oneTo(38))).toEqual({
    value: null,
    reason: "38 resamples are too few for an interval of level 0.95",
  });
  expect(percentileInterval(oneTo(999), 1)).toHaveProperty("reason");
  expect(percentileInterval(oneTo(0))).toHaveProperty("reason");
});

it("the basic interval is the percentile interval seen from the other side of the estimate", () => {
  expect(basicInterval(2, { lower: 1, upper: 5, level: 0.95 })).toEqual({
    lower: -1,
    upper: 3,
    level: 0.95,
  });
});
