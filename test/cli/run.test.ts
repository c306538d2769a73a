import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assay, type Ended, folderWith } from "./assay.ts";
import { farm } from "./farm.ts";
import { doubles, farmWith } from "./farm-claims.ts";

const place = mkdtempSync(join(tmpdir(), "assay-test-"));
const out = join(place, "report");
afterAll(() => rmSync(place, { recursive: true }));

const read = (name: string) => readFileSync(join(out, name), "utf8");

describe("assay run in this repository", () => {
  let ended: Ended;
  beforeAll(() => {
    ended = assay(["run", "--out", out]);
  });

  test("ends with the comparison and the path of the report, and is silent beside it", () => {
    expect(ended.stderr).toBe("");
    expect(ended.code).toBe(0);
    expect(ended.stdout).toMatch(/^strategies\nhard-assets {2}/m);
    expect(ended.stdout).toMatch(/^benchmarks\nspx {2}/m);
    expect(ended.stdout.endsWith(`\nReport: ${join(out, "index.html")}\n`)).toBe(true);
    expect(existsSync(join(out, "index.html"))).toBe(true);
  });

  test("states the period, the units and the conventions", () => {
    const { period } = JSON.parse(read("findings.json"));
    expect(ended.stdout).toContain(`${period.from} to ${period.to} (`);
    expect(ended.stdout).toContain(`), monthly, ${period.periods} returns.\n`);
    expect(ended.stdout).toMatch(/^Units: usd: .*gold: /ms);
    expect(ended.stdout).toContain("growth: compound, a year.");
    expect(ended.stdout).toMatch(
      /^Entered late: (.|\n)*bitcoin 2010-07-31\s\(hard-assets and others\)/m,
    );
    expect(ended.stdout).toMatch(/^Caution: no test in this run /m);
  });

  test("no line but the path is longer than 80 columns, and none has colour in a pipe", () => {
    for (const line of ended.stdout.split("\n"))
      if (!line.startsWith("Report: ")) expect(line.length).toBeLessThanOrEqual(80);
    expect(ended.stdout).not.toContain("\u001b");
  });

  test("--json prints the bytes of findings.json and nothing else", () => {
    const { code, stdout, stderr } = assay(["run", "--json", "--in", "usd,gold", "--out", out]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(read("findings.json"));
    const { numeraires } = JSON.parse(stdout);
    expect(numeraires.map(({ id }: { id: string }) => id)).toEqual(["usd", "gold"]);
  });

  test("a run that fails leaves the report as it was", () => {
    const before = statSync(join(out, "index.html")).mtimeMs;
    const { code } = assay(["run", "--from", "1890-01-01", "--out", out]);
    expect(code).toBe(2);
    expect(statSync(join(out, "index.html")).mtimeMs).toBe(before);
  });

  test("a folder that holds something else is not written over", () => {
    const other = folderWith({ "letters.txt": "dear" });
    const { code, stdout, stderr } = assay(["run", "--out", other]);
    expect(stderr).toContain(other);
    expect(stderr.split("\n")).toHaveLength(2);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });
});

describe("assay run in another folder", () => {
  test("needs no package beside the study, and says who went broke and when", () => {
    const cwd = folderWith(farm);
    const { code, stdout, stderr } = assay(["run", "study.ts"], { cwd });
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^short-wheat +ruined 2020-04-30 +– +– +– +0\.00 +0\.00$/m);
    expect(stdout).toMatch(/^wheat +\d/m);
    expect(existsSync(join(cwd, "reports/farm/index.html"))).toBe(true);
  });

  test("refuses weights that are others when they are asked for again, and names the strategy", () => {
    const fickle = `strategy({ id: "fickle", title: "Fickle", rationale: "a test", assets: ["rye"], rebalance: monthly, weights: () => ({ rye: Math.random() }) })`;
    const cwd = folderWith({
      ...farm,
      "study.ts": farm["study.ts"]!.replace("strategies: [", `strategies: [${fickle}, `),
    });
    const { code, stderr } = assay(["run", "study.ts"], { cwd });
    expect(code).not.toBe(0);
    expect(stderr).toContain("strategy fickle: gave other weights when it was asked again");
    expect(stderr).not.toContain("strategy rye");
    expect(existsSync(join(cwd, "reports"))).toBe(false);
  });

  test("a daily run leaves the monthly report of its study alone", () => {
    const days = Array.from({ length: 600 }, (_, row) => {
      const day = new Date(Date.UTC(2019, 0, 1 + row));
      const isWeekday = day.getUTCDay() % 6 !== 0;
      return isWeekday
        ? [`${day.toISOString().slice(0, 10)},${100 + (row % 7)},${50 + (row % 5)},0.01`]
        : [];
    }).flat();
    const cwd = folderWith({
      ...farm,
      "catalog.ts": farm["catalog.ts"]!.replaceAll("monthly: at(", "daily: at("),
      "daily/farm.csv": `date,wheat,rye,bill\n${days.join("\n")}\n`,
    });
    const { code, stdout, stderr } = assay(
      ["run", "study.ts", "--frequency", "daily", "--data", "daily"],
      { cwd },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.endsWith("\nReport: reports/farm-daily/index.html\n")).toBe(true);
    expect(existsSync(join(cwd, "reports/farm"))).toBe(false);
  });

  test("--data alone is monthly unless the calendar's daily file is there, and reads what is not shipped", () => {
    const catalog = farm["catalog.ts"]!.replace(
      "    bill: column",
      '    oats: column({ ...described, title: "Oats", daily: { file: "OATS.csv", column: "close" } }),\n    bill: column',
    );
    const claims = farmWith(doubles("H1", "oats"));
    const rows = ["2019-12-31,1", "2020-12-31,3", "2021-01-31,3"];
    const cwd = folderWith({
      ...claims,
      "catalog.ts": catalog,
      "own/OATS.csv": `date,close\n${rows.join("\n")}\n`,
      "other/BARLEY.csv": "date,close\n2019-12-31,1\n",
    });
    const { code, stdout, stderr } = assay(["run", "study.ts", "--data", "own"], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^H1 +\+ supported +200\.0% +oats doubles\.$/m);
    expect(stdout).toContain(" monthly, 13 returns.");
    const unused = assay(["run", "study.ts", "--data", "other"], { cwd });
    expect(unused).toMatchObject({ code: 2, stdout: "" });
    expect(unused.stderr).toBe(
      "assay: --data other: holds no file that a series of the catalog is read from; their names stand in the catalog\n",
    );
  });

  test.skipIf(process.platform !== "linux")("--open gives the report to $BROWSER", async () => {
    const cwd = folderWith({ ...farm, browser: '#!/bin/sh\necho "$1" > part && mv part seen\n' });
    chmodSync(join(cwd, "browser"), 0o755);
    const words = ["run", "study.ts", "--open"];
    expect(assay(words, { cwd, env: { BROWSER: join(cwd, "browser") } }).code).toBe(0);
    await expect
      .poll(() => existsSync(join(cwd, "seen")) && readFileSync(join(cwd, "seen"), "utf8"), {
        timeout: 10_000,
      })
      .toBe(`${join(realpathSync(cwd), "reports/farm/index.html")}\n`);
    const { code, stderr } = assay(words, { cwd, env: { BROWSER: "./no-browser" } });
    expect(stderr).toBe(
      "assay: --open: ./no-browser does not start (ENOENT); open reports/farm/index.html yourself\n",
    );
    expect(code).toBe(2);
  });

  test("with LC_ALL=C the table is ASCII, and NO_COLOR wins over FORCE_COLOR", () => {
    const env = { LC_ALL: "C", NO_COLOR: "1", FORCE_COLOR: "1" };
    const { stdout } = assay(["run", "study.ts"], { cwd: folderWith(farm), env });
    expect(stdout).toMatch(/^[\n -~]*$/);
    expect(stdout).toMatch(/^short-wheat +ruined 2020-04-30 +- +- +- +0\.00 +0\.00$/m);
  });

  test("a weight function that fails is the user's to mend: one line with the strategy and the day", () => {
    const broken = farm["study.ts"]!.replace(
      "{ [asset]: weight }",
      "() => { throw new Error(asset); }",
    );
    const cwd = folderWith({ ...farm, "study.ts": broken });
    const { code, stdout, stderr } = assay(["run", "study.ts"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^assay: study.ts: \S+ on \d{4}-\d\d-\d\d: the weight function failed: Error: wheat\n$/,
    );
    expect(stdout).toBe("");
    expect(existsSync(join(cwd, "reports"))).toBe(false);
  });
});
