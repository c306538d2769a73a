import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { brokenAt, type RegistryEntry } from "../../src/study/registry.ts";
import { assay, bin, folderWith } from "./assay.ts";
import { doubles, farmWith, rises } from "./farm-claims.ts";

const REGISTRY = "reports/registry.jsonl";
const LOCK = `${REGISTRY}.lock`;
const register = ["run", "study.ts", "--register"];
const files = farmWith(doubles("H1", "wheat"), rises(1, "100.0%"));

const textOf = (cwd: string, path = REGISTRY) => readFileSync(join(cwd, path), "utf8");
const entriesOf = (cwd: string, path = REGISTRY): RegistryEntry[] =>
  textOf(cwd, path)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
const findingsOf = (cwd: string) =>
  JSON.parse(readFileSync(join(cwd, "reports/farm/findings.json"), "utf8"));
const pageOf = (cwd: string) => readFileSync(join(cwd, "reports/farm/index.html"), "utf8");

/** Runs with --register, which must go well and be silent on stderr. */
function registeredRun(cwd: string, ...more: string[]) {
  const ended = assay([...register, ...more], { cwd });
  expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: "" });
  return ended;
}

/** The run is refused with a message that says why, and the registry stays as it was. */
function refused(cwd: string): string {
  const before = textOf(cwd);
  const { code, stdout, stderr } = assay(register, { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(textOf(cwd)).toBe(before);
  expect(existsSync(join(cwd, "reports/farm"))).toBe(false);
  return stderr;
}

describe("assay run --register", () => {
  test("without it nothing is registered, and the findings say so", () => {
    const cwd = folderWith(files);
    expect(assay(["run", "study.ts"], { cwd }).code).toBe(0);
    expect(existsSync(join(cwd, REGISTRY))).toBe(false);
    expect(findingsOf(cwd).registry).toBeNull();
    expect(pageOf(cwd)).toContain("This run was not registered");
  });

  test("an entry holds what the run was made of and what it found", () => {
    const cwd = folderWith(files);
    registeredRun(cwd);
    const [entry, ...others] = entriesOf(cwd);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      ...{ entry: 1, previous: null, study: "farm", options: [] },
      period: ["2019-12-31", "2021-01-31", "monthly"],
      variants: ["short-wheat"],
      verdicts: { H1: "supported" },
      predictions: { P1: { outcome: "pending" } },
    });
    for (const hash of [entry!.studyHash, entry!.hash, ...Object.values(entry!.data)])
      expect(hash).toMatch(/^[0-9a-f]{32,64}$/);
    expect(findingsOf(cwd).registry).toEqual({
      ...{
        entry: 1,
        hash: entry!.hash,
        isRepeated: false,
        since: { P1: 1 },
        changed: [],
        removed: [],
        filesSince: null,
      },
    });
    expect(pageOf(cwd)).toContain("Registered as entry 1");
    expect(entry!.predictions.P1).toMatchObject({
      claim: "Wheat rises.",
      tests: [{ title: "Wheat in 2030", due: "2030-06-30", expects: "above 100.0%" }],
    });
  });

  test("the very same run is not written twice; another seed or other code is", () => {
    const cwd = folderWith(files);
    registeredRun(cwd);
    const once = textOf(cwd);
    registeredRun(cwd);
    expect(textOf(cwd)).toBe(once);
    expect(findingsOf(cwd).registry).toMatchObject({ entry: 1, isRepeated: true });
    registeredRun(cwd, "--seed", "7");
    expect(textOf(cwd).startsWith(once)).toBe(true);
    writeFileSync(join(cwd, "study.ts"), `${files["study.ts"]}// a remark\n`);
    registeredRun(cwd, "--seed", "7");
    const entries = entriesOf(cwd);
    expect(entries.map(({ entry }) => entry)).toEqual([1, 2, 3]);
    expect(entries[2]!.studyHash).not.toBe(entries[1]!.studyHash);
    expect(entries[2]!.predictions).toEqual(entries[0]!.predictions);
    expect(brokenAt(entries)).toBeNull();
  });

  test("a prediction that was changed is said to be, in the findings and on the page", () => {
    const cwd = folderWith(files);
    registeredRun(cwd);
    writeFileSync(
      join(cwd, "study.ts"),
      farmWith(doubles("H1", "wheat"), rises(0.5, "50.0%"))["study.ts"]!,
    );
    registeredRun(cwd);
    expect(findingsOf(cwd).registry).toMatchObject({
      ...{ entry: 2, since: { P1: 2 }, changed: [{ id: "P1", first: 1, now: 2 }] },
    });
    expect(pageOf(cwd)).toContain("Changed after registration:");
    expect(pageOf(cwd)).toContain(
      "P1 was registered in entry 1 and stands under another definition since entry 2",
    );
  });

  test("the last line says what the registry says of the run", () => {
    const cwd = folderWith(files);
    const lastLine = () => registeredRun(cwd).stdout.trimEnd().split("\n").at(-1);
    expect(lastLine()).toBe("Registered as entry 1");
    expect(lastLine()).toBe("The same run as entry 1; nothing added");
    const changed = farmWith(doubles("H1", "wheat"), rises(0.5, "50.0%"))["study.ts"]!;
    writeFileSync(join(cwd, "study.ts"), changed);
    expect(lastLine()).toBe("Registered as entry 2; P1 changed since entry 1");
    writeFileSync(join(cwd, "study.ts"), farmWith(doubles("H1", "wheat"))["study.ts"]!);
    expect(lastLine()).toBe(
      "Registered as entry 3; P1 (entry 2) no longer among its predictions; the files of the study changed with this entry",
    );
    expect(findingsOf(cwd).registry).toMatchObject({
      changed: [],
      removed: [{ id: "P1", last: 2 }],
    });
  });

  test("a file that somebody changed is refused, and left as it is", () => {
    const cwd = folderWith(files);
    registeredRun(cwd);
    registeredRun(cwd, "--seed", "7");
    const tampered = folderWith({
      ...files,
      [REGISTRY]: textOf(cwd).replace('"H1":"supported"', '"H1":"refuted"'),
    });
    expect(refused(tampered)).toBe(
      `assay: ${REGISTRY}: entry 1 was changed after it was written; put the file back as it was, or begin a new one under another name\n`,
    );
    const without = folderWith({ ...files, [REGISTRY]: `${textOf(cwd).split("\n")[1]}\n` });
    expect(refused(without)).toContain(`${REGISTRY}: entry 1 is numbered 2; put the file back`);
  });

  test("a file that is no registry is refused, with the line", () => {
    const cwd = folderWith(files);
    registeredRun(cwd);
    const cut = textOf(cwd).slice(0, 200);
    expect(refused(folderWith({ ...files, [REGISTRY]: `${cut}\n` }))).toBe(
      `assay: ${REGISTRY}: line 1 is no entry of a registry; put the file back as it was\n`,
    );
  });

  test("it lies beside the folder of the report", () => {
    const cwd = folderWith(files);
    registeredRun(cwd, "--out", "far/away/farm");
    expect(entriesOf(cwd, "far/away/registry.jsonl")).toHaveLength(1);
    expect(existsSync(join(cwd, "reports"))).toBe(false);
  });

  test("--json stays clean, and has what the registry says", () => {
    const cwd = folderWith(files);
    const { stdout } = registeredRun(cwd, "--json");
    expect(JSON.parse(stdout).registry).toMatchObject({ entry: 1, isRepeated: false });
  });

  test("a lock that was left behind gives a message that names it, and is not taken away", () => {
    const cwd = folderWith(files);
    mkdirSync(join(cwd, "reports"));
    writeFileSync(join(cwd, LOCK), "");
    const { code, stdout, stderr } = assay(register, { cwd });
    expect(stderr).toBe(
      `assay: ${REGISTRY}: another run is being registered; run again when it is done, or remove ${LOCK} if none is\n`,
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(existsSync(join(cwd, LOCK))).toBe(true);
    expect(existsSync(join(cwd, REGISTRY))).toBe(false);
  });

  test("runs at the same time do no harm: each is in the chain, or was told to wait", async () => {
    const cwd = folderWith(files);
    const started = ["1", "2", "3"].map(
      (seed) =>
        new Promise<{ readonly code: number | null; readonly stderr: string }>((ended) => {
          const words = [bin, ...register, "--seed", seed, "--out", `reports/farm-${seed}`];
          const child = spawn(process.execPath, words, { cwd });
          let stderr = "";
          child.stderr.on("data", (text) => {
            stderr += String(text);
          });
          child.on("close", (code) => ended({ code, stderr }));
        }),
    );
    const all = await Promise.all(started);
    const done = all.filter(({ code }) => code === 0);
    for (const { code, stderr } of all)
      expect(code === 0 ? stderr : `${code} ${stderr}`).toMatch(
        code === 0 ? /^$/ : /^2 assay: .*another run is being registered/,
      );
    const entries = entriesOf(cwd);
    expect(entries).toHaveLength(done.length);
    expect(brokenAt(entries)).toBeNull();
    expect(existsSync(join(cwd, LOCK))).toBe(false);
  });
});
