import fc from "fast-check";
import { expect, it } from "vitest";
import { contest, stationaryWeight } from "../../src/inference/contest.ts";
import { blockDraws, coinADay, rowsOf } from "../../src/inference/draws.ts";
import { parkMiller } from "../../src/inference/random.ts";
import { realityCheck, superiorAbility } from "../../src/inference/reality-check.ts";
import { expectClose } from "../fixtures/expected.ts";
import { spa5 } from "../fixtures/spa5.ts";
import { answerOf, reasonOf } from "./answers.ts";

const five = spa5();
const resampling = () => ({
  draws: coinADay(120, 0.2, parkMiller(99)),
  restart: 0.2,
  resamples: 999,
});

it("weights of five rows' lags, by hand: 4/5 of 0.8 and 1/5 of 0.8^4, and so on", () => {
  const weights = [1, 2, 3, 4].map((lag) => stationaryWeight(5, lag, 0.2));
  for (const [i, weight] of [0.72192, 0.5888, 0.5888, 0.72192].entries())
    expect(weights[i]).toBeCloseTo(weight, 12);
});

it("five generated variants, computed independently in Python (numpy, row by row)", () => {
  const found = answerOf(contest(five, resampling()));
  const means = [
    0.0013294335230390692, 0.0024281851695516074, 0.000638192572617683, -0.0010493695580164747,
    0.005299240953428319,
  ];
  const deviations = [
    0.015713142456176506, 0.018361140440045016, 0.021196032095198585, 0.016005228038633055,
    0.019184173159324736,
  ];
  for (let k = 0; k < 5; k += 1) {
    expectClose(found.means[k]!, means[k]!, 1e-10);
    expectClose(found.deviations[k]!, deviations[k]!, 1e-10);
  }
  const white = realityCheck(found);
  expectClose(white.statistic, 0.05805027615695748, 1e-10);
  expect(white.reached).toBe(11);
  expect(white.p).toBeCloseTo(0.012, 12);
  const hansen = superiorAbility(found);
  expectClose(hansen.statistic, 3.025946214874595, 1e-10);
  expect([hansen.lower, hansen.consistent, hansen.upper]).toEqual([0.012, 0.012, 0.012]);
});

it("without the good one, and one made hopeless: the bounds part (computed likewise)", () => {
  const hopeless = five[3]!.map((value) => value - 0.01);
  const found = answerOf(contest([five[0]!, five[1]!, five[2]!, hopeless], resampling()));
  const hansen = superiorAbility(found);
  expectClose(hansen.statistic, 1.4486810288344607, 1e-10);
  expect([hansen.lower, hansen.consistent, hansen.upper]).toEqual([0.208, 0.208, 0.262]);
  expect(realityCheck(found).p).toBe(0.25);
});

it("prefix sums of blocks give the means of the rows", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e9 }),
      fc.integer({ min: 1, max: 40 }),
      (seed, block) => {
        const draws = blockDraws({ kind: "stationary", length: 120, meanBlock: block, seed });
        const found = answerOf(contest(five, { draws, restart: 1 / block, resamples: 3 }));
        for (let k = 0; k < 3; k += 1) {
          const rows = rowsOf(answerOf(draws)(k));
          for (let i = 0; i < 5; i += 1) {
            const mean = rows.reduce((sum, row) => sum + five[i]![row]!, 0) / 120;
            expect(found.shifts[3 * i + k]! + found.means[i]!).toBeCloseTo(mean, 12);
          }
        }
      },
    ),
    { numRuns: 30 },
  );
});

it("the p-values of Hansen's test are in order", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -0.01, max: 0.003, noNaN: true }), { minLength: 5, maxLength: 5 }),
      (tilts) => {
        const tilted = five.map((column, k) => column.map((value) => value + tilts[k]!));
        const draws = coinADay(120, 0.2, parkMiller(5));
        const hansen = superiorAbility(
          answerOf(contest(tilted, { draws, restart: 0.2, resamples: 99 })),
        );
        expect(hansen.lower).toBeLessThanOrEqual(hansen.consistent);
        expect(hansen.consistent).toBeLessThanOrEqual(hansen.upper);
        expect(hansen.upper).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 50 },
  );
});

it("the deviations are what the stationary bootstrap shows", () => {
  const draws = blockDraws({ kind: "stationary", length: 120, meanBlock: 5, seed: 3 });
  const { shifts, deviations } = answerOf(
    contest(five, { draws, restart: 0.2, resamples: 20_000 }),
  );
  for (let k = 0; k < 5; k += 1) {
    let squares = 0;
    for (let i = 0; i < 20_000; i += 1) squares += shifts[20_000 * k + i]! ** 2;
    expect(Math.sqrt((120 * squares) / 20_000) / deviations[k]!).toBeCloseTo(1, 1);
  }
});

it("a variant that is the benchmark does not enter", () => {
  const found = answerOf(contest([five[0]!.map(() => 0), five[4]!], resampling()));
  expect(found.entered).toEqual([1]);
  expect(found.variants).toBe(2);
});

it("has no answer, and says why, where nothing can be tested", () => {
  const ask = (columns: Float64Array[], meanBlock = 5) => {
    const length = columns[0]?.length ?? 0;
    const draws = blockDraws({ kind: "stationary", length, meanBlock, seed: 1 });
    return reasonOf(contest(columns, { draws, restart: 1 / meanBlock, resamples: 9 }));
  };
  expect(ask([])).toContain("no variant ever differs");
  expect(ask([five[0]!.map(() => 0.001)])).toContain("no variant ever differs");
  expect(ask(five.map((column) => column.slice(0, 6)))).toContain("6 periods are too few");
  expect(ask(five, 121)).toContain("longer than the sample");
  const holed = five[0]!.map((value, t) => (t === 3 ? Number.NaN : value));
  expect(ask([holed, five[1]!])).toContain("not known in period 4");
  expect(() => ask([five[0]!, five[1]!.slice(1)])).toThrow("different lengths");
});
