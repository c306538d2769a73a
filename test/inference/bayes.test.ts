import { expect, it } from "vitest";
import {
  alphaPosterior,
  bayesianP,
  meanPosterior,
  minimumBayesFactor,
  symmetricBayesFactor,
} from "../../src/inference/bayes.ts";
import { ones, regress } from "../../src/measure/regression.ts";
import { expectClose, expectPublished } from "../fixtures/expected.ts";
import { fx240 } from "../fixtures/fx240.ts";
import { answerOf, reasonOf } from "./answers.ts";

const { a, b } = fx240();
const apart = a.map((value, t) => value - b[t]!);

it("t of 2 and 3, p of 5 and 1 % (Harvey 2017; Sellke, Bayarri and Berger 2001)", () => {
  expectPublished(minimumBayesFactor(2), "0.135335");
  expectPublished(minimumBayesFactor(3), "0.011109");
  expectPublished(bayesianP(minimumBayesFactor(3), 4), "0.042545");
  expectPublished(symmetricBayesFactor(0.05), "0.407162");
  expectPublished(symmetricBayesFactor(0.01), "0.125182");
});

it("without evidence the odds stay as they were", () => {
  expect(bayesianP(minimumBayesFactor(0), 4)).toBe(0.8);
  expect(symmetricBayesFactor(0.5)).toBe(1);
  expect(symmetricBayesFactor(1 / Math.E)).toBeCloseTo(1, 12);
  expect(symmetricBayesFactor(0)).toBe(0);
});

it("a mean of differences, by numerical integration of the joint posterior (Python, scipy)", () => {
  const found = answerOf(meanPosterior(apart, 12));
  expectClose(found.effective, 182.03545946449657, 1e-9);
  expectClose(found.annual, 0.010615931380978497, 1e-6);
  expectClose(found.probabilityPositive, 0.7308998323262321, 1e-3);
  expectClose(found.interval.lower, -0.023266221247343948, 1e-2);
  expectClose(found.interval.upper, 0.04442309791119509, 1e-2);
});

it("a strict prior holds the mean at 0, a loose one leaves it where the data are", () => {
  const strict = answerOf(meanPosterior(apart, 12, 1e-6));
  expect(Math.abs(strict.annual)).toBeLessThan(1e-6);
  expect(strict.probabilityPositive).toBeCloseTo(0.5, 2);
  const loose = answerOf(meanPosterior(apart, 12, 100));
  const mean = apart.reduce((sum, value) => sum + value, 0) / 240;
  expectClose(loose.annual, 12 * mean, 1e-4);
});

it("alpha is what beta leaves", () => {
  const { coefficients } = regress(a, [ones(240), b]);
  const left = a.map((value, t) => value - coefficients[1]! * b[t]!);
  const [alpha, mean] = [answerOf(alphaPosterior(a, b, 12)), answerOf(meanPosterior(left, 12))];
  expectClose(alpha.annual, mean.annual, 1e-9);
  expect(alpha.probabilityPositive).toBeGreaterThan(0.9);
});

it("the opposite has the opposite probability", () => {
  const found = answerOf(meanPosterior(apart, 12));
  const other = answerOf(
    meanPosterior(
      apart.map((value) => -value),
      12,
    ),
  );
  expect(other.probabilityPositive + found.probabilityPositive).toBeCloseTo(1, 12);
});

it("has no answer, and says why, without variation or with nothing to compare", () => {
  expect(reasonOf(meanPosterior([0.1, 0.2], 12))).toContain("2 periods are too few");
  expect(
    reasonOf(
      meanPosterior(
        a.map(() => 0.01),
        12,
      ),
    ),
  ).toContain("the same in every period");
  expect(reasonOf(alphaPosterior(a, a, 12))).toContain("its own benchmark");
  expect(
    reasonOf(
      alphaPosterior(
        a,
        b.map(() => 0),
        12,
      ),
    ),
  ).toContain("benchmark is the same");
  expect(
    reasonOf(
      alphaPosterior(
        a.map((value) => 2 * value),
        a,
        12,
      ),
    ),
  ).toContain("same in every");
});
