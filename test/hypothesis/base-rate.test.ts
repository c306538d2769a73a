import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { baseRateOf } from "../../src/hypothesis/base-rate.ts";
import { NotCovered } from "../../src/hypothesis/not-covered.ts";
import { pathOf } from "../../src/hypothesis/path.ts";
import { monthEnds } from "../fixtures/month-ends.ts";

/** Levels from 100 by monthly factors that come back in turn. */
function levels(factors: readonly number[], months: number): number[] {
  const values = [100];
  for (let month = 0; month < months; month += 1)
    values.push(values[month]! * factors[month % factors.length]!);
  return values;
}

const path = (factors: readonly number[], months = 240) =>
  pathOf("x", "monthly", monthEnds(2000, 1, months + 1), levels(factors, months));
const risesAndFalls = path([2, 0.5]);

describe("the base rate of an event", () => {
  it("is 1 where every future has it, and 0 where none does", () => {
    const rises = path([1.01, 1.02]);
    const event = ([x]: readonly Float64Array[]) => x!.at(-1)! > x![0]!;
    expect(baseRateOf({ paths: [rises], rows: 12, event }, 1).value).toBe(1);
    const falls = ([x]: readonly Float64Array[]) => x!.at(-1)! < x![0]!;
    expect(baseRateOf({ paths: [rises], rows: 12, event: falls }, 1).value).toBe(0);
  });

  it("is about half where a month rises or falls with equal chances, and says out of how many", () => {
    const event = ([x]: readonly Float64Array[]) => x![1]! > x![0]!;
    const rate = baseRateOf({ paths: [risesAndFalls], rows: 1, event }, 1);
    expect(rate.count).toBe(1999);
    expect(Math.abs(rate.value - 0.5)).toBeLessThan(0.03);
  });

  it("goes on from the last known level, for as many rows as asked", () => {
    const seen: number[] = [];
    const event = ([x]: readonly Float64Array[]) => {
      seen.push(x!.length, x![0]!);
      return true;
    };
    baseRateOf({ paths: [path([1.5, 1 / 1.5])], rows: 24, event }, 1);
    expect(new Set(seen.filter((_, at) => at % 2 === 0))).toEqual(new Set([25]));
    expect(new Set(seen.filter((_, at) => at % 2 === 1).map((x) => x.toFixed(9)))).toEqual(
      new Set(["100.000000000"]),
    );
  });

  it("draws several paths together: a mirror image stays one", () => {
    const mirrored = Array.from(risesAndFalls.values, (value) => 1e4 / value);
    const mirror = pathOf("y", "monthly", risesAndFalls.days, mirrored);
    const event = ([x, y]: readonly Float64Array[]) =>
      x!.every((value, row) => Math.abs((value * y![row]!) / 1e4 - 1) < 1e-9);
    expect(baseRateOf({ paths: [risesAndFalls, mirror], rows: 36, event }, 1).value).toBe(1);
  });

  it("refuses to speak of a future longer than the past", () => {
    const question = { paths: [path([1.1, 0.9], 20)], rows: 21, event: () => true };
    expect(() => baseRateOf(question, 1)).toThrow(
      new NotCovered("x: 20 rows of the past cannot stand for 21"),
    );
  });

  it("is the same for a seed, and the counter-event is the rest", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.double({ min: 0.3, max: 3, noNaN: true }),
        (seed, level) => {
          const over = ([x]: readonly Float64Array[]) => x!.at(-1)! > 100 * level;
          const ask = (event: typeof over) =>
            baseRateOf({ paths: [risesAndFalls], rows: 6, event }, seed).value;
          expect(ask(over)).toBe(ask(over));
          expect(ask(over) + ask((x) => !over(x))).toBeCloseTo(1, 12);
        },
      ),
      { numRuns: 10 },
    );
  });
});
