import { rm } from "node:fs/promises";
import {
  basket,
  type Catalog,
  column,
  type Entry,
  filled,
  formula,
  type Location,
  splice,
} from "assay";
import { expect, test } from "vitest";
import { openCatalog } from "../../src/data/open.ts";
import { readAll, readEach } from "../../src/data/read-all.ts";
import { formatDay } from "../../src/series/day.ts";
import type { Series } from "../../src/series/series.ts";
import { folderOf, plain, urlOf } from "./tiny.ts";

const described = { title: "a", unit: "USD", kind: "total" } as const;
const monthEnds = "date,a,b,c\n2020-01-31,,8,1\n2020-02-29,2,4,\n2020-03-31,3,6,4\n2020-04-30,,,\n";
const months = "date,m,q\n2020-01-01,1,10\n2020-02-01,2,\n2020-03-01,3,\n2020-04-01,4,40\n";
const seen = "month,seen_on,m\n2020-01-01,2020-02-20,7\n";

const at = (file: string, name: string, more: Partial<Location> = {}): Location => ({
  file,
  column: name,
  ...more,
});
const monthly = (file: string, name: string, more: Partial<Location> = {}): Entry =>
  column({ ...plain, monthly: at(file, name, more) });

const series = {
  a: column({ ...plain, monthly: at("ends.csv", "a"), daily: at("A.csv", "close") }),
  b: monthly("ends.csv", "b"),
  gap: monthly("ends.csv", "c"),
  masked: column({
    ...plain,
    monthly: at("ends.csv", "b"),
    masked: [{ from: "2020-02-01", to: "2020-02-29" }],
  }),
  m: column({
    ...plain,
    lag: 20,
    monthly: at("months.csv", "m", { period: "month" }),
    daily: at("M.csv", "value", { period: "month" }),
  }),
  q: monthly("months.csv", "q", { period: "quarter" }),
  mAsQuarters: monthly("months.csv", "m", { period: "quarter" }),
  seen: monthly("seen.csv", "m", { period: "month", known: "seen_on" }),
  dailyOnly: column({ ...plain, daily: at("B.csv", "adjclose") }),
  carried: column({
    ...plain,
    monthly: at("ends.csv", "a"),
    daily: at("A.csv", "close"),
    continuedBy: { id: "dailyOnly", from: "2020-01-03" },
  }),
  carriedMonths: column({
    ...plain,
    monthly: at("ends.csv", "a"),
    continuedBy: { id: "dailyOnly", from: "2020-03-15" },
  }),
  notYetCarried: column({
    ...plain,
    monthly: at("ends.csv", "a"),
    continuedBy: { id: "dailyOnly", from: "2020-04-15" },
  }),
  ratio: formula("a / b", { ...described, title: "A in B" }),
  seenRatio: formula("seen / b", described),
  mix: basket({ ...described, weights: { a: 0.5, b: 0.5 } }),
  joined: splice({ ...described, parts: [{ id: "b", proxy: true }, { id: "a" }] }),
  whole: filled({ ...described, of: "gap", months: ["2020-02"] }),
  wholeRatio: formula("whole / b", described),
} as const;

async function tinyCatalog(): Promise<Catalog> {
  const folder = await folderOf({
    "ends.csv": monthEnds,
    "months.csv": months,
    "seen.csv": seen,
  });
  return { folder: urlOf(folder), calendar: "a", series };
}

async function monthlySource() {
  return openCatalog(await tinyCatalog(), { frequency: "monthly", directories: [] });
}

function rowsOf({ days, values }: Series): Record<string, number> {
  return Object.fromEntries(Array.from(days, (day, row) => [formatDay(day), values[row]!]));
}

test("a column from its first to its last known value, a gap inside kept as not known", async () => {
  const source = await monthlySource();
  expect(rowsOf(await source.series("a"))).toEqual({ "2020-02-29": 2, "2020-03-31": 3 });
  expect(rowsOf(await source.series("gap"))).toEqual({
    "2020-01-31": 1,
    "2020-02-29": Number.NaN,
    "2020-03-31": 4,
  });
});

test("a masked stretch is not known", async () => {
  const source = await monthlySource();
  expect(rowsOf(await source.series("masked"))).toEqual({
    "2020-01-31": 8,
    "2020-02-29": Number.NaN,
    "2020-03-31": 6,
  });
});

test("a period dated by its first day is stamped with its last", async () => {
  const source = await monthlySource();
  const m = await source.series("m");
  expect(Object.keys(rowsOf(m))).toEqual(["2020-01-31", "2020-02-29", "2020-03-31", "2020-04-30"]);
  expect(m.lag).toBe(20);
  expect(rowsOf(await source.series("q"))).toEqual({ "2020-03-31": 10, "2020-06-30": 40 });
});

