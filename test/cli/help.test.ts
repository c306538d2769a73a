import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { assay } from "./assay.ts";

describe("assay without a task", () => {
  test("no words print the help, with examples and exit codes", () => {
    const { code, stdout, stderr } = assay([]);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    expect(stdout).toContain("Usage: assay <command>");
    expect(stdout).toMatch(/assay run \[study\] .*Run a study/);
    expect(stdout).toContain("assay data list gold");
    expect(stdout).toMatch(/^assay tests .*: run .* data .* explain .*\n\nUsage/s);
    expect(stdout).toMatch(/^ {2}assay explain +\S/m);
    expect(stdout).toContain("Exit codes: 0 done, 1 the run failed, 2 the input is wrong.");
  });

  test("--help says the same as no words", () => {
    expect(assay(["--help"])).toEqual(assay([]));
  });

  test("--version prints the version of the package", () => {
    expect(assay(["--version"])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: "" });
  });

  test("assay run --help names every option and shows how to use it", () => {
    const { code, stdout } = assay(["run", "--help"]);
    expect(code).toBe(0);
    for (const option of ["from", "to", "in", "frequency", "data", "out", "seed", "open", "json"])
      expect(stdout).toMatch(new RegExp(`^ +--${option} +\\S`, "m"));
    expect(stdout).toContain("assay run --json > findings.json");
  });

  test("assay data --help names its commands", () => {
    const { code, stdout } = assay(["data", "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("assay data list [text]");
    expect(stdout).toContain("assay data show [series..]");
  });

  test("assay data alone prints its help", () => {
    const alone = assay(["data"]);
    expect(alone).toEqual(assay(["data", "--help"]));
    expect(alone.code).toBe(0);
    expect(alone.stderr).toBe("");
  });

  test("every line of help fits 80 columns", () => {
    for (const words of [
      [],
      ["run"],
      ["report"],
      ["diff"],
      ["data"],
      ["data", "list"],
      ["data", "show"],
    ])
      for (const line of assay([...words, "--help"]).stdout.split("\n"))
        expect(line.length).toBeLessThanOrEqual(80);
  });
});
