import { readFileSync } from "node:fs";
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
    "import { formula, fromFile, fromProvider, ownSeries,",
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
