import { describe, expect, it } from "vitest";
import { breakErrorCdf, breakIntervals } from "../../src/inference/break-interval.ts";
import { type SupF, type SupFOptions, supF } from "../../src/inference/break-tests.ts";
import { parkMiller } from "../../src/inference/random.ts";
import { type Breaks, baiPerron } from "../../src/regime/bai-perron.ts";
import { twelveUniforms } from "../fixtures/fx240.ts";
import { nile } from "../fixtures/nile.ts";

const found = (values: ArrayLike<number>, options: Partial<SupFOptions> = {}): SupF => {
  const answer = supF(values, { model: "level", resamples: 999, seed: 1, ...options });
  if ("reason" in answer) throw new Error(answer.reason);
  return answer;
};

describe("supF", () => {
  it("finds the break of the Nile (Andrews 1993; strucchange), independent noise or not", () => {
    const one = found(nile, { noise: "independent" });
    expect(one.value).toBeCloseTo(75.92977, 5);
    expect(one.at).toBe(28);
    expect(one.p).toBe(0.001);
    expect(found(nile).p).toBeLessThan(0.02);
  });

  it("has the critical value of the table on many values of independent noise (Andrews 2003: 8.68)", () => {
    const uniform = parkMiller(3);
    const values = Array.from({ length: 600 }, () => twelveUniforms(uniform));
    const { critical } = found(values, { noise: "independent", resamples: 4000 });
    expect(Math.abs(critical - 8.68)).toBeLessThan(0.5);
  });

  it("rejects about as often as it says where noise persists and nothing breaks", () => {
    const uniform = parkMiller(9);
    const rejected = { independent: 0, autocorrelated: 0 };
    for (let world = 0; world < 150; world += 1) {
      let x = 0;
      const values = Array.from({ length: 120 }, () => (x = 0.7 * x + twelveUniforms(uniform)));
      for (const noise of ["independent", "autocorrelated"] as const)
        if (found(values, { noise, resamples: 99, seed: world + 1 }).p <= 0.05)
          rejected[noise] += 1;
    }
    expect(rejected.independent).toBeGreaterThan(75);
    expect(rejected.autocorrelated).toBeLessThan(15);
  });

  it("has no answer for few, missing and noiseless values", () => {
    const reason = (values: readonly number[]) =>
      (supF(values, { model: "level", resamples: 99, seed: 1 }) as { reason?: string }).reason;
    expect(reason([1, 2, 3])).toBe("3 values hold no two segments of 2");
    expect(reason(new Array(50).fill(2))).toBe("the values are one level without any noise");
    expect(reason([...nile, Number.NaN])).toBe("value 101 is not known");
    expect(reason([...new Array(25).fill(0), ...new Array(25).fill(1)])).toBe(
      "two segments leave no noise",
    );
  });
});

describe("breakIntervals", () => {
  it("puts the break of the Nile between 1895 and 1902 (Bai 1997; strucchange)", () => {
    const breaks = baiPerron(nile, { model: "level" }) as Breaks;
    expect(breakIntervals(nile, breaks)).toEqual([{ at: 28, lower: 25, upper: 32 }]);
  });

  it("knows a kink of a straight line well where there is little noise", () => {
    const uniform = parkMiller(4);
    const values = Array.from(
      { length: 100 },
      (_, t) => (t < 50 ? t : 150 - 2 * t) + 5 * twelveUniforms(uniform),
    );
    const breaks = baiPerron(values, { model: "trend", most: 1 }) as Breaks;
    const [one] = breakIntervals(values, breaks);
    expect(one!.lower!).toBeLessThanOrEqual(one!.at);
    expect(one!.upper!).toBeGreaterThanOrEqual(one!.at);
    expect(one!.upper! - one!.lower!).toBeLessThan(20);
  });
});

describe("breakErrorCdf", () => {
  it("is symmetric for alike sides, with the quantiles of the paper: 7 and 11", () => {
    expect(breakErrorCdf(0, 1, 1)).toBeCloseTo(0.5, 12);
    expect(breakErrorCdf(3, 1, 1) + breakErrorCdf(-3, 1, 1)).toBeCloseTo(1, 12);
    expect(breakErrorCdf(7.69, 1, 1)).toBeCloseTo(0.95, 3);
    expect(breakErrorCdf(11.03, 1, 1)).toBeCloseTo(0.975, 3);
  });

  it("rises from 0 to 1 and joins at 0 for unlike sides", () => {
    for (const [skew, noise] of [
      [0.3, 2],
      [4, 0.5],
      [1, 9],
    ] as const) {
      const at = [-400, -50, -5, -1, -1e-9, 1e-9, 1, 5, 50, 400, 5000].map((x) =>
        breakErrorCdf(x, skew, noise),
      );
      expect(at[4]).toBeCloseTo(at[5]!, 3);
      expect(at.at(-1)).toBeGreaterThan(0.98);
      for (let i = 1; i < at.length; i += 1)
        expect(at[i]!).toBeGreaterThanOrEqual(at[i - 1]! - 1e-9);
    }
  });
});
