import fc from "fast-check";
import { expect, it } from "vitest";
import { type Contest, contest } from "../../src/inference/contest.ts";
import { coinADay } from "../../src/inference/draws.ts";
import { parkMiller } from "../../src/inference/random.ts";
import { statisticsOf, stepdownP, stepM } from "../../src/inference/stepdown.ts";
import { expectClose } from "../fixtures/expected.ts";
import { spa5 } from "../fixtures/spa5.ts";
import { answerOf } from "./answers.ts";

const five = answerOf(
  contest(spa5(), {
    draws: coinADay(120, 0.2, parkMiller(99)),
    restart: 0.2,
    resamples: 999,
  }),
);

/** A contest over one period with deviations of 1: statistics and shifts, by variant, are the numbers given. */
function small(means: readonly number[], shifts: readonly (readonly number[])[]): Contest {
  return {
    variants: means.length,
    entered: [...means.keys()],
    periods: 1,
    resamples: shifts[0]!.length,
    means: Float64Array.from(means),
    deviations: Float64Array.from(means, () => 1),
    shifts: Float64Array.from(shifts.flat()),
  };
}

it("two variants and four resamples by hand", () => {
  // Largest of both: 1, 2, 2, 4, of which one reaches 3; of the second alone: 0, 2, 1, 0, of which two reach 1.
  const two = small(
    [3, 1],
    [
      [1, 0, 2, 4],
      [0, 2, 1, 0],
    ],
  );
  expect(stepdownP(two)).toEqual([2 / 5, 3 / 5]);
  expect(stepM(two, 0.5)).toEqual({ rejected: [0, 1], critical: [2, 0] });
  expect(stepM(two, 0.05)).toEqual({ rejected: [], critical: [4] });
});

it("five generated variants, computed independently in Python (numpy)", () => {
  const t = [
    0.9268174476275273, 1.4486810288344607, 0.3298282117001897, -0.7182195426363167,
    3.025946214874595,
  ];
  for (const [k, statistic] of statisticsOf(five).entries()) expectClose(statistic, t[k]!, 1e-10);
  expect(stepdownP(five)).toEqual([0.443, 0.262, 0.572, 0.761, 0.012]);
  const strict = stepM(five, 0.05);
  expect(strict.rejected).toEqual([4]);
  expectClose(strict.critical[0]!, 2.3071103187530957, 1e-10);
  expectClose(strict.critical[1]!, 2.254678987113916, 1e-10);
  const lax = stepM(five, 0.3);
  expect(lax.rejected).toEqual([1, 4]);
  expectClose(lax.critical[2]!, 1.2223134356325274, 1e-10);
});

it("a variant that did not enter keeps its place, without a p-value", () => {
  const [first, ...rest] = spa5();
  const found = answerOf(
    contest([first!, first!.map(() => 0), ...rest], {
      draws: coinADay(120, 0.2, parkMiller(99)),
      restart: 0.2,
      resamples: 999,
    }),
  );
  expect(stepdownP(found)).toEqual([0.443, null, 0.262, 0.572, 0.761, 0.012]);
  expect(stepM(found, 0.3).rejected).toEqual([2, 5]);
});

it("what is rejected at a level has a p-value of that level at most", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), (percent) => {
      const level = percent / 100;
      const p = stepdownP(five);
      const { rejected, critical } = stepM(five, level);
      for (const k of rejected) expect(p[k]!).toBeLessThanOrEqual(level + 1e-3);
      for (let i = 1; i < critical.length; i += 1)
        expect(critical[i]!).toBeLessThanOrEqual(critical[i - 1]!);
    }),
  );
});
