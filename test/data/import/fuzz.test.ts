import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { catalog, column } from "../../../src/data/catalog.ts";
import type { Reading } from "../../../src/data/import/delimited.ts";
import { importFiles } from "../../../src/data/import/import-files.ts";
import { readTableFile } from "../../../src/data/import/read-file.ts";
import { readSeries } from "../../../src/data/store/store.ts";
import { parkMiller } from "../../../src/inference/random.ts";
import { InputError } from "../../../src/input/input-error.ts";
import type { Column } from "../../../src/series/series.ts";
import { plain, urlOf } from "../tiny.ts";
import { parquetFile } from "./parquet-file.ts";
import { newFolder, own } from "./read.ts";

const MOST_MS = 12_000;
const FIRST = 18_263;

const draw = parkMiller(20200102);
const below = (count: number) => Math.floor(draw() * count);
const oneOf = <T>(items: readonly T[]): T => items[below(items.length)]!;

const texts = [
  "date,close\n2020-01-02,1.5\n2020-01-03,2.25\n2020-01-06,-36.98\n2020-01-07,\n",
  "Date,Open,Close,Adj Close,Volume\n2020-01-02,1,2,3,4\n2020-01-03,1,2,3,null\n",
  "Datum;Schluss\r\n31.12.2019;1.234,56\r\n30.12.2019;7,5\r\n",
  '"Date","Price","Change %"\n"Jan 03, 2020","1,234.50","1.5%"\n"Jan 02, 2020","1,200.25","-2%"\n',
  "DATE\tVALUE\n20200102\t.\n20200103\t$1'234.5\n",
  "observation_date,2020-02-03,2021-02-03\n1959-01-01,286.6,\n1959-02-01,287.7,288\n",
  "\ufeffTime|Last\n2020-01-02T00:00:00Z|1e3\n2020-01-03T00:00:00Z|1E-3\n",
].map((text) => Buffer.from(text));
const utf16 = Buffer.from(`\ufeff${texts[0]!.toString()}`, "utf16le");

const sheet = utils.aoa_to_sheet([
  ["Date", "Close"],
  [{ t: "n", v: 43832, z: "yyyy-mm-dd" }, 1.5],
  [
    { t: "n", v: 43833, z: "yyyy-mm-dd" },
    { t: "n", v: 2, f: "1+1" },
  ],
]);
const book = { SheetNames: ["a"], Sheets: { a: sheet } };
const bytesOf = (bookType: "xlsx" | "biff8", compression: boolean) =>
  Buffer.from(write(book, { type: "buffer", bookType, compression }) as Uint8Array);
const parquet = parquetFile([
  { name: "date", kind: "day", values: [FIRST, FIRST + 1, FIRST + 4] },
  { name: "close", kind: "number", values: [1.5, 2.25, -36.98] },
]);

const STRANGE = [
  ",",
  ";",
  "\t",
  "|",
  '"',
  '""',
  "\r",
  "\n",
  "\r\n",
  "\0",
  "\ufeff",
  "1e999",
  "-1e999",
  "NaN",
  "Infinity",
  "=1+1",
  "@x",
  "99999999999999999999999",
  "0x10",
  "1,234",
  "1.234,5",
  "2020-02-30",
  "0000-00-00",
  "31/12/2020",
  "\u202e",
  "\ud83d\ude00",
  "\u0000",
  "__proto__",
  "constructor",
  "../../x",
  "%",
  "$",
  "-",
  "−",
  "1e-999",
  "-0",
] as const;

/** Some bytes changed, cut, doubled, moved, or put in. */
function mutated(bytes: Buffer): Buffer {
  let out = Buffer.from(bytes);
  for (let left = 1 + below(4); left > 0; left -= 1) {
    const at = below(out.length + 1);
    const to = Math.min(out.length, at + below(40));
    switch (below(7)) {
      case 0:
        if (out.length > 0) out[Math.min(at, out.length - 1)] = below(256);
        break;
      case 1:
        out = out.subarray(0, at);
        break;
      case 2:
        out = Buffer.concat([out.subarray(0, at), out.subarray(to)]);
        break;
      case 3:
        out = Buffer.concat([out.subarray(0, to), out.subarray(at)]);
        break;
      case 4:
        out = Buffer.concat([out.subarray(to), out.subarray(0, to)]);
        break;
      case 5:
        out = Buffer.concat([
          out.subarray(0, at),
          Buffer.from(String.fromCodePoint(below(0x3000))),
          out.subarray(at),
        ]);
        break;
      default:
        out = Buffer.concat([out.subarray(0, at), Buffer.from(oneOf(STRANGE)), out.subarray(at)]);
    }
  }
  return Buffer.from(out);
}

/** Lines in another order. */
function shuffled(bytes: Buffer): Buffer {
  const lines = bytes.toString("latin1").split("\n");
  const [one, two] = [below(lines.length), below(lines.length)];
  [lines[one], lines[two]] = [lines[two]!, lines[one]!];
  return Buffer.from(lines.join("\n"), "latin1");
}

