import { describe, expect, it } from "vitest";
import {
  asked,
  type Condition,
  failures,
  isDecided,
  passedWords,
  powerWords,
  thresholdWords,
  valueWords,
  yearsClause,
} from "../../src/report/decision.ts";
import type { Comparison } from "../../src/study/findings.ts";
import { sampleFindings } from "./sample-findings.ts";

const sample = sampleFindings.comparisons[0]!;

function condition(id: string, value: number | null, more: Partial<Condition> = {}): Condition {
  const rest = {
    title: id,
    must: "exceed",
    threshold: 1,
    why: null,
    passed: value !== null && value > 1,
  } as const;
  return { id, value, ...rest, ...more };
}

function failing(...evidence: Condition[]): readonly string[] {
  const comparison: Comparison = { ...sample, evidence };
  return isDecided(comparison) ? failures(comparison) : [];
}

describe("the conditions in words", () => {
  it("say each threshold as it is read, without zeros at its end", () => {
    expect(thresholdWords(condition("alpha-t", 2, { threshold: 3 }))).toBe("above 3");
    const below = { must: "stay below", threshold: 0.05 } as const;
    expect(thresholdWords(condition("sharpe-p", 0.2, below))).toBe("below 0.05");
    expect(thresholdWords(condition("start-dates", 1, { threshold: 2 / 3 }))).toBe("above 66.7%");
    expect(thresholdWords(condition("overfitting", 1, { ...below, threshold: 0.2 }))).toBe(
      "below 20%",
    );
    expect(thresholdWords(condition("wealth", 2))).toBe("above 1×");
    expect(thresholdWords(condition("alpha-sign-usd", 2, { threshold: 0 }))).toBe("above 0%");
  });

  it("say each value in its own unit", () => {
    expect(valueWords(condition("sharpe-p", 0.2345))).toBe("0.234");
    expect(valueWords(condition("stepdown-p", 0.0001))).toBe("<0.001");
    expect(valueWords(condition("wealth", 9.54))).toBe("9.54×");
    expect(valueWords(condition("alpha-sign-gold", 0.07))).toBe("+7.0%");
    expect(valueWords(condition("never-heard-of", 0.5))).toBe("0.500");
    expect(valueWords(condition("wealth", null))).toBe("not known");
  });

  it("every condition that a run can have says what it asks", () => {
    for (const { evidence } of sampleFindings.comparisons)
      for (const one of evidence ?? []) expect(asked(one)).not.toBe("");
    expect(asked(condition("stress-without-gold", 2))).toContain("still");
  });

  it("tell what fails, in the worlds that are harder too, and what is not known", () => {
    expect(
      failing(
        condition("wealth", 2),
        condition("sharpe-p", 0.3, { passed: false }),
        condition("stress-x", 0.6, { title: "wealth over the benchmark's, without Gold, held" }),
        condition("overfitting", null, { title: "probability of overfitting", why: "one trial" }),
        condition("else", 0.5, { title: "something else" }),
      ),
    ).toEqual([
      "the difference of return for the risk taken may be chance (p 0.300)",
      "without Gold, held it would have ended with 0.600× the wealth",
      "probability of overfitting is not known: one trial",
      "something else is 0.500",
    ]);
    expect(failing(condition("wealth", 2))).toEqual([]);
  });

  it("count what is passed", () => {
    expect(isDecided(sample) && passedWords(sample)).toBe(
      "all 3 conditions below have to hold; 1 does and 2 do not",
    );
  });
});

describe("the power in words", () => {
  const words = (power: Comparison["power"]) => powerWords({ ...sample, power });

  const known = { detectionYears: 245.2, detectionWhy: null, why: null } as const;

  it("says how many years it would take, the bound after them, or why none can be said", () => {
    const long = words({ ...known, minimumYears: 31.25, years: 5, enough: false });
    expect(long).toMatch(
      /^About 245 years .*; the record has only 5\.0\. The least .* 31\.3 years/,
    );
    const enough = { ...known, detectionYears: 4.5, minimumYears: null, enough: null };
    expect(words({ ...enough, years: 5 })).toMatch(/^About 4\.5 years .*; the record has 5\.0\.$/);
    const never = { detectionYears: null, detectionWhy: "it is lower", minimumYears: null };
    expect(words({ ...never, years: 5, enough: null, why: "it is lower" })).toBe(
      "How long a record would have to be to show a higher Sharpe ratio cannot be said: it is lower.",
    );
  });

  it("is one clause in the short answer, and none where nothing is known", () => {
    expect(yearsClause(sample)).toBe(
      "a difference of this size would need about 245 years to show, and the record has 5.0",
    );
    const power = { ...sample.power, detectionYears: null, detectionWhy: "it is lower" };
    expect(yearsClause({ ...sample, power })).toBeNull();
  });
});
