import { describe, expect, it } from "vitest";
import { contest, contestsAgainst } from "../../src/inference/contest.ts";
import { blockDraws } from "../../src/inference/draws.ts";
import { realityCheck, superiorAbility } from "../../src/inference/reality-check.ts";
import { unknown } from "../../src/input/unknown.ts";
import { excessOver } from "../../src/measure/sample.ts";
import { spa5 } from "../fixtures/spa5.ts";
import { answerOf, reasonOf } from "./answers.ts";

const [first, second, ...variants] = spa5();
const benchmarks = [first!, second!];
const resampling = () => ({
  draws: blockDraws({ kind: "stationary", length: first!.length, meanBlock: 5, seed: 2 }),
  restart: 1 / 5,
  resamples: 99,
});

describe("one contest for each of two benchmarks", () => {
  it("is what each would be by itself", () => {
    const together = contestsAgainst(benchmarks, variants, resampling()).map(answerOf);
    for (const [b, benchmark] of benchmarks.entries()) {
      const differences = variants.map((variant) => excessOver(variant, benchmark));
      const alone = answerOf(contest(differences, resampling()));
      expect(together[b]!.means).toEqual(alone.means);
      expect(together[b]!.deviations).toEqual(alone.deviations);
      for (const [i, shift] of alone.shifts.entries())
        expect(together[b]!.shifts[i]).toBeCloseTo(shift, 14);
      expect(realityCheck(together[b]!).p).toBe(realityCheck(alone).p);
      expect(superiorAbility(together[b]!)).toEqual(superiorAbility(alone));
    }
  });

  it("leaves out a variant that is its benchmark, and only there", () => {
    const [one, other] = contestsAgainst(benchmarks, [first!, ...variants], resampling());
    expect(answerOf(one!).entered).toEqual([1, 2, 3]);
    expect(answerOf(other!).entered).toEqual([0, 1, 2, 3]);
  });

  it("says why there is none", () => {
    const short = { ...resampling(), draws: unknown("too short") };
    expect(contestsAgainst(benchmarks, variants, short).map(reasonOf)).toEqual([
      "too short",
      "too short",
    ]);
    const [twin] = contestsAgainst([first!], [first!], resampling());
    expect(reasonOf(twin!)).toBe("no variant ever differs from the benchmark");
  });
});
