import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parkMiller } from "../../src/inference/random.ts";
import { viewAt } from "../../src/market/view.ts";
import { growth, level, preferred, rate } from "../../src/regime/indicator.ts";
import { markovRule } from "../../src/regime/markov-signals.ts";
import type { CausalRegime } from "../../src/regime/rule.ts";
import {
  aboveAverage,
  correlationSign,
  drawdownState,
  greater,
  negative,
  quadrant,
  rising,
} from "../../src/regime/rules.ts";
import { monthEnds } from "../fixtures/month-ends.ts";

const words = (id: string) => ({ id, title: id, question: "Which?", note: "" });

/** Month-end columns as they stood published. */
const columnsOf = (known: Readonly<Record<string, readonly number[]>>) => {
  const rows = Object.values(known)[0]!.length;
  return {
    ids: Object.keys(known),
    days: monthEnds(2000, 1, rows),
    known: (id: string) => known[id]!,
  };
};
const labelsOf = (rule: CausalRegime, known: Readonly<Record<string, readonly number[]>>) => {
  const columns = columnsOf(known);
  return columns.days.map((_, row) => rule.at(viewAt(columns, row, "test")));
};

describe("aboveAverage", () => {
  const trend = aboveAverage({ ...words("trend"), of: "gold", months: 3 });

  it("compares with the mean of the last month-ends, the present one among them", () => {
    // Means from the third on: 11, 11, 10.
    expect(labelsOf(trend, { gold: [10, 11, 12, 10, 8] })).toEqual([
      undefined,
      undefined,
      "above",
      "below",
      "below",
    ]);
  });

  it("is not above an average that it equals", () => {
    expect(labelsOf(trend, { gold: [5, 5, 5, 5] }).at(-1)).toBe("below");
  });

  it("stays what it was inside the corridor", () => {
    const slow = aboveAverage({ ...words("slow"), of: "gold", months: 2, band: 0.02 });
    // Against their means: +4.8 %, -0.5 %, -4.9 %, +0.6 %, 0.
    const gold = [10, 11, 10.89, 9.87, 9.99, 9.99];
    expect(labelsOf(slow, { gold })).toEqual([
      undefined,
      "above",
      "above",
      "below",
      "below",
      "below",
    ]);
    const quiet = labelsOf(slow, { gold: [10, 10, 10.01] });
    expect(quiet).toEqual([undefined, undefined, undefined]);
  });

  it("finds the last decision however long ago it was", () => {
    const slow = aboveAverage({ ...words("slow"), of: "gold", months: 2, band: 0.02 });
    const gold = [10, 12, ...new Array(100).fill(12)];
    expect(labelsOf(slow, { gold }).at(-1)).toBe("above");
  });

  it("counts rows where it is told to", () => {
    const columns = { ...columnsOf({ gold: [10, 11, 12, 10, 8] }), days: [10, 11, 12, 13, 14] };
    const daily = aboveAverage({ ...words("daily"), of: "gold", rows: 3 });
    const at = (row: number) => daily.at(viewAt(columns, row, "test"));
    expect([0, 1, 2, 3, 4].map(at)).toEqual([undefined, undefined, "above", "below", "below"]);
    const banded = aboveAverage({ ...words("banded"), of: "gold", rows: 3, band: 0.05 });
    const slow = (row: number) => banded.at(viewAt(columns, row, "test"));
    expect([2, 3, 4].map(slow)).toEqual(["above", "below", "below"]);
  });

  it("is the same whatever comes later", () => {
    const prices = fc.array(fc.double({ min: 1, max: 9, noNaN: true }), { minLength: 8 });
    const banded = aboveAverage({ ...words("banded"), of: "gold", months: 3, band: 0.05 });
    fc.assert(
      fc.property(prices, prices, (past, future) => {
        const whole = labelsOf(banded, { gold: [...past, ...future] });
        expect(whole.slice(0, past.length)).toEqual(labelsOf(banded, { gold: past }));
      }),
    );
  });
});

describe("growth", () => {
  const view = (values: readonly number[]) => {
    const columns = columnsOf({ cpi: values });
    return viewAt(columns, values.length - 1, "test");
  };

  it("compares a figure with the one published as many months before", () => {
    expect(growth("cpi", 2).recent(view([100, 101, 103, 104]), 1)[0]).toBeCloseTo(
      104 / 101 - 1,
      15,
    );
    expect(growth("cpi", 2).recent(view([100, 101]), 1)).toEqual([]);
  });

  it("stays what it was while the next figure is awaited", () => {
    expect(growth("cpi", 2).recent(view([100, 101, 103, 104, 104]), 2)).toEqual([
      104 / 101 - 1,
      104 / 101 - 1,
    ]);
  });

  it("compares quarters with quarters", () => {
    const quarters = [100, 100, 100, 102, 102, 102, 103, 103, 103];
    const recent = growth("cpi", 3).recent(view(quarters), 3);
    for (const value of recent) expect(value).toBeCloseTo(103 / 102 - 1, 15);
  });
});

