import { rm } from "node:fs/promises";
import { column, formula, splice } from "assay";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Catalog } from "../../src/data/catalog.ts";
import { givenFiles } from "../../src/data/given-files.ts";
import { InputError } from "../../src/input/input-error.ts";
import { folderOf, plain, urlOf } from "./tiny.ts";

const at = (file: string, name: string) => ({ file, column: name });
const made: string[] = [];
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true }))));
async function folder(...names: string[]): Promise<string> {
  const path = await folderOf(Object.fromEntries(names.map((name) => [name, ""])));
  made.push(path);
  return path;
}

let catalog: Catalog;
beforeAll(async () => {
  catalog = {
    folder: urlOf(await folder()),
    calendar: "shares",
    series: {
      shares: column({ ...plain, monthly: at("ends.csv", "a"), daily: at("SHARES.csv", "close") }),
      older: column({ ...plain, monthly: at("ends.csv", "b"), daily: at("OLDER.csv", "close") }),
      shipped: column({ ...plain, monthly: at("ends.csv", "c") }),
      supplied: column({ ...plain, daily: at("JOBS.csv", "value") }),
      long: splice({ ...plain, parts: [{ id: "older" }, { id: "shares" }] }),
      circle: formula("circle + 1", { ...plain }),
    },
  };
});

describe("files of given folders", () => {
  const read = (...directories: string[]) => givenFiles(catalog, "shares", directories);

  it("make a run daily where those of the calendar are among them", async () => {
    const [all, one, other] = [
      await folder("SHARES.csv", "JOBS.csv"),
      await folder("OLDER.csv"),
      await folder("SHARES.csv"),
    ];
    expect(await read(all)).toEqual({ frequency: "daily", passedOver: [] });
    expect(await read(one, other)).toEqual({ frequency: "daily", passedOver: [] });
  });

  it("leave it monthly else, and what is shipped is passed over", async () => {
    expect(await read()).toEqual({ frequency: "monthly", passedOver: [] });
    expect(await read(await folder("JOBS.csv"))).toEqual({ frequency: "monthly", passedOver: [] });
    const both = await folder("OLDER.csv", "JOBS.csv", "notes.txt");
    expect(await read(both)).toEqual({ frequency: "monthly", passedOver: [`${both}/OLDER.csv`] });
  });

  it("of a calendar that is derived have to hold all that it is made from", async () => {
    const part = await folder("SHARES.csv", "JOBS.csv");
    const whole = await folder("SHARES.csv", "OLDER.csv");
    expect((await givenFiles(catalog, "long", [part])).frequency).toBe("monthly");
    expect((await givenFiles(catalog, "long", [whole])).frequency).toBe("daily");
  });

  it("never make a run daily whose calendar has no daily file, or goes round in a circle", async () => {
    const all = await folder("SHARES.csv", "JOBS.csv");
    for (const calendar of ["shipped", "circle", "nothing"])
      expect((await givenFiles(catalog, calendar, [all])).frequency).toBe("monthly");
  });

  it("are read as it is said, whatever they are", async () => {
    const all = await folder("SHARES.csv", "JOBS.csv");
    expect(await givenFiles(catalog, "shares", [all], "monthly")).toEqual({
      frequency: "monthly",
      passedOver: [`${all}/SHARES.csv`],
    });
    const part = await folder("JOBS.csv");
    expect((await givenFiles(catalog, "shares", [part], "daily")).frequency).toBe("daily");
  });

  it("are told where none of them would be read", async () => {
    const [empty, strange, shipped] = [
      await folder(),
      await folder("SHRAES.csv"),
      await folder("OLDER.csv"),
    ];
    await expect(read(empty, strange)).rejects.toThrow(
      new InputError(
        `--data ${empty}, ${strange}: holds no file that a series of the catalog is read from; their names stand in the catalog`,
      ),
    );
    await expect(read(shipped)).rejects.toThrow(
      "none of its files is read: a monthly run reads only what is not shipped; add SHARES.csv for a daily run",
    );
    const daily = await folder("SHARES.csv");
    await expect(givenFiles(catalog, "shares", [daily], "monthly")).rejects.toThrow(
      "--frequency daily reads it",
    );
    await expect(read("/no/such/folder")).rejects.toThrow("cannot be read (ENOENT)");
  });
});
