import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decoded, encoded } from "../../../src/data/store/column-cache.ts";
import { putSeries, readSeries } from "../../../src/data/store/store.ts";
import { figuresOf, newFolder, origin, sameBits } from "./tiny-store.ts";

/** A store with one file, read once, and how to read it again. */
async function filled(values: readonly number[] = [1, 2, 3]) {
  const store = newFolder();
  await putSeries(store, "RYE.csv", figuresOf({ close: values }), origin);
  const path = join(store, "RYE.csv");
  const cache = join(store, ".cache", "RYE.bin");
  const read = async () => Array.from((await readSeries(path)).columns.get("close")!);
  await read();
  return { store, path, cache, read };
}

/** Makes the columns look as if they were written long after the file, so that its times are enough. */
function settle(cache: string): void {
  const later = statSync(cache).mtimeMs / 1000 + 60;
  utimesSync(cache, later, later);
}

describe("binary columns beside a file", () => {
  it("give what the file says, days and all", async () => {
    const { path, cache } = await filled([1, Number.NaN, 3]);
    settle(cache);
    const table = await readSeries(path, "the rye");
    expect(table.place).toBe("the rye");
    expect([...table.columns.keys()]).toEqual(["date", "close"]);
    expect(table.columns.get("date")).toBe(table.days);
    expect(Array.from(table.days)).toEqual([0, 1, 2]);
    expect(Array.from(table.columns.get("close")!)).toEqual([1, Number.NaN, 3]);
  });

  it("are what is read, where nothing tells of a change", async () => {
    const { cache, read } = await filled();
    const kept = decoded(readFileSync(cache))!;
    writeFileSync(cache, encoded({ ...kept, columns: [kept.columns[0]!, [7, 8, 9]] }));
    settle(cache);
    expect(await read()).toEqual([7, 8, 9]);
  });

  it("are passed over when the file changed, by another name, in place, or with its times put back", async () => {
    const { store, path, cache, read } = await filled();
    settle(cache);
    await putSeries(store, "RYE.csv", figuresOf({ close: [4, 5, 6] }), origin);
    expect(await read()).toEqual([4, 5, 6]);
    settle(cache);
    const { atimeMs, mtimeMs } = statSync(path);
    writeFileSync(path, readFileSync(path, "utf8").replace(",5", ",8"));
    utimesSync(path, atimeMs / 1000, mtimeMs / 1000);
    expect(await read()).toEqual([4, 8, 6]);
  });

  it("written within a tick of a change are believed only where the SHA-256 says so", async () => {
    const { path, cache, read } = await filled();
    const kept = decoded(readFileSync(cache))!;
    // The same stamp for other content: a second change that the clock of the disk did not tell apart.
    writeFileSync(path, readFileSync(path, "utf8").replace(",2", ",9"));
    const { size, mtimeNs, ctimeNs, ino } = statSync(path, { bigint: true });
    const stamp = {
      ...{ size: String(size), modified: String(mtimeNs) },
      ...{ changed: String(ctimeNs), inode: String(ino) },
    };
    writeFileSync(cache, encoded({ ...kept, stamp }));
    expect(await read()).toEqual([1, 9, 3]);
  });

  it("that were damaged at any byte, cut or prolonged are passed over and written anew", async () => {
    const { cache, read } = await filled();
    const good = readFileSync(cache);
    expect(decoded(good)?.names).toEqual(["date", "close"]);
    for (let at = 0; at < good.length; at += 1) {
      const bad = Buffer.from(good);
      bad[at] = bad[at]! ^ (1 << (at % 8));
      expect(decoded(bad)).toBeUndefined();
      expect(decoded(good.subarray(0, at))).toBeUndefined();
    }
    for (const bad of [
      Buffer.concat([good, Buffer.of(0)]),
      Buffer.alloc(0),
      Buffer.from("date,close"),
    ]) {
      writeFileSync(cache, bad);
      settle(cache);
      expect(await read()).toEqual([1, 2, 3]);
      expect(readFileSync(cache).equals(good)).toBe(true);
    }
  });

  it("of another version or machine are passed over", async () => {
    const { cache, read } = await filled();
    const good = readFileSync(cache);
    const kept = decoded(good)!;
    const foreign = encoded({ ...kept, columns: [kept.columns[0]!, [7, 8, 9]] });
    const { createHash } = await import("node:crypto");
    foreign.write("assay columns 0", foreign.indexOf("assay columns 1"));
    createHash("sha256").update(foreign.subarray(32)).digest().copy(foreign);
    writeFileSync(cache, foreign);
    settle(cache);
    expect(await read()).toEqual([1, 2, 3]);
  });

  it("that cannot be written are no failure, and lead nowhere else", async () => {
    const { store, cache, read } = await filled();
    const outside = newFolder();
    rmSync(join(store, ".cache"), { recursive: true });
    symlinkSync(outside, join(store, ".cache"));
    expect(await read()).toEqual([1, 2, 3]);
    expect(readdirSync(outside)).toEqual([]);
    rmSync(join(store, ".cache"));
    writeFileSync(join(store, ".cache"), "a file");
    expect(await read()).toEqual([1, 2, 3]);
    rmSync(join(store, ".cache"));
    mkdirSync(cache, { recursive: true });
    expect(await read()).toEqual([1, 2, 3]);
    expect(readdirSync(join(store, ".cache"))).toEqual(["RYE.bin"]);
  });

  it("remember which columns were read as days", async () => {
    const store = newFolder();
    const path = join(store, "RYE.csv");
    writeFileSync(path, "date,close,known\n1970-01-01,1,1970-01-05\n");
    const known = async () => (await readSeries(path, path, ["known"])).columns.get("known")![0];
    expect(await known()).toBe(4);
    settle(join(store, ".cache", "RYE.bin"));
    expect(await known()).toBe(4);
    await expect(readSeries(path)).rejects.toThrow("is not a number");
  });

  it("are not made of a faulty file, which is refused every time", async () => {
    const { path, cache, read } = await filled();
    appendFileSync(path, "1970-01-03,4\n");
    for (const _ of [1, 2])
      await expect(read()).rejects.toThrow("1970-01-03 does not come after 1970-01-03");
    rmSync(path);
    await expect(read()).rejects.toThrow("cannot be read (ENOENT)");
    expect(existsSync(cache)).toBe(true);
  });
});

