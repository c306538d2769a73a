import { describe, expect, it } from "vitest";
import {
  adjustedCorrelation,
  conditionalCorrelations,
} from "../../src/regime/conditional-correlation.ts";
import { durationsOf, spellsIn } from "../../src/regime/labelled.ts";
import { transitionsOf } from "../../src/regime/phases.ts";

const labelled = (...of: number[]) => ({
  id: "test",
  labels: ["up", "down"],
  of: Int16Array.from(of),
});

describe("spellsIn", () => {
  it("joins neighbours of one label and leaves out what has none", () => {
    expect(spellsIn(labelled(-1, 0, 0, 1, -1, 1))).toEqual([
      { label: "up", from: 1, to: 3 },
      { label: "down", from: 3, to: 4 },
      { label: "down", from: 5, to: 6 },
    ]);
    expect(spellsIn(labelled())).toEqual([]);
  });
});

describe("durationsOf", () => {
  const spells = spellsIn(labelled(0, 0, 1, 0, 0, 0, 0, 1, 0));

  it("counts periods, spells and their lengths", () => {
    expect(durationsOf("up", spells)).toEqual({
      periods: 7,
      share: 7 / 9,
      spells: 3,
      mean: 7 / 3,
      median: 2,
      longest: 4,
      // Six of its periods were followed by another: four by itself, two by the other.
      expected: 3,
    });
  });

  it("agrees with the counts of transitions", () => {
    expect(transitionsOf(["up", "down"], spells)).toEqual({
      up: { up: 4, down: 2 },
      down: { up: 2, down: 0 },
    });
  });

  it("is null for a label that does not occur and for one that was never left", () => {
    expect(durationsOf("down", spellsIn(labelled(0, 0)))).toEqual({
      periods: 0,
      share: 0,
      spells: 0,
      mean: null,
      median: null,
      longest: null,
      expected: null,
    });
    expect(durationsOf("up", spellsIn(labelled(0, 0))).expected).toBeNull();
    expect(durationsOf("up", []).share).toBeNull();
  });
});

describe("adjustedCorrelation", () => {
  it("takes out what a higher variance does to a correlation (Forbes and Rigobon 2002)", () => {
    expect(adjustedCorrelation(0.5, 1)).toBeCloseTo(0.377964473, 9);
    expect(adjustedCorrelation(0.5, 0)).toBe(0.5);
    expect(adjustedCorrelation(0.5, -1)).toBeNull();
    expect(adjustedCorrelation(1, 3)).toBe(1);
  });
});

describe("conditionalCorrelations", () => {
  it("correlates under each label alone", () => {
    const a = [1, 2, 3, 1, 2, 3];
    const b = [1, 2, 3, 3, 2, 1];
    const [up, down] = conditionalCorrelations(a, b, labelled(0, 0, 0, 1, 1, 1));
    expect(up!.correlation).toBeCloseTo(1, 12);
    expect(down!.correlation).toBeCloseTo(-1, 12);
    // Variance 1 under each label, 4/5 over all.
    expect(up!.varianceIncrease).toBeCloseTo(0.25, 12);
  });

  it("is null for too few periods and for a side that stands still", () => {
    const [up, down] = conditionalCorrelations(
      [1, 2, 5, 5, 5],
      [1, 2, 1, 2, 3],
      labelled(0, 0, 1, 1, 1),
    );
    expect(up).toEqual({
      label: "up",
      periods: 2,
      correlation: null,
      varianceIncrease: null,
      adjusted: null,
    });
    expect(down!.correlation).toBeNull();
  });
});