test("a value that does not stand at the start of its period is refused", async () => {
  const source = await monthlySource();
  await expect(source.series("mAsQuarters")).rejects.toThrow(
    "mAsQuarters: in months.csv a value stands on 2020-02-01, which is not the first day of a quarter",
  );
});

test("the day of first publication is kept, and a formula is known with its last input", async () => {
  const source = await monthlySource();
  const first = await source.series("seen");
  expect(formatDay(first.known![0]!)).toBe("2020-02-20");
  expect(formatDay((await source.series("seenRatio")).known![0]!)).toBe("2020-02-20");
  expect((await source.series("ratio")).known).toBeUndefined();
  expect((await source.series("m / b")).lag).toBe(20);
});

test("derived series name their inputs, terms, parts and filled days", async () => {
  const source = await monthlySource();
  const ratio = await source.series("ratio");
  expect(rowsOf(ratio)).toEqual({ "2020-02-29": 0.5, "2020-03-31": 0.5 });
  expect([ratio.inputs, ratio.title, ratio.terms]).toEqual([["a", "b"], "A in B", "free"]);
  expect(rowsOf(await source.series("mix"))).toEqual({ "2020-02-29": 100, "2020-03-31": 150 });
  const joined = await source.series("joined");
  expect(rowsOf(joined)).toEqual({ "2020-01-31": 8, "2020-02-29": 4, "2020-03-31": 6 });
  expect(joined.parts.map(({ id, proxy }) => [id, proxy])).toEqual([
    ["b", true],
    ["a", false],
  ]);
  const whole = await source.series("whole");
  expect(rowsOf(whole)["2020-02-29"]).toBe(2);
  expect(whole.filled.map(formatDay)).toEqual(["2020-02-29"]);
  expect((await source.series("wholeRatio")).filled.map(formatDay)).toEqual(["2020-02-29"]);
});

test("text that is no id is a formula over ids", async () => {
  const source = await monthlySource();
  const ratio = await source.series("2 * a / b");
  expect(rowsOf(ratio)).toEqual({ "2020-02-29": 1, "2020-03-31": 1 });
  expect(ratio.id).toBe("2 * a / b");
  expect([source.titleOf("ratio"), source.titleOf("2 * a")]).toEqual(["A in B", "2 * a"]);
});

test("a series is made once", async () => {
  const source = await monthlySource();
  expect(await source.series("ratio")).toBe(await source.series("ratio"));
});

test("unknown names are refused with the nearest, inside a formula too", async () => {
  const source = await monthlySource();
  await expect(source.series("ratoi")).rejects.toThrow(
    'unknown series "ratoi"; did you mean "ratio"?',
  );
  await expect(source.series("a / maskd")).rejects.toThrow('did you mean "masked"?');
  await expect(source.series("toString")).rejects.toThrow('unknown series "toString"');
  await expect(source.series("1 + 1")).rejects.toThrow("names no series");
});

test("monthly, a series of daily files alone is refused", async () => {
  const source = await monthlySource();
  await expect(source.series("dailyOnly")).rejects.toThrow(
    "dailyOnly: no figures are shipped; name a folder that holds",
  );
});

test("monthly, a column that contains its continuation shows both parts", async () => {
  const source = await monthlySource();
  const { parts } = await source.series("carriedMonths");
  expect(parts.map(({ id, from }) => [id, formatDay(from)])).toEqual([
    ["carriedMonths", "2020-02-29"],
    ["dailyOnly", "2020-03-15"],
  ]);
  expect((await source.series("notYetCarried")).parts).toEqual([]);
});

test("only the files that are asked for are read", async () => {
  const catalog = await tinyCatalog();
  const source = await openCatalog(catalog, { frequency: "monthly", directories: [] });
  await rm(new URL("months.csv", catalog.folder));
  expect((await source.series("a")).days).toHaveLength(2);
  await expect(source.series("m")).rejects.toThrow("cannot be read (ENOENT)");
});

test("daily figures come from the first folder that has the file and the column", async () => {
  const other = await folderOf({ "A.csv": "date,value\n2020-01-01,99\n" });
  const first = await folderOf({
    "A.csv": "date,close\n2020-01-02,1\n2020-01-03,2\n",
    "B.csv": "date,close,adjclose\n2020-01-02,9,3\n2020-01-03,9,4\n2020-01-04,9,6\n",
  });
  const second = await folderOf({ "A.csv": "date,close\n2020-01-02,77\n" });
  const source = await openCatalog(await tinyCatalog(), {
    frequency: "daily",
    directories: [other, first, second],
  });
  expect(rowsOf(await source.series("a"))).toEqual({ "2020-01-02": 1, "2020-01-03": 2 });
  expect(rowsOf(await source.series("dailyOnly"))["2020-01-04"]).toBe(6);
  const carried = await source.series("carried");
  expect(rowsOf(carried)).toEqual({ "2020-01-02": 1, "2020-01-03": 2, "2020-01-04": 3 });
  expect(carried.parts.map(({ id }) => id)).toEqual(["carried", "dailyOnly"]);
  expect(rowsOf(await source.series("m"))["2020-01-31"]).toBe(1);
});

