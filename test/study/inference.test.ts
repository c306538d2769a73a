import { describe, expect, it } from "vitest";
import { unknown } from "../../src/input/unknown.ts";
import { inferenceOf } from "../../src/study/inference.ts";
import type { PairInference } from "../../src/study/inference-finding.ts";
import { monthlyTrials } from "../../src/study/inference-trials.ts";
import { inWorld, monthly, noise, sumOf, wealthOf } from "./worlds-of-months.ts";

const MONTHS = 240;
const shares = noise(11, MONTHS, 0.005, 0.04);

const failing = ({ evidence }: PairInference) =>
  evidence!.filter(({ passed }) => passed !== true).map(({ id }) => id);

/** Everything but functions, which JSON leaves out. */
const bytes = (found: object) => JSON.stringify(found);

describe("a strategy that is its benchmark and a little more every month", () => {
  const better = sumOf(shares, noise(12, MONTHS, 0.006, 0.004));
  const worse = [13, 14, 15].map((seed) => sumOf(shares, noise(seed, MONTHS, 0, 0.004)));
  const found = inWorld({
    strategies: { better },
    benchmarks: { shares },
    family: { better0: better, worse1: worse[0]!, worse2: worse[1]!, worse3: worse[2]! },
  });
  const pair = found.pair("better", "shares", 4);

  it("passes every condition but that of a second unit, which this world does not have", () => {
    expect(failing(pair)).toEqual(["signs"]);
    expect(pair.decision).toBe("cannot be judged");
    expect(pair.power.enough).toBe(true);
  });

  it("is among the trials once, though the family has it under another name", () => {
    expect(found.trials.count).toBe(4);
    expect(found.trials.variants.map(({ shownAs }) => shownAs)).toEqual([
      "better",
      null,
      null,
      null,
    ]);
    expect(found.trials.description).toBe("4 variants declared in advance");
    expect(found.trials.byBenchmark.shares!.stepM).toEqual(["better0"]);
    expect(found.trials.byBenchmark.shares!.best!.id).toBe("better0");
  });

  it("grows by about 7 % a year more, and no resample says otherwise", () => {
    const { estimate, low, high } = pair.growthDifference;
    expect(estimate).toBeCloseTo(0.072, 2);
    expect(low).toBeGreaterThan(0.06);
    expect(high).toBeLessThan(0.09);
    expect(pair.bayes.probabilityPositive).toBeGreaterThan(0.99);
    expect(pair.startDates.share).toBe(1);
  });

  it("needs a higher t where several were tried than where it stood alone", () => {
    const alone = inWorld({ strategies: { better }, benchmarks: { shares } });
    const threshold = (one: PairInference) =>
      one.evidence!.find(({ id }) => id === "alpha-t")!.threshold;
    expect(threshold(pair)).toBe(3);
    expect(threshold(alone.pair("better", "shares", 4))).toBe(2);
    expect(alone.trials.description).toBe("one strategy, and no family of variants was declared");
  });

  it("does not beat it where it is no richer", () => {
    expect(failing(found.pair("better", "shares", 0.9))).toEqual(["wealth", "signs"]);
  });
});

describe("a strategy that is its benchmark", () => {
  const found = inWorld({ strategies: { twin: shares }, benchmarks: { shares } });
  const pair = found.pair("twin", "shares", 1);

  it("has no difference to infer, and says so", () => {
    const { sharpeDifference, growthDifference, startDates, bayes } = pair;
    for (const one of [sharpeDifference, startDates, bayes])
      expect(one.reason).toMatch(/its own benchmark|worth the same throughout/);
    expect(sharpeDifference).toMatchObject({ estimate: null, low: null, high: null, p: null });
    expect(growthDifference).toMatchObject({ estimate: 0, low: null, high: null });
    expect(growthDifference.reason).toBe("the statistic is the same on all resamples");
    expect(found.trials.byBenchmark.shares!.reason).toBe(
      "no variant ever differs from the benchmark",
    );
    expect(pair.decision).toBe("cannot be judged");
  });

  it("fails by what is not known as by what is not so", () => {
    const unknowns = pair.evidence!.filter(({ value }) => value === null);
    expect(unknowns.length).toBeGreaterThan(3);
    for (const { passed, why } of unknowns) {
      expect(passed).toBeNull();
      expect(why).not.toBe("");
    }
  });
});

describe("a family of noise", () => {
  it.each([21, 22, 23])("shows no evidence at all, seed %i", (seed) => {
    const draw = (k: number) => noise(1000 * seed + k, MONTHS, 0.005, 0.04);
    const family = Object.fromEntries(Array.from({ length: 24 }, (_, k) => [`v${k}`, draw(k)]));
    const strategies = { v0x: family.v0!, v1x: family.v1! };
    const found = inWorld({ strategies, benchmarks: { shares }, family });
    for (const id of Object.keys(strategies))
      expect(found.pair(id, "shares", 1.2).decision).toBe("no evidence");
    expect(found.trials.count).toBe(24);
    expect(found.trials.effective).toBeGreaterThan(20);
    expect(found.trials.byBenchmark.shares!.stepM).toEqual([]);
    expect(found.trials.byBenchmark.shares!.realityCheck).toBeGreaterThan(0.05);
  });
});

