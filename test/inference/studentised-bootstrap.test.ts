import { expect, it } from "vitest";
import { blockDraws, type Draws } from "../../src/inference/draws.ts";
import { parkMiller } from "../../src/inference/random.ts";
import { studentisedSharpeDifference } from "../../src/inference/studentised-bootstrap.ts";
import { expectClose } from "../fixtures/expected.ts";
import { fx240 } from "../fixtures/fx240.ts";
import { answerOf, reasonOf } from "./answers.ts";

const { a, b } = fx240();

/** Blocks of one length on a circle, starts `floor(u n)` in order; the last is cut where the sample is full. */
function circular(length: number, block: number, seed: number, resamples: number): Draws {
  const uniform = parkMiller(seed);
  const blocks = Math.ceil(length / block);
  const lengths = Int32Array.from({ length: blocks }, (_, i) =>
    Math.min(block, length - i * block),
  );
  const starts = Array.from({ length: resamples }, () =>
    Int32Array.from({ length: blocks }, () => uniform() * length),
  );
  return (k) => ({ length, blocks, lengths, starts: starts[k]! });
}

const seeded = (meanBlock: number, seed = 7, length = 240) =>
  blockDraws({ kind: "circular", length, meanBlock, seed });

it("p-value and interval, computed independently in Python (numpy, row by row)", () => {
  // Block 6 divides 240 rows; 7 leaves a cut block, which is no whole one and is left out.
  const oracles = [
    [6, 0.097, -0.024963087767436082, 0.28480871229448657],
    [7, 0.108, -0.026109839898990073, 0.2859554644260406],
  ] as const;
  for (const [block, p, lower, upper] of oracles) {
    const draws = circular(240, block, 31, 999);
    const found = answerOf(studentisedSharpeDifference(a, b, { draws, resamples: 999 }));
    expect(found.p).toBeCloseTo(p, 12);
    expectClose(found.interval.lower, lower, 1e-9);
    expectClose(found.interval.upper, upper, 1e-9);
    expect(found.blockRows).toBe(block);
  }
});

it("exchanging the two turns the interval round and leaves p", () => {
  const [there, back] = [
    answerOf(studentisedSharpeDifference(a, b, { draws: seeded(4), resamples: 199 })),
    answerOf(studentisedSharpeDifference(b, a, { draws: seeded(4), resamples: 199 })),
  ];
  expect(back.p).toBe(there.p);
  expectClose(back.interval.lower, -there.interval.upper, 1e-9);
});

it("a difference far from zero has the least p that the resamples allow", () => {
  const better = b.map((value, t) => value + 0.05 + 0.001 * (t % 2));
  const found = answerOf(
    studentisedSharpeDifference(better, b, { draws: seeded(4), resamples: 199 }),
  );
  expect(found.p).toBe(1 / 200);
  expect(found.interval.lower).toBeGreaterThan(0);
});

it("has no answer, and says why, for blocks too long and series with nothing to compare", () => {
  const ask = (draws: ReturnType<typeof seeded>, x = a, y = b) =>
    reasonOf(studentisedSharpeDifference(x, y, { draws, resamples: 9 }));
  expect(ask(seeded(241))).toContain("longer than the sample");
  expect(ask(seeded(60))).toBe("blocks of 60 rows leave only 4 in a sample of 240; 5 are needed");
  expect(ask(seeded(4), a, a)).toContain("its own benchmark");
  expect(
    ask(
      seeded(4),
      a,
      b.map(() => 0),
    ),
  ).toContain("the same in every period");
  expect(ask(seeded(4), a.slice(0, 3), b.slice(0, 3))).toContain("too few");
});
