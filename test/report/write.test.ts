import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { InputError } from "../../src/input/input-error.ts";
import { writeReport } from "../../src/report/write.ts";
import type { Findings } from "../../src/study/findings.ts";
import { sampleFindings } from "./sample-findings.ts";

let place = "";
let target = "";

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), "report-"));
  target = join(place, "deep", "sample");
});

afterEach(async () => {
  await rm(place, { recursive: true, force: true });
});

const broken: Findings = {
  ...sampleFindings,
  period: { ...sampleFindings.period, perYear: Number.NaN },
};

describe("writeReport", () => {
  it("writes the page, the findings and the tables, and gives their paths", async () => {
    const paths = await writeReport(sampleFindings, target);
    expect(paths.slice(0, 2)).toEqual([join(target, "index.html"), join(target, "findings.json")]);
    const names = await readdir(target);
    expect(names.sort()).toEqual(paths.map((path) => path.slice(target.length + 1)).sort());
    expect(names).toContain("wealth-usd.csv");
    expect((await stat(target)).mode & 0o700).toBe(0o700);
  });

  it("replaces a former report, whole, and leaves nothing else behind", async () => {
    await writeReport(sampleFindings, target);
    await writeFile(join(target, "wealth-furlong.csv"), "of a unit no longer in the study");
    await writeReport(sampleFindings, target);
    expect(await readdir(target)).not.toContain("wealth-furlong.csv");
    expect(await readdir(join(place, "deep"))).toEqual(["sample"]);
  });

  it("keeps what a person put beside the report", async () => {
    await writeReport(sampleFindings, target);
    for (const name of ["notes.md", "mine.csv", "page.html", "data.json"])
      await writeFile(join(target, name), "mine");
    await writeReport(sampleFindings, target);
    for (const name of ["notes.md", "mine.csv", "page.html", "data.json"])
      expect(await readFile(join(target, name), "utf8")).toBe("mine");
  });

  it("refuses a folder whose findings.json is not ours, and leaves it as it was", async () => {
    const other = join(place, "other");
    await mkdir(other);
    await writeFile(join(other, "findings.json"), "{}");
    await writeFile(join(other, "data.csv"), "mine");
    await expect(writeReport(sampleFindings, other)).rejects.toThrow("no findings.json of ours");
    expect((await readdir(other)).sort()).toEqual(["data.csv", "findings.json"]);
  });

  it("a failed run leaves the former report as it was", async () => {
    await writeReport(sampleFindings, target);
    const before = await readFile(join(target, "findings.json"), "utf8");
    await expect(writeReport(broken, target)).rejects.toThrow("NaN");
    expect(await readFile(join(target, "findings.json"), "utf8")).toBe(before);
    expect(await readdir(join(place, "deep"))).toEqual(["sample"]);
  });

  it("a failed first run leaves no folder", async () => {
    await expect(writeReport(broken, target)).rejects.toThrow("NaN");
    expect(await readdir(place)).toEqual([]);
  });

  it("an empty folder is taken", async () => {
    await mkdir(target, { recursive: true });
    await writeReport(sampleFindings, target);
    expect(await readdir(target)).toContain("index.html");
  });

  it("a leftover of a killed run is no hindrance", async () => {
    await mkdir(join(place, "deep", ".sample-abc123", "new"), { recursive: true });
    await writeReport(sampleFindings, target);
    expect(await readdir(target)).toContain("index.html");
  });

  it("refuses a folder that is not a report, and touches nothing in it", async () => {
    await mkdir(target, { recursive: true });
    await writeFile(join(target, "thesis.txt"), "years of work");
    const failure = writeReport(sampleFindings, target);
    await expect(failure).rejects.toBeInstanceOf(InputError);
    await expect(failure).rejects.toThrow("holds 1 file and no findings.json");
    expect(await readdir(target)).toEqual(["thesis.txt"]);
  });

  it("refuses a file", async () => {
    const file = join(place, "file");
    await writeFile(file, "");
    await expect(writeReport(sampleFindings, file)).rejects.toThrow("is a file");
  });
});
