import { expect, it } from "vitest";
import { detectionYears, minimumYears } from "../../src/inference/power.ts";
import { expectPublished } from "../fixtures/expected.ts";
import { fx240 } from "../fixtures/fx240.ts";
import { answerOf, reasonOf } from "./answers.ts";

const { a, b } = fx240();

it("against a benchmark that earns nothing it is the minimum track record", () => {
  const nothing = b.map((value, t) => (t % 2 === 0 ? value - b[t + 1]! : value - b[t - 1]!));
  expectPublished(12 * answerOf(minimumYears(a, nothing, 12)), "34.3972772202");
});

it("a better benchmark takes longer to beat", () => {
  expect(answerOf(minimumYears(a, b, 12))).toBeGreaterThan(34.4 / 12);
});

it("has no answer, and says why, where it is not above its benchmark", () => {
  expect(reasonOf(minimumYears(b, a, 12))).toContain("not above the benchmark's");
  expect(reasonOf(minimumYears(a, a, 12))).toContain("its own benchmark");
  expect(
    reasonOf(
      minimumYears(
        a,
        b.map(() => 1),
        12,
      ),
    ),
  ).toContain("same in every period");
});

it("a difference is found in 80 of 100 records where it is 2.8 of its errors from zero", () => {
  const error = 0.25;
  const reach = 1.959964 * error;
  const of = (estimate: number, years: number) =>
    detectionYears({ estimate, low: estimate - reach, high: estimate + reach }, years);
  expect(answerOf(of(2.8015852 * error, 27))).toBeCloseTo(27, 4);
  expect(answerOf(of(error, 10))).toBeCloseTo(78.49, 2); // (1.96 + 0.84)^2 times the record
  expect(answerOf(of(2 * error, 10))).toBeCloseTo(78.49 / 4, 2);
  expect(reasonOf(of(0, 27))).toContain("not above the benchmark's");
  expect(reasonOf(of(-1, 27))).toContain("not above the benchmark's");
});
