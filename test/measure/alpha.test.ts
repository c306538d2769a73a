import { expect, it } from "vitest";
import { market } from "../../src/measure/alpha.ts";
import { studentTwoSided } from "../../src/measure/student.ts";
import { expectClose, expectPublished } from "../fixtures/expected.ts";
import { fx240 } from "../fixtures/fx240.ts";
import { benchmarkReturns, portfolioReturns } from "../fixtures/portfolio-bacon.ts";

it("twice the benchmark and one percent a month", () => {
  const benchmark = [0.01, -0.02, 0.03, 0.01];
  const line = market(
    benchmark.map((value) => 0.01 + 2 * value),
    benchmark,
    12,
  );
  expect(line.beta).toBeCloseTo(2, 12);
  expect(line.alpha.annual).toBeCloseTo(0.12, 12);
});

it("has no t where nothing is left unexplained", () => {
  const { a } = fx240();
  expect(market(a, a, 12).alpha).toMatchObject({ t: null, p: null, lags: 4 });
  expect(market(a, a, 12).beta).toBeCloseTo(1, 12);
});

it("is the mean excess return, with its own HAC error, against a benchmark that does not vary", () => {
  // Deviations -1.5, -0.5, 0.5, 1.5: with one lag the variance of the mean is 1.5625 / 4, times 4 / 3.
  const { beta, alpha } = market([1, 2, 3, 4], [0, 0, 0, 0], 1);
  expect(beta).toBeNull();
  expect(alpha.annual).toBe(2.5);
  expect(alpha.lags).toBe(1);
  expect(alpha.t).toBeCloseTo(2.5 / (0.625 * Math.sqrt(4 / 3)), 12);
  expect(alpha.p).toBeCloseTo(studentTwoSided(alpha.t!, 3), 12);
});

it("is null for fewer than three returns", () => {
  const nothing = { annual: null, t: null, p: null };
  expect(market([0.1, 0.2], [0.1, 0], 12)).toEqual({ beta: null, alpha: { ...nothing, lags: 1 } });
  expect(market([], [], 12)).toEqual({ beta: null, alpha: { ...nothing, lags: 0 } });
});

it("Bacon's portfolio (2008) on its benchmark", () => {
  const line = market(portfolioReturns, benchmarkReturns, 12);
  expectPublished(line.beta, "0.9988502086");
  expectPublished(line.alpha.annual! / 12, "-0.0010301208");
  expectPublished(line.alpha.annual, "-0.0123614501");
});

it("the generated strategy: default lags, small-sample factor on, Student's t", () => {
  const { a, b } = fx240();
  const { alpha } = market(a, b, 12);
  expect(alpha.lags).toBe(4);
  expectClose(alpha.t, 3.25526609 * Math.sqrt(238 / 240), 1e-8);
  expectClose(alpha.p, studentTwoSided(alpha.t!, 238), 1e-15);
});
