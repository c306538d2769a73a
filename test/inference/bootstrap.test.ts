import { describe, expect, it } from "vitest";
import {
  type BootstrapSummary,
  bootstrap,
  replicate,
  summarise,
} from "../../src/inference/bootstrap.ts";
import {
  differenceOf,
  growthOf,
  meanOf,
  type Statistic,
  sharpeOf,
} from "../../src/inference/bootstrap-statistics.ts";
import { type BlockLaw, blockDraws, coinADay, type Draws } from "../../src/inference/draws.ts";
import { maxDrawdownOf } from "../../src/inference/path-summary.ts";
import { parkMiller, uniformOf } from "../../src/inference/random.ts";
import { isUnknown, type Unknown } from "../../src/input/unknown.ts";
import { expectPublished } from "../fixtures/expected.ts";
import { fx240, twelveUniforms } from "../fixtures/fx240.ts";

const oneTo = (count: number) => Float64Array.from({ length: count }, (_, i) => i + 1);

function known(answer: BootstrapSummary | Unknown): BootstrapSummary {
  if (isUnknown(answer)) throw new Error(answer.reason);
  return answer;
}

it("replications 1 to 39 of an estimate of 30", () => {
  const summary = known(summarise(30, oneTo(39)));
  expect(summary.percentile).toEqual({ lower: 1, upper: 39, level: 0.95 });
  expect(summary.basic).toEqual({ lower: 21, upper: 59, level: 0.95 });
  expect(summary.standardError).toBeCloseTo(Math.sqrt((39 * 40) / 12), 12);
  expect(summary.shareNotPositive).toBe(0);
  expect(summary.resamples).toBe(39);
});

it("zero counts as not positive", () => {
  expect(
    known(
      summarise(
        1,
        oneTo(40).map((x) => x - 10),
      ),
    ).shareNotPositive,
  ).toBe(0.25);
});

describe("an answer that is none has its reason", () => {
  const law: BlockLaw = { kind: "stationary", length: 24, meanBlock: 3, seed: 1 };
  const draws = blockDraws(law);
  const span = { count: 99 };
  const a = fx240().a.subarray(0, 24);

  it("blocks longer than the sample", () => {
    const tooLong = blockDraws({ ...law, meanBlock: 30 });
    expect(bootstrap(meanOf(a), 24, tooLong, span)).toEqual({
      value: null,
      reason: "blocks of 30 rows are longer than the sample of 24",
    });
  });

  it("a constant series, and a benchmark that is the strategy", () => {
    const still = new Float64Array(24).fill(0.003);
    const same = "the statistic is the same on all resamples";
    expect(bootstrap(meanOf(still), 24, draws, span)).toHaveProperty("reason", same);
    expect(bootstrap(differenceOf(sharpeOf(a), sharpeOf(a)), 24, draws, span)).toHaveProperty(
      "reason",
      same,
    );
    expect(bootstrap(sharpeOf(still), 24, draws, span)).toHaveProperty(
      "reason",
      "the statistic has no value on the sample",
    );
  });

  it("ruin, one move that resamples miss, and too few resamples", () => {
    const ruined = a.map((x, row) => (row === 9 ? -1 : x));
    expect(bootstrap(growthOf(ruined, 2), 24, draws, span)).toHaveProperty("reason");
    expect(bootstrap(maxDrawdownOf(ruined), 24, draws, span)).toHaveProperty("reason");
    const once = new Float64Array(24).fill(0.003);
    once[9] = 0.1;
    expect(bootstrap(sharpeOf(once), 24, draws, span)).toHaveProperty(
      "reason",
      expect.stringMatching(/^the statistic has no value on \d+ of 99 resamples$/),
    );
    expect(bootstrap(meanOf(a), 24, draws, { count: 10 })).toHaveProperty("reason");
    expect(bootstrap(meanOf(a), 24, draws, { count: 0 })).toHaveProperty("reason");
  });
});

