import { describe, expect, it } from "vitest";
import { blockLength, comparedColumns } from "../../src/inference/block-length.ts";
import { isUnknown, unknown } from "../../src/input/unknown.ts";
import type { Monthly } from "../../src/study/inference-months.ts";
import { lengthOf, resamplingOf } from "../../src/study/inference-resampling.ts";
import { inWorld, monthly, noise } from "./worlds-of-months.ts";

const MONTHS = 240;
const calm = noise(1, MONTHS, 0.005, 0.03);
const other = noise(2, MONTHS, 0.005, 0.03);
/** Each month keeps most of the one before. */
const slow = (() => {
  const values = noise(3, MONTHS, 0, 0.02);
  for (let t = 1; t < MONTHS; t += 1) values[t] = values[t]! + 0.8 * values[t - 1]!;
  return values;
})();
const options = { months: MONTHS, resamples: 19, seed: 1 };

const meanOf = (portfolios: readonly Monthly[], id: string) => {
  const { stationary, circular } = resamplingOf(portfolios, 0, options).against.get(id)!;
  return [lengthOf(stationary), lengthOf(circular)];
};

/** As the tracks have them: through wealth, which rounds. */
const excessOf = ({ tracks }: Monthly) => {
  if (isUnknown(tracks)) throw new Error(tracks.reason);
  return tracks[0]!.excess();
};
const blockFor = (a: Monthly, b: Monthly, kind: "stationary" | "circular" = "stationary") =>
  blockLength(comparedColumns(excessOf(a), excessOf(b)), 12, kind);

const strategy = monthly("a", "strategy", calm);
const slowly = monthly("b", "strategy", slow);
const shares = monthly("shares", "benchmark", other);
const drifting = monthly("drifting", "benchmark", slow);

describe("the blocks of a question", () => {
  it("are those that the first strategy and the benchmark ask for, and no other benchmark's", () => {
    const all = [strategy, shares, drifting];
    expect(meanOf(all, "shares")).toEqual([3, 3]);
    expect(meanOf(all, "drifting")).toEqual([
      blockFor(strategy, drifting),
      blockFor(strategy, drifting, "circular"),
    ]);
    expect(meanOf(all, "drifting")[0]).toBeGreaterThan(8);
    expect(meanOf([strategy, drifting, shares], "shares")).toEqual([3, 3]);
  });

  it("are not moved by a further strategy, nor by a further unit", () => {
    expect(meanOf([strategy, slowly, shares], "shares")).toEqual([3, 3]);
    const twice = (one: Monthly): Monthly =>
      isUnknown(one.tracks) ? one : { ...one, tracks: [...one.tracks, ...one.tracks] };
    expect(meanOf([strategy, drifting].map(twice), "drifting")).toEqual(
      meanOf([strategy, drifting], "drifting"),
    );
  });

  it("are chosen by the next strategy where the first was ruined, and else by the benchmark", () => {
    const lost: Monthly = { ...strategy, tracks: unknown("A was ruined") };
    expect(meanOf([lost, slowly, shares], "shares")[0]).toBe(blockFor(slowly, shares));
    expect(meanOf([lost, drifting], "drifting")[0]).toBe(blockFor(drifting, drifting));
  });

  it("of the first strategy alone are its own, whatever it is compared with", () => {
    expect(lengthOf(resamplingOf([strategy, drifting], 0, options).alone)).toBe(3);
    expect(lengthOf(resamplingOf([slowly, shares], 0, options).alone)).toBe(
      blockFor(slowly, slowly),
    );
  });

  it("of one length are drawn once", () => {
    const twin = monthly("twin", "benchmark", noise(4, MONTHS, 0.005, 0.03));
    const { against } = resamplingOf([strategy, shares, twin], 0, options);
    expect(against.get("twin")!.stationary).toBe(against.get("shares")!.stationary);
  });
});

describe("what the findings say of blocks", () => {
  const found = inWorld({
    strategies: { a: calm },
    benchmarks: { shares: other, drifting: slow, third: noise(5, MONTHS, 0.004, 0.03) },
    family: { b: noise(6, MONTHS, 0.006, 0.05) },
  });
  const { blocks, blockSensitivity, stationaryBlock, circularBlock, aloneBlock } = found.inference;

  it("has each benchmark's, with those for Sharpe ratios where these are resampled", () => {
    expect(Object.keys(blocks)).toEqual(["shares", "drifting", "third"]);
    expect(blocks.shares).toEqual({ stationary: 3, circular: 3, reason: null });
    expect(blocks.third).toEqual({ stationary: 3, circular: null, reason: null });
    expect([stationaryBlock, circularBlock, aloneBlock]).toEqual([3, 3, 3]);
  });

  it("is the same wherever they were used", () => {
    const { stationary, circular } = blocks.drifting!;
    const pair = found.pair("a", "drifting", 1);
    expect(pair.growthDifference.block).toBe(stationary);
    expect(pair.startDates.block).toBe(stationary);
    expect(pair.sharpeDifference.method).toContain(`${circular} months a block`);
    expect(found.trials.byBenchmark.drifting!.block).toBe(stationary);
    expect(found.fans.map(({ block }) => block)).toEqual([3, stationary, 3]);
    expect(found.pair("third", "drifting", 1).growthDifference.block).toBeNull();
  });

  it("repeats the chosen tests, and those with other blocks, against the first two", () => {
    expect(blockSensitivity.map(({ benchmark }) => benchmark)).toEqual([
      ...new Array(5).fill("shares"),
      ...new Array(5).fill("drifting"),
    ]);
    for (const rival of ["shares", "drifting"]) {
      const [chosen, ...rest] = blockSensitivity.filter(({ benchmark }) => benchmark === rival);
      const { spa, stepdown } = found.trials.byBenchmark[rival]!;
      expect(chosen).toEqual({
        ...{ portfolio: "a", benchmark: rival, isChosen: true, reason: null },
        resamples: found.inference.resamples,
        ...{ stationary: blocks[rival]!.stationary, circular: blocks[rival]!.circular },
        sharpe: found.pair("a", rival, 1).sharpeDifference.p,
        superiorAbility: spa!.consistent,
        stepdown: stepdown.a,
      });
      expect(rest.map(({ stationary }) => stationary)).toEqual([3, 6, 12, 24]);
      expect(rest.map(({ circular }) => circular)).toEqual([3, 6, 12, 24]);
      for (const { sharpe, superiorAbility, stepdown: p } of rest)
        for (const value of [sharpe, superiorAbility, p]) expect(value).toBeGreaterThan(0);
    }
    const [chosen, three] = blockSensitivity;
    expect({ ...three, isChosen: true }).toEqual(chosen);
  });

  it("has a reason for blocks that the record does not bear", () => {
    const short = inWorld({
      strategies: { a: calm.slice(0, 30) },
      benchmarks: { shares: other.slice(0, 30) },
      family: { b: slow.slice(0, 30) },
    });
    const rows = short.inference.blockSensitivity.slice(-2);
    for (const { sharpe, superiorAbility, stepdown, reason } of rows) {
      expect([sharpe, superiorAbility, stepdown]).toEqual([null, null, null]);
      expect(reason).toMatch(/are more than a record of 30 bears, which is 10/);
    }
  });
});
