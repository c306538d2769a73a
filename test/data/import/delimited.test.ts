import { describe, expect, it } from "vitest";
import type { Reading } from "../../../src/data/import/delimited.ts";
import { come, own, refused } from "./read.ts";

const TIDY = ["2020-01-02 1.5", "2020-01-03 1234.56"];

describe("a table that leaves no doubt", () => {
  it.each([
    ["plain", "date,close\n2020-01-02,1.5\n2020-01-03,1234.56\n"],
    ["with CRLF", "date,close\r\n2020-01-02,1.5\r\n2020-01-03,1234.56\r\n"],
    ["with CR alone", "date,close\r2020-01-02,1.5\r2020-01-03,1234.56\r"],
    ["without an end of its last line", "date,close\n2020-01-02,1.5\n2020-01-03,1234.56"],
    ["with a byte order mark", "\ufeffdate,close\n2020-01-02,1.5\n2020-01-03,1234.56\n"],
    ["with blank lines", "\n\ndate,close\n\n2020-01-02,1.5\n\n2020-01-03,1234.56\n\n"],
    ["quoted", '"date","close"\n"2020-01-02","1.5"\n"2020-01-03","1,234.56"\n'],
    ["with blanks around its cells", "date, close\n 2020-01-02 ,1.5\n2020-01-03 , 1234.56 \n"],
    ["parted by semicolons", "Date;Close\n2020-01-02;1.5\n2020-01-03;1,234.56\n"],
    ["parted by tabs", "Date\tClose\n2020-01-02\t1.5\n2020-01-03\t1 234.56\n"],
    ["parted by bars", "Date|Close\n2020-01-02|1.5\n2020-01-03|1'234.56\n"],
    ["with a decimal comma", "Date;Close\n2020-01-02;1,5\n2020-01-03;1.234,56\n"],
    ["with narrow spaces", "Date;Close\n2020-01-02;1,5\n2020-01-03;1\u202f234,56\n"],
    ["day first", "Date,Close\n02/01/2020,1.5\n03/01/2020,1234.56\n", { dates: "dmy" }],
    ["month first", "Date,Close\n1/2/2020,1.5\n1/3/2020,1234.56\n", { dates: "mdy" }],
    ["with points in its days", "Date;Close\n2020.01.02;1.5\n2020.01.03;1234.56\n"],
    ["with days in one", "Date;Close\n20200102;1.5\n20200103;1234.56\n"],
    ["with named months", 'Date,Close\n"Jan 02, 2020",1.5\n3-Jan-2020,1234.56\n'],
    ["with times", "Date,Close\n2020-01-02T16:00:00Z,1.5\n2020-01-03 16:00:00-05:00,1234.56\n"],
    ["in serial days", "Date,Close\n43832,1.5\n43833,1234.56\n", { dates: "excel" }],
    ["in seconds", "Date,Close\n1577923200,1.5\n1578009600,1234.56\n", { dates: "unix" }],
    ["descending", "Date,Close\n2020-01-03,1234.56\n2020-01-02,1.5\n"],
    ["with a row twice", "Date,Close\n2020-01-02,1.5\n2020-01-02,1.50\n2020-01-03,1234.56\n"],
    ["with a trailing delimiter", "Date,Close,\n2020-01-02,1.5,\n2020-01-03,1234.56,\n"],
    ["with currency signs", 'Date,Close\n2020-01-02,$1.5\n2020-01-03,"$1,234.56"\n'],
    ["with other columns", "Open,Date,Volume,Last\nx,2020-01-02,,1.5\nx,2020-01-03,9M,1234.56\n"],
    ["with exponents", "Date,Close\n2020-01-02,15e-1\n2020-01-03,1.23456E3\n"],
  ] as const)("is read: %s", async (_, text, reading?: Reading) => {
    expect((await come(text, reading)).rows).toEqual(TIDY);
  });

  it("is read in UTF-16 where its first bytes say so, and in Latin-1 where it is said", async () => {
    const text = "Date;Schluß\n2020-01-02;1.5\n2020-01-03;1234.56\n";
    const little = Buffer.from(`\ufeff${text}`, "utf16le");
    expect((await come(little)).rows).toEqual(TIDY);
    expect((await come(Buffer.from(little).swap16())).rows).toEqual(TIDY);
    const latin = Buffer.from(text, "latin1");
    expect((await come(latin, { encoding: "latin1" })).notes).toEqual(['value read from "Schluß"']);
  });

  it("keeps nothing known as nothing known, never as zero", async () => {
    const words = ["", ".", "NA", "n/a", "null", "-", "#N/A", "NaN", "nd", "--"];
    const lines = words.map((word, at) => `2020-01-${at + 10},${word}\n`);
    const { rows } = await come(`date,close\n2020-01-02,0\n${lines.join("")}`);
    expect(rows.slice(0, 2)).toEqual(["2020-01-02 0", "2020-01-10 NaN"]);
    expect(rows.slice(1).every((row) => row.endsWith(" NaN"))).toBe(true);
  });

  it("says what was done to it", async () => {
    const text = "Datum;Kurs;Zeit\n31.12.2019;1.234,5 €;x\n30.12.2019;7,5 €;x\n";
    const { rows, notes } = await come(text, {
      columns: new Map([["close", "Kurs"]]),
    });
    expect(rows).toEqual(["2019-12-30 7.5", "2019-12-31 1234.5"]);
    expect(notes).toEqual([
      'date read from "Datum"',
      'close read from "Kurs"',
      'not read: "Zeit"',
      'days read day first: "31.12.2019" is 2019-12-31',
      "commas read as decimals",
      '"€" taken off "Kurs": 1.234,5 €',
      'signs between thousands taken off "Kurs": 1.234,5 €',
      "sorted: its days were descending",
    ]);
  });

  it("keeps percent as percent, and every vintage of a table of them", async () => {
    const rates = await come("date,value\n2020-01-02,1.5%\n2020-01-03,-2.25 %\n");
    expect(rates.rows).toEqual(["2020-01-02 1.5", "2020-01-03 -2.25"]);
    expect(rates.notes).toEqual(['percent signs taken off "value": 1.5% is 1.5']);
    const vintages = await come("observation_date,2020-02-03,2021-02-03\n1959-01-01,286.6,\n");
    expect(vintages.columns).toEqual(["2020-02-03", "2021-02-03"]);
    expect(vintages.rows).toEqual(["1959-01-01 286.6 NaN"]);
  });

  it("is dated by the first day of a month or quarter only where rows stand for those", async () => {
    const monthly = { ...own, columns: ["value"], period: "month" } as const;
    const { rows } = await come("Month,x\n2020-01,1\n2020-02,2\n", { target: monthly });
    expect(rows).toEqual(["2020-01-01 1", "2020-02-01 2"]);
    expect((await come("Period,x\n2020-Q1,1\n2020-Q2,2\n", { target: monthly })).rows).toEqual([
      "2020-01-01 1",
      "2020-04-01 2",
    ]);
    expect(await refused("Month,close\n2020-01,1\n")).toContain('"2020-01" is a month, not a day');
  });

  it("takes the columns that a catalog names, those alone, and says which are not there", async () => {
    const text = "Date,Open,Close,Adj Close,Volume\n2020-01-02,1,2,3,4\n";
    const both = { ...own, columns: ["close", "adjclose"] };
    expect((await come(text, { target: both })).rows).toEqual(["2020-01-02 2 3"]);
    const { notes } = await come("Date,Price\n2020-01-02,2\n", { target: both });
    expect(notes).toContain("without adjclose: series read from it are not there");
  });
});

