import { describe, expect, it } from "vitest";
import { monthly } from "../../src/backtest/rebalance.ts";
import { strategy, type Weights } from "../../src/backtest/strategy.ts";
import { calendarOf } from "../../src/market/calendar.ts";
import { openPanel } from "../../src/market/panel.ts";
import { type View, viewAt } from "../../src/market/view.ts";
import { bullBear } from "../../src/regime/bull-bear.ts";
import { labelledAfterwards } from "../../src/regime/hindsight.ts";
import { phases } from "../../src/regime/phases.ts";
import { recorded } from "../../src/regime/recorded.ts";
import { regime, statesOf } from "../../src/regime/rule.ts";
import type { Series } from "../../src/series/series.ts";
import { monthEnds } from "../fixtures/month-ends.ts";
import { seriesOf } from "../series/series-of.ts";

const words = { title: "A rule", question: "Which?", note: "" };
const monthlySeries = (id: string, values: readonly number[], more: Partial<Series> = {}) => ({
  ...seriesOf(id, {}, more),
  days: monthEnds(2020, 1, values.length),
  values: Float64Array.from(values),
});
const panelOf = (all: readonly Series[], firstRow = 0) =>
  openPanel(
    calendarOf("monthly", all[0]!, [], [], { from: all[0]!.days[firstRow]!, to: undefined }),
    all,
  );

const cheap = regime({
  id: "cheap",
  ...words,
  labels: [
    { id: "cheap", title: "Cheap" },
    { id: "dear", title: "Dear" },
  ],
  reads: ["gold"],
  label: (view) =>
    view.knows("gold", 2) ? (view.price("gold") < 10 ? "cheap" : "dear") : undefined,
});

describe("regime", () => {
  it("labels the period that follows the close, and none before its look-back is full", () => {
    const periods = statesOf(cheap, panelOf([monthlySeries("gold", [9, 9, 11, 12, 8])]));
    expect(Array.from(periods.of)).toEqual([-1, 0, 1, 1]);
    expect(periods.latest).toBe("cheap");
    expect(periods.causal).toBe(true);
  });

  it("looks back beyond the base row", () => {
    const periods = statesOf(cheap, panelOf([monthlySeries("gold", [9, 9, 11, 12, 8])], 1));
    expect(Array.from(periods.of)).toEqual([0, 1, 1]);
  });

  it("reads what was published by then", () => {
    const late = monthlySeries("gold", [9, 9, 11, 12, 8], { lag: 20 });
    const panel = panelOf([monthlySeries("spx", [1, 1, 1, 1, 1]), late]);
    expect(Array.from(statesOf(cheap, panel).of)).toEqual([-1, -1, 0, 1]);
  });

  it("is asked at month-ends on daily figures too, and holds in between", () => {
    const daily = seriesOf("gold", {
      "2020-01-30": 9,
      "2020-01-31": 12,
      "2020-02-03": 8,
      "2020-02-28": 9,
      "2020-03-02": 20,
      "2020-03-03": 20,
    });
    const calendar = calendarOf("daily", daily, [], [], { from: daily.days[1]!, to: undefined });
    const periods = statesOf(cheap, openPanel(calendar, [daily]));
    expect(Array.from(periods.of)).toEqual([1, 1, 0, 0]);
    expect(periods.latest).toBe("dear");
  });

  it("is asked inside a strategy with the strategy's own view", () => {
    const timed = strategy({
      id: "timed",
      title: "",
      rationale: "",
      assets: ["spx"],
      inputs: [...cheap.reads],
      weights: (view) => (cheap.at(view) === "cheap" ? { spx: 1 } : {}),
      rebalance: monthly,
    });
    const panel = panelOf([
      monthlySeries("spx", [1, 1, 1, 1, 1]),
      monthlySeries("gold", [9, 9, 11, 12, 8]),
    ]);
    const weights = timed.weights as (view: View) => Weights;
    const at = (row: number) => weights(viewAt(panel, row, "timed"));
    expect([0, 1, 2, 3, 4].map(at)).toEqual([{}, { spx: 1 }, {}, {}, { spx: 1 }]);
  });

  it("is a compile error with a label that it does not have, and with an unknown series", () => {
    const view = viewAt(panelOf([monthlySeries("gold", [9, 9])]), 1, "test");
    // @ts-expect-error "chaep" is no label of the rule
    expect(cheap.at(view) === "chaep").toBe(false);
    expect(() =>
      regime({
        id: "wrong",
        ...words,
        labels: cheap.labels,
        reads: ["gold"],
        // @ts-expect-error the rule does not declare spx
        label: (own) => (own.price("spx") > 0 ? "cheap" : "dear"),
      }).at(view),
    ).toThrow('regime wrong: unknown series "spx"');
  });

  it("says whether a label holds, and refuses one that it does not have", () => {
    const view = viewAt(panelOf([monthlySeries("gold", [9, 9])]), 1, "test");
    const early = viewAt(panelOf([monthlySeries("gold", [9, 9])]), 0, "test");
    expect([cheap.is(view, "cheap"), cheap.is(view, "dear")]).toEqual([true, false]);
    expect([cheap.is(early, "cheap"), cheap.is(early, "dear")]).toEqual([false, false]);
    expect(() => cheap.is(view, "chaep" as "cheap")).toThrow(
      'regime cheap: unknown label "chaep"; did you mean "cheap"?',
    );
  });

  it("tells a strategy that did not declare what the rule reads what to write", () => {
    const columns = { ...panelOf([monthlySeries("gold", [9, 9])]), ids: ["spx"] };
    expect(() => cheap.at(viewAt(columns, 1, "timed on 2020-02-29"))).toThrow(
      'regime cheap: reads "gold", which the strategy that asks it does not declare; give that strategy inputs: ["gold"], or [...rule.reads]',
    );
  });

  it("refuses to read nothing: its labels would be dates chosen afterwards", () => {
    const typed = { ...words, id: "typed", labels: cheap.labels, label: () => "cheap" as const };
    expect(() => regime({ ...typed, reads: [] })).toThrow(
      "regime typed: reads nothing, so that its labels are dates chosen by whoever wrote them",
    );
  });

  it("refuses a label that was not declared, and too few of them", () => {
    const view = viewAt(panelOf([monthlySeries("gold", [9, 9])]), 1, "test");
    const labels = [
      { id: "up", title: "" },
      { id: "down", title: "" },
    ] as const;
    const wrong = { id: "wrong", ...words, reads: ["gold"] as const };
    expect(() => regime({ ...wrong, labels, label: () => "upp" as "up" }).at(view)).toThrow(
      'regime wrong: unknown label "upp"; did you mean "up"?',
    );
    expect(() => regime({ ...wrong, labels: labels.slice(0, 1), label: () => "up" })).toThrow(
      "fewer than two labels",
    );
    expect(() => regime({ ...wrong, labels: [labels[0], labels[0]], label: () => "up" })).toThrow(
      '"up" occurs twice',
    );
  });
});