it("several columns share their draws, and workers' spans join into one run's columns", () => {
  const { a, b } = fx240();
  const law: BlockLaw = { kind: "stationary", length: 240, meanBlock: 3, seed: 9 };
  const worker = (statistics: Statistic[], first: number, count: number) =>
    replicate(blockDraws(law) as Draws, statistics, { first, count });
  const statistics = [sharpeOf(a), sharpeOf(b), differenceOf(sharpeOf(a), sharpeOf(b))];
  const [ofA, ofB, apart] = worker(statistics, 0, 100);
  expect(apart).toEqual(ofA!.map((value, k) => value - ofB![k]!));
  const [early] = worker([sharpeOf(a)], 0, 37);
  const [late] = worker([sharpeOf(a)], 37, 63);
  expect([...early!, ...late!]).toEqual([...ofA!]);
});

describe("the fixed months, seed 31, a coin a day with p = 1/3, 999 resamples, in figures computed beforehand", () => {
  const { a, b } = fx240();
  const run = (statistic: Statistic) =>
    known(bootstrap(statistic, 240, coinADay(240, 1 / 3, parkMiller(31)), { count: 999 }));

  it("difference of Sharpe ratios", () => {
    const summary = run(differenceOf(sharpeOf(a), sharpeOf(b)));
    expectPublished(summary.estimate, "0.1299228123");
    expectPublished(summary.standardError, "0.0743640162");
    expectPublished(summary.percentile.lower, "-0.0199085178");
    expectPublished(summary.percentile.upper, "0.2723860673");
    expectPublished(summary.shareNotPositive, "0.0430430430");
    expectPublished(summary.basic.lower, "-0.0125404428");
    expectPublished(summary.basic.upper, "0.2797541424");
  });

  it("difference of growth a year", () => {
    const summary = run(differenceOf(growthOf(a, 20), growthOf(b, 20)));
    expectPublished(summary.estimate, "0.0461231400");
    expectPublished(summary.percentile.lower, "-0.0236958922");
    expectPublished(summary.percentile.upper, "0.1098471512");
  });

  it("whole blocks of the same law come to about the same", () => {
    const draws = blockDraws({ kind: "stationary", length: 240, meanBlock: 3, seed: 31 });
    const summary = known(
      bootstrap(differenceOf(sharpeOf(a), sharpeOf(b)), 240, draws, { count: 9999 }),
    );
    // Two standard errors of the published one, 1 / sqrt(2 x 999), and of a bound.
    expect(Math.abs(summary.standardError / 0.0743640162 - 1)).toBeLessThan(0.05);
    expect(Math.abs(summary.percentile.lower + 0.0199085178)).toBeLessThan(0.02);
    expect(Math.abs(summary.percentile.upper - 0.2723860673)).toBeLessThan(0.02);
  });
});

it("95 % intervals of an autocorrelated mean cover it about as often, and single rows do not", () => {
  const uniform = uniformOf(77);
  const SAMPLES = 300;
  let [byBlocks, byRows] = [0, 0];
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    let x = 0;
    const values = Float64Array.from({ length: 200 }, () => {
      x = 0.5 * x + twelveUniforms(uniform);
      return x;
    });
    const covers = (meanBlock: number) => {
      const law: BlockLaw = { kind: "stationary", length: 200, meanBlock, seed: sample };
      const { lower, upper } = known(
        bootstrap(meanOf(values), 200, blockDraws(law), { count: 199 }),
      ).percentile;
      return lower <= 0 && 0 <= upper;
    };
    if (covers(10)) byBlocks += 1;
    if (covers(1)) byRows += 1;
  }
  // Blocks of ten see most of the correlation: 88 to 96 %. Rows see none: the error is 1.7 times theirs.
  expect(byBlocks / SAMPLES).toBeGreaterThan(0.86);
  expect(byBlocks / SAMPLES).toBeLessThan(0.97);
  expect(byRows / SAMPLES).toBeLessThan(0.82);
});
