import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { putSeries } from "../../src/data/store/store.ts";
import { origin } from "../data/store/tiny-store.ts";
import { assay, folderWith } from "./assay.ts";
import { farm } from "./farm.ts";

const catalog = farm["catalog.ts"]!.replaceAll("monthly: at(", "daily: at(").replace(
  "farm.csv",
  "FARM.csv",
);

/** A project whose figures are daily, and a store of its user that is not there yet. */
function project() {
  const cwd = folderWith({ ...farm, "catalog.ts": catalog, "data/catalog.ts": catalog });
  mkdirSync(join(cwd, "data/figures"));
  const store = join(cwd, "store");
  const run = (...words: readonly string[]) => assay(words, { cwd, env: { ASSAY_DATA: store } });
  return { cwd, store, run };
}

async function fill(store: string): Promise<void> {
  const rows = Array.from({ length: 600 }, (_, row) => row).filter((row) => row % 7 < 5);
  const column = (of: (row: number) => number) => rows.map(of);
  await putSeries(
    store,
    "FARM.csv",
    {
      days: column((row) => 17_896 + row),
      columns: new Map([
        ["wheat", column((row) => 100 + (row % 11))],
        ["rye", column((row) => 50 + (row % 5))],
        ["bill", column(() => 0.01)],
      ]),
    },
    { ...origin, notes: ["weekdays only"] },
  );
}

const without = (text: string) => {
  const { study, ...findings } = JSON.parse(text);
  return { ...findings, study: { ...study, options: [] } };
};

describe("the store of a user", () => {
  test("is read by a daily run without --data, which finds what --data finds in it", async () => {
    const { store, run } = project();
    const daily = ["run", "study.ts", "--from", "2019-01-08", "--frequency", "daily", "--json"];
    const lacking = run(...daily);
    expect(lacking).toMatchObject({ code: 2, stdout: "" });
    expect(lacking.stderr).toBe(
      `assay: store ${store}: has no FARM.csv, and the days in it are the rows of a daily run; ` +
        'bring daily figures with "assay data import DIR" or "assay data pull", or name a folder of them with --data\n',
    );
    expect(existsSync(store)).toBe(false);
    await fill(store);
    const own = run(...daily);
    expect(own).toMatchObject({ code: 0, stderr: "" });
    const given = run(...daily, "--data", "store");
    expect(JSON.parse(own.stdout).study.options).toEqual([
      "--from 2019-01-08",
      "--frequency daily",
    ]);
    expect(JSON.parse(given.stdout).study.options).toContain("--data DIR");
    expect(without(own.stdout)).toEqual(without(given.stdout));
    expect(own.stdout).not.toContain(store);
    expect(own.stdout).not.toContain(origin.retrieved);
  });

  test("is not read by a run that is not said to be daily", async () => {
    const { store, run } = project();
    await fill(store);
    expect(run("run", "study.ts").stderr).toContain("no figures are shipped");
  });

  test("is listed, shown with where its files are from, and checked", async () => {
    const { store, run } = project();
    expect(run("data", "check", "--store")).toEqual({
      code: 2,
      stdout: "",
      stderr: `assay: --store ${store}: no such directory; bring figures with assay data import DIR or assay data pull\n`,
    });
    await fill(store);
    expect(run("data", "list", "--store").stdout).toContain("wheat  2018-12 to 2020-08  Wheat");
    const shown = run("data", "show", "wheat", "--store").stdout;
    expect(shown).toContain("stored     FARM.csv by import from made up on 2030-01-01T00:00:00Z");
    expect(shown).toContain("note       weekdays only");
    const asJson = JSON.parse(run("data", "show", "wheat", "--store", "--json").stdout);
    expect(asJson.stored).toMatchObject({ file: "FARM.csv", rows: 430 });
    expect(run("data", "check", "--store").stdout).toContain("3 series checked: 0 errors");
    expect(run("data", "check", "--store", "--data", "store").stderr).toBe(
      "assay: --store, --data: given together; give one of them\n",
    );
  });

  test("whose file was changed by hand is told of by a check", async () => {
    const { store, run } = project();
    await fill(store);
    const { appendFileSync } = await import("node:fs");
    appendFileSync(join(store, "FARM.csv"), "2020-08-24,101,51,0.01\n");
    const { stdout } = run("data", "check", "--store");
    expect(stdout).toContain("provenance: files of the store that it does not speak of");
    expect(stdout.replace(/\s+/g, " ")).toContain("is not the file of 2030-01-01T00:00:00Z");
    const { unlike } = JSON.parse(run("data", "check", "--store", "--json").stdout);
    expect(unlike).toHaveLength(1);
  });
});
