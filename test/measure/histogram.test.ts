import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binsFor, counts, normalCounts } from "../../src/measure/histogram.ts";

describe("bins", () => {
  it("are of a round width and begin at a multiple of it", () => {
    expect(binsFor([[-0.031, 0.02], [0.055]], 5)).toEqual({ width: 0.02, from: -0.04, count: 5 });
  });

  it("are one where nothing varies, and where there is nothing", () => {
    expect(binsFor([[0.031, 0.031]], 10)).toEqual({ width: 0.01, from: 0.03, count: 1 });
    expect(binsFor([[]], 10)).toEqual({ width: 0.01, from: 0, count: 1 });
  });

  it("an edge belongs to the bin above it", () => {
    expect(
      counts([-0.04, -0.021, -0.02, 0, 0.055], { width: 0.02, from: -0.04, count: 5 }),
    ).toEqual([...[2, 1, 1, 0, 1]]);
  });

  it("hold every value once, however wild", () => {
    const values = fc.array(fc.double({ min: -1, max: 5, noNaN: true }), { maxLength: 60 });
    fc.assert(
      fc.property(values, fc.integer({ min: 4, max: 40 }), (one, most) => {
        const bins = binsFor([one], most);
        expect(bins.count).toBeLessThanOrEqual(most + 2);
        expect(counts(one, bins).reduce((sum, count) => sum + count, 0)).toBe(one.length);
      }),
    );
  });
});

describe("the normal distribution of the same mean and deviation", () => {
  it("has 34.13 % of the values within one deviation on either side of the mean", () => {
    // Mean 0, deviation 1 (divisor n - 1): three values at -1, 0 and 1.
    const found = normalCounts([-1, 0, 1], { width: 1, from: -1, count: 2 })!;
    expect(found[0]).toBeCloseTo(3 * 0.3413447460685429, 9);
    expect(found[1]).toBeCloseTo(found[0]!, 12);
  });

  it("is none where values do not vary", () => {
    expect(normalCounts([1, 1, 1], { width: 1, from: 0, count: 2 })).toBeNull();
  });
});
