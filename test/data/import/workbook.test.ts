import { deflateRawSync } from "node:zlib";
import { utils, type WorkBook, write } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { come, refused } from "./read.ts";

const name = "x.xlsx";

function bytesOf(book: WorkBook, bookType: "xlsx" | "biff8" = "xlsx"): Buffer {
  return Buffer.from(write(book, { type: "buffer", bookType }) as Uint8Array);
}

function bookOf(sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>): WorkBook {
  const book = utils.book_new();
  for (const [title, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), title);
  return book;
}

const day = (serial: number) => ({ t: "n", v: serial, z: "yyyy-mm-dd" });
const rows = [
  ["Date", "Close"],
  [day(43832), 1.5],
  [day(43833), 1234.56],
];

describe("workbooks", () => {
  it("are read, new and old: days by their format, numbers as they are", async () => {
    for (const bookType of ["xlsx", "biff8"] as const) {
      const came = await come(bytesOf(bookOf({ a: rows }), bookType), {
        name: bookType === "xlsx" ? name : "x.xls",
      });
      expect(came.rows).toEqual(["2020-01-02 1.5", "2020-01-03 1234.56"]);
    }
  });

  it("are read where days and numbers are texts, with what is above the names left out", async () => {
    const sheet = [["Prices of something"], [], ["Date", "Close"], ["31.12.2019", "1.234,5"]];
    const { rows: came, notes } = await come(bytesOf(bookOf({ a: sheet })), { name });
    expect(came).toEqual(["2019-12-31 1234.5"]);
    expect(notes[0]).toBe("1 row above the names left out");
  });

  it("count days from 1904 where they say so", async () => {
    const book = bookOf({
      a: [
        ["Date", "Close"],
        [day(43832 - 1462), 1.5],
      ],
    });
    book.Workbook = { WBProps: { date1904: true } };
    expect((await come(bytesOf(book), { name })).rows).toEqual(["2020-01-02 1.5"]);
  });

  it("give the value saved with a formula, which is said", async () => {
    const sheet = [
      ["Date", "Close"],
      [day(43832), { t: "n", v: 2, f: "1+1" }],
    ];
    const { rows: came, notes } = await come(bytesOf(bookOf({ a: sheet })), { name });
    expect(came).toEqual(["2020-01-02 2"]);
    expect(notes).toContain("1 formula: the value saved with each is taken");
  });

  it("ask which sheet is meant where more than one has cells", async () => {
    const bytes = bytesOf(bookOf({ one: rows, two: rows, three: [] }));
    expect(await refused(bytes, { name })).toBe(
      'x.xlsx: has 2 sheets ("one", "two"); say --sheet NAME',
    );
    expect((await come(bytes, { name, sheet: "two" })).rows.length).toBe(2);
    expect(await refused(bytes, { name, sheet: "tow" })).toBe(
      'x.xlsx: unknown sheet "tow"; did you mean "two"?',
    );
  });

  it("are refused with an error in a cell, or where they are no workbooks", async () => {
    const sheet = [
      ["Date", "Close"],
      [day(43832), { t: "e", v: 7, w: "#DIV/0!" }],
    ];
    expect(await refused(bytesOf(bookOf({ a: sheet })), { name })).toContain(
      '"#DIV/0!" is not a number',
    );
    expect(await refused("date,close\n2020-01-02,1\n", { name })).toBe(
      "x.xlsx: is no workbook, whatever its name says; give it the ending of what it is, such as .csv",
    );
    const cut = bytesOf(bookOf({ a: rows })).subarray(0, 900);
    expect(await refused(cut, { name })).toContain("is not readable as a workbook");
  });

  it("are refused before they fill the memory", async () => {
    const bomb = zipOf("xl/worksheets/sheet1.xml", Buffer.alloc(64 << 20, 0x20));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refused(bomb, { name })).toMatch(/unpacks to 64.0 MB from 0.1 MB, as archives do/);
    // One that says less than it unpacks to.
    const liar = zipOf("xl/worksheets/sheet1.xml", Buffer.alloc(64 << 20, 0x20), 1000);
    expect(await refused(liar, { name })).toContain("does not unpack to what it says");
  });
});

/** An archive with one file, which says that it is so long. */
function zipOf(entry: string, content: Buffer, said = content.length): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  const directory = Buffer.alloc(46);
  directory.writeUInt32LE(0x02014b50, 0);
  for (const [part, at] of [
    [local, 8],
    [directory, 10],
  ] as const) {
    part.writeUInt16LE(8, at);
    part.writeUInt32LE(packed.length, at + 10);
    part.writeUInt32LE(said, at + 14);
    part.writeUInt16LE(entry.length, at + 18);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + entry.length, 12);
  end.writeUInt32LE(30 + entry.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(entry), packed, directory, Buffer.from(entry), end]);
}
