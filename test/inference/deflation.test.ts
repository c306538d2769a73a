import { expect, it } from "vitest";
import { deflation, effectiveTrials } from "../../src/inference/deflation.ts";
import { expectClose } from "../fixtures/expected.ts";
import { spa5 } from "../fixtures/spa5.ts";
import { answerOf, reasonOf } from "./answers.ts";

const five = spa5();

it("a variant tried three times over is one trial; opposites are two", () => {
  const one = five[0]!;
  expect(effectiveTrials([one, one, one])).toBeCloseTo(1, 12);
  expect(effectiveTrials([one, one.map((value) => -value)])).toBe(2);
});

it("the best of five generated variants, computed independently in Python (scipy)", () => {
  const found = answerOf(deflation(five, 4));
  expectClose(found.sharpe, 0.28778265270889236, 1e-10);
  expectClose(found.variance, 0.01590011547036018, 1e-10);
  expectClose(found.threshold, 0.1503809276677523, 1e-10);
  expectClose(found.probability, 0.9255265623276108, 1e-10);
  expectClose(found.minimumYears, 1.4222804512564633, 1e-10);
  expectClose(found.effectiveTrials, 0.02097994061824269 + (1 - 0.02097994061824269) * 5, 1e-10);
});

it("variants with something in common count for less (computed likewise)", () => {
  const common = five.map((column) => column.map((value, t) => value + 1.5 * five[0]![t]!));
  const found = answerOf(deflation(common, 4));
  expectClose(found.effectiveTrials, 2.0255790004729404, 1e-10);
  expectClose(found.effectiveProbability, 0.959107168918935, 1e-10);
  expectClose(found.probability, 0.900214115206787, 1e-10);
});

it("has no answer, and says why, without a search or a return", () => {
  expect(reasonOf(deflation([five[0]!], 0))).toContain("a single variant was tried");
  expect(reasonOf(deflation([five[0]!.map(() => 0), five[1]!], 0))).toContain(
    "same in every period",
  );
  expect(
    reasonOf(
      deflation(
        five.map((column) => column.slice(0, 4)),
        0,
      ),
    ),
  ).toContain("too few");
  expect(() => deflation(five, 5)).toThrow("no variant 5");
  expect(() => deflation([five[0]!, five[1]!.slice(1)], 0)).toThrow("different lengths");
});

it("a variant that lies still is a trial with a Sharpe of 0", () => {
  const found = answerOf(deflation([...five, five[0]!.map(() => 0)], 4));
  expect(found.trials).toBe(6);
  expect(found.probability).toBeGreaterThan(0.5);
});
