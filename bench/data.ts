import { createReadStream } from "node:fs";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parse } from "csv-parse";
import { readDelimited } from "../src/data/import/delimited.ts";
import { importFiles } from "../src/data/import/import-files.ts";
import { putSeries, readSeries } from "../src/data/store/store.ts";
import { parkMiller } from "../src/inference/random.ts";
import { readTable } from "../src/series/csv.ts";
import { dayOf, formatDay } from "../src/series/day.ts";
import { against, medianMsOf } from "./timing.ts";

// 27 years of trading days, thirty series.
const ROWS = 6850;
const SERIES = 30;
/** So long after a change the times of a file tell for certain that it did not change again. */
const SETTLED_MS = 2500;

const origin = {
  provider: "import",
  address: "made up",
  retrieved: "2026-01-01T00:00:00Z",
  terms: "free",
  notes: [],
} as const;

async function filledStore(store: string): Promise<string[]> {
  const draw = parkMiller(1999);
  const first = dayOf(1999, 3, 10);
  const days = Float64Array.from({ length: ROWS }, (_, row) => first + Math.floor((row * 7) / 5));
  const files = Array.from({ length: SERIES }, (_, at) => `SERIES_${at}.csv`);
  for (const file of files) {
    let price = 100;
    const close = Float64Array.from({ length: ROWS }, () => {
      price *= 1 + 0.02 * (draw() - 0.49);
      return Number(price.toFixed(4));
    });
    await putSeries(store, file, { days, columns: new Map([["close", close]]) }, origin);
  }
  return files.map((file) => join(store, file));
}

/** Times reading a store through its binary columns against parsing the same CSV files. */
export async function benchCachedRead(): Promise<void> {
  const store = await mkdtemp(join(tmpdir(), "assay-bench-"));
  try {
    const paths = await filledStore(store);
    await setTimeout(SETTLED_MS);
    const cached = () => Promise.all(paths.map((path) => readSeries(path)));
    const parsed = () =>
      Promise.all(paths.map(async (path) => readTable(await readFile(path, "utf8"), path)));
    await cached();
    console.log(
      `reading ${SERIES} daily series of ${ROWS} days from the store, against parsing them`,
    );
    console.log(against(await medianMsOf(cached, 30), await medianMsOf(parsed, 9)));
  } finally {
    await rm(store, { recursive: true, force: true });
  }
}

/** Rows of a file of about 50 MB. */
const MANY = 1_550_000;

function manyRows(): string {
  const first = dayOf(1000, 1, 1);
  const lines = ["date,close,adjclose"];
  for (let row = 0; row < MANY; row++) {
    const close = 100 + ((row * 7919) % 100_000) / 1000;
    lines.push(`${formatDay(first + row)},${close},${(close / 1.0371).toFixed(8)}`);
  }
  return `${lines.join("\n")}\n`;
}

/** Times reading a CSV file of 50 MB against csv-parse alone, and importing it with all that belongs to it. */
export async function benchImport(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "assay-bench-"));
  try {
    const path = join(folder, "many.csv");
    await writeFile(path, manyRows());
    const own = { file: "MANY.csv", columns: [], totals: [] };
    const ours = () => readDelimited(path, own);
    const theirs = async () => {
      let cells = 0;
      for await (const row of createReadStream(path).pipe(parse()))
        cells += (row as readonly string[]).length;
      return cells;
    };
    console.log(`reading a CSV of ${MANY} rows into columns, against its cells by csv-parse`);
    console.log(against(await medianMsOf(ours, 3), await medianMsOf(theirs, 1)));
    const asked = { paths: [path], as: "many", reading: {} };
    const began = performance.now();
    const none = { folder: new URL("file:///"), calendar: "none", series: {} };
    await importFiles(none, join(folder, "store"), asked, new Date(0));
    const { size } = await stat(path);
    const seconds = (performance.now() - began) / 1000;
    console.log(`importing it, ${(size / 1e6).toFixed(0)} MB: ${seconds.toFixed(1)} s`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Times what reads and writes figures. */
export async function benchData(): Promise<void> {
  await benchCachedRead();
  await benchImport();
}
