import { describe, expect, it } from "vitest";
import { fillWords, parkMiller, uniformOf, unitOf, wordState } from "../../src/inference/random.ts";

const wordsOf = (seed: number, stream: number, count: number) => {
  const words = new Uint32Array(count);
  fillWords(wordState(seed, stream), words);
  return words;
};

/** How far counts are from equal ones, as a chi-square less its mean, in standard deviations. */
function unevenness(counts: readonly number[], total: number): number {
  const expected = total / counts.length;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const freedom = counts.length - 1;
  return (chiSquare - freedom) / Math.sqrt(2 * freedom);
}

function countsOf(units: Iterable<number>, cells: number): number[] {
  const counts = new Array<number>(cells).fill(0);
  for (const unit of units) counts[Math.floor(unit * cells)]! += 1;
  return counts;
}

const bitsSet = (word: number) => {
  let bits = 0;
  for (let rest = word >>> 0; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2;
  return bits;
};

it("the minimal standard generator begins as Park and Miller's does from 12345", () => {
  const uniform = parkMiller(12345);
  expect([uniform(), uniform(), uniform()]).toEqual([
    0.09661652850760917, 0.8339946273872604, 0.9477024976851895,
  ]);
});

it("the minimal standard generator holds 1043618065 after 10,000 steps from 1 (Park and Miller 1988)", () => {
  const uniform = parkMiller(1);
  for (let step = 1; step < 10_000; step += 1) uniform();
  expect(Math.round(uniform() * 2147483647)).toBe(1043618065);
});

it("words from a state of zeros that counts from 1, by hand", () => {
  const words = new Uint32Array(4);
  fillWords(Int32Array.of(0, 0, 0, 1), words);
  // b becomes 1 + 8 = 9, then 9 (2^21 + 2) = 18874386; a becomes 9; the counter reaches 4.
  expect([...words]).toEqual([1, 2, 9 + 3, 9 + 18874386 + 4]);
});

it("words of the reference implementation (PractRand), seeded with 0, 2, 1 and 15 rounds", () => {
  const words = new Uint32Array(15 + 6);
  fillWords(Int32Array.of(0, 2, 1, 1), words);
  expect([...words.subarray(15)]).toEqual([
    0x03b80bb8, 0xa87dbc7e, 0x1787178c, 0x4c7b7234, 0xc65dade2, 0x2c692349,
  ]);
});

it("a stream does not depend on how it is taken", () => {
  const state = wordState(5, 3);
  const parts = [1, 7, 92].flatMap((count) => {
    const words = new Uint32Array(count);
    fillWords(state, words);
    return [...words];
  });
  expect(parts).toEqual([...wordsOf(5, 3, 100)]);
  const uniform = uniformOf(5, 3);
  expect(Array.from({ length: 100 }, uniform)).toEqual(parts.map(unitOf));
});

it("numbers lie inside (0, 1), the extreme words too", () => {
  expect(unitOf(0)).toBeGreaterThan(0);
  expect(unitOf(2 ** 32 - 1)).toBeLessThan(1);
});

describe("streams", () => {
  it("differ by every bit of a seed of 53 bits and of a stream of 32", () => {
    const first = (seed: number, stream: number) => wordsOf(seed, stream, 2).join();
    const seeds = Array.from({ length: 53 }, (_, bit) => first(2 ** bit, 0));
    const streams = Array.from({ length: 32 }, (_, bit) => first(0, 2 ** bit));
    expect(new Set([first(0, 0), ...seeds, ...streams]).size).toBe(86);
  });

  it("share half their bits with their neighbours, as strangers do", () => {
    let differing = 0;
    for (let stream = 0; stream < 1000; stream += 1)
      differing += bitsSet(wordsOf(1, stream, 1)[0]! ^ wordsOf(1, stream + 1, 1)[0]!);
    // 32,000 fair coins: standard deviation 89.
    expect(Math.abs(differing - 16_000)).toBeLessThan(4.5 * 89.4);
  });

  it("are even within and across, and their pairs too", () => {
    const along = [...wordsOf(7, 0, 100_000)].map(unitOf);
    const across = Array.from({ length: 20_000 }, (_, stream) => unitOf(wordsOf(7, stream, 1)[0]!));
    const pairs = along.slice(1).map((unit, i) => (Math.floor(along[i]! * 16) + unit) / 16);
    const low = [...wordsOf(7, 1, 100_000)].map((word) => (word % 256) / 256);
    for (const units of [along, across, pairs, low])
      expect(Math.abs(unevenness(countsOf(units, 256), units.length))).toBeLessThan(4.5);
  });
});

it("the measure of evenness finds a generator that favours one cell in 256 by a tenth", () => {
  const counts = new Array<number>(256).fill(390);
  const tilted = counts.map((count, i) => (i % 2 === 0 ? count * 1.1 : count * 0.9));
  expect(unevenness(tilted, 256 * 390)).toBeGreaterThan(4.5);
});
