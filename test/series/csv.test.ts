import { expect, test } from "vitest";
import { InputError } from "../../src/input/input-error.ts";
import { columnOf, readTable } from "../../src/series/csv.ts";
import { formatDay } from "../../src/series/day.ts";

function faultsOf(text: string, dayColumns: readonly string[] = []): readonly string[] {
  try {
    readTable(text, "f.csv", dayColumns);
  } catch (error) {
    if (error instanceof InputError) return error.faults;
    throw error;
  }
  return [];
}

test("days and numbers by column; a blank cell is not known, and not zero", () => {
  const table = readTable("date,a,b\n2020-01-31,1.5,\n2020-02-29,,-2e-3\n", "f.csv");
  expect(Array.from(table.days, formatDay)).toEqual(["2020-01-31", "2020-02-29"]);
  expect(Array.from(columnOf(table, "a"))).toEqual([1.5, Number.NaN]);
  expect(Array.from(columnOf(table, "b"))).toEqual([Number.NaN, -0.002]);
});

test("a byte order mark, CRLF, quotes, blank lines and the day 1970-01-01 are fine", () => {
  const table = readTable('\uFEFFdate,a\r\n1970-01-01,"1"\r\n\r\n1970-01-02,2\r\n', "f.csv");
  expect(Array.from(table.days)).toEqual([0, 1]);
  expect(Array.from(columnOf(table, "a"))).toEqual([1, 2]);
});

test("a declared day column is read as days, blank where not known", () => {
  const table = readTable("date,seen\n2020-01-31,2020-02-05\n2020-02-29,\n", "f.csv", ["seen"]);
  const seen = columnOf(table, "seen");
  expect(formatDay(seen[0]!)).toBe("2020-02-05");
  expect(seen[1]).toBeNaN();
});

test.each(["12,3", "0x10", "Infinity", "NaN", "1 000", "1_000", "-", "1e999", "n/a", "1.2.3"])(
  "%s is not a number",
  (cell) => {
    expect(faultsOf(`date,gold\n2020-01-31,"${cell}"\n`)).toEqual([
      `f.csv line 2, column "gold": "${cell}" is not a number; ` +
        "write a plain decimal such as 123.4, or leave it blank",
    ]);
  },
);

test("all faults of a file are reported together, each with its line", () => {
  const faults = faultsOf(
    "date,a\n2020-01-31,x\n2020-02-30,1\n2020-01-30,1\n2020-03-31,1,2\n2020-03-31\n",
  );
  expect(faults).toEqual([
    'f.csv line 2, column "a": "x" is not a number; write a plain decimal such as 123.4, or leave it blank',
    'f.csv line 3, column "date": "2020-02-30" is not a calendar day; write YYYY-MM-DD',
    "f.csv line 4: 2020-01-30 does not come after 2020-01-31; write each day once, in ascending order",
    "f.csv line 5: 3 cells where the header has 2; write one cell for each column, blank where nothing is known",
    "f.csv line 6: 1 cells where the header has 2; write one cell for each column, blank where nothing is known",
  ]);
});

test("a day twice is a fault", () => {
  expect(faultsOf("date,a\n2020-01-31,1\n2020-01-31,1\n")[0]).toContain("does not come after");
});

test("a blank day in the first column is a fault", () => {
  expect(faultsOf("date,a\n,1\n")[0]).toContain('"" is not a calendar day');
});

test("more than 20 faults are cut, and the rest counted", () => {
  const rows = Array.from(
    { length: 25 },
    (_, at) => `2020-01-${String(at + 1).padStart(2, "0")},x`,
  );
  const faults = faultsOf(`date,a\n${rows.join("\n")}\n`);
  expect(faults).toHaveLength(21);
  expect(faults.at(-1)).toBe("f.csv: and 5 more faults of this file");
});

test("a header is required, its names present and distinct", () => {
  expect(faultsOf("")[0]).toContain("no rows");
  expect(faultsOf("date,a\n")[0]).toContain("no rows");
  expect(faultsOf("date,a,a\n2020-01-31,1,2\n")[0]).toContain('two columns are named "a"');
  expect(faultsOf("date,\n2020-01-31,1\n")[0]).toContain("column 2 has no name");
});

test("an open quote is a fault of the user, not a crash", () => {
  expect(faultsOf('date,a\n2020-01-31,"1\n')[0]).toContain("f.csv: not readable as CSV");
});

test("a missing column names the nearest", () => {
  const table = readTable("date,close\n2020-01-31,1\n", "SPX.csv");
  expect(() => columnOf(table, "clsoe")).toThrow(
    'SPX.csv: unknown column "clsoe"; did you mean "close"?',
  );
});