describe("the other rules", () => {
  it("tell a negative rate, and take the better series from where it is known", () => {
    const real = negative({
      ...words("real"),
      of: preferred(rate("dfii10"), rate("dgs10")),
    });
    const unknown = Number.NaN;
    const known = { dfii10: [unknown, unknown, -1, 0], dgs10: [-2, 3, 3, 3] };
    expect(labelsOf(real, known)).toEqual(["negative", "positive", "negative", "positive"]);
  });

  it("tell which of two is greater", () => {
    const one = greater({ ...words("one"), a: level("gold"), b: level("spx") });
    expect(labelsOf(one, { gold: [1, 2, 3], spx: [2, 2, 2] })).toEqual([
      "not-greater",
      "not-greater",
      "greater",
    ]);
  });

  it("tell a drawdown of more than a fifth from the high of some months", () => {
    const deep = drawdownState({ ...words("deep"), of: "spx", months: 3, depth: 0.2 });
    // From highs of 100, 100, 100, 90.
    expect(labelsOf(deep, { spx: [90, 95, 100, 80, 79, 75] }).slice(2)).toEqual([
      "near-high",
      "near-high",
      "drawdown",
      "near-high",
    ]);
  });

  it("tell whether an indicator rises, and the four quadrants", () => {
    const up = rising({ ...words("up"), of: level("cpi"), over: 2 });
    expect(labelsOf(up, { cpi: [1, 2, 2, 2] })).toEqual([
      undefined,
      undefined,
      "rising",
      "falling",
    ]);
    const four = quadrant({
      ...words("four"),
      growth: level("gdp"),
      inflation: level("cpi"),
      over: 1,
    });
    const known = { gdp: [1, 2, 3, 2, 1], cpi: [1, 2, 1, 2, 1] };
    expect(labelsOf(four, known)).toEqual([
      undefined,
      "both-up",
      "growth-up",
      "inflation-up",
      "both-down",
    ]);
  });

  it("tell the sign of a correlation, and nothing where one side stands still", () => {
    const sign = correlationSign({ ...words("sign"), a: "spx", b: "longBond", months: 3 });
    const spx = [100, 110, 100, 120, 100, 130];
    expect(labelsOf(sign, { spx, longBond: spx }).slice(2)).toEqual([
      undefined,
      "positive",
      "positive",
      "positive",
    ]);
    const apart = spx.map((price) => 1 / price);
    expect(labelsOf(sign, { spx, longBond: apart }).at(-1)).toBe("negative");
    expect(labelsOf(sign, { spx, longBond: spx.map(() => 5) }).at(-1)).toBeUndefined();
  });

  it("refuse counts that are none", () => {
    expect(() => aboveAverage({ ...words("t"), of: "gold", months: 0 })).toThrow(
      'mean of "gold": got 0; give a whole number from 1',
    );
    expect(() => drawdownState({ ...words("t"), of: "spx", months: 12, depth: 20 })).toThrow(
      "depth: got 20; give a number from 0 to 1",
    );
    expect(() => aboveAverage({ ...words("t"), of: "gold", months: 9, band: -1 })).toThrow("band");
  });
});

describe("markovRule", () => {
  const uniform = parkMiller(5);
  const gold = Array.from({ length: 120 }, () => 100);
  for (let t = 1; t < gold.length; t += 1)
    gold[t] = gold[t - 1]! * Math.exp((t % 40 < 20 ? 0.01 : 0.08) * (uniform() - 0.5));
  const rule = markovRule({ ...words("markov"), of: "gold", uniform: () => parkMiller(1) });

  it("tells calm from turbulence, after five years and on past data alone", () => {
    const labels = labelsOf(rule, { gold });
    expect(labels.slice(0, 72).every((label) => label === undefined)).toBe(true);
    const told = labels.slice(72).map((label) => label === "turbulent");
    const right = told.filter((one, i) => one === (72 + i) % 40 >= 20).length;
    expect(right / told.length).toBeGreaterThan(0.8);
    expect(labelsOf(rule, { gold: gold.slice(0, 90) })).toEqual(labels.slice(0, 90));
  });

  it("answers the same in any order of asking", () => {
    const columns = columnsOf({ gold });
    const rows = [119, 80, 100, 80, 119];
    const asked = rows.map((row) => rule.at(viewAt(columns, row, "test")));
    const inOrder = labelsOf(rule, { gold });
    expect(asked).toEqual(rows.map((row) => inOrder[row]));
  });
});
