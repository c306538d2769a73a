import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { locked } from "../../../src/data/store/lock.ts";
import { provenanceOf, putSeries, readSeries } from "../../../src/data/store/store.ts";
import { unlikeProvenance } from "../../../src/data/store/unlike.ts";
import { ended, program, started } from "./child.ts";
import { figuresOf, newFolder, origin } from "./tiny-store.ts";

const SLOW = 60_000;

/** Puts rows of ones and, longer, of twos by turns into files of a store, for ever or so many times. */
const WRITER = `
import { putSeries } from "./put.ts";
const [store, times, ...files] = process.argv.slice(2);
const origin = { provider: "import", address: "made up", retrieved: "2030-01-01T00:00:00Z", terms: "free", notes: [] };
const rows = (count, value) => ({
  days: Array.from({ length: count }, (_, row) => row),
  columns: new Map([["close", new Array(count).fill(value)]]),
});
const both = [rows(20_000, 1), rows(30_000, 2)];
process.stdout.write("ready\\n");
for (let time = 0; time < Number(times); time += 1)
  for (const file of files) await putSeries(store, file, both[time % 2], origin);
`;

/** Adds one to a number in a file, so many times, each under the lock. */
const COUNTER = `
import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { locked } from "./lock.ts";
const [store, times] = process.argv.slice(2);
for (let time = 0; time < Number(times); time += 1)
  await locked(store, async () => {
    const count = Number(readFileSync(store + "/count", "utf8"));
    await setTimeout(1);
    writeFileSync(store + "/count", String(count + 1));
  });
`;

/** The value and the number of rows, where all rows have the same value. */
async function wholeAt(path: string): Promise<string> {
  const { columns } = await readSeries(path);
  const values = columns.get("close")!;
  const alike = Array.from(values).every((value) => value === values[0]);
  return alike ? `${values.length} of ${values[0]}` : "a mixture";
}
const OLD_OR_NEW = ["20000 of 1", "30000 of 2"];

function plantDeadLock(store: string): void {
  const dead = { token: "d".repeat(24), host: hostname(), pid: 2 ** 30, began: "1" };
  mkdirSync(store, { recursive: true });
  writeFileSync(join(store, ".lock"), JSON.stringify(dead));
}

describe("a writer that is killed", () => {
  it("leaves the old file or the new one, and the next writer goes on", {
    timeout: SLOW,
  }, async () => {
    const folder = newFolder();
    const store = join(folder, "store");
    const writer = await program(folder, WRITER);
    const path = join(store, "RYE.csv");
    await putSeries(store, "RYE.csv", figuresOf({ close: new Array(20_000).fill(1) }), origin);
    const left = new Set<string>();
    for (let kill = 0; kill < 25; kill += 1) {
      const child = started(writer, store, "1000", "RYE.csv");
      await once(child.stdout!, "data");
      await setTimeout(2 + kill * 3);
      child.kill("SIGKILL");
      expect(await ended(child)).toBe("SIGKILL");
      expect(OLD_OR_NEW).toContain(await wholeAt(path));
      expect((await provenanceOf(store, "RYE.csv"))?.rows).toSatisfy((rows) =>
        [20_000, 30_000].includes(rows),
      );
      for (const name of readdirSync(store)) left.add(name.replace(/[0-9a-f]{12,24}/, "*"));
    }
    // The kills met the writer at work.
    expect([...left]).toContain(".lock");
    expect([...left]).toContain(".RYE.csv.*.tmp");
    await putSeries(store, "RYE.csv", figuresOf({ close: [5, 6] }), origin);
    expect(await unlikeProvenance(store)).toEqual([]);
    expect(readdirSync(store).sort()).toEqual([".cache", "RYE.csv", "RYE.json", "SOURCES.md"]);
  });
});

