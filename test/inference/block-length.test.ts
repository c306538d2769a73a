import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  blockLength,
  comparedColumns,
  longestBlock,
  type OptimalBlocks,
  optimalBlocks,
} from "../../src/inference/block-length.ts";
import { isUnknown } from "../../src/input/unknown.ts";
import { expectPublished } from "../fixtures/expected.ts";
import { ar500, fx240 } from "../fixtures/fx240.ts";
import { numpyNormals } from "../fixtures/numpy-normals.ts";

function optimal(values: ArrayLike<number>): OptimalBlocks {
  const answer = optimalBlocks(values);
  if (isUnknown(answer)) throw new Error(answer.reason);
  return answer;
}

it("values that do not differ, or are not known, or are few, ask for no length", () => {
  const same = new Float64Array(100).fill(0.1);
  expect(optimalBlocks(same)).toHaveProperty(
    "reason",
    "the values do not differ, or are not all numbers",
  );
  expect(optimalBlocks(same.map((x, i) => (i === 7 ? Number.NaN : x)))).toHaveProperty("reason");
  expect(optimalBlocks([1, 2, 3])).toHaveProperty(
    "reason",
    "3 rows are too few to choose a block length",
  );
});

it("no sample bears blocks of more than a third of it, or three roots", () => {
  expect([10, 81, 240, 6850].map(longestBlock)).toEqual([4, 27, 47, 249]);
});

describe("for columns together", () => {
  const { a, b } = fx240();
  const still = new Float64Array(240).fill(0.01);

  it("the longest wish counts, but three months at least", () => {
    expect(blockLength([ar500(), a, b], 4)).toBe(optimal(ar500()).stationary);
    expect(blockLength([ar500(), a, b], 4, "circular")).toBe(optimal(ar500()).circular);
    expect(blockLength(comparedColumns(a, b), 12)).toBe(3);
    expect(blockLength(comparedColumns(a, b), 1)).toBe(optimal(a).stationary);
  });

  it("a length below one row is one row", () => {
    const squares = a.map((x) => x * x);
    expect(blockLength([squares], 1)).toBe(1);
  });

  it("columns that stand still ask for nothing, and are no answer alone", () => {
    expect(blockLength([still, a], 1)).toBe(optimal(a).stationary);
    expect(blockLength([still, still], 12)).toHaveProperty("reason");
    expect(blockLength([], 12)).toHaveProperty("reason", "there is nothing to resample");
  });

  it("values that swing every row ask for more than twenty rows bear", () => {
    const swing = Float64Array.from({ length: 20 }, (_, t) => (-1) ** t);
    expect(optimal(swing).stationary).toBeGreaterThan(longestBlock(20));
    expect(blockLength([swing], 12)).toBe(longestBlock(20));
  });
});

it("shifting and scaling values leaves their length", () => {
  const values = ar500();
  fc.assert(
    fc.property(
      fc.double({ min: -10, max: 10, noNaN: true }),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      (shift, scale) => {
        const moved = optimal(values.map((x) => shift + scale * x));
        expect(moved.stationary).toBeCloseTo(optimal(values).stationary, 8);
      },
    ),
    { numRuns: 20 },
  );
});

it("is never NaN for values that differ", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 10, maxLength: 60 }),
      (values) => {
        const answer = optimalBlocks(values);
        const differ = new Set(values).size > 1;
        expect(isUnknown(answer)).toBe(!differ);
        const length = blockLength([values], 12);
        if (differ) expect(length).toBeGreaterThanOrEqual(1);
        if (differ) expect(length).toBeLessThanOrEqual(longestBlock(values.length));
      },
    ),
  );
});

it("the fixed series, in figures computed beforehand", () => {
  const { a, b } = fx240();
  const apart = a.map((x, t) => x - b[t]!);
  const expected = [
    [a, "2.5103970234", "2.8736872272", 1, 2],
    [b, "1.1138907848", "1.2750866460", 1, 2],
    [apart, "2.4187095127", "2.7687312278", 2, 4],
    [a.map((x) => x * x), "0.9784085394", "1.1199981900", 1, 2],
    [ar500(), "8.8572342570", "10.1390022036", 3, 6],
  ] as const;
  for (const [values, stationary, circular, lag, bandwidth] of expected) {
    const found = optimal(values);
    expectPublished(found.stationary, stationary);
    expectPublished(found.circular, circular);
    expect([found.lag, found.bandwidth]).toEqual([lag, bandwidth]);
  }
});

it("an autoregression of 0.3 over 10,000 rows, as arch of Sheppard has it; theory says 16.32 and 18.68", () => {
  const values = numpyNormals(0, 10_100);
  expect(values[0]).toBeCloseTo(1.764052345967664, 15);
  for (let t = 1; t < values.length; t += 1) values[t]! += 0.3 * values[t - 1]!;
  const { stationary, circular } = optimal(values.subarray(100));
  expectPublished(stationary, "13.635665");
  expectPublished(circular, "15.608940");
});
