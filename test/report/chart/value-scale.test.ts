import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeOf, valueAt, valueScale } from "../../../src/report/chart/value-scale.ts";

describe("valueScale", () => {
  it("a log scale is marked at round numbers", () => {
    expect(valueScale("log", [0.5, 100]).ticks).toEqual([1, 3, 10, 30, 100]);
    expect(valueScale("log", [0.03, 0.4]).ticks).toEqual([0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3]);
  });

  it("a log scale passes over what is not positive, and both over what is not known", () => {
    const scale = valueScale("log", [0, -1, null, 1, 2]);
    expect(scale.low).toBeGreaterThan(0.9);
    expect(valueScale("linear", [null, 3, 4]).low).toBeGreaterThan(2);
  });

  it("a linear scale of values that reach far starts at zero", () => {
    expect(valueScale("linear", [1, 10]).low).toBe(0);
  });

  it("no values give some scale", () => {
    expect(valueScale("log", [])).toMatchObject({ low: 0.1, high: 1 });
  });

  it("valueAt undoes placeOf", () => {
    const positive = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(positive, positive, fc.constantFrom("log", "linear"), (one, other, kind) => {
        const scale = valueScale(kind, [one, other]);
        expect(valueAt(scale, placeOf(scale, one, 380), 380) / one).toBeCloseTo(1, 6);
      }),
    );
  });
});
