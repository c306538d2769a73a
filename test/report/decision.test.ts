import { describe, expect, it } from "vitest";
import {
  asked,
  type Condition,
  countWords,
  failures,
  isBehind,
  isDecided,
  plainClauses,
  powerWords,
  standing,
  thresholdWords,
  untestedWords,
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
    passed: value === null ? null : value > 1,
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
      "without Gold, held, it would have ended with 0.600× the wealth",
      "something else is 0.500",
      "probability of overfitting is not known: one trial",
    ]);
    expect(failing(condition("wealth", 2))).toEqual([]);
  });

  it("count what passed, what failed and what is not known", () => {
    const words = (...passed: (boolean | null)[]) => {
      const evidence = passed.map((one, at) =>
        condition(`c${at}`, one === null ? null : 1, { passed: one }),
      );
      const comparison: Comparison = { ...sample, evidence };
      return isDecided(comparison) ? countWords(comparison) : "";
    };
    expect(words(true, false, null)).toBe("1 of 3 conditions passed, 1 failed, 1 not known");
    expect(words(true, true, false)).toBe("2 of 3 conditions passed, 1 failed");
    expect(words(true, null, null)).toBe("1 of 3 conditions passed, 2 not known");
    expect(words(true)).toBe("1 of 1 conditions passed");
  });

  it("say in one sentence how it stands, and name what was not shown", () => {
    const said = (decision: Comparison["decision"], ...evidence: Condition[]) => {
      const comparison: Comparison = { ...sample, decision, evidence };
      return isDecided(comparison) ? standing(comparison) : "";
    };
    const failed = { passed: false } as const;
    expect(isDecided(sample) && standing(sample)).toBe(
      "not shown: 1 of 3 conditions passed, 1 failed, 1 not known; it failed to show a return beyond the benchmark's own moves; not known is that the best of one half stays good in the other; a difference of this size would need about 245 years to be found with 80 % chance, and the record has 5.0",
    );
    expect(said("beats", condition("wealth", 2))).toBe("it beats: 1 of 1 conditions passed");
    expect(said("cannot be judged", condition("wealth", 2), condition("sharpe-p", null))).toBe(
      "cannot be judged: 1 of 2 conditions passed, 1 not known; not known is a return for risk that differs by more than chance; a difference of this size would need about 245 years to be found with 80 % chance, and the record has 5.0",
    );
    const title = "wealth over the benchmark's, without its most helpful leg, Gold";
    expect(
      said(
        "no evidence",
        condition("alpha-sign-usd", -0.1, failed),
        condition("sharpe-sign-usd", -0.1, failed),
        condition("record-length", 29.1, { passed: false, must: "stay below", threshold: 27.2 }),
        condition("stress-without-best-leg", 0.6, { title, passed: false }),
      ),
    ).toBe(
      "not shown: 0 of 4 conditions passed, 4 failed; it failed to show the same sign in every unit, a record that is long enough and being ahead without its most helpful leg, Gold; a difference of this size would need about 245 years to be found with 80 % chance, and the record has 5.0",
    );
  });

  it("say of one that is clearly behind that it grew less, not that nothing is shown", () => {
    const growthDifference = { ...sample.growthDifference, estimate: -0.1, low: -0.2, high: -0.02 };
    const behind: Comparison = { ...sample, growthDifference };
    expect(isBehind(behind)).toBe(true);
    expect(isBehind(sample)).toBe(false);
    expect(isDecided(behind) && standing(behind)).toBe(
      "it grew less, and by more than the draw of the months explains: 1 of 3 conditions passed, 1 failed, 1 not known",
    );
  });

  it("tell plainly what grew more, what chance moves, and what the best months gave", () => {
    const best = condition("stress-best-months", 0.4, { passed: false });
    const comparison: Comparison = { ...sample, evidence: [best] };
    expect(isDecided(comparison) ? plainClauses(comparison) : []).toEqual([
      "it grew 3.0% a year more",
      "other mixes of its own months gave −2.0% to +8.0% a year in 95 of 100 cases",
      "without its best 12 months it would have ended with 0.400 times the wealth",
      "a difference of this size would need about 245 years to be found with 80 % chance, and the record has 5.0",
    ]);
  });

  it("say of a short record that it is too short, and nothing else", () => {
    const of = (months: number) =>
      untestedWords({ ...sampleFindings, inference: { ...sampleFindings.inference, months } });
    expect([1, 23, 24].map(of)).toEqual([
      "1 month is too few for any test",
      "23 months are too few for any test",
      null,
    ]);
  });

  it("name wealth first, and of many no more than four", () => {
    const ids = ["alpha-t", "sharpe-p", "stepdown-p", "wealth", "overfitting", "start-dates"];
    const evidence = ids.map((id) => condition(id, 0, { passed: false }));
    const comparison: Comparison = { ...sample, evidence };
    expect(isDecided(comparison) && standing(comparison)).toContain(
      "it failed to show more wealth at the end, a return beyond the benchmark's own moves, a return for risk that differs by more than chance, more than the luck of the best of many tries and 2 more",
    );
  });

  it("say of a record that is too short how long it would have to be", () => {
    const short = condition("record-length", 29.14, {
      ...{ passed: false, must: "stay below", threshold: 27.25 },
    });
    expect(thresholdWords(short)).toBe("below 27.3 years");
    expect(failing(short)).toEqual([
      "the record is too short: it would have to be longer than 29.1 years",
    ]);
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
      "a difference of this size would need about 245 years to be found with 80 % chance, and the record has 5.0",
    );
    const power = { ...sample.power, detectionYears: null, detectionWhy: "it is lower" };
    expect(yearsClause({ ...sample, power })).toBeNull();
  });
});
