import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainSharpe, plainWealth } from "../../bench/plain-bootstrap.ts";
import {
  alphaOf,
  deviationOf,
  differenceOf,
  growthOf,
  meanOf,
  type Statistic,
  sharpeOf,
  terminalWealthOf,
} from "../../src/inference/bootstrap-statistics.ts";
import {
  blockDraws,
  coinADay,
  type Draw,
  type Draws,
  rowsOf,
  wholeSample,
} from "../../src/inference/draws.ts";
import { uniformOf } from "../../src/inference/random.ts";
import { cagr } from "../../src/measure/growth.ts";
import { mean, standardDeviation } from "../../src/measure/moments.ts";
import { ones, regress } from "../../src/measure/regression.ts";
import { sharpe } from "../../src/measure/sharpe.ts";
import { expectClose, expectPublished } from "../fixtures/expected.ts";
import { fx240 } from "../fixtures/fx240.ts";

/** Numbers spread evenly: doubles by their bits would nearly all be next to nothing. */
const thousandths = (min: number, max: number) =>
  fc.integer({ min: min * 1000, max: max * 1000 }).map((n) => n / 1000);

const draw = (starts: number[], lengths: number[]): Draw => ({
  length: lengths.reduce((sum, rows) => sum + rows, 0),
  blocks: starts.length,
  starts: Int32Array.from(starts),
  lengths: Int32Array.from(lengths),
});

describe("a resample of four rows", () => {
  // Rows 3, 0, 0, 1: a block past the end, and one within.
  const resample = draw([3, 0], [2, 2]);

  it("of 1, 2, 3, 6: 6, 1, 1, 2", () => {
    const values = [1, 2, 3, 6];
    expect(meanOf(values)(resample)).toBeCloseTo(2.5, 15);
    expect(deviationOf(values)(resample) ** 2).toBeCloseTo(17 / 3, 14);
    expect(sharpeOf(values)(resample)).toBeCloseTo(2.5 / Math.sqrt(17 / 3), 15);
  });

  it("of returns that double, double, stand, halve", () => {
    const returns = [1, 1, 0, -0.5];
    expect(terminalWealthOf(returns)(resample)).toBeCloseTo(4, 14);
    expect(growthOf(returns, 2)(resample)).toBeCloseTo(1, 14);
  });

  it("of a line and its benchmark: the intercept", () => {
    const benchmark = [1, 2, 3, 6];
    const strategy = benchmark.map((b) => 0.5 + 2 * b);
    expect(alphaOf(strategy, benchmark)(resample)).toBeCloseTo(0.5, 14);
  });
});

it("a resample in which nothing differs has no Sharpe ratio, ruin no growth", () => {
  const values = [0.1, 0.1, 0.1, 5];
  expect(sharpeOf(values)(draw([0, 0], [3, 1]))).toBeNaN();
  expect(deviationOf(values)(draw([0, 0], [3, 1]))).toBeNaN();
  expect(alphaOf(values, values)(draw([0, 0], [3, 1]))).toBeNaN();
  expect(growthOf([0.1, -1, 0.1], 1)(wholeSample(3))).toBeNaN();
  expect(terminalWealthOf([0.1, -2, 0.1])(draw([0, 0], [1, 2]))).toBeNaN();
  expect(meanOf([0.1, Number.NaN])(draw([0, 0], [1, 1]))).toBeNaN();
});

it("a draw of other rows than the column's is a bug", () => {
  expect(() => meanOf([1, 2, 3])(wholeSample(4))).toThrow("a draw of 4 rows for a column of 3");
  expect(() => sharpeOf([1, 2, 3])(wholeSample(4))).toThrow("a draw of 4 rows");
});