describe("the draws", () => {
  const world = (seed: number) =>
    inWorld({
      strategies: { a: noise(31, MONTHS, 0.006, 0.05) },
      benchmarks: { shares, bonds: noise(32, MONTHS, 0.003, 0.02) },
      family: { b: noise(33, MONTHS, 0.006, 0.05) },
      seed,
    });
  const all = (seed: number) => {
    const found = world(seed);
    return bytes([found, found.pair("a", "shares", 1.2), found.pair("a", "bonds", 1.5)]);
  };

  it("are the same for the same seed, and others for another", () => {
    expect(all(7)).toBe(all(7));
    expect(all(8)).not.toBe(all(7));
  });

  it("are not moved by a further strategy, which only counts as a trial", () => {
    const few = world(7);
    const more = inWorld({
      strategies: { a: noise(31, MONTHS, 0.006, 0.05), c: noise(34, MONTHS, 0.01, 0.03) },
      benchmarks: { shares, bonds: noise(32, MONTHS, 0.003, 0.02) },
      family: { b: noise(33, MONTHS, 0.006, 0.05) },
      seed: 7,
    });
    const [one, two] = [few, more].map((found) => found.pair("a", "shares", 1.2));
    expect(two!.sharpeDifference).toEqual(one!.sharpeDifference);
    expect(two!.growthDifference).toEqual(one!.growthDifference);
    expect(more.trials.count).toBe(few.trials.count + 1);
  });

  it("are studentised for the study's question, and errors of the sample serve the rest", () => {
    const found = inWorld({
      strategies: { a: noise(31, MONTHS, 0.006, 0.05) },
      benchmarks: {
        shares,
        bonds: noise(32, MONTHS, 0.003, 0.02),
        third: noise(35, MONTHS, 0, 0.03),
      },
    });
    const method = (a: string, b: string) => found.pair(a, b, 1).sharpeDifference.method;
    expect(method("a", "shares")).toMatch(/^studentised/);
    expect(method("a", "bonds")).toMatch(/^studentised/);
    expect(method("a", "third")).toMatch(/^Ledoit and Wolf/);
    expect(method("bonds", "shares")).toMatch(/^Ledoit and Wolf/);
  });

  it("put no benchmark to the question", () => {
    const pair = world(7).pair("bonds", "shares", 0.7);
    expect([pair.evidence, pair.decision]).toEqual([null, null]);
    expect(pair.growthDifference.estimate).not.toBeNull();
    expect(pair.growthDifference.reason).toBe("intervals are resampled for strategies alone");
  });
});