test("daily, a missing file names the series, the file and the folders searched", async () => {
  const folder = await folderOf({});
  const source = await openCatalog(await tinyCatalog(), {
    frequency: "daily",
    directories: [folder],
  });
  await expect(source.series("a")).rejects.toThrow(
    `a: daily figures are in A.csv, which is in none of the folders given (searched: ${folder})`,
  );
});

test("daily, a fault of the series that carries another on names both", async () => {
  const folder = await folderOf({ "A.csv": "date,close\n2020-01-02,1\n2020-01-03,2\n" });
  const source = await openCatalog(await tinyCatalog(), {
    frequency: "daily",
    directories: [folder],
  });
  await expect(source.series("carried")).rejects.toThrow(
    "carried, continued by dailyOnly: daily figures are in B.csv, which is in none of the folders",
  );
});

test("tables of the folders that no series names are known; other files are not looked at", async () => {
  const folder = await folderOf({ "A.csv": "", "a.csv": "", "notes.md": "", "B.xlsx": "" });
  const source = await openCatalog(await tinyCatalog(), {
    frequency: "daily",
    directories: [folder],
  });
  expect(source.unused).toEqual([`${folder}/B.xlsx`, `${folder}/a.csv`]);
  expect((await monthlySource()).unused).toEqual([]);
});

test("mending, a faulty file gives what can be read of it", async () => {
  const folder = await folderOf({
    "A.csv": "date,close\n2020-01-02,1\n2020-01-03,x\n2020-01-06,3\n",
  });
  const options = { frequency: "daily", directories: [folder] } as const;
  const strict = await openCatalog(await tinyCatalog(), options);
  await expect(strict.series("a")).rejects.toThrow('"x" is not a number');
  const mending = await openCatalog(await tinyCatalog(), { ...options, mending: true });
  expect((await mending.series("a")).values).toEqual(Float64Array.of(1, Number.NaN, 3));
});

test("a source knows what it can read at its frequency, without reading it", async () => {
  const monthly = await monthlySource();
  const unreadable = monthly.ids.filter((id) => !monthly.has(id));
  expect(unreadable).toEqual(["dailyOnly"]);
  expect([monthly.has("ratio"), monthly.has("none")]).toEqual([true, false]);
  const folder = await folderOf({ "A.csv": "not read" });
  const daily = await openCatalog(await tinyCatalog(), {
    frequency: "daily",
    directories: [folder],
  });
  expect(["a", "m", "b", "ratio"].map(daily.has)).toEqual([true, true, true, true]);
  expect(["dailyOnly", "carried"].map(daily.has)).toEqual([false, false]);
});

test("what is wrong with several files is told together", async () => {
  const folder = await folderOf({
    "A.csv": "date,close\n2020-01-02,x\n2020-01-02,2\n",
    "B.csv": "date,adjclose\n2020-13-01,3\n",
  });
  const source = await openCatalog(await tinyCatalog(), {
    frequency: "daily",
    directories: [folder],
  });
  const read = await readEach(source, ["a", "dailyOnly", "carried", "m"]);
  expect(read.series.map(({ id }) => id)).toEqual(["m"]);
  expect(read.faults.map((fault) => fault.replace(`${folder}/`, "").slice(0, 24))).toEqual([
    'A.csv line 2, column "cl',
    "A.csv line 3: 2020-01-02",
    'B.csv line 2, column "da',
  ]);
  await expect(readAll(source, ["a", "dailyOnly"])).rejects.toMatchObject({ faults: read.faults });
  expect((await readAll(source, ["m", "m"])).map(({ id }) => id)).toEqual(["m"]);
});

test("daily, a file without the column names the nearest, and a folder must exist", async () => {
  const folder = await folderOf({ "A.csv": "date,clsoe\n2020-01-02,1\n" });
  const catalog = await tinyCatalog();
  const source = await openCatalog(catalog, { frequency: "daily", directories: [folder] });
  await expect(source.series("a")).rejects.toThrow(
    'A.csv: unknown column "close"; did you mean "clsoe"?',
  );
  await expect(
    openCatalog(catalog, { frequency: "daily", directories: [`${folder}/none`] }),
  ).rejects.toThrow(`folder ${folder}/none: cannot be read (ENOENT)`);
});
