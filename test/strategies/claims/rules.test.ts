import type { Facts, Rule } from "assay";
import { describe, expect, it } from "vitest";
import { above } from "../../../src/hypothesis/compare.ts";
import { fact } from "../../../src/hypothesis/fact.ts";
import { aheadWithEvidence, evidenceOf } from "../../../strategies/claims/ahead.ts";
import { belowAndNever } from "../../../strategies/claims/gold-ruler.ts";
import { partlyAtBest } from "../../../strategies/claims/halving.ts";
import { goldAndBottom } from "../../../strategies/claims/second-phase.ts";
import { failedAtLeastTwice, roseAndHeld, weak } from "../../../strategies/claims/third-phase.ts";

// The answers of the rules that are not plainly "all" or "some", by which of the parts hold.

const part = (holds: boolean, value = 0) => ({
  ...above("a part", fact(value), "times", 0),
  holds,
});
const answer = (rule: Rule, ...holds: boolean[]) => rule(holds.map((one) => part(one)));

describe("never again at the level of 1999", () => {
  it("is refuted where either index stands above it at the end", () => {
    expect(answer(belowAndNever, false, true, true, true)).toBe("refuted");
    expect(answer(belowAndNever, true, false, true, true)).toBe("refuted");
  });

  it("is so in part where one of them, or both, was above it on the way", () => {
    expect(answer(belowAndNever, true, true, true, true)).toBe("supported");
    expect(answer(belowAndNever, true, true, true, false)).toBe("partly");
    expect(answer(belowAndNever, true, true, false, false)).toBe("partly");
  });
});

describe("gold's peak and the bottom of shares in it", () => {
  it("are two parts, the second with two conditions", () => {
    expect(answer(goldAndBottom, true, true, true)).toBe("supported");
    expect(answer(goldAndBottom, true, true, false)).toBe("partly");
    expect(answer(goldAndBottom, false, true, true)).toBe("partly");
    expect(answer(goldAndBottom, false, true, false)).toBe("refuted");
    expect(answer(goldAndBottom, false, false, true)).toBe("refuted");
  });
});

describe("a resistance", () => {
  it("needs two failures, and with them a break leaves a part", () => {
    expect(answer(failedAtLeastTwice, true, true)).toBe("supported");
    expect(answer(failedAtLeastTwice, true, false)).toBe("partly");
    expect(answer(failedAtLeastTwice, false, true)).toBe("refuted");
    expect(answer(failedAtLeastTwice, false, false)).toBe("refuted");
  });

  it("that was risen to is the other part, whether or not it held", () => {
    expect(answer(roseAndHeld, true, true, true)).toBe("supported");
    expect(answer(roseAndHeld, true, false, true)).toBe("partly");
    expect(answer(roseAndHeld, false, true, true)).toBe("partly");
    expect(answer(roseAndHeld, false, false, true)).toBe("refuted");
    expect(answer(roseAndHeld, false, true, false)).toBe("refuted");
  });
});

describe("a halving that the essay's own numbers deny", () => {
  it("is so in part where the data have it so, and never more", () => {
    expect(answer(partlyAtBest, true)).toBe("partly");
    expect(answer(partlyAtBest, false)).toBe("refuted");
  });
});

describe("a weak relation", () => {
  const of = (correlation: number, holdsZero: boolean) =>
    weak([part(holdsZero, correlation), part(Math.abs(correlation) <= 0.3, correlation)]);

  it("may be zero and is small", () => {
    expect(of(0.1, true)).toBe("supported");
    expect(of(0.4, true)).toBe("partly");
    expect(of(0.2, false)).toBe("partly");
  });

  it("is refuted by a strong one that goes the same way, not by one that goes the other", () => {
    expect(of(0.3, false)).toBe("refuted");
    expect(of(-0.5, false)).toBe("partly");
  });
});

describe("ahead with evidence", () => {
  it("needs evidence against both, and is refuted behind both alone", () => {
    expect(answer(aheadWithEvidence, true, true, true, true)).toBe("supported");
    expect(answer(aheadWithEvidence, true, true, true, false)).toBe("partly");
    expect(answer(aheadWithEvidence, true, true, true)).toBe("partly");
    expect(answer(aheadWithEvidence, true, true)).toBe("partly");
    expect(answer(aheadWithEvidence, false, false, true, true)).toBe("refuted");
  });

  it("counts what fails, and what is not known only where nothing fails", () => {
    const facts = (failing: readonly string[], unknown: readonly string[]) =>
      ({
        run: {
          decision: () => ({
            ...{ beats: failing.length + unknown.length === 0, failing, unknown },
            ...{ failures: fact(failing.length), unknowns: fact(unknown.length) },
          }),
        },
      }) as unknown as Facts;
    const checks = (failing: readonly string[], unknown: readonly string[]) =>
      evidenceOf(facts(failing, unknown), "bet").map(({ title, holds }) => [title, holds]);
    expect(checks([], [])[0]).toEqual([
      "conditions of evidence against the S&P 500 that fail",
      true,
    ]);
    expect(checks(["a"], ["b"])[0]).toEqual([
      "no evidence that it beats the S&P 500, conditions that fail (a)",
      false,
    ]);
    expect(checks([], ["b: why"])[0]).toEqual([
      "whether it beats the S&P 500 cannot be judged, conditions that are not known (b: why)",
      null,
    ]);
  });
});
