import fc from "fast-check";
import type { Sample } from "../../src/measure/sample.ts";
import { sampleOf } from "../../src/measure/sample.ts";
import { grown, monthEnds } from "../fixtures/month-ends.ts";

/** Monthly returns of a random world: wild, constant, flat, short, or ended by ruin. */
export const anyReturns: fc.Arbitrary<number[]> = fc.oneof(
  fc.array(fc.double({ min: -0.6, max: 0.9, noNaN: true }), { maxLength: 150 }),
  fc.array(fc.double({ min: -0.05, max: 0.05, noNaN: true }), { minLength: 20, maxLength: 150 }),
  fc
    .tuple(fc.constantFrom(0, 0.004, -0.01, 1e-15), fc.nat(60))
    .map(([each, count]) => new Array<number>(count).fill(each)),
  fc
    .array(fc.double({ min: -0.3, max: 0.3, noNaN: true }), { maxLength: 40 })
    .map((returns) => [...returns, -1]),
  fc.array(fc.constantFrom(-0.1, 0, 0.1), { maxLength: 60 }),
);

/** A sample of monthly returns; `riskless` is the same in every month. */
export function monthly(returns: readonly number[], riskless = 0): Sample {
  return sampleOf(
    grown(returns),
    monthEnds(1999, 12, returns.length + 1),
    new Float64Array(returns.length).fill(riskless),
    12,
  );
}

/** Every number inside a value, however deep. */
export function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return value === null || typeof value !== "object" ? [] : Object.values(value).flatMap(numbersIn);
}