describe("hindsight", () => {
  const dated = phases({
    id: "dated",
    ...words,
    start: "2020-01-01",
    phases: [{ id: "all", title: "", until: null }],
  });
  const markets = bullBear({
    id: "markets",
    ...words,
    of: "spx",
    dating: { by: "lunde-timmermann" },
  });
  const view = viewAt(panelOf([monthlySeries("spx", [1, 1])]), 1, "test");

  it("cannot be asked by a strategy: a compile error, and an error by name without a compiler", () => {
    // @ts-expect-error a hindsight label cannot be read
    expect(() => dated.at(view)).toThrow(
      "dated: its phases were dated by hand, so no strategy may read its labels; use a rule made by regime({...})",
    );
    // @ts-expect-error a hindsight label cannot be read
    expect(() => markets.at(view)).toThrow("markets: its turns are dated from later prices");
    // @ts-expect-error a hindsight label cannot be read
    expect(() => markets.is(view, "bull")).toThrow("so no strategy may read its labels");
    // @ts-expect-error hindsight labels are not those of a rule
    expect(() => statesOf(markets, panelOf([monthlySeries("spx", [1, 1])]))).toThrow(
      "no strategy may read its labels",
    );
  });

  it("labels the period that ends on a row: a bear market begins after its peak", () => {
    const panel = panelOf([monthlySeries("spx", [100, 110, 120, 100, 90, 95, 110])]);
    const { of, labels, causal } = labelledAfterwards(markets, panel);
    expect(Array.from(of, (state) => labels[state])).toEqual([
      ...["bull", "bull", "bear", "bear", "bull", "bull"],
    ]);
    expect(causal).toBe(false);
  });

  it("sees nothing that comes after the end of the run", () => {
    const rows = [100, 110, 120, 100, 90, 95, 110, 130, 60];
    const spx = monthlySeries("spx", rows);
    const until = (last: number) =>
      openPanel(calendarOf("monthly", spx, [], [], { from: spx.days[0]!, to: spx.days[last]! }), [
        spx,
      ]);
    // On the fourth close the fall of a sixth dates the peak; on the third it is not there yet.
    const labelsUntil = (last: number) => Array.from(labelledAfterwards(markets, until(last)).of);
    for (let last = 1; last < rows.length; last += 1) {
      const cut = monthlySeries("spx", rows.slice(0, last + 1));
      expect(labelsUntil(last)).toEqual(Array.from(labelledAfterwards(markets, panelOf([cut])).of));
    }
    expect(labelsUntil(3)).toEqual([0, 0, 1]);
    expect(labelsUntil(2)).toEqual([0, 0]);
  });

  it("has no label where the record has no value", () => {
    const slump = recorded({
      id: "slump",
      ...words,
      of: "recession",
      labels: [
        { id: "expansion", title: "" },
        { id: "recession", title: "" },
      ],
      because: "it was dated later",
    });
    const panel = panelOf([
      monthlySeries("spx", [1, 1, 1, 1]),
      monthlySeries("recession", [0, 0, 1, Number.NaN]),
    ]);
    expect(Array.from(labelledAfterwards(slump, panel).of)).toEqual([0, 1, -1]);
  });
});