describe("processes that write at once", () => {
  it("each leave their whole file; readers never see anything else", {
    timeout: SLOW,
  }, async () => {
    const folder = newFolder();
    const store = join(folder, "store");
    plantDeadLock(store);
    const writer = await program(folder, WRITER);
    const children = [
      started(writer, store, "12", "RYE.csv", "OATS.csv"),
      started(writer, store, "12", "RYE.csv", "CORN.csv"),
      started(writer, store, "12", "RYE.csv"),
    ];
    let running = true;
    const codes = Promise.all(children.map(ended)).finally(() => {
      running = false;
    });
    await Promise.all(children.map((child) => once(child.stdout!, "data")));
    const seen = new Set<string>();
    while (running) {
      if (readdirSync(store).includes("RYE.csv")) seen.add(await wholeAt(join(store, "RYE.csv")));
      await setTimeout(2);
    }
    expect(await codes).toEqual([0, 0, 0]);
    expect([...seen].sort()).toEqual(OLD_OR_NEW);
    expect(await unlikeProvenance(store)).toEqual([]);
    expect(readdirSync(store).filter((name) => name.startsWith("."))).toEqual([".cache"]);
    const page = readFileSync(join(store, "SOURCES.md"), "utf8");
    for (const file of ["CORN", "OATS", "RYE"]) expect(page).toContain(`| ${file}.csv |`);
  });

  it("wait for each other, also where they find the same dead lock", {
    timeout: SLOW,
  }, async () => {
    const folder = newFolder();
    const counter = await program(folder, COUNTER);
    const store = join(folder, "store");
    plantDeadLock(store);
    writeFileSync(join(store, "count"), "0");
    const children = [1, 2, 3].map(() => started(counter, store, "15"));
    expect(await Promise.all(children.map(ended))).toEqual([0, 0, 0]);
    expect(readFileSync(join(store, "count"), "utf8")).toBe("45");
    expect(readdirSync(store)).toEqual(["count"]);
  });
});

describe("the lock", () => {
  it("keeps calls of one process apart, and is given back when one fails", async () => {
    const store = newFolder();
    const course: string[] = [];
    const call = (name: string, fails = false) =>
      locked(store, async () => {
        course.push(`${name} begins`);
        await setTimeout(3);
        course.push(`${name} ends`);
        if (fails) throw new Error(name);
      });
    const all = await Promise.allSettled([call("a"), call("b", true), call("c")]);
    expect(all.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    for (let at = 0; at < course.length; at += 2)
      expect(course[at]!.split(" ")[0]).toBe(course[at + 1]!.split(" ")[0]);
    expect(readdirSync(store)).toEqual([]);
  });

  it("of a process that lives, of another machine or that cannot be read is never broken", async () => {
    const store = newFolder();
    const token = "a".repeat(24);
    const living = { token, host: hostname(), pid: process.pid, began: null };
    const elsewhere = { token, host: `not ${hostname()}`, pid: 2 ** 30, began: "1" };
    for (const text of [JSON.stringify(living), JSON.stringify(elsewhere), "", "{", "null", "[]"]) {
      writeFileSync(join(store, ".lock"), text);
      await expect(locked(store, async () => {}, 3)).rejects.toThrow(
        `${join(store, ".lock")}: another process is writing into the store; wait for its end, or remove the file if there is none`,
      );
      expect(readFileSync(join(store, ".lock"), "utf8")).toBe(text);
      expect(readdirSync(store)).toEqual([".lock"]);
    }
  });

  it("of a process whose number another has by now is broken, where the system tells them apart", async () => {
    const store = newFolder();
    plantDeadLock(store);
    const lock = join(store, ".lock");
    const earlier = { ...JSON.parse(readFileSync(lock, "utf8")), pid: process.pid, began: "0" };
    writeFileSync(lock, JSON.stringify(earlier));
    const tells = existsSync("/proc/self/stat");
    const done = await locked(store, async () => true, 3).catch(() => false);
    expect(done).toBe(tells);
  });

  it("is broken too where the process ended that was breaking it", async () => {
    const store = newFolder();
    plantDeadLock(store);
    const lock = join(store, ".lock");
    const { token } = JSON.parse(readFileSync(lock, "utf8"));
    writeFileSync(`${lock}.${token}.broken`, readFileSync(lock));
    expect(await locked(store, async () => true, 5)).toBe(true);
    expect(readdirSync(store)).toEqual([]);
  });
});
