import { describe, expect, it } from "vitest";
import { pathOf } from "../../src/hypothesis/path.ts";
import { correlationOf } from "../../src/hypothesis/relation.ts";
import { correlationInterval } from "../../src/inference/correlation-interval.ts";
import { InputError } from "../../src/input/input-error.ts";
import { isUnknown } from "../../src/input/unknown.ts";
import { monthEnds } from "../fixtures/month-ends.ts";

const months = monthEnds(2020, 1, 5);
const a = pathOf("a", "monthly", months, [1, 2, 4, 8, 4]);
const b = pathOf("b", "monthly", months, [9, 3, 1, 1 / 3, 1]);

describe("the correlation of two paths", () => {
  it("is that of their levels or of the changes of their logarithms", () => {
    expect(correlationOf(a, b, "changes").value).toBeCloseTo(-1, 12);
    // Deviations -2.8 -1.8 0.2 4.2 0.2 and 6.1333 0.1333 -1.8667 -2.5333 -1.8667, by hand.
    expect(correlationOf(a, b, "levels").value).toBeCloseTo(-28.8 / Math.sqrt(28.8 * 51.022222), 4);
    expect(correlationOf(a, b, "levels").count).toBe(5);
  });

  it("takes the days that both have", () => {
    const short = pathOf("b", "monthly", months.slice(1), [3, 1, 1 / 3, 1]);
    expect(correlationOf(a, short, "changes").count).toBe(3);
    const two = pathOf("b", "monthly", months.slice(3), [3, 1]);
    expect(() => correlationOf(a, two, "changes")).toThrow(InputError);
  });

  it("carries an interval that holds under dependence, where lags are given", () => {
    const x = Float64Array.from({ length: 40 }, (_, t) => Math.sin(t / 3) + 2);
    const y = Float64Array.from({ length: 40 }, (_, t) => Math.sin(t / 3 + 1) + 2);
    const rows = monthEnds(2020, 1, 40);
    const both = [pathOf("x", "monthly", rows, x), pathOf("y", "monthly", rows, y)] as const;
    const expected = correlationInterval(x, y, 5);
    if (isUnknown(expected)) throw new Error(expected.reason);
    expect(correlationOf(...both, "levels", { lags: 5 }).interval).toEqual([
      expected.fisher!.lower,
      expected.fisher!.upper,
    ]);
    expect(correlationOf(...both, "levels").interval).toBeUndefined();
  });
});
