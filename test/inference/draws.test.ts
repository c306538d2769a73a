import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BlockLaw,
  blockDraws,
  coinADay,
  type Draw,
  type Draws,
  ofRows,
  rowsOf,
  wholeSample,
} from "../../src/inference/draws.ts";
import { uniformOf } from "../../src/inference/random.ts";
import { isUnknown } from "../../src/input/unknown.ts";

function drawsBy(law: BlockLaw): Draws {
  const draws = blockDraws(law);
  if (isUnknown(draws)) throw new Error(draws.reason);
  return draws;
}

const blocksOf = ({ blocks, starts, lengths }: Draw) =>
  Array.from({ length: blocks }, (_, i) => [starts[i]!, lengths[i]!]);

it("the whole sample is one block; the rows of a block run around the circle", () => {
  expect([...rowsOf(wholeSample(4))]).toEqual([0, 1, 2, 3]);
  const draw = { length: 5, blocks: 2, starts: Int32Array.of(3, 1), lengths: Int32Array.of(4, 1) };
  expect([...rowsOf(draw)]).toEqual([3, 4, 0, 1, 1]);
});

it("a coin a day: start, then a coin for each row, and a start only where it falls", () => {
  // Start at 4 of 5; no, no (past the end); yes: start at 2; no.
  const numbers = [0.9, 0.5, 0.3, 0.1, 0.4, 0.99];
  const draws = coinADay(5, 0.25, () => numbers.shift()!);
  expect(blocksOf(draws(0))).toEqual([
    [4, 3],
    [2, 2],
  ]);
  expect(numbers).toEqual([]);
});

it("circular blocks have one length, rounded up, and the last is cut", () => {
  const draws = drawsBy({ kind: "circular", length: 10, meanBlock: 3.2, seed: 1 });
  expect(blocksOf(draws(0)).map(([, rows]) => rows)).toEqual([4, 4, 2]);
});

it("blocks as long as the sample are rotations of it", () => {
  const draws = drawsBy({ kind: "circular", length: 7, meanBlock: 7, seed: 1 });
  expect(blocksOf(draws(3))).toEqual([[expect.any(Number), 7]]);
});

it("a sample too short for its blocks has no draws, and says why", () => {
  const reason = (length: number, meanBlock: number, kind: BlockLaw["kind"] = "stationary") =>
    blockDraws({ kind, length, meanBlock, seed: 1 });
  expect(reason(240, 300)).toEqual({
    value: null,
    reason: "blocks of 300 rows are longer than the sample of 240",
  });
  expect(reason(10, 9.5, "circular")).not.toHaveProperty("reason");
  expect(reason(10, 10.5, "circular")).toHaveProperty("reason");
  expect(reason(1, 1)).toHaveProperty("reason", "a sample of 1 rows cannot be resampled");
  expect(reason(0, 1)).toHaveProperty("reason");
  expect(reason(10, 0.5)).toHaveProperty("reason", "a block of 0.5 rows is shorter than one row");
  expect(reason(10, Number.NaN)).toHaveProperty("reason");
});

it("a draw for another number of rows is a bug", () => {
  expect(() => ofRows(wholeSample(3), 4)).toThrow("a draw of 3 rows for a column of 4");
});

it("every draw fills the sample exactly, from rows that exist", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("stationary" as const, "circular" as const),
      fc.integer({ min: 2, max: 300 }),
      fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000),
      fc.integer({ min: 0, max: 2 ** 52 }),
      (kind, length, share, seed) => {
        const meanBlock = Math.max(1, share * length);
        const draw = drawsBy({ kind, length, meanBlock, seed })(seed % 1000);
        const blocks = blocksOf(draw);
        expect(blocks.reduce((sum, [, rows]) => sum + rows!, 0)).toBe(length);
        expect(blocks.every(([start, rows]) => start! >= 0 && start! < length && rows! > 0)).toBe(
          true,
        );
        expect(rowsOf(draw).every((row) => row >= 0 && row < length)).toBe(true);
      },
    ),
  );
});

it("resample k is the same whoever draws it, and in whatever order", () => {
  for (const kind of ["stationary", "circular"] as const) {
    const law: BlockLaw = { kind, length: 50, meanBlock: 4, seed: 11 };
    const [one, other] = [drawsBy(law), drawsBy(law)];
    const forwards = [0, 1, 2, 3].map((k) => blocksOf(one(k)));
    const backwards = [3, 2, 1, 0].map((k) => blocksOf(other(k)));
    expect(backwards.reverse()).toEqual(forwards);
    expect(new Set(forwards.map(String)).size).toBe(4);
    expect(blocksOf(drawsBy({ ...law, seed: 12 })(0))).not.toEqual(forwards[0]);
  }
});

