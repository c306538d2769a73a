import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, formatDay, readDay } from "../../src/series/day.ts";
import { readPlain } from "../../src/series/plain-csv.ts";

const read = (text: string) => readPlain(text, (_, at) => at === 0);
const table = (cells: string) => read(`date,a\n2020-01-31,${cells}\n`);

test("days and numbers by column, blanks not known, with or without a last line feed", () => {
  const days = [readDay("2020-01-31"), readDay("2020-02-29")];
  for (const end of ["", "\n"]) {
    const found = read(`date,a,b\n2020-01-31,1.5,\n2020-02-29,,-.25${end}`);
    expect(found?.names).toEqual(["date", "a", "b"]);
    expect(found?.columns.map((column) => Array.from(column))).toEqual([
      days,
      [1.5, Number.NaN],
      [Number.NaN, -0.25],
    ]);
  }
});

test("a declared day column is read as days", () => {
  const found = readPlain("date,seen\n2020-01-31,2020-02-05\n", () => true);
  expect(formatDay(found!.columns[1]![0]!)).toBe("2020-02-05");
});

test.each([
  ["a quote", 'date,a\n2020-01-31,"1"\n'],
  ["a carriage return", "date,a\r\n2020-01-31,1\r\n"],
  ["a byte order mark", "\uFEFFdate,a\n2020-01-31,1\n"],
  ["a blank around a number", "date,a\n2020-01-31, 1\n"],
  ["an exponent", "date,a\n2020-01-31,1e3\n"],
  ["a sign alone", "date,a\n2020-01-31,-\n"],
  ["a point alone", "date,a\n2020-01-31,.\n"],
  ["two points", "date,a\n2020-01-31,1.2.3\n"],
  ["a word", "date,a\n2020-01-31,ND\n"],
  ["a number beyond all doubles", `date,a\n2020-01-31,${"9".repeat(400)}\n`],
  ["a day that does not exist", "date,a\n2021-02-29,1\n"],
  ["a month that does not exist", "date,a\n2021-13-01,1\n"],
  ["a day written otherwise", "date,a\n2020/01/31,1\n"],
  ["a year that dates are read otherwise in", "date,a\n0099-01-31,1\n"],
  ["no day", "date,a\n,1\n"],
  ["days that do not ascend", "date,a\n2020-01-31,1\n2020-01-31,2\n"],
  ["a row too short", "date,a,b\n2020-01-31,1\n"],
  ["a row too long", "date,a\n2020-01-31,1,2\n"],
  ["an empty line", "date,a\n2020-01-31,1\n\n2020-02-29,2\n"],
  ["empty lines at the end", "date,a\n2020-01-31,1\n\n"],
  ["one column", "date\n2020-01-31\n"],
  ["two columns of one name", "date,a,a\n2020-01-31,1,2\n"],
  ["a column without a name", "date,\n2020-01-31,1\n"],
  ["no rows", "date,a\n"],
  ["nothing", ""],
])("%s is left to the reader of every shape", (_, text) => {
  expect(read(text)).toBeUndefined();
});

test("any decimal is the double that Number makes of it, its sign of zero included", () => {
  const digits = (most: number) => fc.stringMatching(new RegExp(`^\\d{0,${most}}$`));
  fc.assert(
    fc.property(fc.constantFrom("", "-"), digits(25), digits(25), (sign, whole, decimals) => {
      fc.pre(whole + decimals !== "");
      const text = `${sign}${whole}.${decimals}`;
      expect(table(text)?.columns[1]?.[0]).toBe(Number(text));
    }),
  );
});

test("any table that is written plainly is read as the parser of every shape reads it", () => {
  const value = fc.oneof(
    fc.constant(""),
    fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((x) => x.toFixed(4)),
  );
  const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), value, value), { minLength: 1 });
  fc.assert(
    fc.property(rows, (steps) => {
      let day = dayOf(1990, 1, 1);
      const lines = steps.map(([step, ...cells]) => {
        day += step;
        return [formatDay(day), ...cells].join();
      });
      const text = `date,a,b\n${lines.join("\n")}\n`;
      const cells = (parse(text) as string[][]).slice(1);
      const numbers = (at: number) =>
        cells.map((row) => (row[at] === "" ? Number.NaN : Number(row[at])));
      expect(read(text)?.columns.map((column) => Array.from(column))).toEqual([
        cells.map(([date]) => readDay(date!)),
        numbers(1),
        numbers(2),
      ]);
    }),
  );
});
