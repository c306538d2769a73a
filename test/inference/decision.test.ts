import fc from "fast-check";
import { expect, it } from "vitest";
import { decide, type Evidence } from "../../src/inference/decision.ts";
import { unknown } from "../../src/input/unknown.ts";

type Unit = Evidence["numeraires"][number];

const convincing: Evidence = {
  alphaT: 3.5,
  searched: true,
  sharpeP: 0.01,
  stepdownP: 0.02,
  deflatedSharpe: 0.97,
  overfitting: 0.1,
  startShare: 0.8,
  wealthRatio: 1.6,
  numeraires: [
    { numeraire: "usd", alpha: 0.03, sharpeDifference: 0.1 },
    { numeraire: "gold", alpha: 0.02, sharpeDifference: 0.05 },
  ],
  stress: [
    { id: "double-costs", title: "costs doubled", wealthRatio: 1.4 },
    { id: "best-months", title: "without the best 12 months", wealthRatio: 1.1 },
  ],
  power: { detectionYears: 25, minimumYears: 18, years: 27 },
};

const failed = (evidence: Evidence) =>
  decide(evidence)
    .conditions.filter(({ passed }) => passed !== true)
    .map(({ id }) => id);

it("beats its benchmark where all conditions are met", () => {
  const { decision, conditions, power } = decide(convincing);
  expect(decision).toBe("beats");
  expect(conditions).toHaveLength(14);
  expect(conditions[0]).toEqual({
    id: "alpha-t",
    title: "t of alpha",
    value: 3.5,
    must: "exceed",
    threshold: 3,
    passed: true,
    why: null,
  });
  expect(power).toEqual({
    ...{ detectionYears: 25, detectionWhy: null },
    ...{ minimumYears: 18, years: 27, enough: true, why: null },
  });
});

it("one condition that is not met is enough", () => {
  const [usd, gold] = convincing.numeraires as [Unit, Unit];
  const misses: readonly [Partial<Evidence>, string][] = [
    [{ alphaT: 2.9 }, "alpha-t"],
    [{ sharpeP: 0.05 }, "sharpe-p"],
    [{ stepdownP: 0.3 }, "stepdown-p"],
    [{ deflatedSharpe: 0.95 }, "deflated-sharpe"],
    [{ overfitting: 0.2 }, "overfitting"],
    [{ startShare: 2 / 3 }, "start-dates"],
    [{ wealthRatio: 1 }, "wealth"],
    [
      { numeraires: [usd, { numeraire: "gold", alpha: -0.01, sharpeDifference: 0.1 }] },
      "alpha-sign-gold",
    ],
    [
      { numeraires: [{ numeraire: "usd", alpha: 0.01, sharpeDifference: -0.1 }, gold] },
      "sharpe-sign-usd",
    ],
    [{ stress: [{ id: "best-months", title: "", wealthRatio: 0.9 }] }, "stress-best-months"],
    [{ power: { ...convincing.power, minimumYears: 27.1 } }, "record-length"],
    [{ power: { ...convincing.power, minimumYears: 27 } }, "record-length"],
  ];
  for (const [change, id] of misses) {
    const evidence = { ...convincing, ...change };
    expect(decide(evidence).decision).toBe("no evidence");
    expect(failed(evidence)).toEqual([id]);
  }
});

it("where nothing fails and one condition is not known it cannot be judged", () => {
  const misses: readonly [Partial<Evidence>, string][] = [
    [{ numeraires: [] }, "signs"],
    [{ numeraires: convincing.numeraires.slice(0, 1) }, "signs"],
    [{ stress: [] }, "stress"],
    [{ sharpeP: unknown("cash has no Sharpe ratio") }, "sharpe-p"],
    [{ power: { ...convincing.power, minimumYears: unknown("no length") } }, "record-length"],
  ];
  for (const [change, id] of misses) {
    expect(decide({ ...convincing, ...change }).decision).toBe("cannot be judged");
    expect(failed({ ...convincing, ...change })).toEqual([id]);
    expect(decide({ ...convincing, ...change, alphaT: 2.9 }).decision).toBe("no evidence");
  }
});

it("a strategy that was not searched for needs a t of 2 only", () => {
  expect(decide({ ...convincing, alphaT: 2.1, searched: false }).decision).toBe("beats");
  const alone = {
    stepdownP: unknown("one"),
    deflatedSharpe: unknown("one"),
    overfitting: unknown("one"),
  };
  expect(decide({ ...convincing, ...alone, searched: false }).decision).toBe("cannot be judged");
});

it("what is not known is not passed, and says why", () => {
  const evidence = { ...convincing, overfitting: unknown("a single variant was tried") };
  const { decision, conditions } = decide(evidence);
  expect(decision).toBe("cannot be judged");
  expect(conditions.find(({ id }) => id === "overfitting")).toMatchObject({
    value: null,
    passed: null,
    why: "a single variant was tried",
  });
});

it("lack of power is told, and that no record would do", () => {
  expect(
    decide({ ...convincing, power: { detectionYears: 200, minimumYears: 90, years: 27 } }).power
      .enough,
  ).toBe(false);
  const never = unknown("its Sharpe ratio is not above the benchmark's");
  const { power } = decide({
    ...convincing,
    power: { detectionYears: never, minimumYears: never, years: 27 },
  });
  expect(power).toEqual({
    ...{ detectionYears: null, detectionWhy: never.reason },
    ...{ minimumYears: null, years: 27, enough: null, why: never.reason },
  });
});

it("no number that is none gets through", () => {
  const any = fc.double();
  fc.assert(
    fc.property(any, any, any, (alphaT, sharpeP, wealthRatio) => {
      const { conditions } = decide({ ...convincing, alphaT, sharpeP, wealthRatio });
      for (const { value, passed, why } of conditions) {
        expect(value === null || Number.isFinite(value)).toBe(true);
        expect(passed === null).toBe(value === null);
        expect(why === null).toBe(value !== null);
      }
    }),
  );
});
