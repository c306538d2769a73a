import { expect, it } from "vitest";
import { bayesianBootstrap } from "../../src/inference/bayesian-bootstrap.ts";
import { uniformOf } from "../../src/inference/random.ts";
import { defaultLags, neweyWest, ones, regress } from "../../src/measure/regression.ts";
import { fx240, twelveUniforms } from "../fixtures/fx240.ts";
import { answerOf, reasonOf } from "./answers.ts";

const { a, b } = fx240();
const options = { meanBlock: 4, resamples: 1999, seed: 3 };
const width = ({ lower, upper }: { lower: number; upper: number }) => upper - lower;

it("is as wide as the error of the mean that holds under autocorrelation", () => {
  const apart = a.map((value, t) => value - b[t]!);
  const error = Math.sqrt(neweyWest(regress(apart, [ones(240)]), 0, defaultLags(240)));
  const { mean } = answerOf(bayesianBootstrap(a, b, options));
  expect(width(mean.interval) / (2 * 1.96 * error)).toBeGreaterThan(0.85);
  expect(width(mean.interval) / (2 * 1.96 * error)).toBeLessThan(1.15);
});

it("longer blocks do not make independent returns surer than they are", () => {
  const uniform = uniformOf(21);
  const draw = () => Float64Array.from({ length: 1200 }, () => twelveUniforms(uniform));
  const [x, y] = [draw(), draw()];
  const known = 2 * 1.96 * Math.sqrt(2 / 1200);
  for (const meanBlock of [1, 5, 20]) {
    const { mean } = answerOf(bayesianBootstrap(x, y, { ...options, meanBlock }));
    expect(width(mean.interval) / known).toBeGreaterThan(0.8);
    expect(width(mean.interval) / known).toBeLessThan(1.2);
  }
});

it("one that earns more with as much risk is believed, and exchanged, is not", () => {
  const better = answerOf(
    bayesianBootstrap(
      b.map((value, t) => value + 0.01 + 0.001 * (t % 2)),
      b,
      options,
    ),
  );
  expect([better.mean.probabilityPositive, better.sharpe.probabilityPositive]).toEqual([1, 1]);
  const [there, back] = [bayesianBootstrap(a, b, options), bayesianBootstrap(b, a, options)].map(
    answerOf,
  );
  expect(there!.sharpe.probabilityPositive + back!.sharpe.probabilityPositive).toBeCloseTo(1, 12);
});

it("the same seed gives the same answer, another one about the same", () => {
  const [first, again, other] = [3, 3, 4].map((seed) =>
    answerOf(bayesianBootstrap(a, b, { ...options, seed })),
  );
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
  expect(other!.sharpe.probabilityPositive).toBeCloseTo(first!.sharpe.probabilityPositive, 1);
});

it("has no answer, and says why, for blocks too long and nothing to compare", () => {
  expect(reasonOf(bayesianBootstrap(a, b, { ...options, meanBlock: 60 }))).toContain(
    "leave only 4",
  );
  expect(reasonOf(bayesianBootstrap(a, b, { ...options, meanBlock: 500 }))).toContain(
    "leave only 0",
  );
  expect(reasonOf(bayesianBootstrap(a, a, options))).toContain("its own benchmark");
  expect(
    reasonOf(
      bayesianBootstrap(
        a,
        b.map(() => 0),
        options,
      ),
    ),
  ).toContain("same in every period");
  expect(reasonOf(bayesianBootstrap(a, b, { ...options, resamples: 9 }))).toContain("too few");
});
