import { describe, expect, it } from "vitest";
import {
  estimatedVolatility,
  scalesOf,
  volatilityTarget,
} from "../../src/backtest/volatility-target.ts";
import { grown } from "../fixtures/month-ends.ts";

describe("estimatedVolatility", () => {
  it("weighs the last returns equally over a window", () => {
    const found = estimatedVolatility(grown([0.01, 0.03, 0.05]), "monthly", 12, 2);
    expect(Array.from(found.subarray(0, 2))).toEqual([Number.NaN, Number.NaN]);
    // Two returns 0.02 apart: variance 0.0002 a month.
    expect(found[2]).toBeCloseTo(Math.sqrt(0.0002 * 12), 12);
    expect(found[3]).toBeCloseTo(Math.sqrt(0.0002 * 12), 12);
  });

  it("weighs them exponentially on daily data, from the mean square of the first sixty", () => {
    const found = estimatedVolatility(
      grown([...new Array(60).fill(0.01), 0.02]),
      "daily",
      252,
      null,
    );
    expect(found[59]).toBeNaN();
    expect(found[60]).toBeCloseTo(0.01 * Math.sqrt(252), 12);
    expect(found[61]).toBeCloseTo(Math.sqrt((0.94 * 0.0001 + 0.06 * 0.0004) * 252), 12);
  });

  it("takes 36 months on monthly data", () => {
    const found = estimatedVolatility(
      grown(new Array(40).fill(0).map((_, t) => (t % 2) / 100)),
      "monthly",
      12,
      null,
    );
    expect(found.findIndex((value) => !Number.isNaN(value))).toBe(36);
  });
});

describe("scalesOf", () => {
  it("is one without an estimate, and never more than the cap", () => {
    const overlay = volatilityTarget({ target: 0.1 });
    expect(Array.from(scalesOf(overlay, [Number.NaN, 0.2, 0.02], null))).toEqual([1, 0.5, 2]);
  });

  it("follows the volatility of another series", () => {
    const overlay = volatilityTarget({ target: { like: "spx" } });
    expect(Array.from(scalesOf(overlay, [0.2, 0.2], [0.1, Number.NaN]))).toEqual([0.5, 1]);
  });
});

describe("volatilityTarget", () => {
  it.each([
    [{ target: 0 }, "volatilityTarget: target: got 0"],
    [{ target: 10 }, "target is 10, which looks like percent; give a fraction a year (0.1)"],
    [{ target: 0.1, cap: -1 }, "volatilityTarget: cap: got -1"],
    [{ target: 0.1, window: 1 }, "volatilityTarget: window is 1"],
    [{ target: 0.1, halflife: 3 }, 'unknown option "halflife"'],
  ])("refuses %o", (spec, message) => {
    expect(() => volatilityTarget(spec as never)).toThrow(message);
  });
});
