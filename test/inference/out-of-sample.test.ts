import { expect, it } from "vitest";
import { outOfSample } from "../../src/inference/out-of-sample.ts";
import { mean } from "../../src/measure/moments.ts";
import { regress } from "../../src/measure/regression.ts";
import { fx240 } from "../fixtures/fx240.ts";
import { answerOf, reasonOf } from "./answers.ts";

const { a, b } = fx240();
const window = { fewest: 30, apart: 5 };

/** The definition, with one regression and one mean for each row. */
function byDefinition(y: Float64Array, x: Float64Array, fewest: number, apart: number): number {
  let [ofLine, ofMean] = [0, 0];
  for (let t = fewest - 1 + apart; t < y.length; t += 1) {
    const [knownY, knownX] = [y.slice(0, t - apart + 1), x.slice(0, t - apart + 1)];
    const [one, slope] = regress(knownY, [knownX.map(() => 1), knownX]).coefficients;
    ofLine += (y[t]! - one! - slope! * x[t]!) ** 2;
    ofMean += (y[t]! - mean(knownY)) ** 2;
  }
  return 1 - ofLine / ofMean;
}

it("is the definition, regression by regression", () => {
  for (const apart of [1, 5, 20]) {
    const found = answerOf(outOfSample(a, b, { fewest: 30, apart }));
    expect(found.explained).toBeCloseTo(byDefinition(a, b, 30, apart), 10);
    expect(found.count).toBe(240 - 29 - apart);
  }
});

it("by hand: after two rows on a line, a third on it is explained whole and its mean misses it", () => {
  const x = Float64Array.from({ length: 12 }, (_, t) => t);
  expect(
    answerOf(
      outOfSample(
        x.map((t) => 2 * t + 1),
        x,
        { fewest: 2, apart: 1 },
      ),
    ),
  ).toEqual({
    explained: 1,
    count: 10,
  });
});

it("is below zero where a line learned from the past misleads", () => {
  const x = Float64Array.from({ length: 40 }, (_, t) => Math.sin(t));
  const turned = x.map((value, t) => (t < 20 ? value : -value));
  expect(answerOf(outOfSample(turned, x, { fewest: 10, apart: 1 })).explained).toBeLessThan(0);
});

it("a fit knows nothing of the rows between it and the one that it is tried on", () => {
  const rows = a.subarray(0, 35);
  const before = answerOf(outOfSample(rows, b.subarray(0, 35), window));
  const other = rows.map((value, t) => (t >= 30 && t < 34 ? value + 1 : value));
  expect(before.count).toBe(1);
  expect(answerOf(outOfSample(other, b.subarray(0, 35), window)).explained).toBe(before.explained);
});

it("an x that has not varied yet is a level line, which is the mean", () => {
  const still = b.map((value, t) => (t < 239 ? 0 : value));
  expect(answerOf(outOfSample(a, still, window)).explained).toBe(0);
});

it("needs rows that are left to be tried on, and lines that vary", () => {
  expect(reasonOf(outOfSample(a.subarray(0, 34), b.subarray(0, 34), window))).toBe(
    "34 periods leave none to try a fit on",
  );
  expect(
    reasonOf(
      outOfSample(
        a,
        a.map(() => 1),
        window,
      ),
    ),
  ).toBe("what explains it is the same in every period");
  expect(
    reasonOf(
      outOfSample(
        a.map(() => 1),
        a,
        window,
      ),
    ),
  ).toBe("what is explained is the same in every period");
  expect(() => outOfSample(a, b.subarray(1), window)).toThrow("240 values against 239");
  expect(() => outOfSample(a, b, { fewest: 30, apart: 0 })).toThrow("a window of 30 rows, 0 apart");
});
