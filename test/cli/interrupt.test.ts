import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { assay, bin, folderWith } from "./assay.ts";
import { farm } from "./farm.ts";

/** Starts a run in a folder; a signal is sent when stderr, told stage by stage, says a word. */
function signalled(cwd: string, words: readonly string[], signal: NodeJS.Signals, when: string) {
  expect(inject("build")).toBe("fresh");
  const child = spawn(process.execPath, [bin, "run", "study.ts", ...words], { cwd });
  let told = "";
  let isSent = false;
  child.stderr.on("data", (text: Buffer) => {
    told += text.toString();
    if (isSent || !told.includes(when)) return;
    isSent = true;
    child.kill(signal);
  });
  return new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal }));
  });
}

describe("a run that is ended by a signal", () => {
  test.each([
    ["reading the study", "SIGINT"],
    ["reading data", "SIGTERM"],
    ["weighing the evidence", "SIGINT"],
    ["asking the claims", "SIGINT"],
  ] as const)("after %s leaves the previous report and nothing beside it", async (when, signal) => {
    const cwd = folderWith(farm);
    expect(assay(["run", "study.ts"], { cwd }).code).toBe(0);
    const page = () => readFileSync(join(cwd, "reports/farm/index.html"), "utf8");
    const [before, names] = [page(), readdirSync(join(cwd, "reports"))];
    const ended = await signalled(cwd, ["-v", "--in", "usd"], signal, when);
    const number = signal === "SIGINT" ? 130 : 143;
    // Ended by the signal itself, which a shell calls 128 + its number, or by us in the same words.
    expect(ended.signal === signal || ended.code === number).toBe(true);
    expect(page()).toBe(before);
    expect(readdirSync(join(cwd, "reports"))).toEqual(names);
    expect(existsSync(join(cwd, "reports/registry.jsonl.lock"))).toBe(false);
  });

  test("while figures are written leaves the folder as it was, or whole", async () => {
    const cwd = folderWith(farm);
    expect(assay(["run", "study.ts", "--svg", "all"], { cwd }).code).toBe(0);
    const all = readdirSync(join(cwd, "all")).sort();
    expect(all.length).toBeGreaterThan(3);
    await signalled(cwd, ["-v", "--svg", "drawn"], "SIGINT", "drawing the report");
    const drawn = existsSync(join(cwd, "drawn")) ? readdirSync(join(cwd, "drawn")).sort() : all;
    expect(drawn).toEqual(all);
    expect(readdirSync(cwd).filter((name) => name.startsWith(".drawn-"))).toEqual([]);
  });

  test("what a killed process left of a compiled study is gone after the next that compiles", () => {
    const cwd = folderWith({ ...farm, "node_modules/.cache/assay/old.mjs.999999999-0": "half" });
    const cache = () => readdirSync(join(cwd, "node_modules/.cache/assay"));
    const own = `kept.mjs.${process.pid}-0`;
    writeFileSync(join(cwd, "node_modules/.cache/assay", own), "being written");
    expect(assay(["run", "study.ts", "-q"], { cwd }).code).toBe(0);
    expect(cache()).not.toContain("old.mjs.999999999-0");
    expect(cache()).toContain(own);
  });
});