function reading(): Reading {
  return {
    ...(draw() < 0.3 ? { dates: oneOf(["iso", "dmy", "mdy", "excel", "unix"] as const) } : {}),
    ...(draw() < 0.3 ? { decimal: oneOf(["point", "comma"] as const) } : {}),
    ...(draw() < 0.2 ? { delimiter: oneOf([",", ";", "\t", "|"]) } : {}),
    ...(draw() < 0.2
      ? { encoding: oneOf(["utf-8", "utf-16le", "utf-16be", "latin1"] as const) }
      : {}),
    ...(draw() < 0.1 ? { columns: new Map([["close", oneOf(["1", "2", "Close", "x"])]]) } : {}),
  };
}

function checkFigures(days: Column, columns: Iterable<Column>): void {
  let before = Number.NEGATIVE_INFINITY;
  expect(days.length).toBeGreaterThan(0);
  for (let row = 0; row < days.length; row += 1) {
    if (!(Number.isInteger(days[row]) && days[row]! > before))
      expect.fail(`day ${days[row]} after ${before}`);
    before = days[row]!;
  }
  for (const values of columns) {
    expect(values.length).toBe(days.length);
    for (let row = 0; row < values.length; row += 1)
      if (Math.abs(values[row]!) === Number.POSITIVE_INFINITY) expect.fail("an infinite value");
  }
}

/** Reads the file; a refusal is an answer, anything else that is thrown fails the test. */
async function readOrRefused(path: string): Promise<"read" | "refused"> {
  const began = performance.now();
  try {
    const { figures } = await readTableFile(path, own, reading());
    checkFigures(figures.days, figures.columns.values());
    return "read";
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.message).not.toMatch(/\p{Cc}(?<!\n)|undefined|\[object/u);
    return "refused";
  } finally {
    expect(performance.now() - began).toBeLessThan(MOST_MS);
  }
}

describe("mutated files", () => {
  it.each([
    ["csv", 2000, [...texts, utf16]],
    ["xlsx", 250, [bytesOf("xlsx", true), bytesOf("xlsx", false)]],
    ["xls", 24, [bytesOf("biff8", false)]],
    ["parquet", 1000, [parquet]],
  ] as const)("are read or refused, and nothing else happens: %s", async (ending, runs, seeds) => {
    const path = join(newFolder(), `x.${ending}`);
    const came = { read: 0, refused: 0 };
    // The reader of workbooks tells the console what it does not know.
    const told = vi.spyOn(console, "error").mockReturnValue(undefined);
    onTestFinished(() => told.mockRestore());
    for (let run = 0; run < runs; run += 1) {
      const seed = oneOf(seeds);
      writeFileSync(path, draw() < 0.1 && ending === "csv" ? shuffled(seed) : mutated(seed));
      came[await readOrRefused(path)] += 1;
    }
    // Some of either, else the mutations prove nothing.
    expect(Math.min(came.read, came.refused)).toBeGreaterThan(runs / 100);
  });

  it("leave alone whatever is outside the store", async () => {
    const root = newFolder();
    const [inbox, store] = [join(root, "in"), join(root, "store")];
    for (const folder of [inbox, join(root, "beside"), join(root, "store-2")]) {
      mkdirSync(folder);
      writeFileSync(join(folder, "METAL.csv"), "date,close\n2020-01-02,1\n");
    }
    const before = treeOf(root, store);
    const tiny = catalog({
      folder: urlOf(root),
      calendar: "metal",
      series: { metal: column({ ...plain, daily: { file: "METAL.csv", column: "close" } }) },
    });
    const names = [
      "metal",
      "OWN",
      "a-b",
      "../x",
      "../beside/METAL",
      "..",
      "/tmp/x",
      "a/b",
      "a\\b",
      "C:x",
      "con",
      "x.json",
      "SOURCES.md",
      ".lock",
      ".cache",
      "__proto__",
      "constructor",
      "",
      " ",
      "x\0",
      "é",
      "METAL.csv/..",
      "~",
    ];
    let stored = 0;
    for (let run = 0; run < 300; run += 1) {
      const path = join(inbox, "x.csv");
      writeFileSync(path, draw() < 0.5 ? oneOf(texts) : mutated(oneOf(texts)));
      try {
        const asked = { paths: [path], as: oneOf(names), reading: reading() };
        const { imported } = await importFiles(tiny, store, asked, new Date("2026-01-01"));
        stored += imported.length;
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
    }
    rmSync(join(inbox, "x.csv"));
    expect(treeOf(root, store)).toEqual(before);
    expect(stored).toBeGreaterThan(5);
    const kept = readdirSync(store).filter((name) => name.endsWith(".csv"));
    expect(kept.sort()).toEqual(["A-B.csv", "CONSTRUCTOR.csv", "METAL.csv", "OWN.csv"]);
    for (const name of kept) {
      const { days, columns } = await readSeries(join(store, name));
      checkFigures(days, columns.values());
    }
  });
});

/** Every file under a folder with its content, but for those in one of its folders. */
function treeOf(root: string, but: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((name) => join(root, name))
    .filter((path) => path !== but && !path.startsWith(`${but}/`))
    .sort()
    .map((path) => `${path} ${statSync(path).isFile() ? readFileSync(path, "utf8") : ""}`);
}
