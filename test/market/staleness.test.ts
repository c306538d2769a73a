import { describe, expect, it } from "vitest";
import { calendarOf } from "../../src/market/calendar.ts";
import { openPanel } from "../../src/market/panel.ts";
import { viewAt } from "../../src/market/view.ts";
import { type Day, formatDay, parseDay, weekdayOf } from "../../src/series/day.ts";
import type { Series } from "../../src/series/series.ts";
import { monthEnds } from "../fixtures/month-ends.ts";
import { seriesOf } from "../series/series-of.ts";

const start = parseDay("2009-01-02", "test");
/** Trading days of fourteen months: all but weekends. */
const trading = Array.from({ length: 424 }, (_, i) => start + i).filter(
  (day) => weekdayOf(day) % 6 !== 0,
);
const quoted = (id: string, days: readonly Day[], more: Partial<Series> = {}) => ({
  ...seriesOf(id, {}, more),
  days,
  values: Float64Array.from(days, (_, i) => 100 + i),
});
const panelOf = (frequency: "daily" | "monthly", days: readonly Day[], ...all: Series[]) => {
  const master = quoted("spx", days);
  const period = { from: days[0]!, to: undefined };
  return openPanel(calendarOf(frequency, master, [], [], period), [master, ...all]);
};
const months = monthEnds(2009, 1, 14);
const figures = (more: Partial<Series>, count = 14) =>
  quoted("m2", monthEnds(2008, 11, count), { period: "month", kind: "amount", ...more });

describe("what a view carries on", () => {
  it("a daily price for five trading days, and then nothing", () => {
    const ended = quoted("gold", trading.slice(0, 11));
    const panel = panelOf("daily", trading, ended);
    const at = (row: number) => viewAt(panel, row, "test");
    expect(at(15).price("gold")).toBe(110);
    expect(at(16).knows("gold")).toBe(false);
    expect(() => at(16).price("gold")).toThrow('fewer than 1 values of "gold" are known');
    expect(at(15).knows("gold", 16)).toBe(true);
    expect(Array.from(at(16).monthEnds("gold", 2))).toEqual([]);
  });

  it("a monthly price not at all, and nothing over what the catalog masks", () => {
    const values = months.map((_, m) => (m > 2 && m < 6 ? Number.NaN : m));
    const masked = { ...quoted("dgs30", months), values: Float64Array.from(values) };
    const panel = panelOf("monthly", months, masked);
    const knows = [2, 3, 5, 6].map((row) => viewAt(panel, row, "test").knows("dgs30"));
    expect(knows).toEqual([true, false, false, true]);
    expect(() => viewAt(panel, 6, "test").history("dgs30", 2)).toThrow("fewer than 2 values");
  });

  it("a published figure until the next is 45 days overdue", () => {
    // November and December 2008 alone; that of January was due on 15 February.
    const panel = panelOf("daily", trading, figures({ lag: 15 }, 2));
    const known = trading.filter((_, row) => viewAt(panel, row, "test").knows("m2"));
    expect(formatDay(known.at(-1)!)).toBe("2009-04-01");
  });
});

describe("a figure that waits for the end of a month", () => {
  const money = figures({ lag: 28, usableAtMonthEnd: 1 });

  it("is used from the last trading day of it, and from no day before", () => {
    // The last trading day of February 2009 is the 27th; 28 days after January is the 28th.
    const panel = panelOf("daily", trading, money);
    const on = (day: string) =>
      viewAt(panel, trading.indexOf(parseDay(day, "test")), "test").price("m2");
    expect([on("2009-02-26"), on("2009-02-27")]).toEqual([101, 102]);
    const { published } = viewAt(panel, trading.length - 1, "test").published("m2");
    expect(published[2]).toBe(parseDay("2009-02-27", "test"));
  });

  it("is the same at each month-end in monthly and in daily runs", () => {
    const daily = panelOf("daily", trading, money);
    const monthly = panelOf("monthly", months, money);
    for (const [m, end] of months.slice(0, 13).entries()) {
      const row = trading.findLastIndex((day) => day <= end);
      const seen = (panel: typeof daily, at: number) => {
        const { periods, values } = viewAt(panel, at, "test").published("m2");
        return [Array.from(periods), Array.from(values), viewAt(panel, at, "test").price("m2")];
      };
      expect(seen(daily, row)).toEqual(seen(monthly, m));
    }
  });

  it("waits on where the calendar breaks off before the end of its month", () => {
    const cut = trading.filter((day) => day <= parseDay("2009-02-20", "test"));
    const panel = panelOf("daily", cut, money);
    expect(viewAt(panel, cut.length - 1, "test").price("m2")).toBe(101);
  });
});

describe("a formula through a view", () => {
  const gold = quoted(
    "gold",
    trading.filter((_, row) => row % 7 !== 3),
  );
  const ratio: Series = {
    ...quoted("spxGold", gold.days),
    inputs: ["spx", "gold"],
    byRow: (columns, rows) =>
      Float64Array.from({ length: rows }, (_, row) => columns.spx![row]! / columns.gold![row]!),
  };

  it("is made of what is known of each leg, on days that one of them lacks too", () => {
    const panel = panelOf("daily", trading, gold, ratio);
    for (const row of trading.keys()) {
      const view = viewAt(panel, row, "test");
      expect(view.price("spxGold")).toBe(view.price("spx") / view.price("gold"));
      expect(Array.from(view.published("spxGold", 1).values)).toEqual([view.price("spxGold")]);
    }
  });

  it("waits for a lag of its own", () => {
    const panel = panelOf("daily", trading, gold, { ...ratio, lag: 3 });
    expect(viewAt(panel, 0, "test").knows("spxGold")).toBe(false);
  });
});

describe("what was known only afterwards", () => {
  it("is refused to every reader of a view, with the reason", () => {
    const recession = { ...figures({ hindsight: "it is dated later" }), id: "recession" };
    const panel = panelOf("monthly", months, recession);
    const view = viewAt(panel, 5, "regime slump");
    const why = 'regime slump: "recession" was not known at the time (it is dated later)';
    expect(() => view.price("recession")).toThrow(why);
    expect(() => view.knows("recession")).toThrow(why);
    expect(() => view.published("recession")).toThrow(why);
    expect(() => view.monthEnds("recession", 2)).toThrow(why);
  });
});
