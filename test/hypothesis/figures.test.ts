import { beforeAll, describe, expect, it } from "vitest";
import { type Figures, pathAlong } from "../../src/hypothesis/figures.ts";
import { NotCovered } from "../../src/hypothesis/not-covered.ts";
import type { Path } from "../../src/hypothesis/path.ts";
import { formatDay } from "../../src/series/day.ts";
import { type Formula, formulaCompiler } from "../../src/series/formula.ts";
import type { Series } from "../../src/series/series.ts";
import { seriesOf } from "../series/series-of.ts";

let compile: (text: string) => Formula;
beforeAll(async () => {
  compile = await formulaCompiler();
});

const shares = seriesOf("shares", { "2020-01-31": 100, "2020-02-28": 90 });
const onDays = seriesOf("sharesOnDays", { "2020-02-12": 120 });
const high = seriesOf("sharesHigh", { "2020-01-17": 110, "2020-02-19": 130 });
const low = seriesOf("sharesLow", { "2020-01-06": 95, "2020-02-28": 90 });
const gold = seriesOf("gold", { "2020-01-31": 10, "2020-02-28": 9 });

const figuresOf = (...series: readonly Series[]): Figures => ({
  series: new Map(series.map((one) => [one.id, one])),
  daily: null,
  closes: {
    onDays: { shares: "sharesOnDays" },
    extremes: { shares: { high: "sharesHigh", low: "sharesLow" } },
  },
  absent: new Map([["absent", "figures of nothing (file NOTHING.csv)"]]),
});
const all = figuresOf(shares, onDays, high, low, gold);
const rowsOf = (path: Path) =>
  Array.from(path.days, (day, row) => [formatDay(day), path.values[row]]);

describe("the closes that shipped figures hold", () => {
  it("are month-ends, named days and the extremes of months, in the order of their days", () => {
    const path = pathAlong(all, compile("shares"), "daily");
    expect(path.grain).toBe("sparse");
    expect(rowsOf(path)).toEqual([
      ["2020-01-06", 95],
      ["2020-01-17", 110],
      ["2020-01-31", 100],
      ["2020-02-12", 120],
      ["2020-02-19", 130],
      ["2020-02-28", 90],
    ]);
  });

  it("have no extremes where none are shipped of the formula, and answer no question of them", () => {
    const path = pathAlong(all, compile("shares / gold"), "daily");
    expect(path.grain).toBe("named");
    expect(rowsOf(path)).toEqual([
      ["2020-01-31", 10],
      ["2020-02-28", 10],
    ]);
    expect(() => path.maximum()).toThrow(NotCovered);
    expect(path.at("2020-01-31").value).toBe(10);
  });
});

describe("months", () => {
  it("are the last close of each month that has ended, of all series together", () => {
    const more = seriesOf("gold", { "2020-01-31": 10, "2020-02-28": 9, "2020-03-04": 8 });
    expect(rowsOf(pathAlong(figuresOf(shares, more), compile("shares / gold"), "monthly"))).toEqual(
      [
        ["2020-01-31", 10],
        ["2020-02-29", 10],
      ],
    );
    expect(rowsOf(pathAlong(figuresOf(more), compile("gold"), "monthly"))).toHaveLength(2);
  });

  it("of amounts are those of the figures, which do not wait for a month to end", () => {
    const rate = seriesOf("rate", { "2019-01-01": 5, "2020-01-01": 6 }, { kind: "amount" });
    expect(rowsOf(pathAlong(figuresOf(rate), compile("rate"), "monthly"))).toEqual([
      ["2019-01-31", 5],
      ["2020-01-31", 6],
    ]);
  });
});

it("a series that is absent is named with the file that would bring it", () => {
  expect(() => pathAlong(all, compile("absent / gold"), "monthly")).toThrow(
    new NotCovered("not at hand: figures of nothing (file NOTHING.csv)", [
      "figures of nothing (file NOTHING.csv)",
    ]),
  );
});
