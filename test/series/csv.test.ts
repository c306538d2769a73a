import { expect, test } from "vitest";
import { InputError } from "../../src/input/input-error.ts";
import { columnOf, readTable, readWithFaults } from "../../src/series/csv.ts";
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

test("cells that look alike are one fault that says what they look like and what to write", () => {
  const file = (rows: readonly string[]) => faultsOf(`date,gold\n${rows.join("\n")}\n`);
  expect(file(['2020-01-31,"12,3"', '2020-02-29,"1.234,5"', '2020-03-31,"13,25"'])).toEqual([
    'f.csv line 2, column "gold": "12,3" and 2 more cells: numbers have a comma before their decimals; ' +
      "write a point, and nothing between thousands",
  ]);
  expect(file(["31.01.2020,1", "29.02.2020,2"])).toEqual([
    'f.csv line 2, column "date": "31.01.2020" and 1 more cell: days are written day first; write YYYY-MM-DD',
  ]);
  expect(file(["1/31/2020,1", "2/29/2020,2"])[0]).toContain("days are written month first");
  expect(file(["1/2/2020,1", "2/2/2020,2"])[0]).toContain("days are written day or month first");
  expect(file(["20200131,1", "20200229,2"])[0]).toContain("days have no hyphens");
  expect(file(["2020-01-31T00:00:00Z,1", "2020-02-29T00:00:00Z,2"])[0]).toContain("carry a time");
  expect(file(["2020-01-31,.", "2020-02-29,n/a", "2020-03-31,ND"])[0]).toContain(
    "leave them blank",
  );
  expect(file(["2020-01-31,$12.5", "2020-02-29,13 %"])[0]).toContain("write the number alone");
  expect(file(['2020-01-31,"1,234"', '2020-02-29,"1,250.5"'])[0]).toContain("between thousands");
});

test("another sign between the cells is told with all that is written otherwise", () => {
  expect(faultsOf("Date;Close\n31.01.2020;1.234,5\n")).toEqual([
    'f.csv: cells are parted by semicolons ("Date;Close"), days are not YYYY-MM-DD ("31.01.2020") and ' +
      'numbers have a comma before their decimals ("1.234,5"); ' +
      "save it with commas between cells, days as YYYY-MM-DD and a point before decimals",
  ]);
  expect(faultsOf("date;close\n2020-01-31;12.5\n")).toEqual([
    'f.csv: cells are parted by semicolons ("date;close"); save it with commas between cells',
  ]);
  expect(faultsOf("date\tclose\n2020-01-31\t12.5\n")[0]).toContain("parted by tabs");
});

test("decimal commas without quotes make every row too long: that is one fault", () => {
  const faults = faultsOf("date,a\n31.01.2020,12,3\n29.02.2020,12,4\n31.03.2020,12,5\n");
  expect(faults).toEqual([
    "f.csv line 2: 3 cells, as in every row, where the header has 2; " +
      "it looks as if the numbers had a comma before their decimals: write a point",
    'f.csv line 2, column "date": "31.01.2020" and 2 more cells: days are written day first; write YYYY-MM-DD',
  ]);
});

test("a check can go on with what is left: refused cells not known, refused rows left out", () => {
  const { table, faults } = readWithFaults(
    "date,a\n2020-01-31,1\n2020-02-29,x\n2020-02-30,3\n2020-01-15,4\n2020-03-31,5,6\n2020-04-30,7\n",
    "f.csv",
  );
  expect(faults).toHaveLength(4);
  expect(Array.from(table.days, formatDay)).toEqual(["2020-01-31", "2020-02-29", "2020-04-30"]);
  expect(Array.from(columnOf(table, "a"))).toEqual([1, Number.NaN, 7]);
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
