import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bestSplit,
  type ChangeOptions,
  type ChangePoints,
  changePoints,
  noise,
  pelt,
} from "../../src/regime/change-points.ts";
import { meanAndVarianceCost, meanCost, trendCost } from "../../src/regime/segment-cost.ts";
import { nile } from "../fixtures/nile.ts";

const found = (values: readonly number[], options: ChangeOptions): ChangePoints => {
  const answer = changePoints(values, options);
  if ("value" in answer) throw new Error(answer.reason);
  return answer;
};
const reasonOf = (values: readonly number[], options: ChangeOptions) =>
  (changePoints(values, options) as { reason?: string }).reason;

/** The best of all divisions, by trying every last change. */
function plain(
  cost: (from: number, to: number) => number,
  n: number,
  penalty: number,
  least: number,
) {
  const best = [-penalty];
  for (let t = 1; t <= n; t += 1) {
    best[t] = Infinity;
    for (let s = 0; s <= t - least; s += 1)
      best[t] = Math.min(best[t]!, best[s]! + cost(s, t) + penalty);
  }
  return best[n]!;
}

describe("changePoints", () => {
  it("finds the one step of a staircase", () => {
    const steps = [...new Array(12).fill(0), ...new Array(12).fill(5)].map(
      (v, t) => v + (t % 3) / 10,
    );
    expect(found(steps, { of: "mean" }).changes).toEqual([12]);
    expect(found(steps, { of: "mean", search: "binary" }).changes).toEqual([12]);
  });

  it("has no answer for values that do not differ, are too few, missing, or have no noise", () => {
    expect(reasonOf(new Array(40).fill(3), { of: "mean" })).toBe("the values do not differ");
    expect(reasonOf([1, 2, 3], { of: "mean" })).toBe("3 values hold no two segments of 12");
    expect(reasonOf([...nile, Number.NaN], { of: "mean" })).toBe("value 101 is not known");
    expect(reasonOf([...new Array(30).fill(0), 1], { of: "mean" })).toContain(
      "no noise to compare",
    );
  });

  it("dates the change of the Nile after 1898 (Cobb 1978), whatever the usual penalty", () => {
    expect(noise(nile)).toBeCloseTo(115.3194, 4);
    const mean = nile.reduce((sum, v) => sum + v, 0) / 100;
    const variance = nile.reduce((sum, v) => sum + (v - mean) ** 2, 0) / 99;
    const log = Math.log(100);
    for (const penalty of [undefined, 3 * 115.3194 ** 2 * log, 2 * variance * log]) {
      const one = found(nile, { of: "mean", ...(penalty === undefined ? {} : { penalty }) });
      expect(one.changes).toEqual([28]);
      expect(one.cost).toBeCloseTo(1597457.194, 3);
    }
    expect(meanCost(nile)(0, 100)).toBeCloseTo(2835156.75, 2);
  });

  it("over-segments the Nile in mean and variance where segments may be short", () => {
    const options = { of: "mean-and-variance", least: 2, penalty: 3 * Math.log(100) } as const;
    expect(found(nile, options).changes).toEqual([4, 6, 28, 97]);
  });

  it("splits the Nile in two, and neither part again", () => {
    const cost = meanCost(nile);
    const first = bestSplit(cost, 0, 100, 1)!;
    expect(first.at).toBe(28);
    expect(first.gain).toBeCloseTo(1237699.56, 2);
    const left = bestSplit(cost, 0, 28, 1)!;
    const right = bestSplit(cost, 28, 100, 1)!;
    expect([left.at, right.at]).toEqual([19, 97]);
    expect(left.gain).toBeCloseTo(55130.5, 1);
    expect(right.gain).toBeCloseTo(49676.9, 1);
    expect(found(nile, { of: "mean", search: "binary" }).changes).toEqual([28]);
  });
});

describe("pelt", () => {
  it("is as good as trying every division, whatever the shortest segment", () => {
    const worlds = fc.record({
      values: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
        minLength: 8,
        maxLength: 40,
      }),
      least: fc.integer({ min: 1, max: 5 }),
      penalty: fc.double({ min: 0.1, max: 8, noNaN: true }),
    });
    fc.assert(
      fc.property(worlds, ({ values, least, penalty }) => {
        const cost = meanCost(values);
        const changes = pelt(cost, values.length, penalty, least);
        const ends = [...changes, values.length];
        const total = ends.reduce((sum, end, i) => sum + cost(ends[i - 1] ?? 0, end), 0);
        const lengths = ends.map((end, i) => end - (ends[i - 1] ?? 0));
        if (values.length >= least) expect(Math.min(...lengths)).toBeGreaterThanOrEqual(least);
        expect(total + penalty * changes.length).toBeCloseTo(
          plain(cost, values.length, penalty, least),
          9,
        );
      }),
    );
  });

  it("stays fast on daily data", () => {
    const values = Array.from(
      { length: 6850 },
      (_, t) => Math.sin(t * 12.9898) + (t > 3000 ? 1 : 0),
    );
    const before = process.cpuUsage().user;
    pelt(meanCost(values), 6850, 8, 12);
    expect((process.cpuUsage().user - before) / 1000).toBeLessThan(2000);
  });
});

describe("segment costs", () => {
  const values = [3, 1, 4, 1, 5, 9, 2, 6];
  it("are those of the segment alone", () => {
    // 4, 1, 5: mean 10/3, squares 16 + 1 + 25 - 100/3.
    expect(meanCost(values)(2, 5)).toBeCloseTo(42 - 100 / 3, 12);
    expect(meanAndVarianceCost(values)(2, 5)).toBeCloseTo(
      3 * (Math.log(2 * Math.PI) + Math.log((42 - 100 / 3) / 3) + 1),
      12,
    );
    // Around its line 4, 1, 5 keeps (4 - 2 + 5)^2 / 6.
    expect(trendCost(values)(2, 5)).toBeCloseTo(49 / 6, 12);
  });
});