it("on the sample itself it is what the sample measures", () => {
  const { a, b } = fx240();
  const whole = wholeSample(240);
  expectClose(meanOf(a)(whole), mean(a), 1e-14);
  expectClose(deviationOf(a)(whole), standardDeviation(a), 1e-14);
  expectClose(sharpeOf(a)(whole) * Math.sqrt(12), sharpe(a, 12)!, 1e-13);
  const wealth = plainWealth(a, rowsOf(whole));
  expectClose(growthOf(a, 20)(whole), cagr(wealth, 20), 1e-12);
  expectClose(terminalWealthOf(a)(whole), wealth[240]!, 1e-13);
  expectPublished(alphaOf(a, b)(whole), "0.00692939");
  expectPublished(differenceOf(sharpeOf(a), sharpeOf(b))(whole), "0.129922812263525");
});

describe("day by day and by blocks", () => {
  const TOLERANCE = 1e-10;
  const uniform = uniformOf(3);
  const noise = (n: number, level: number) =>
    Float64Array.from({ length: n }, () => level + (uniform() + uniform() - 1) / 40);
  const picked = (values: Float64Array, rows: Int32Array) =>
    Float64Array.from(rows, (row) => values[row]!);

  function agree(
    statistic: Statistic,
    plain: (rows: Int32Array) => number,
    draws: Draws,
    n: number,
  ) {
    for (let k = 0; k < n; k += 1) {
      const one = draws(k);
      const difference = Math.abs(statistic(one) - plain(rowsOf(one)));
      expect(difference).toBeLessThanOrEqual(TOLERANCE);
    }
  }

  it("agree to 1e-10 on 27 years of days, whichever way the blocks are drawn", () => {
    const n = 6850;
    const [a, b] = [noise(n, 0.0004), noise(n, 0.0003)];
    const laws = ["stationary", "circular"] as const;
    const ways = [
      ...laws.map((kind) => blockDraws({ kind, length: n, meanBlock: 21, seed: 5 }) as Draws),
      coinADay(n, 1 / 21, uniformOf(5)),
    ];
    for (const draws of ways) {
      agree(
        differenceOf(sharpeOf(a), sharpeOf(b)),
        (rows) => plainSharpe(a, rows) - plainSharpe(b, rows),
        draws,
        40,
      );
      agree(growthOf(a, 27), (rows) => cagr(plainWealth(a, rows), 27), draws, 10);
      agree(
        alphaOf(a, b),
        (rows) => regress(picked(a, rows), [ones(n), picked(b, rows)]).coefficients[0]!,
        draws,
        10,
      );
    }
  });

  it("agree to 1e-10 of a deviation where the mean is a thousand deviations", () => {
    const values = noise(500, 10);
    const draws = blockDraws({ kind: "stationary", length: 500, meanBlock: 9, seed: 2 }) as Draws;
    agree(deviationOf(values), (rows) => standardDeviation(picked(values, rows)), draws, 20);
    agree(meanOf(values), (rows) => mean(picked(values, rows)), draws, 20);
  });

  it("agree on any numbers and any blocks", () => {
    fc.assert(
      fc.property(
        fc.array(thousandths(-0.5, 0.5), { minLength: 4, maxLength: 60 }),
        thousandths(0.02, 1),
        fc.integer({ min: 1, max: 1e6 }),
        (numbers, restart, seed) => {
          const values = Float64Array.from(numbers);
          const one = coinADay(values.length, restart, uniformOf(seed))(0);
          const resampled = picked(values, rowsOf(one));
          const total = standardDeviation(values);
          expect(Math.abs(meanOf(values)(one) - mean(resampled))).toBeLessThanOrEqual(1e-14);
          const deviation = deviationOf(values)(one);
          const plain = standardDeviation(resampled);
          // Below a millionth of the sample's own deviation none is given.
          if (plain > 1e-5 * total)
            expect(Math.abs(deviation / plain - 1)).toBeLessThanOrEqual(1e-4);
          if (plain > 1e-2 * total)
            expect(Math.abs(deviation / plain - 1)).toBeLessThanOrEqual(TOLERANCE);
          if (plain < 1e-7 * total || total === 0) expect(deviation).toBeNaN();
        },
      ),
    );
  });
});
