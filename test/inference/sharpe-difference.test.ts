import fc from "fast-check";
import { expect, it } from "vitest";
import {
  independentSharpeDifference,
  jobsonKorkieMemmel,
  ledoitWolf,
  persistence,
  sharpeInfluence,
} from "../../src/inference/sharpe-difference.ts";
import { isUnknown } from "../../src/input/unknown.ts";
import { mean, standardDeviation } from "../../src/measure/moments.ts";
import { normalCdf } from "../../src/measure/normal.ts";
import { expectClose, expectPublished } from "../fixtures/expected.ts";
import { fx240 } from "../fixtures/fx240.ts";
import { answerOf, reasonOf } from "./answers.ts";

const { a, b } = fx240();
const squared = (values: Float64Array) => values.map((value) => value * value);
const tests = { jobsonKorkieMemmel, independentSharpeDifference, ledoitWolf };

it("Sharpe ratios of 1/2 and 0 by hand: uncorrelated, variance (2 + 0.5 x 0.25) / 24", () => {
  const strategy = Float64Array.from({ length: 24 }, (_, t) => (t % 2 === 0 ? 1 : -1));
  const benchmark = Float64Array.from({ length: 24 }, (_, t) => (t % 4 < 2 ? 1 : -1));
  const shift = standardDeviation(strategy) / 2;
  const found = answerOf(
    jobsonKorkieMemmel(
      strategy.map((x) => x + shift),
      benchmark,
    ),
  );
  expect(found.difference).toBeCloseTo(0.5, 12);
  expect(found.error ** 2).toBeCloseTo((2 + 0.5 * 0.25) / 24, 12);
});

it("the generated strategy and its benchmark, as first computed", () => {
  const normal = answerOf(jobsonKorkieMemmel(a, b));
  expectClose(normal.t, 1.992635500327671, 1e-12);
  expectClose(normal.error ** 2, 0.004251234862024341, 1e-12);
  const robust = answerOf(ledoitWolf(a, b));
  expectClose(robust.difference, 0.12992281226352498, 1e-12);
  expectClose(persistence([a, b, squared(a), squared(b)]), 0.11852706603049333, 1e-12);
  expectClose(robust.bandwidth, 5.19895319653007, 1e-12);
  expectClose(robust.error, 0.07645597487011632, 1e-12);
  expectClose(robust.t, 1.6993153574228608, 1e-12);
  expectClose(robust.p, 0.08925978048455963, 1e-12);
  const independent = answerOf(independentSharpeDifference(a, b));
  expectClose(independent.error, 0.0645534972615446, 1e-12);
  expectClose(independent.p, 0.04415274150814306, 1e-12);
});

it("with divisor n - 1 the independent error is that of PeerPerformance (R)", () => {
  // There the moments have divisor n and only the covariance of their columns n - 1.
  const independent = answerOf(independentSharpeDifference(a, b));
  const error = independent.error * Math.sqrt(240 / 239);
  expectPublished(error, "0.0646884054");
  expectPublished(2 * normalCdf(-independent.difference / error), "0.0445965047");
});

it("the influence of a Sharpe ratio has it as its mean", () => {
  expectClose(mean(sharpeInfluence(a)), mean(a) / standardDeviation(a), 1e-12);
});

it("the difference of two influences has the independent error", () => {
  const [own, others] = [sharpeInfluence(a), sharpeInfluence(b)];
  const apart = own.map((value, t) => value - others[t]!);
  const error = (standardDeviation(apart) * Math.sqrt(239 / 240)) / Math.sqrt(240);
  expectClose(answerOf(independentSharpeDifference(a, b)).error, error, 1e-9);
});

it("leverage changes nothing, and exchanging the two changes the sign", () => {
  const size = fc.double({ min: 0.1, max: 10, noNaN: true });
  fc.assert(
    fc.property(size, size, (x, y) => {
      for (const test of Object.values(tests)) {
        const before = answerOf(test(a, b));
        const scaled = answerOf(
          test(
            a.map((value) => value * x),
            b.map((value) => value * y),
          ),
        );
        if (test !== ledoitWolf) expectClose(scaled.t, before.t, 1e-9);
        expectClose(scaled.difference, before.difference, 1e-9);
        expectClose(answerOf(test(b, a)).t, -before.t, 1e-9);
      }
    }),
    { numRuns: 20 },
  );
});

it("has no answer, and says why, where there is nothing to compare", () => {
  const flat = a.map(() => 0.01);
  const holed = a.map((value, t) => (t === 6 ? Number.NaN : value));
  for (const test of Object.values(tests)) {
    for (const few of [2, 5, 23])
      expect(reasonOf(test(a.slice(0, few), b.slice(0, few)))).toBe(
        `${few} periods are too few; at least 24 are needed`,
      );
    expect(answerOf(test(a.slice(0, 24), b.slice(0, 24))).p).toBeGreaterThan(0);
    expect(reasonOf(test(a, flat))).toBe("the return of the benchmark is the same in every period");
    expect(reasonOf(test(flat, b))).toBe("the return of the strategy is the same in every period");
    expect(reasonOf(test(holed, b))).toContain("not known in period 7");
    expect(reasonOf(test(a, a))).toContain("its own benchmark");
    const levered = a.map((value) => 2 * value);
    expect(reasonOf(test(levered, a))).toContain("moves exactly with its benchmark");
    expect(() => test(a, b.slice(1))).toThrow("240 returns against 239");
  }
});

it("returns of two sizes only, whose squares do not vary, are answered", () => {
  const coin = a.map((value) => (value > 0 ? 1 : -1));
  const found = ledoitWolf(coin, b);
  expect(isUnknown(found) ? Number.NaN : found.p).toBeGreaterThan(0);
});
