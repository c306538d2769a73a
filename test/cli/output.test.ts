import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { assay, bin, folderWith } from "./assay.ts";
import { farm } from "./farm.ts";

const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*[A-Za-z]`, "g");

/** The run of a study on a screen so many columns wide. */
function onScreen(columns: number, env: Readonly<Record<string, string>>): string {
  const command = `stty cols ${columns}; ${process.execPath} ${bin} run study.ts 2>/dev/null`;
  const { stdout } = spawnSync("script", ["-qec", command, "/dev/null"], {
    cwd: folderWith(farm),
    env: { PATH: process.env.PATH ?? "", TERM: "xterm", ...env },
    encoding: "utf8",
  });
  return stdout.replaceAll("\r", "");
}

const hasScreen = spawnSync("script", ["-qec", "stty cols 80", "/dev/null"]).status === 0;

describe.skipIf(!hasScreen)("assay run on a screen", () => {
  test.each([60, 80, 120])(
    "%i columns: the verdict first, no line wider, and coloured",
    (columns) => {
      const text = onScreen(columns, { LANG: "C.UTF-8" });
      expect(text).toMatch(ESCAPES);
      const lines = text.replace(ESCAPES, "").split("\n");
      expect(lines[0]).toBe("Wheat against rye");
      expect(lines.slice(3).join(" ")).toMatch(/^short-wheat was ruined on 2020-04-30\. It grew /);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
      expect(lines.some((line) => /[▁▂▃▄▅▆▇█]{8}/.test(line))).toBe(columns === 120);
    },
  );

  test("NO_COLOR and a locale without UTF-8 are respected", () => {
    expect(onScreen(120, { LC_ALL: "C", NO_COLOR: "1" })).toMatch(/^[\n -~]*$/);
  });
});

describe("assay run in a pipe", () => {
  const run = (...words: string[]) =>
    assay(["run", "study.ts", ...words], { cwd: folderWith(farm) });

  test("--quiet prints the verdict and the path alone", () => {
    const { code, stdout, stderr } = run("--quiet");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^Wheat against rye\n/);
    expect(stdout).not.toContain("benchmarks");
    expect(stdout.endsWith("\nReport: reports/farm/index.html\n")).toBe(true);
    expect(stdout.split("\n").length).toBeLessThan(20);
  });

  test("--verbose tells each stage and its time on stderr, a line each without escapes", () => {
    const { code, stdout, stderr } = run("--verbose");
    expect(code).toBe(0);
    expect(stderr).toMatch(/^( *\d+\.\d\d s {2}[a-z ]+\n)+$/);
    expect(stderr).toContain("drawing the report\n");
    expect(stdout).not.toMatch(ESCAPES);
  });

  test("FORCE_COLOR colours it, and --no-color does not", () => {
    const cwd = folderWith(farm);
    const env = { FORCE_COLOR: "1" };
    expect(assay(["run", "study.ts"], { cwd, env }).stdout).toMatch(ESCAPES);
    expect(assay(["run", "study.ts", "--no-color"], { cwd, env }).stdout).not.toMatch(ESCAPES);
  });

  test("flags that exclude one another are refused", () => {
    const { code, stderr } = run("--quiet", "--json", "--watch");
    expect(code).toBe(2);
    expect(stderr).toBe(
      "assay: --json, --quiet: given together; give one of them\nassay: --watch, --json: given together; give one of them\n",
    );
  });
});
