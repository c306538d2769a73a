import { spawnSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { assay, bin, folderWith, root } from "./assay.ts";

const offered = (...words: string[]) => {
  const { code, stdout, stderr } = assay(["--complete", "--", ...words]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t")[0]!);
};

describe("what may come next", () => {
  test("commands, their commands, and options that were not said yet", () => {
    expect(offered("")).toEqual(expect.arrayContaining(["run", "data", "explain", "completion"]));
    expect(offered("ex")).toEqual(["explain"]);
    expect(offered("data", "")).toEqual(["list", "show", "check", "import", "pull", "add"]);
    expect(offered("run", "--f")).toEqual(["--from", "--frequency"]);
    expect(offered("run", "--from", "2020-01-01", "--f")).toEqual(["--frequency"]);
  });

  test("values of options: words, units of the study in a list, folders", () => {
    expect(offered("run", "--frequency", "")).toEqual(["monthly", "daily"]);
    expect(offered("run", "--in", "usd,g")).toEqual(["usd,gold"]);
    expect(offered("run", "--data", "")).toEqual([":folders"]);
    expect(offered("run", "--from", "")).toEqual([]);
  });

  test("study files, ids of series, words that are explained, shells", () => {
    expect(offered("run", "")).toEqual([":files"]);
    expect(offered("data", "show", "gold")).toContain("goldAverage");
    expect(offered("explain", "sharpe")).toContain("sharpeDifference");
    expect(offered("completion", "")).toEqual(["bash", "zsh", "fish"]);
  });

  test("nothing, in silence, where the study has a mistake", () => {
    const cwd = folderWith({ "study.ts": "export default 1 +;" });
    const ended = assay(["--complete", "--", "run", "study.ts", "--in", ""], { cwd });
    expect(ended).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});

describe("assay completion", () => {
  test("bash completes with the script", () => {
    const cwd = folderWith({ script: assay(["completion", "bash"]).stdout });
    writeFileSync(join(cwd, "assay"), `#!/bin/sh\nexec ${process.execPath} ${bin} "$@"\n`);
    chmodSync(join(cwd, "assay"), 0o755);
    const completed = (words: string) => {
      const asked = `source ${join(cwd, "script")}
COMP_WORDS=(${words}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _assay; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", asked], {
        cwd: root,
        env: { PATH: `${cwd}:${process.env.PATH}` },
        encoding: "utf8",
      });
      expect(stderr).toBe("");
      return stdout.trim().split("\n");
    };
    expect(completed("assay ex")).toEqual(["explain"]);
    expect(completed("assay run --freq")).toEqual(["--frequency"]);
    expect(completed("assay run strategies/ess")).toEqual(["strategies/essay.ts"]);
    expect(completed("assay run --out strat")).toEqual(["strategies"]);
  });

  test("zsh and fish have scripts too, and a misspelt shell is told the nearest", () => {
    expect(assay(["completion", "zsh"]).stdout).toMatch(/^#compdef assay\n/);
    expect(assay(["completion", "fish"]).stdout).toContain("complete -c assay");
    expect(assay(["completion", "bsh"])).toEqual({
      code: 2,
      stdout: "",
      stderr: 'assay: unknown shell "bsh"; did you mean "bash"?\n',
    });
  });
});