describe("put, then read", () => {
  it("gives back the same days and the same bits, from the text and from the columns", async () => {
    const store = newFolder();
    const path = join(store, "RYE.csv");
    const value = fc.oneof(
      fc.double({ noDefaultInfinity: true }),
      fc.constantFrom(-0, 0, Number.NaN, 5e-324, -5e-324, 2.225073858507201e-308),
      fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, 2 ** 53 + 2, 0.1 + 0.2),
    );
    const days = fc.uniqueArray(fc.integer({ min: -683_003, max: 2_932_896 }), {
      minLength: 1,
      maxLength: 30,
    });
    const law = fc.asyncProperty(days, fc.infiniteStream(value), async (some, values) => {
      const sorted = [...some].sort((a, b) => a - b);
      const column = () => sorted.map(() => values.next().value as number);
      const columns = new Map([
        ["close", column()],
        ["adjclose", column()],
      ]);
      await putSeries(store, "RYE.csv", { days: sorted, columns }, origin);
      for (const from of ["text", "columns"]) {
        if (from === "columns") settle(join(store, ".cache", "RYE.bin"));
        const table = await readSeries(path);
        expect(Array.from(table.days)).toEqual(sorted);
        for (const [name, put] of columns)
          expect(sameBits(table.columns.get(name)!, put), `${name} from ${from}`).toBe(true);
      }
    });
    await fc.assert(law, { numRuns: 60 });
  });
});
