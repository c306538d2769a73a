import { expect, it } from "vitest";
import { minimumYears } from "../../src/inference/power.ts";
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
