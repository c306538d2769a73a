import { expect, it } from "vitest";
import { correlationInterval } from "../../src/inference/correlation-interval.ts";
import { uniformOf } from "../../src/inference/random.ts";
import { expectClose } from "../fixtures/expected.ts";
import { fx240, twelveUniforms } from "../fixtures/fx240.ts";
import { answerOf, reasonOf } from "./answers.ts";

const { a, b } = fx240();

/** Sums over 20 neighbouring rows, overlapping. */
function overlapping(values: Float64Array): Float64Array {
  return Float64Array.from({ length: values.length - 20 }, (_, t) =>
    values.subarray(t + 1, t + 21).reduce((sum, value) => sum + value, 0),
  );
}

it("two generated series, computed independently in Python (delta method on raw moments)", () => {
  const found = answerOf(correlationInterval(a, b, 4));
  expectClose(found.correlation, 0.5104905355024226, 1e-12);
  expectClose(found.error, 0.05134741977089893, 1e-6);
  expectClose(found.interval.lower, 0.40985144205240126, 1e-6);
  expectClose(found.interval.upper, 0.6111296289524449, 1e-6);
});

it("their overlapping sums over 20 rows (computed likewise)", () => {
  const found = answerOf(correlationInterval(overlapping(a), overlapping(b), 20));
  expectClose(found.correlation, 0.052984809688130435, 1e-9);
  expectClose(found.error, 0.14427628802401832, 1e-6);
});

it("Fisher's interval of the effective pairs says about the same", () => {
  const apart = answerOf(correlationInterval(a, b, 4));
  expect(apart.effective).toBeGreaterThan(180);
  expect(apart.fisher!.lower).toBeCloseTo(apart.interval.lower, 1);
  expect(apart.fisher!.upper).toBeCloseTo(apart.interval.upper, 1);
  const sums = answerOf(correlationInterval(overlapping(a), overlapping(b), 20));
  expect(sums.effective).toBeLessThan(60);
  const width = ({ lower, upper }: { lower: number; upper: number }) => upper - lower;
  expect(width(sums.fisher!) / width(sums.interval)).toBeGreaterThan(0.6);
  expect(width(sums.fisher!) / width(sums.interval)).toBeLessThan(1.7);
});

it("independent pairs without lags have Fisher's error, (1 - r^2) / sqrt n", () => {
  const uniform = uniformOf(4);
  const x = Float64Array.from({ length: 4000 }, () => twelveUniforms(uniform));
  const y = x.map((value) => 0.5 * value + twelveUniforms(uniform));
  const { correlation, error, effective } = answerOf(correlationInterval(x, y, 0));
  expect(error / ((1 - correlation ** 2) / Math.sqrt(4000))).toBeCloseTo(1, 1);
  expect(effective).toBe(4000);
});

it("covers nothing where there is nothing: about nineteen times in twenty", () => {
  const uniform = uniformOf(8);
  const draw = () => Float64Array.from({ length: 200 }, () => twelveUniforms(uniform));
  let covered = 0;
  for (let world = 0; world < 400; world += 1) {
    const { interval } = answerOf(correlationInterval(draw(), draw(), 2));
    if (interval.lower <= 0 && interval.upper >= 0) covered += 1;
  }
  expect(covered / 400).toBeGreaterThan(0.9);
  expect(covered / 400).toBeLessThan(0.98);
});

it("stays between -1 and 1", () => {
  const near = a.map((value, t) => value + 1e-4 * b[t]!).slice(0, 12);
  const found = answerOf(correlationInterval(near, a.slice(0, 12), 3));
  expect(found.interval.upper).toBeLessThanOrEqual(1);
  expect(found.fisher?.upper ?? 1).toBeLessThanOrEqual(1);
});

it("has no answer, and says why, for sides that say nothing or the same", () => {
  const flat = b.map(() => 1);
  expect(reasonOf(correlationInterval(a.slice(0, 4), b.slice(0, 4), 1))).toContain("too few");
  expect(reasonOf(correlationInterval(a, flat, 4))).toContain("the other side is the same");
  expect(reasonOf(correlationInterval(flat, a, 4))).toContain("one side is the same");
  expect(reasonOf(correlationInterval(a, a, 4))).toContain("one side is the other");
  expect(
    reasonOf(
      correlationInterval(
        a,
        a.map((value) => 3 - 2 * value),
        4,
      ),
    ),
  ).toContain("the other");
  expect(reasonOf(correlationInterval(a, b, 240))).toContain("240 lags are more than 240 pairs");
  expect(() => correlationInterval(a, b.slice(1), 4)).toThrow("240 values against 239");
});
