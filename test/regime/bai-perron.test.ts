import { describe, expect, it } from "vitest";
import { parkMiller } from "../../src/inference/random.ts";
import {
  type BreakOptions,
  type Breaks,
  baiPerron,
  largestF,
  segmentCost,
} from "../../src/regime/bai-perron.ts";
import { twelveUniforms } from "../fixtures/fx240.ts";
import { nile } from "../fixtures/nile.ts";

const found = (values: ArrayLike<number>, options: BreakOptions): Breaks => {
  const answer = baiPerron(values, options);
  if ("value" in answer) throw new Error(answer.reason);
  return answer;
};

describe("baiPerron", () => {
  it("dates one break of the Nile by BIC (Zeileis and others, strucchange)", () => {
    const { chosen, divisions } = found(nile, { model: "level" });
    [1318.242, 1270.084, 1276.467, 1284.718].forEach((bic, m) => {
      expect(divisions[m]!.bic).toBeCloseTo(bic, 3);
    });
    expect(chosen.breaks).toEqual([28]);
    expect(chosen.residualSum).toBeCloseTo(1597457.194, 3);
  });

  it("never has a larger residual sum with more breaks, nor segments shorter than allowed", () => {
    const { divisions, least } = found(nile, { model: "trend" });
    for (const [m, { breaks, residualSum }] of divisions.entries()) {
      expect(breaks).toHaveLength(m);
      if (m > 0) expect(residualSum).toBeLessThanOrEqual(divisions[m - 1]!.residualSum);
      const ends = [0, ...breaks, 100];
      for (let i = 1; i < ends.length; i += 1)
        expect(ends[i]! - ends[i - 1]!).toBeGreaterThanOrEqual(least);
    }
  });

  it("finds the kinks of a piecewise straight line", () => {
    const uniform = parkMiller(4);
    const values = Array.from({ length: 120 }, (_, t) => {
      const line = t < 40 ? t : t < 80 ? 40 - 2 * (t - 40) : -40 + 3 * (t - 80);
      return line + 0.3 * twelveUniforms(uniform);
    });
    const { breaks } = found(values, { model: "trend" }).chosen;
    expect(breaks).toHaveLength(2);
    expect(Math.abs(breaks[0]! - 40)).toBeLessThanOrEqual(1);
    expect(Math.abs(breaks[1]! - 80)).toBeLessThanOrEqual(1);
  });

  it("has no answer for too few values, for one line without noise, and for a missing value", () => {
    const reason = (values: readonly number[], model: "level" | "trend") =>
      (baiPerron(values, { model }) as { reason?: string }).reason;
    expect(reason([1, 2, 1], "level")).toBe("3 values hold no two segments of 2");
    expect(reason(new Array(50).fill(7), "level")).toBe(
      "the values are one level without any noise",
    );
    expect(
      reason(
        Array.from({ length: 50 }, (_, t) => 3 + 2 * t),
        "trend",
      ),
    ).toBe("the values are one trend without any noise");
    expect(reason([...nile, Number.NaN], "level")).toBe("value 101 is not known");
  });
});

describe("largestF", () => {
  it("is that of the Nile (Andrews 1993; strucchange)", () => {
    const { value, at } = largestF(segmentCost(nile, "level"), 100, "level", 15);
    expect(value).toBeCloseTo(75.92977, 5);
    expect(at).toBe(28);
  });
});
