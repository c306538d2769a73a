import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assay, folderWith } from "./assay.ts";
import { farm } from "./farm.ts";

const template = mkdtempSync(join(tmpdir(), "assay-test-"));
afterAll(() => rmSync(template, { recursive: true }));
beforeAll(() => {
  for (const [path, text] of Object.entries(farm)) {
    mkdirSync(dirname(join(template, path)), { recursive: true });
    writeFileSync(join(template, path), text);
  }
  const { code, stderr } = assay(["run", "study.ts"], { cwd: template });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

/** A project in which the farm was run once. */
function ran(): string {
  const cwd = folderWith({});
  cpSync(template, cwd, { recursive: true });
  return cwd;
}

function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

describe("assay report", () => {
  test("makes the very files of the run from findings.json alone", () => {
    const cwd = ran();
    const report = join(cwd, "reports/farm");
    const before = filesIn(report);
    for (const name of Object.keys(before))
      if (name !== "findings.json") rmSync(join(report, name));
    const ended = assay(["report", "reports/farm"], { cwd });
    expect(ended).toEqual({ code: 0, stdout: "Report: reports/farm/index.html\n", stderr: "" });
    expect(filesIn(report)).toEqual(before);
    expect(assay(["report", "reports/farm/findings.json"], { cwd }).code).toBe(0);
    expect(filesIn(report)).toEqual(before);
  });

  test("takes several reports, and findings that stand elsewhere with --out", () => {
    const cwd = ran();
    cpSync(join(cwd, "reports/farm"), join(cwd, "reports/copy"), { recursive: true });
    writeFileSync(join(cwd, "run.json"), readFileSync(join(cwd, "reports/farm/findings.json")));
    const two = assay(["report", "reports/farm", "reports/copy"], { cwd });
    expect(two.stdout).toBe("Report: reports/farm/index.html\nReport: reports/copy/index.html\n");
    expect(assay(["report", "run.json"], { cwd })).toEqual({
      code: 2,
      stdout: "",
      stderr: "assay: run.json: stands in no folder of a report; say --out DIR\n",
    });
    expect(assay(["report", "run.json", "--out", "again"], { cwd }).code).toBe(0);
    expect(filesIn(join(cwd, "again"))).toEqual(filesIn(join(cwd, "reports/farm")));
  });

  test("says what is wrong with findings that it cannot draw, and leaves what stands there", () => {
    const cwd = ran();
    const path = join(cwd, "reports/farm/findings.json");
    const page = readFileSync(join(cwd, "reports/farm/index.html"), "utf8");
    const whole = JSON.parse(readFileSync(path, "utf8"));
    const { trials: _, maps: __, ...older } = whole;
    const told = (findings: unknown): string => {
      writeFileSync(path, typeof findings === "string" ? findings : JSON.stringify(findings));
      const { code, stdout, stderr } = assay(["report", "reports/farm"], { cwd });
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(readFileSync(join(cwd, "reports/farm/index.html"), "utf8")).toBe(page);
      return stderr.replaceAll("reports/farm/findings.json", "FILE");
    };
    const refused = "assay: FILE: holds no findings of a run; give its findings.json\n";
    expect(told("{ half")).toBe(refused);
    expect(told({ schema: 1, colour: "red" })).toBe(refused);
    expect(told({ ...whole, schema: 2 })).toBe(
      "assay: FILE: has schema 2, and this assay knows 1; run the study again\n",
    );
    expect(told(older)).toBe(
      "assay: FILE: has no trials and maps, so it is of an earlier assay; run the study again\n",
    );
    expect(told({ ...whole, trials: {} })).toMatch(
      /^assay: FILE: cannot be drawn \(.+\), so it is of another version of assay or was changed; run the study again\n$/,
    );
  });

  test("tells all faults of its words at once", () => {
    const { stderr, code } = assay(["report", "--out", "x", "--index", "nowhere"]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      "assay: --out: is for one report; 0 are given\n" +
        "assay: --index nowhere: no such directory; check the path\n",
    );
    expect(assay(["report"]).stderr).toBe(
      "assay: report: no report given; name its folder, or --index DIR for the list of a folder\n",
    );
  });

  test.skipIf(process.platform !== "linux")("--open gives the page to $BROWSER", async () => {
    const cwd = ran();
    writeFileSync(join(cwd, "browser"), '#!/bin/sh\necho "$1" > part && mv part seen\n');
    chmodSync(join(cwd, "browser"), 0o755);
    const env = { BROWSER: join(cwd, "browser") };
    expect(assay(["report", "reports/farm", "--open"], { cwd, env }).code).toBe(0);
    await expect
      .poll(() => existsSync(join(cwd, "seen")) && readFileSync(join(cwd, "seen"), "utf8"), {
        timeout: 10_000,
      })
      .toBe(`${join(realpathSync(cwd), "reports/farm/index.html")}\n`);
  });
});

describe("the list of reports", () => {
  const list = (cwd: string, folder = "reports") =>
    readFileSync(join(cwd, folder, "index.html"), "utf8");

  test("stands in reports/ after every run, has every run, and is the same whenever it is made", () => {
    const cwd = ran();
    expect(list(cwd)).toContain('<a href="farm/index.html">Wheat against rye</a>');
    expect(list(cwd)).toContain("1 run in this folder");
    const { code } = assay(["run", "study.ts", "--out", "reports/later", "--from", "2020-01-31"], {
      cwd,
    });
    expect(code).toBe(0);
    const two = list(cwd);
    expect(two).toContain("2 runs in this folder");
    expect(two.indexOf("farm/index.html")).toBeLessThan(two.indexOf("later/index.html"));
    rmSync(join(cwd, "reports/later/summary.json"));
    expect(assay(["report", "--index", "reports"], { cwd })).toEqual({
      code: 0,
      stdout: "Reports: reports/index.html\n",
      stderr: "",
    });
    expect(list(cwd)).toBe(two);
    expect(readdirSync(join(cwd, "reports")).sort()).toEqual(["farm", "index.html", "later"]);
  });

  test("is not put where nobody asked for it, and is kept up to date where somebody did", () => {
    const cwd = ran();
    cpSync(join(cwd, "reports/farm"), join(cwd, "mine/one"), { recursive: true });
    expect(assay(["report", "mine/one"], { cwd }).code).toBe(0);
    expect(readdirSync(join(cwd, "mine"))).toEqual(["one"]);
    assay(["report", "--index", "mine"], { cwd });
    expect(assay(["run", "study.ts", "--out", "mine/two"], { cwd }).code).toBe(0);
    expect(list(cwd, "mine")).toContain("two/index.html");
  });

  test("is never written over a page of somebody else", () => {
    const cwd = folderWith({ ...farm, "reports/index.html": "<h1>mine</h1>" });
    expect(assay(["run", "study.ts"], { cwd }).code).toBe(0);
    expect(list(cwd)).toBe("<h1>mine</h1>");
    const { code, stderr } = assay(["report", "--index", "reports"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe(
      "assay: --index reports: has an index.html that is not a list of ours; move it away\n",
    );
  });

  test("names the folders whose findings it cannot read, and passes over those of other things", () => {
    const cwd = ran();
    mkdirSync(join(cwd, "reports/old"));
    writeFileSync(join(cwd, "reports/old/findings.json"), '{"schema": 0}');
    mkdirSync(join(cwd, "reports/notes"));
    assay(["report", "--index", "reports"], { cwd });
    expect(list(cwd)).toMatch(/Not listed, .*: old\.</);
    expect(list(cwd)).not.toContain("notes");
  });
});

describe("figures as files", () => {
  test("--svg writes every drawing of the page, and keeps what else is in the folder", () => {
    const cwd = ran();
    const words = ["report", "reports/farm", "--svg", "drawn"];
    expect(assay(words, { cwd }).code).toBe(0);
    const names = readdirSync(join(cwd, "drawn"));
    expect(names).toContain("wealth-usd.svg");
    for (const name of names) {
      const svg = readFileSync(join(cwd, "drawn", name), "utf8");
      expect(svg).toMatch(
        /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+"/,
      );
      expect(svg).not.toMatch(/var\(|color-mix|NaN|<use|undefined/);
    }
    writeFileSync(join(cwd, "drawn/notes.txt"), "mine");
    assay(words, { cwd });
    expect(readdirSync(join(cwd, "drawn")).sort()).toEqual([...names, "notes.txt"].sort());
  });

  test("--png writes them as pictures", () => {
    const cwd = folderWith(farm);
    expect(assay(["run", "study.ts", "--png", "drawn"], { cwd }).code).toBe(0);
    const names = readdirSync(join(cwd, "drawn"));
    expect(names).toContain("wealth-usd.png");
    const png = readFileSync(join(cwd, "drawn/wealth-usd.png"));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBeGreaterThan(1000);
  });

  test("a folder that cannot be written is told", () => {
    const cwd = ran();
    writeFileSync(join(cwd, "file"), "");
    const { code, stderr } = assay(["report", "reports/farm", "--svg", "file"], { cwd });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "assay: --svg file: cannot be written (EEXIST); give another folder\n",
    });
  });
});