describe("a table that leaves a doubt, or is wrong", () => {
  it.each([
    [
      "days that may be either",
      "Date,Close\n03/04/2020,1.5\n05/06/2020,2.5\n",
      'x.csv line 2: "03/04/2020" is 2020-04-03 day first or 2020-03-04 month first, and no day of the ' +
        "file tells which; say --dates dmy or --dates mdy",
    ],
    [
      "commas that may be either",
      'Date,Close\n2020-01-02,"1,234"\n',
      'x.csv: "1,234" is 1234 or 1.234, and no number of the file tells which; ' +
        "say --decimal point for 1234 or --decimal comma for 1.234",
    ],
    [
      "points that may be either",
      "Date;Close\n2020-01-02;1.234\n",
      'x.csv: "1.234" is 1234 or 1.234, and no number of the file tells which; ' +
        "say --decimal comma for 1234 or --decimal point for 1.234",
    ],
    [
      "serial days",
      "Date,Close\n43832,1.5\n",
      'x.csv line 2: "43832" may be a serial day of spreadsheets: 2020-01-02; say --dates excel to read it so',
    ],
    [
      "years of two digits",
      "Date,Close\n13/01/62,1\n",
      'x.csv line 2: "13/01/62" has a year of two digits, which may be of either century; write four',
    ],
    [
      "a day that contradicts the others",
      "Date,Close\n13/01/2020,1\n01/14/2020,2\n",
      'x.csv line 3, column "Date": "01/14/2020" is not a calendar day, read day first; correct it',
    ],
    [
      "days written in two ways",
      "Date,Close\n2020-01-02,1.5\n03.01.2020,2\n04.01.2020,3\n",
      'x.csv line 3, column "Date": "03.01.2020" is written otherwise; write all days alike, best YYYY-MM-DD (and 1 more like it)',
    ],
    [
      "a day that is none",
      "date,close\n2020-02-30,1.5\n",
      'x.csv line 2, column "date": "2020-02-30" is not a calendar day; correct it',
    ],
    [
      "a formula",
      "date,close\n2020-01-02,1.5\n2020-01-03,=1+1\n",
      'x.csv line 3, column "close": "=1+1" is a formula, not a figure; save the value that it has',
    ],
    [
      "an infinite number and one too large",
      "date,close\n2020-01-02,1.5\n2020-01-03,inf\n2020-01-04,1e999\n",
      'x.csv line 3, column "close": "inf" is not a finite number; leave it blank where nothing is known\n' +
        'x.csv line 4, column "close": "1e999" is larger than a number can be; correct it or leave it blank',
    ],
    [
      "decimals after both signs",
      "date;close\n2020-01-02;1.5\n2020-01-03;2,5\n",
      'x.csv line 3, column "close": "2,5" has its decimals after the other sign than the rest of the file; write all alike',
    ],
    [
      "percent signs on some",
      "date,close\n2020-01-02,1.5%\n2020-01-03,2.5\n",
      'x.csv, column "close": 1 of 2 numbers carry a percent sign; write all alike',
    ],
    [
      "two currencies",
      "date,close\n2020-01-02,$1.5\n2020-01-03,€2.5\n",
      'x.csv, column "close": numbers carry $ and €; write one currency',
    ],
    [
      "a day twice with two values",
      "date,close\n2020-01-03,3\n2020-01-02,1.5\n2020-01-03,2.5\n",
      'x.csv: 2020-01-03 stands twice, with 3 and 2.5 in column "close"; leave one row for each day',
    ],
    [
      "rows of another length",
      "date,close\n2020-01-02,1.5\n2020-01-03\n",
      "x.csv line 3: 1 cell where the header has 2; write one cell for each column, blank where nothing is known",
    ],
    [
      "decimal commas between commas",
      "date,close\n2020-01-02,1,5\n2020-01-03,2,5\n",
      "x.csv line 2: 3 cells where the header has 2; if a comma stands before decimals or between thousands, " +
        "quote the numbers or part the cells by semicolons (and 1 more like it)",
    ],
    [
      "no header",
      "2020-01-02,1.5\n2020-01-03,2.5\n",
      'x.csv line 1: begins with figures ("2020-01-02", "1.5"), not with names; ' +
        "write a line of names above them, or say --columns date=1,close=2",
    ],
    [
      "no column of figures that is known",
      "date,open,high\n2020-01-02,1,2\n",
      'x.csv line 1: no column close, adjclose and value among "date", "open" and "high"; say --columns close=NAME',
    ],
    [
      "two columns that may be meant",
      "date,last,settle\n2020-01-02,1,2\n",
      'x.csv line 1: "last" and "settle" may each be close; say --columns close=NAME',
    ],
    [
      "two columns of one name",
      "date,close,close\n2020-01-02,1,2\n",
      'x.csv line 1: two columns are named "close"; give each its own name, or say its number with --columns',
    ],
    [
      "one cell a line",
      "date\n2020-01-02\n",
      'x.csv line 1: "date" is one cell; part cells by commas, semicolons, tabs or bars',
    ],
    [
      "an open quote",
      'date,close\n"2020-01-02,1\n2020-01-03,2\n',
      'x.csv line 2: a quote is not closed; write " at the end of its cell',
    ],
    [
      "text after a quote",
      'date,close\n"2020-01-02"x,1\n',
      'x.csv line 2: text follows the closing quote of cell 1; write " inside a quoted cell twice',
    ],
    ["nothing", "", "x.csv: is empty; give a file with figures"],
    ["blanks", " \n\n", "x.csv: is empty; give a file with figures"],
    [
      "names alone",
      "date,close\n",
      "x.csv: no rows; give at least one row of figures below the names",
    ],
    [
      "no figure",
      "date,close\n2020-01-02,.\n2020-01-03,NA\n",
      "x.csv: holds no figure; give a file with figures",
    ],
    [
      "a NUL byte",
      "date,close\n2020-01-02,1\0\n",
      "x.csv: byte 24 is NUL; a text of figures has none; for UTF-16 without a mark say --encoding utf-16le or utf-16be",
    ],
  ])("is refused: %s", async (_, text, message) => {
    expect(await refused(text)).toBe(message);
  });

  it("is refused in another encoding, with the place of the byte", async () => {
    const latin = Buffer.from("date,Schluß\n2020-01-02,1\n", "latin1");
    expect(await refused(latin)).toBe(
      'x.csv: byte 11 (0xDF, after "date,Schlu") is not UTF-8; save the file as UTF-8, or say --encoding latin1 if it is that',
    );
    const cut = Buffer.from("date,close\n2020-01-02,1 €\n").subarray(0, 25);
    expect(await refused(cut)).toMatch(/byte 25 \(0xE2.*is not UTF-8/);
  });

  it("is asked which of two prices a total return is", async () => {
    const target = { ...own, file: "T.csv", columns: ["close"], totals: ["close"] };
    const text = "date,Close,Adj Close\n2020-01-02,1,2\n";
    expect(await refused(text, { target })).toBe(
      'x.csv line 1: T.csv holds a total return, and both "Close" and "Adj Close" are there; ' +
        "say --columns close=NAME (with income: Adj Close)",
    );
    const columns = new Map([["close", "Adj Close"]]);
    expect((await come(text, { target, columns })).rows[0]).toMatch(/^2020-01-02 2/);
  });
});

describe("columns that are said", () => {
  it("are found by name or by number, with or without a header", async () => {
    const said = (date: string, close: string) => new Map(Object.entries({ date, close }));
    const text = "a,b,c\n2020-01-02,1,2\n";
    expect((await come(text, { columns: said("a", "c") })).rows).toEqual(["2020-01-02 2"]);
    expect((await come(text, { columns: said("1", "2") })).rows).toEqual(["2020-01-02 1"]);
    expect((await come("2020-01-02,1\n", { columns: said("1", "2") })).rows).toEqual([
      "2020-01-02 1",
    ]);
    expect(await refused(text, { columns: said("a", "d") })).toContain(
      '--columns close=d: x.csv has "a", "b" and "c"; name one of them',
    );
  });
});
