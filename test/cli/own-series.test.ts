import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { assay, folderWith } from "./assay.ts";
import { farm } from "./farm.ts";

const months = farm["figures/farm.csv"]!.trim().split("\n").slice(1);
const oats = (prices: readonly (number | string)[]) =>
  `date,close\n${months.map((row, at) => `${row.slice(0, 10)},${prices[at]}`).join("\n")}\n`;

const ENTRIES = `{
    oats: fromFile(new URL("./oats.csv", import.meta.url), { title: "Oats", unit: "USD", kind: "price" }),
    mix: formula("0.5 * wheat + 0.5 * oats", { title: "Wheat and oats", unit: "USD", kind: "price" }),
  }`;

/** The farm with series of its own, held by its second benchmark. */
function farmWith(entries: string, prices: readonly (number | string)[]) {
  const study = farm["study.ts"]!.replace(
    "import {",
    "import { formula, fromFile, fromProvider, fromStore, ownSeries,",
  )
    .replace("  catalog,\n", `  catalog,\n  series: ownSeries(${entries}),\n`)
    .replace('hold("rye", "rye", 1)', 'hold("own", "mix", 1)')
    .replace("rye: 0 }", "rye: 0, oats: 0, mix: 0 }");
  return folderWith({ ...farm, "study.ts": study, "oats.csv": oats(prices) });
}

const doubling = months.map((_, at) => 10 * 2 ** (at / (months.length - 1)));

describe("series of a study's own", () => {
  test("come from a file beside it, mix with the catalog's, and are held like them", () => {
    const cwd = farmWith(ENTRIES, doubling);
    const { code, stderr } = assay(["run", "study.ts"], { cwd });
    expect(stderr).toBe("");
    expect(code).toBe(0);
    const findings = JSON.parse(readFileSync(join(cwd, "reports/farm/findings.json"), "utf8"));
    const own = findings.portfolios.find(({ id }: { id: string }) => id === "own");
    const [first, last] = [0.5 * 100 + 0.5 * 10, 0.5 * 270 + 0.5 * 20];
    expect(own.measures.usd.totalReturn).toBeCloseTo(last / first - 1, 12);
    const input = findings.inputs.find(({ id }: { id: string }) => id === "oats");
    expect(input).toMatchObject({
      title: "Oats",
      rows: months.length,
      origin: "the user's file oats.csv",
    });
    expect(input.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each(["USD/bu", "USD, adjusted", "index, 2017 = 100", "oats a head"])(
    "are held in the unit %s",
    (unit) => {
      const entry = `{ mix: fromFile(new URL("./oats.csv", import.meta.url), { title: "Oats", unit: "${unit}", kind: "price" }) }`;
      const cwd = farmWith(entry, doubling);
      writeFileSync(
        join(cwd, "study.ts"),
        readFileSync(join(cwd, "study.ts"), "utf8").replace(", oats: 0, mix", ", mix"),
      );
      expect(assay(["run", "study.ts"], { cwd })).toMatchObject({ code: 0, stderr: "" });
    },
  );

  test("come from a file of a store or folder by its name, as after an import", () => {
    const entries = `{
      oats: fromStore("oats", { title: "Oats", unit: "USD", kind: "price" }),
      mix: formula("0.5 * wheat + 0.5 * oats", { title: "Wheat and oats", unit: "USD", kind: "price" }),
    }`;
    const cwd = farmWith(entries, doubling);
    mkdirSync(join(cwd, "mine"));
    const lacking = assay(["run", "study.ts"], { cwd });
    expect(lacking.code).toBe(2);
    expect(lacking.stderr).toContain(
      "oats: no figures are shipped; name a folder that holds OATS.csv",
    );
    renameSync(join(cwd, "oats.csv"), join(cwd, "mine", "OATS.csv"));
    expect(assay(["run", "study.ts", "--data", "mine"], { cwd })).toMatchObject({
      code: 0,
      stderr: "",
    });
    const path = farmWith(
      `{ mix: fromStore("../oats", { title: "x", unit: "USD", kind: "price" }), oats: formula("mix", { title: "x", unit: "USD", kind: "price" }) }`,
      doubling,
    );
    expect(assay(["run", "study.ts"], { cwd: path }).stderr).toContain(
      'fromStore: "../oats" is no name of a file in a store',
    );
  });

  test("without a price in a month in which they are held stand at their last one, which is told", () => {
    const missing = doubling.map((price, at) => (at === 5 ? "" : price));
    const cwd = farmWith(ENTRIES, missing);
    const { code, stdout } = assay(["run", "study.ts"], { cwd });
    expect(code).toBe(0);
    const month = months[5]!.slice(0, 7);
    expect(stdout.replace(/\s+/g, " ")).toContain(`No price of mix in ${month}: the last is used.`);
    const findings = JSON.parse(readFileSync(join(cwd, "reports/farm/findings.json"), "utf8"));
    const own = findings.portfolios.find(({ id }: { id: string }) => id === "own");
    expect(own.ledger.staleRows).toEqual({ mix: 1 });
    expect(own.ledger.events).toContainEqual({
      date: months[5]!.slice(0, 10),
      kind: "no price",
      text: `no price of mix in ${month}: the last is used`,
    });
  });

  test.each([
    [
      "wheat: " +
        'fromFile(new URL("./oats.csv", import.meta.url), { title: "Oats", unit: "USD", kind: "price" })',
      "series: wheat is in the catalog already; give it another id",
    ],
    [
      'oats: fromFile("./oats.csv" as never, { title: "Oats", unit: "USD", kind: "price" })',
      'fromFile: got ./oats.csv; write new URL("./NAME.csv", import.meta.url)',
    ],
    [
      'oats: { title: "Oats" } as never',
      "series: oats was not made by fromFile, fromProvider, formula or the like",
    ],
    [
      'oats: fromFile(new URL("./oats.csv", import.meta.url), { title: "Oats", unit: "percent", kind: "price" }), mix: formula("wheat + oats", { title: "Mix", unit: "USD", kind: "price" })',
      'formula "wheat + oats": wheat in USD is added to oats in percent; both sides need one unit; percent / 100 is a ratio',
    ],
    [
      'mix: fromFile(new URL("./oats.csv", import.meta.url), { title: "Oats", unit: "EUR, adjusted", kind: "price" }), oats: formula("mix", { title: "Oats", unit: "EUR", kind: "price" })',
      'asset "mix": mix counts EUR, the books USD; multiply it by an exchange rate: formula("mix * eurusd", { unit: "USD", ... })',
    ],
    [
      'oats: fromFile(new URL("./rye.csv", import.meta.url), { title: "Oats", unit: "USD", kind: "price" }), mix: formula("oats", { title: "Mix", unit: "USD", kind: "price" })',
      "rye.csv: cannot be read (ENOENT)",
    ],
    [
      'oats: fromProvider("yahoo", "OATS", { title: "Oats", unit: "USD", kind: "price" }), mix: formula("oats", { title: "Mix", unit: "USD", kind: "price" })',
      "YAHOO_OATS.csv",
    ],
  ])("refuses %s", (entries, message) => {
    const { code, stderr } = assay(["run", "study.ts"], {
      cwd: farmWith(`{ ${entries} }`, doubling),
    });
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  test("a fault of the file is told with its line", () => {
    const cwd = farmWith(
      ENTRIES,
      doubling.map((price, at) => (at === 3 ? "ten" : price)),
    );
    const { code, stderr } = assay(["run", "study.ts"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("oats.csv");
    expect(stderr).toContain('"ten"');
  });
});
