import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import catalogue from "../../../data/catalog.ts";
import { catalog, column } from "../../../src/data/catalog.ts";
import { type ImportAsked, importFiles } from "../../../src/data/import/import-files.ts";
import { provenanceOf, readSeries } from "../../../src/data/store/store.ts";
import { InputError } from "../../../src/input/input-error.ts";
import { readTable } from "../../../src/series/csv.ts";
import { dailyFolders } from "../../daily-data.ts";
import { plain, urlOf } from "../tiny.ts";
import { newFolder } from "./read.ts";

const NOW = new Date("2020-06-30T12:00:00Z");

const daily = (file: string, name = "close") => ({ daily: { file, column: name } });
const tiny = catalog({
  folder: urlOf("/nowhere"),
  calendar: "metal",
  series: {
    metal: column({ ...plain, ...daily("METAL.csv") }),
    shares: column({ ...plain, ...daily("SHARES.csv") }),
    "shares-tr": column({ ...plain, kind: "total", ...daily("SHARES.csv", "adjclose") }),
  },
});

function filesIn(files: Readonly<Record<string, string>>): string {
  const folder = newFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function imports(asked: Partial<ImportAsked> & Pick<ImportAsked, "paths">, store = newFolder()) {
  return importFiles(tiny, store, { reading: {}, ...asked }, NOW);
}

const metal = "date,close\n2020-01-02,1.5\n2020-01-03,1.25\n";

describe("an import", () => {
  it("puts each file of a folder under the catalog's name for it, and lists the others", async () => {
    const store = newFolder();
    const folder = filesIn({
      "metal.csv": metal,
      "Shares.CSV": "Date,Close,Adj Close\n2020-01-02,2,1\n",
      "share.csv": metal,
      "notes.md": "",
    });
    mkdirSync(join(folder, "x.csv"));
    const report = await importFiles(tiny, store, { paths: [folder], reading: {} }, NOW);
    expect(
      report.imported.map(({ file, rows, first, last, change }) => [
        file,
        rows,
        first,
        last,
        change,
      ]),
    ).toEqual([
      ["SHARES.csv", 1, "2020-01-02", "2020-01-02", "new"],
      ["METAL.csv", 2, "2020-01-02", "2020-01-03", "new"],
    ]);
    expect(report.unmatched).toEqual([{ path: join(folder, "share.csv"), nearest: "SHARES" }]);
    expect(report.passedOver).toEqual([join(folder, "notes.md"), join(folder, "x.csv")]);
    expect(readFileSync(join(store, "METAL.csv"), "utf8")).toBe(metal);
    expect(readFileSync(join(store, "SHARES.csv"), "utf8")).toBe(
      "date,close,adjclose\n2020-01-02,2,1\n",
    );
    expect(await provenanceOf(store, "METAL.csv")).toMatchObject({
      provider: "import",
      address: "metal.csv",
      retrieved: NOW.toISOString(),
      terms: "free",
    });
  });

  it("keeps faulty files out, tells all of their faults, and stores the others", async () => {
    const store = newFolder();
    const folder = filesIn({
      "METAL.csv": "date,close\n2020-01-02,x\n2020-02-30,1\n",
      "SHARES.csv": metal,
    });
    const report = await importFiles(tiny, store, { paths: [folder], reading: {} }, NOW);
    expect(report.faults.map((fault) => fault.replace(folder, ""))).toEqual([
      '/METAL.csv line 2, column "close": "x" is not a number; write a plain decimal such as 123.4, or leave it blank',
      '/METAL.csv line 3, column "date": "2020-02-30" is not a calendar day; correct it',
    ]);
    expect(readdirSync(store).filter((name) => name.endsWith(".csv"))).toEqual(["SHARES.csv"]);
  });

  it("says what it replaced, what was the same, and what became shorter or lies ahead", async () => {
    const store = newFolder();
    const with_ = (text: string, isDry = false) =>
      imports({ paths: [filesIn({ "metal.csv": text })], isDry }, store).then(
        ({ imported: [one] }) => [one?.change, ...(one?.notes ?? [])],
      );
    expect(await with_(metal, true)).toEqual(["new"]);
    expect(readdirSync(store)).toEqual([]);
    expect(await with_(metal)).toEqual(["new"]);
    expect(await with_(metal)).toEqual(["unchanged"]);
    expect(await with_("date,close\n2020-01-02,1.5\n", true)).toEqual([
      "replaced",
      "the store's figures reached 2020-01-03",
    ]);
    expect(readFileSync(join(store, "METAL.csv"), "utf8")).toBe(metal);
    expect(await with_(`${metal}2020-07-02,1\n2021-01-01,2\n`)).toEqual([
      "replaced",
      "2 days lie in the future, from 2020-07-02",
    ]);
  });

  it("keeps what was said of the figures", async () => {
    const store = newFolder();
    const paths = [join(filesIn({ "x.csv": metal }), "x.csv")];
    await imports({ paths, as: "own-1", unit: "CHF", provider: "a bank", terms: "private" }, store);
    expect(await provenanceOf(store, "OWN-1.csv")).toMatchObject({
      provider: "a bank",
      terms: "private",
      notes: ["unit: CHF"],
    });
  });

  it("names a file as it is said: by file, by series of the catalog, by an id of one's own", async () => {
    const paths = [join(filesIn({ "x.csv": metal }), "x.csv")];
    for (const [as, file] of [
      ["METAL", "METAL.csv"],
      ["metal.csv", "METAL.csv"],
      ["shares-tr", "SHARES.csv"],
      ["own", "OWN.csv"],
    ] as const)
      expect((await imports({ paths, as })).imported[0]?.file).toBe(file);
  });

  it.each([
    "../x",
    "/etc/x",
    "a/b",
    "..",
    "a\\b",
    "C:x",
    "",
    ".hidden",
    "con",
    "a\0b",
    "x".repeat(99),
  ])("refuses to write to %j", async (as) => {
    const store = newFolder();
    const paths = [join(filesIn({ "x.csv": metal }), "x.csv")];
    await expect(imports({ paths, as }, store)).rejects.toThrow(InputError);
    expect(readdirSync(store)).toEqual([]);
  });

  it("refuses two files for one name, one of no known name, and one name for two", async () => {
    const folder = filesIn({
      "metal.csv": metal,
      "METAL.tsv": metal.replaceAll(",", "\t"),
      "metl.csv": metal,
    });
    const { faults } = await imports({ paths: [folder] });
    expect(faults[0]).toBe(
      `${folder}/metal.csv: goes to METAL.csv, as ${folder}/METAL.tsv does; give one of them`,
    );
    const named = await imports({ paths: [join(folder, "metl.csv")] });
    expect(named.faults).toEqual([
      `${folder}/metl.csv: no series of the catalog is read from a file of this name; the nearest is METAL; ` +
        "say --as METAL if it is that, or --as ID for a series of your own",
    ]);
    await expect(imports({ paths: [folder], as: "own" })).rejects.toThrow(
      "--as own: names one file, got 3; give one",
    );
  });

  it("reads what a link leads to, and tells of what it cannot read", async () => {
    const folder = filesIn({ "there.csv": metal });
    const links = newFolder();
    symlinkSync(join(folder, "there.csv"), join(links, "metal.csv"));
    symlinkSync(join(folder, "not-there.csv"), join(links, "shares.csv"));
    const { imported, faults } = await imports({ paths: [links, join(links, "gone.csv")] });
    expect(imported.map(({ file }) => file)).toEqual(["METAL.csv"]);
    expect(faults).toEqual([
      `${links}/gone.csv: cannot be read (ENOENT); check the path and its permissions`,
      `${links}/shares.csv: cannot be read (ENOENT); check the file and its permissions`,
    ]);
  });

  it.skipIf(process.getuid?.() === 0)("tells of a file that may not be read", async () => {
    const folder = filesIn({ "metal.csv": metal });
    chmodSync(join(folder, "metal.csv"), 0);
    expect((await imports({ paths: [folder] })).faults[0]).toContain("cannot be read (EACCES)");
  });
});

const folders = dailyFolders();

describe("the daily figures", () => {
  it.skipIf(folders.length === 0)("are in the store what they are in their folder", async () => {
    const store = newFolder();
    const [market = ""] = folders;
    const { imported, faults } = await importFiles(
      catalogue,
      store,
      { paths: [market], reading: {} },
      new Date("2026-12-31"),
    );
    expect(faults).toEqual([]);
    expect(imported.length).toBeGreaterThan(40);
    for (const { path, file } of imported) {
      const was = readTable(readFileSync(path, "utf8"), path);
      const is = await readSeries(join(store, file));
      expect([...is.columns.keys()]).toEqual([...was.columns.keys()]);
      for (const [name, values] of was.columns) expect(is.columns.get(name)).toEqual(values);
    }
  });
});
