import { expect, it } from "vitest";
import { cointegration, mackinnon } from "../../src/inference/cointegration.ts";
import { uniformOf } from "../../src/inference/random.ts";
import { expectClose } from "../fixtures/expected.ts";
import { ar500, fx240 } from "../fixtures/fx240.ts";
import { answerOf, reasonOf } from "./answers.ts";

function walk(changes: ArrayLike<number>): Float64Array {
  const path = Float64Array.from(changes);
  for (let t = 1; t < path.length; t += 1) path[t]! += path[t - 1]!;
  return path;
}

const { a, b } = fx240();
const levelA = walk(a.map(Math.log1p));
const levelB = walk(b.map(Math.log1p));

it("the critical value of many changes is -3.34 at 5 %, and lower for few (MacKinnon 2010)", () => {
  expect(mackinnon(1e9)).toBeCloseTo(-3.33613, 6);
  expect(mackinnon(100)).toBeCloseTo(-3.33613 - 0.061101 - 0.0006823, 10);
});

it("two generated lines that drift apart, computed independently in Python (numpy)", () => {
  const found = answerOf(cointegration(levelA, levelB));
  expectClose(found.intercept, -0.028314085330521897, 1e-8);
  expectClose(found.slope, 1.6348925920143471, 1e-9);
  expect(found.lags).toBe(1);
  expectClose(found.statistic, -1.9012498690951898, 1e-8);
  expect(found.critical).toBe(mackinnon(239));
  expect(found.bound).toBe(false);
});

it("a line and a noisy multiple of it are bound (computed likewise)", () => {
  const noise = ar500();
  const bound = levelB.map((level, t) => 0.3 + 0.8 * level + 0.01 * noise[t]!);
  const found = answerOf(cointegration(bound, levelB));
  expectClose(found.slope, 0.8073116639187718, 1e-9);
  expect(found.lags).toBe(1);
  expectClose(found.statistic, -7.708933207263598, 1e-8);
  expect(found.bound).toBe(true);
});

it("units change nothing", () => {
  const before = answerOf(cointegration(levelA, levelB));
  const other = answerOf(
    cointegration(
      levelA.map((level) => 7 * level + 1e4),
      levelB.map((level) => 0.01 * level - 30),
    ),
  );
  expectClose(other.statistic, before.statistic, 1e-6);
});

it("finds what is not there about once in twenty times", () => {
  let found = 0;
  const uniform = uniformOf(11);
  const draw = () => walk(Float64Array.from({ length: 150 }, () => uniform() - 0.5));
  for (let world = 0; world < 400; world += 1)
    if (answerOf(cointegration(draw(), draw(), 4)).bound) found += 1;
  expect(found / 400).toBeGreaterThan(0.02);
  expect(found / 400).toBeLessThan(0.1);
});

it("has no answer, and says why, for lines that say nothing or the same", () => {
  const flat = levelB.map(() => 3);
  expect(reasonOf(cointegration(levelA.slice(0, 15), levelB.slice(0, 15)))).toContain("too few");
  expect(reasonOf(cointegration(levelA, flat))).toContain("the other line is the same");
  expect(reasonOf(cointegration(flat, levelA))).toContain("one line is the same");
  expect(reasonOf(cointegration(levelB, levelB))).toContain("one line is the other");
  const mirrored = levelB.map((level) => 5 - 2 * level);
  expect(reasonOf(cointegration(mirrored, levelB))).toContain("one line is the other");
  const ramp = levelB.map((_, t) => t);
  const beside = ramp.map((t) => t + [1, -1, -1, 1][t % 4]!);
  expect(reasonOf(cointegration(beside, ramp))).toContain("repeats itself exactly");
  expect(() => cointegration(levelA, levelB.slice(1))).toThrow("240 values against 239");
});
