import fc from "fast-check";
import { expect, it } from "vitest";
import { blockDraws } from "../../src/inference/draws.ts";
import { startDates } from "../../src/inference/start-dates.ts";
import { fx240 } from "../fixtures/fx240.ts";
import { answerOf, reasonOf } from "./answers.ts";

const yearly = (length: number, meanBlock = 1) => ({
  perYear: 1,
  minimumYears: 2,
  rollingYears: [1, 3],
  draws: blockDraws({ kind: "stationary", length, meanBlock, seed: 5 }),
  resamples: 99,
});

const monthly = (length: number) => ({
  perYear: 12,
  minimumYears: 5,
  rollingYears: [3, 5, 10],
  draws: blockDraws({ kind: "stationary", length, meanBlock: 3, seed: 5 }),
  resamples: 199,
});

const { a, b } = fx240();

function relativeWealth(tilt = 0): Float64Array {
  const wealth = new Float64Array(a.length + 1).fill(1);
  for (let t = 0; t < a.length; t += 1)
    wealth[t + 1] = wealth[t]! * ((1 + a[t]! + tilt) / (1 + b[t]!));
  return wealth;
}

it("five years by hand", () => {
  // Ends at 2: ahead of the starts at 1 and 1.5, not of those at 3 and 4; 5 has less than two years left.
  const found = answerOf(startDates([1, 3, 1.5, 4, 5, 2], yearly(5)));
  expect(found.starts.share).toBe(2 / 4);
  expect(found.starts.windows).toBe(4);
  expect(found.starts.effective).toBe(5 / 3.5);
});

it("rolling windows, ends and pairs by hand", () => {
  const found = answerOf(startDates([1, 3, 1.5, 4, 5, 2], yearly(5)));
  const [one, three] = found.rolling.map(({ wins }) => answerOf(wins));
  expect([one!.share, one!.windows, one!.effective]).toEqual([3 / 5, 5, 5]);
  expect([three!.share, three!.windows]).toEqual([1, 3]);
  // Ends at rows 2 to 5 are won by 1 of 1, 2 of 2, 3 of 3 and 2 of 4 starts.
  expect(found.ends).toEqual({ lowest: 0.5, median: 1, highest: 1 });
  expect(found.pairs).toBe(8 / 10);
});

it("a strategy that always gains wins from everywhere, and its mirror image from nowhere", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.01, max: 0.2, noNaN: true }), { minLength: 8, maxLength: 30 }),
      (gains) => {
        const path = [0];
        for (const gain of gains) path.push(path[path.length - 1]! + gain);
        const up = answerOf(startDates(path.map(Math.exp), yearly(gains.length)));
        const down = answerOf(
          startDates(
            path.map((level) => Math.exp(-level)),
            yearly(gains.length),
          ),
        );
        expect([up.starts.share, up.pairs, up.ends.lowest]).toEqual([1, 1, 1]);
        expect([down.starts.share, down.pairs, down.ends.highest]).toEqual([0, 0, 0]);
      },
    ),
    { numRuns: 20 },
  );
});

it("the band is that of a strategy without growth of its own: a tilt does not move it", () => {
  const [plain, tilted] = [0, 0.004].map((tilt) =>
    answerOf(startDates(relativeWealth(tilt), monthly(240))),
  );
  const band = answerOf(plain!.starts.band);
  expect(band.lower).toBeLessThan(0.2);
  expect(band.upper).toBeGreaterThan(0.8);
  // A tilt of simple returns is not quite one of log returns.
  expect(answerOf(tilted!.starts.band).lower).toBeCloseTo(band.lower, 1);
  expect(tilted!.starts.share).toBeGreaterThanOrEqual(plain!.starts.share);
  for (const { wins } of plain!.rolling) {
    const { lower, upper } = answerOf(answerOf(wins).band);
    expect(lower).toBeLessThan(0.5);
    expect(upper).toBeGreaterThan(0.5);
  }
});

it("has no answer, and says why, for records too short, ruined, or without a difference", () => {
  const still = new Float64Array(241).fill(1);
  expect(reasonOf(startDates(still.slice(0, 40), monthly(39)))).toBe(
    "no start has 60 periods left in a record of 39",
  );
  expect(reasonOf(startDates([], monthly(2)))).toContain("in a record of 0");
  expect(reasonOf(startDates(still, monthly(240)))).toContain("worth the same");
  const ruined = relativeWealth();
  ruined[240] = 0;
  expect(reasonOf(startDates(ruined, monthly(240)))).toContain("ruined");
});

it("what part of the answer is not known says so in its place", () => {
  const short = answerOf(startDates(relativeWealth().slice(0, 91), monthly(90)));
  expect(reasonOf(short.rolling[2]!.wins)).toBe("a record of 90 periods has no window of 120");
  const long = {
    ...monthly(240),
    draws: blockDraws({ kind: "stationary", length: 240, meanBlock: 241, seed: 1 }),
  };
  expect(reasonOf(answerOf(startDates(relativeWealth(), long)).starts.band)).toContain(
    "longer than",
  );
  const even = Float64Array.from({ length: 241 }, (_, t) => 1.01 ** t);
  const found = answerOf(startDates(even, monthly(240)));
  expect(found.starts.share).toBe(1);
  expect(reasonOf(found.starts.band)).toContain("by the same in every period");
});