describe("whole blocks and a coin a day have one law", () => {
  const LENGTH = 100;
  const MEAN = 5;
  const RESAMPLES = 4000;
  const LONGEST = 25;

  interface Tally {
    /** Share of rows followed by their neighbour. */
    readonly adjacent: number;
    readonly blocks: number;
    readonly blocksDeviation: number;
    /** How many blocks, the last of a draw left out, had each length, the longest together. */
    readonly lengths: readonly number[];
    readonly starts: readonly number[];
  }

  function tally(draws: Draws): Tally {
    const lengths = new Array<number>(LONGEST + 1).fill(0);
    const starts = new Array<number>(LENGTH).fill(0);
    let [adjacent, sum, squares] = [0, 0, 0];
    for (let k = 0; k < RESAMPLES; k += 1) {
      const draw = draws(k);
      sum += draw.blocks;
      squares += draw.blocks ** 2;
      blocksOf(draw).forEach(([start, rows], i) => {
        starts[start!]! += 1;
        if (i < draw.blocks - 1) lengths[Math.min(rows!, LONGEST)]! += 1;
      });
      const rows = rowsOf(draw);
      for (let t = 1; t < LENGTH; t += 1)
        if (rows[t] === (rows[t - 1]! + 1) % LENGTH) adjacent += 1;
    }
    const blocks = sum / RESAMPLES;
    return {
      adjacent: adjacent / (RESAMPLES * (LENGTH - 1)),
      blocks,
      blocksDeviation: Math.sqrt(squares / RESAMPLES - blocks ** 2),
      lengths,
      starts,
    };
  }

  /** Chi-square of two rows of counts being of one distribution, less its mean, in deviations. */
  function apart(one: readonly number[], other: readonly number[]): number {
    const [total, otherTotal] = [one, other].map((row) => row.reduce((sum, count) => sum + count));
    let chiSquare = 0;
    let freedom = -1;
    one.forEach((count, i) => {
      if (count + other[i]! === 0) return;
      const scale = Math.sqrt(otherTotal! / total!);
      chiSquare += (count * scale - other[i]! / scale) ** 2 / (count + other[i]!);
      freedom += 1;
    });
    return (chiSquare - freedom) / Math.sqrt(2 * freedom);
  }

  const byCoin = tally(coinADay(LENGTH, 1 / MEAN, uniformOf(21)));
  const byBlocks = (meanBlock: number) =>
    tally(drawsBy({ kind: "stationary", length: LENGTH, meanBlock, seed: 22 }));
  const whole = byBlocks(MEAN);
  const wrong = byBlocks(MEAN * 1.03);

  // Theory: a row is followed by its neighbour unless the coin falls and the new start is not it;
  // after the first block there are as many as coins that fall.
  const adjacency = 1 - 1 / MEAN + 1 / MEAN / LENGTH;
  const adjacencyError = Math.sqrt((adjacency * (1 - adjacency)) / (RESAMPLES * (LENGTH - 1)));
  const blocks = 1 + (LENGTH - 1) / MEAN;
  const blocksDeviation = Math.sqrt((LENGTH - 1) * (1 / MEAN) * (1 - 1 / MEAN));
  const SIGMAS = 4;

  it("in how often a row is followed by its neighbour", () => {
    const sigmas = ({ adjacent }: Tally) => Math.abs(adjacent - adjacency) / adjacencyError;
    expect(sigmas(byCoin)).toBeLessThan(SIGMAS);
    expect(sigmas(whole)).toBeLessThan(SIGMAS);
    expect(sigmas(wrong)).toBeGreaterThan(SIGMAS);
  });

  it("in the number of blocks, its mean and its spread", () => {
    const sigmas = (one: Tally) =>
      Math.abs(one.blocks - blocks) / (blocksDeviation / Math.sqrt(RESAMPLES));
    expect(sigmas(byCoin)).toBeLessThan(SIGMAS);
    expect(sigmas(whole)).toBeLessThan(SIGMAS);
    expect(sigmas(wrong)).toBeGreaterThan(SIGMAS);
    for (const one of [byCoin, whole])
      expect(Math.abs(one.blocksDeviation / blocksDeviation - 1)).toBeLessThan(
        SIGMAS / Math.sqrt(2 * RESAMPLES),
      );
  });

  it("in the lengths of blocks", () => {
    expect(apart(byCoin.lengths, whole.lengths)).toBeLessThan(SIGMAS);
    expect(apart(byCoin.lengths, wrong.lengths)).toBeGreaterThan(SIGMAS);
  });

  it("in where blocks start, which is anywhere", () => {
    const anywhere = new Array<number>(LENGTH).fill(1e6);
    expect(apart(byCoin.starts, anywhere)).toBeLessThan(SIGMAS);
    expect(apart(whole.starts, anywhere)).toBeLessThan(SIGMAS);
  });
});
