import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarOf } from "../../src/market/calendar.ts";
import { openPanel } from "../../src/market/panel.ts";
import { figuresOnRows } from "../../src/market/publications.ts";
import { viewAt } from "../../src/market/view.ts";
import { dayOf, monthOf, parseDay } from "../../src/series/day.ts";
import { seriesOf } from "../series/series-of.ts";

const ends = ["2020-01-31", "2020-02-29", "2020-03-31", "2020-04-30"] as const;
const monthly = (values: readonly number[]) =>
  Object.fromEntries(ends.map((end, row) => [end, values[row]!]));
const price = seriesOf("price", monthly([10, 11, 12, 13]));
const money = { ...seriesOf("money", monthly([100, 101, 102, 103])), lag: 28 };
const from = parseDay(ends[0], "test");
const calendar = calendarOf("monthly", price, [], [price], { from, to: undefined });
const panel = openPanel(calendar, [price, money]);
const view = (row: number) => viewAt(panel, row, "trend");

describe("viewAt", () => {
  it("shows a price at its own close", () => {
    expect(view(2).price("price")).toBe(12);
    expect(view(2).day).toBe(parseDay("2020-03-31", "test"));
  });

  it("shows a series with a publication lag as it was last published", () => {
    // February's figure appears 28 days after February ends: on 28 March.
    expect(view(2).price("money")).toBe(101);
    expect(view(1).price("money")).toBe(100);
    expect(view(0).knows("money")).toBe(false);
  });

  it("passes over a value that was filled in from a later one", () => {
    const filled = {
      ...money,
      period: "month" as const,
      lag: 0,
      filled: [parseDay("2020-02-29", "test")],
    };
    const known = openPanel(calendar, [price, filled]);
    expect([0, 1, 2].map((row) => viewAt(known, row, "trend").price("money"))).toEqual([
      100, 100, 102,
    ]);
  });

  it("gives history oldest first, in an array of its own", () => {
    const history = view(2).history("price", 3) as Float64Array;
    expect(Array.from(history)).toEqual([10, 11, 12]);
    expect(history.buffer.byteLength).toBe(3 * 8);
  });

  it("refuses to look back beyond what is known, and names the reader", () => {
    expect(view(2).knows("price", 4)).toBe(false);
    expect(() => view(2).history("price", 4)).toThrow(
      'trend: fewer than 4 values of "price" are known on 2020-03-31; ask knows() first',
    );
  });

  it("gives the same month-ends of daily figures, the present month so far among them", () => {
    const daily = seriesOf("price", {
      "2020-01-30": 9,
      "2020-01-31": 10,
      "2020-02-14": 30,
      "2020-02-28": 11,
      "2020-03-30": 40,
      "2020-03-31": 12,
      "2020-04-02": 50,
    });
    const days = calendarOf("daily", daily, [], [daily], { from: daily.days[0]!, to: undefined });
    const at = (row: number) => viewAt(openPanel(days, [daily]), row, "trend");
    const months = (row: number, count: number) => Array.from(at(row).monthEnds("price", count));
    expect(months(5, 3)).toEqual(Array.from(view(2).monthEnds("price", 3)));
    expect(months(6, 2)).toEqual([12, 50]);
    expect(months(3, 5)).toEqual([10, 11]);
    expect(() => months(3, 0)).toThrow("months is 0; give a whole number from 1");
  });

  it("gives the month-ends that were published by then, and no more than there are", () => {
    expect(Array.from(view(2).monthEnds("money", 10))).toEqual([100, 101]);
    expect(view(0).monthEnds("money", 10)).toHaveLength(0);
  });

  it("finds the ends of months as one who walks back row by row", () => {
    const rows = fc.array(
      fc.record({
        gap: fc.integer({ min: 1, max: 40 }),
        value: fc.oneof(
          { weight: 1, arbitrary: fc.constant(Number.NaN) },
          { weight: 20, arbitrary: fc.integer({ min: 1, max: 9 }) },
        ),
      }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 12 }), (path, count) => {
        let day = dayOf(2020, 1, 1);
        const days = path.map(({ gap }) => (day += gap));
        const values = path.map(({ value }) => value);
        const publications = () => figuresOnRows(days, values);
        const columns = { ids: ["gold"], days, known: () => values, publications };
        for (const row of days.keys()) {
          const ends = [...days.keys()].filter(
            (at) => at === row || (at < row && monthOf(days[at]!) !== monthOf(days[at + 1]!)),
          );
          const last = ends.slice(-count).map((at) => values[at]!);
          const known = last.slice(last.findLastIndex(Number.isNaN) + 1);
          expect(Array.from(viewAt(columns, row, "test").monthEnds("gold", count))).toEqual(known);
        }
      }),
    );
  });

  it("refuses a series that was not declared, with the nearest name", () => {
    expect(() => view(2).price("prize")).toThrow('unknown series "prize"; did you mean "price"?');
  });

  it("refuses a row count that is no count", () => {
    expect(() => view(2).history("price", 0)).toThrow("rows is 0; give a whole number from 1");
    expect(() => view(2).history("price", 1.5)).toThrow("rows is 1.5");
    expect(() => view(2).history("price", -1)).toThrow("rows is -1");
  });
});
