import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parkMiller } from "../../src/inference/random.ts";
import { calendarOf } from "../../src/market/calendar.ts";
import { openPanel, type Panel } from "../../src/market/panel.ts";
import { figuresOnRows } from "../../src/market/publications.ts";
import { viewAt } from "../../src/market/view.ts";
import { change, type Indicator, level, preferred, rate } from "../../src/regime/indicator.ts";
import { markovRule } from "../../src/regime/markov-signals.ts";
import { figure, growth } from "../../src/regime/published.ts";
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
import { dayOf, endOfMonth, formatDay } from "../../src/series/day.ts";
import type { Series } from "../../src/series/series.ts";
import { monthEnds } from "../fixtures/month-ends.ts";
import { seriesOf } from "../series/series-of.ts";

const words = (id: string) => ({ id, title: id, question: "Which?", note: "" });

/** Month-end columns as they stood published. */
const columnsOf = (known: Readonly<Record<string, readonly number[]>>) => {
  const rows = Object.values(known)[0]!.length;
  const days = monthEnds(2000, 1, rows);
  const publications = (id: string) => figuresOnRows(days, known[id]!);
  return { ids: Object.keys(known), days, known: (id: string) => known[id]!, publications };
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
  /** Figures of months from January 2000 on, published a number of days after their months. */
  const figures = (values: readonly number[], lag = 15, every = 1) => ({
    ...seriesOf("cpi", {}),
    days: monthEnds(2000, 1, values.length * every).filter((_, m) => m % every === every - 1),
    values: Float64Array.from(values),
    lag,
  });
  const panelOf = (cpi: Series, days: readonly number[] = monthEnds(2000, 1, 40)) => {
    const spx = { ...seriesOf("spx", {}), days, values: days.map((_, i) => 1 + i) };
    const monthly = days.every((day) => endOfMonth(day) === day);
    const period = { from: days[0]!, to: undefined };
    const calendar = calendarOf(monthly ? "monthly" : "daily", spx, [], [], period);
    return openPanel(calendar, [spx, cpi]);
  };
  const view = (row: number, cpi: Series) => viewAt(panelOf(cpi), row, "test");
  const over = (of: Indicator, row: number, cpi: Series, count = 1) =>
    of.recent(view(row, cpi), count);

  it("compares a figure with that of as many months before its own", () => {
    // At the end of April 2000 the figure of March is known: 104 against January's 101.
    const cpi = figures([101, 103, 104, 109]);
    expect(over(growth("cpi", 2), 3, cpi)).toEqual([104 / 101 - 1]);
    expect(over(growth("cpi", 2), 2, cpi)).toEqual([]);
    expect(over(growth("cpi", 2), 4, cpi, 2)).toEqual([104 / 101 - 1, 109 / 103 - 1]);
  });

  it("takes two equal figures for two, not for one carried over", () => {
    const cpi = figures([100, 101, 103, 103, 103]);
    expect(over(growth("cpi", 2), 5, cpi, 3)).toEqual([103 / 100 - 1, 103 / 101 - 1, 0]);
  });

  it("stays what it was while the next figure is awaited", () => {
    const cpi = figures([101, 103, 104]);
    expect(over(growth("cpi", 2), 5, cpi, 3)).toEqual(new Array(3).fill(104 / 101 - 1));
  });

  it("is not known once the next figure is 45 days overdue", () => {
    // March's came on 15 April and May's would have on 15 May: on 29 June it is 45 days late.
    const cpi = figures([101, 103, 104]);
    expect(over(growth("cpi", 2), 6, cpi, 4)).toEqual([]);
    expect(over(figure("cpi"), 6, cpi)).toEqual([]);
  });

  it("reads no figure before its publication, whatever is published later", () => {
    const values = [100, 101, 103, 104, 90, 200];
    const late = figures(values, 45);
    // At the end of May a lag of 45 days gives March; were it ignored, May would be read.
    expect(over(growth("cpi", 2), 4, late)).toEqual([103 / 100 - 1]);
    for (let row = 0; row < 12; row += 1) {
      const known = values.filter((_, m) => late.days[m]! + 45 <= panelOf(late).days[row]!);
      const cut = figures(known, 45);
      expect(over(growth("cpi", 2), row, late, 9)).toEqual(over(growth("cpi", 2), row, cut, 9));
      const day = panelOf(late).days[row]!;
      const { published, values: seen } = view(row, late).published("cpi");
      expect(Array.from(seen)).toEqual(known);
      expect(Array.from(published).every((one) => one <= day)).toBe(true);
    }
  });

  it("compares quarters with quarters, from the day on which each is known", () => {
    // Quarters that end in March, June, September 2000, known 60 days later.
    const gdp = figures([100, 102, 103], 60, 3);
    const byRow = [7, 8, 9, 10].map((row) => over(growth("cpi", 3), row, gdp)[0]);
    expect(byRow).toEqual([102 / 100 - 1, 102 / 100 - 1, 102 / 100 - 1, 103 / 102 - 1]);
    expect(over(growth("cpi", 1), 11, gdp)).toEqual([]);
  });

  it("of figures themselves goes back by their months, quarters too", () => {
    const gdp = figures([100, 102, 103], 60, 3);
    expect(over(figure("cpi"), 8, gdp, 3)).toEqual([100, 102, 102]);
    expect(over(change(figure("cpi"), 3), 10, gdp, 2)).toEqual([2, 1]);
  });

  it("without the figure of the month before stays what it was", () => {
    const cpi = figures([100, Number.NaN, 103, 104, 106]);
    // March against January; April has no February to compare with; May against March.
    expect([4, 5].map((row) => over(growth("cpi", 2), row, cpi)[0])).toEqual([
      103 / 100 - 1,
      106 / 103 - 1,
    ]);
    const filled = { ...figures([100, 101.5, 103, 104, 106]), filled: [cpi.days[1]!] };
    expect(over(growth("cpi", 2), 4, filled)).toEqual([103 / 100 - 1]);
  });

  it("rises or falls by the months of its figures, also where one came late", () => {
    // July's figure comes in mid October: at the end of August June's still stands, against April's.
    const cpi = figures([100, 101, 103, 106, 110, 115, 121, 128, 136]);
    const known = Array.from(cpi.days, (day, m) => (m === 6 ? day + 75 : day + 15));
    const late = { ...cpi, known };
    const june = 115 / 110 - 1 - (106 / 103 - 1);
    expect(over(change(growth("cpi", 1), 2), 7, late)[0]).toBeCloseTo(june, 15);
    expect(over(growth("cpi", 1), 7, late, 3)).toEqual([
      110 / 106 - 1,
      115 / 110 - 1,
      115 / 110 - 1,
    ]);
  });

  it("is the same on monthly and on daily rows", () => {
    const cpi = figures([100, 101, 103, 103, 103, 107, 106, 109, 111, 112]);
    const daily = Array.from({ length: 400 }, (_, i) => dayOf(2000, 1, 1) + i);
    const ends = monthEnds(2000, 1, 12);
    const rule = rising({ ...words("up"), of: growth("cpi", 2), over: 3 });
    const byDay = panelOf(cpi, daily);
    const byMonth = panelOf(cpi, ends);
    const label = (columns: Panel, day: number) =>
      rule.at(viewAt(columns, Array.from(columns.days).indexOf(day), "test"));
    const labels = ends.map((day) => label(byMonth, day));
    expect(ends.map((day) => label(byDay, day))).toEqual(labels);
    // June's 107/103 against March's 103/100, July's 106/103 against April's 103/101, and so on.
    expect(labels.slice(5)).toEqual([
      ...[undefined, "rising", "rising", "rising", "rising", "falling", "falling"],
    ]);
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

  it("take titles of their own, and refuse one of a label that they do not have", () => {
    const two = { a: level("gold"), b: level("spx") };
    const titles = { greater: "Gold is dearer" };
    expect(greater({ ...words("two"), ...two, titles }).labels).toEqual([
      { id: "greater", title: "Gold is dearer" },
      { id: "not-greater", title: "Not greater" },
    ]);
    const wrong = { graeter: "Gold is dearer" } as object;
    expect(() => greater({ ...words("two"), ...two, titles: wrong })).toThrow(
      'regime two: titles: unknown label "graeter"; did you mean "greater"?',
    );
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

  it("learns from a month on that is stated, whatever lies before it", () => {
    const begin = monthEnds(2000, 1, 25).at(-1)!;
    const from = formatDay(begin);
    const late = markovRule({ ...words("markov"), of: "gold", from, uniform: () => parkMiller(1) });
    const other = gold.map((price, t) => (t < 24 ? 50 + 40 * (t % 2) : price));
    expect(labelsOf(late, { gold })).toEqual(labelsOf(late, { gold: other }));
    expect(labelsOf(rule, { gold })).not.toEqual(labelsOf(rule, { gold: other }));
    const wrong = () =>
      markovRule({ ...words("markov"), of: "gold", from: "1962", uniform: () => parkMiller(1) });
    expect(wrong).toThrow('regime markov: from: "1962" is not a calendar day');
  });

  it("answers the same in any order of asking", () => {
    const columns = columnsOf({ gold });
    const rows = [119, 80, 100, 80, 119];
    const asked = rows.map((row) => rule.at(viewAt(columns, row, "test")));
    const inOrder = labelsOf(rule, { gold });
    expect(asked).toEqual(rows.map((row) => inOrder[row]));
  });
});