describe("what cannot be answered", () => {
  const short = (months: number) =>
    inWorld({
      strategies: { a: noise(41, months, 0.006, 0.05) },
      benchmarks: { shares: noise(42, months, 0.006, 0.05) },
      family: { b: noise(43, months, 0.006, 0.05), c: noise(44, months, 0.006, 0.05) },
    });
  const condition = ({ evidence }: PairInference, id: string) =>
    evidence!.find((one) => one.id === id)!;

  it.each([0, 1, 2, 5, 13, 23])("%i months: the same reason of everything inferred", (months) => {
    const found = short(months);
    const pair = found.pair("a", "shares", 1.2);
    const words = months === 1 ? "one month is" : `${months} months are`;
    const reason = `${words} too few; at least 24 are needed`;
    for (const id of ["alpha-t", "sharpe-p", "stepdown-p", "deflated-sharpe", "alpha-sign-usd"])
      expect(condition(pair, id)).toMatchObject({ value: null, passed: null, why: reason });
    expect(pair.growthDifference).toMatchObject({ low: null, high: null, block: null, reason });
    expect([pair.sharpeDifference.reason, pair.bayes.reason]).toEqual([reason, reason]);
    expect(found.inference).toMatchObject({ stationaryBlock: null, circularBlock: null, reason });
    expect(found.trials.byBenchmark.shares).toMatchObject({ best: null, block: null, reason });
    expect(found.trials.deflatedReason).toEqual({ a: reason });
    for (const fan of found.fans) expect(fan.reason).toBe(reason);
    for (const row of found.inference.blockSensitivity) expect(row.reason).toBe(reason);
    expect(pair.startDates.reason).toMatch(/no start has 60 periods left/);
    expect(pair.decision).not.toBe("beats");
    everyNumberIsOne([found, pair]);
  });

  it("24 months are judged by all that needs no more", () => {
    const found = short(24);
    const pair = found.pair("a", "shares", 1.2);
    for (const id of ["alpha-t", "sharpe-p", "stepdown-p", "deflated-sharpe", "alpha-sign-usd"])
      expect(condition(pair, id)).toMatchObject({ value: expect.any(Number), why: null });
    expect(condition(pair, "overfitting").why).toBe(
      "24 periods are too few; at least 32 are needed",
    );
    expect(pair.growthDifference.low).not.toBeNull();
    everyNumberIsOne([found, pair]);
  });

  it.each([
    ["strategy", new Float64Array(60).fill(0.01), noise(42, 60, 0.006, 0.05)],
    ["benchmark", noise(41, 60, 0.006, 0.05), new Float64Array(60).fill(0.003)],
  ])("a %s that earns the same every month has no Sharpe ratio to compare", (side, a, b) => {
    const found = inWorld({ strategies: { a }, benchmarks: { shares: b }, family: { b } });
    const pair = found.pair("a", "shares", 1.2);
    expect(condition(pair, "sharpe-p").why).toContain("hardly moves");
    expect(pair.bayes.reason).toBe(`the return of the ${side} is the same in every period`);
    const still = "the returns of the strategy over the riskless rate do not vary";
    for (const id of ["alpha-t", "deflated-sharpe"])
      expect(condition(pair, id).why).toBe(side === "strategy" ? still : null);
    everyNumberIsOne([found, pair]);
  });

  it("a ruined strategy is compared by its wealth alone", () => {
    const lost = { ...monthly("a", "strategy", shares), tracks: unknown("A was ruined") };
    const wealth = wealthOf(shares).slice(0, 31).fill(0, 30);
    const trial = { id: "a", title: "A", path: { rows: 31, wealth, ruin: 30 } };
    const found = inferenceOf({
      portfolios: [lost, monthly("shares", "benchmark", shares)],
      trials: monthlyTrials([], [trial], {
        rows: Array.from({ length: MONTHS + 1 }, (_, row) => row),
        riskless: new Float64Array(MONTHS),
      }),
      declared: 0,
      units: ["usd"],
      own: 0,
      months: MONTHS,
      years: 20,
      resamples: 99,
      seed: 1,
      dispensable: [],
      sensitivity: new Map(),
      bestLegs: new Map(),
    });
    const pair = found.pair("a", "shares", 0);
    expect(pair.sharpeDifference.reason).toBe("A was ruined");
    expect(pair.evidence!.find(({ id }) => id === "wealth")).toMatchObject({
      value: 0,
      passed: false,
    });
    expect(condition(pair, "stepdown-p").why).toBe("A was ruined");
    expect(condition(pair, "deflated-sharpe").why).toBe("A was ruined: no returns follow");
    expect(found.trials.deflated).toEqual({ a: null });
    expect(found.trials.byBenchmark.shares).toMatchObject({ ruined: 1, block: null });
    for (const row of found.inference.blockSensitivity) expect(row.stepdown).toBeNull();
    expect([found.maps[0]!.reason, found.fans[0]!.reason]).toEqual([
      "A was ruined",
      "A was ruined",
    ]);
    everyNumberIsOne([found, pair]);
  });
});

/** No NaN and no infinity, and where a value is null a reason stands beside it. */
function everyNumberIsOne(value: unknown, path = "$"): void {
  if (typeof value === "number") expect(Number.isFinite(value), `${path} is ${value}`).toBe(true);
  if (typeof value !== "object" || value === null) return;
  if ("estimate" in value && "reason" in value && value.estimate === null)
    expect(value.reason, path).not.toBeNull();
  for (const [key, one] of Object.entries(value)) everyNumberIsOne(one, `${path}.${key}`);
}

describe("half of the benchmark, the rest riskless", () => {
  const half = shares.map((value, month) => value / 2 - (month % 12 === 0 ? 0.00005 : 0));
  const pair = inWorld({ strategies: { half }, benchmarks: { shares } }).pair(
    "half",
    "shares",
    0.8,
  );

  it("has a Sharpe ratio that differs by costs alone, of which no p is given", () => {
    const { estimate, low, high, p, reason } = pair.sharpeDifference;
    expect(Math.abs(estimate!)).toBeLessThan(0.01);
    expect(estimate!).toBeLessThan(0);
    expect([low, high, p]).toEqual([null, null, null]);
    expect(reason).toBe(
      "one of the two is the other at another scale: their Sharpe ratios differ by costs alone",
    );
    expect(pair.evidence!.find(({ id }) => id === "sharpe-p")!.why).toBe(reason);
  });
});

describe("a strategy against itself", () => {
  it("cannot be judged, and says why wherever a number would stand", () => {
    const found = inWorld({ strategies: { same: shares }, benchmarks: { shares } });
    const { decision, evidence, power } = found.pair("same", "shares", 1);
    expect(decision).toBe("cannot be judged");
    const why = "the benchmark is the strategy: both had the same wealth in every month";
    const compared = evidence!.filter(({ id }) => id !== "signs");
    expect(compared.length).toBeGreaterThan(10);
    expect(compared.map(({ passed, value, why }) => ({ passed, value, why }))).toEqual(
      compared.map(() => ({ passed: null, value: null, why })),
    );
    expect(power).toMatchObject({ detectionYears: null, detectionWhy: why, enough: null });
  });
});
