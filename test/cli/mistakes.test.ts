import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { assay, folderWith, root } from "./assay.ts";

/** Runs in an empty folder: exit code 2, the message alone on stderr, nothing on stdout, nothing written. */
function refused(words: readonly string[], message: string): void {
  const cwd = folderWith({});
  const { code, stdout, stderr } = assay(words, { cwd });
  expect(stderr).toBe(message);
  expect(stdout).toBe("");
  expect(code).toBe(2);
  expect(readdirSync(cwd)).toEqual([]);
}

describe("words that are not understood", () => {
  test("a misspelt command", () => {
    refused(["rnu"], 'assay: unknown command "rnu"; did you mean "run"?\n');
  });

  test("a command that is like none", () => {
    refused(
      ["optimise"],
      'assay: unknown command "optimise"; known: run, report, diff, data, explain, completion\n',
    );
  });

  test("a misspelt option", () => {
    refused(
      ["run", "--form", "2020-01-01"],
      'assay: unknown option "--form"; did you mean "--from"?\n',
    );
  });

  test("a misspelt option with its value attached", () => {
    refused(["run", "--sed=1"], 'assay: unknown option "--sed"; did you mean "--seed"?\n');
  });

  test("an option without a command", () => {
    refused(
      ["--json"],
      "assay: no command given; known: run, report, diff, data, explain, completion\n",
    );
  });

  test("a second study", () => {
    refused(["run", "a.ts", "b.ts"], 'assay: unexpected word "b.ts"; see assay run --help\n');
  });

  test("an option without its value", () => {
    refused(["run", "--from"], "assay: --from: no value given; write --from VALUE\n");
  });

  test("a command without the words that it needs", () => {
    refused(
      ["data", "add", "mybtc"],
      "assay: data add: needs ID and PROVIDER:SYMBOL, e.g. assay data add uraniumMiners yahoo:URNM\n",
    );
    refused(
      ["completion"],
      "assay: completion: needs one of bash, zsh, fish, e.g. assay completion bash\n",
    );
  });

  test("a flag with a value", () => {
    refused(["run", "--json=yes"], "assay: --json: takes no value; write --json or leave it out\n");
  });

  test("data with options alone, and with a misspelt command", () => {
    refused(
      ["data", "--json"],
      "assay: data: no command given; known: list, show, check, import, pull, add\n",
    );
    refused(["data", "lst"], 'assay: unknown data command "lst"; did you mean "list"?\n');
  });

  test("a formula without its quotes", () => {
    const said = "assay: data show: shows one series, got ";
    refused(
      ["data", "show", "spx", "gold"],
      `${said}spx gold; a formula stands in quotes: "spx / gold"\n`,
    );
    refused(
      ["data", "show", "2", "*", "spx"],
      `${said}2 * spx; a formula stands in quotes: "2 * spx"\n`,
    );
  });

  test("data show without a series, and in two formats at once", () => {
    refused(["data", "show"], "assay: data show: no series given; name one of assay data list\n");
    refused(
      ["data", "show", "x", "--json", "--csv"],
      "assay: --json, --csv: given together; give one of them\n",
    );
  });
});

describe("values that are wrong", () => {
  test("all of them are told at once, a line each", () => {
    const words = [
      "run",
      "x.ts",
      "--from=2020-02-30",
      "--to=soon",
      "--in=usd,,",
      "--frequency=weekly",
    ];
    refused(
      [...words, "--data=nowhere", "--seed=1.5"],
      [
        'assay: --from: "2020-02-30" is not a calendar day; write YYYY-MM-DD',
        'assay: --to: "soon" is not a calendar day; write YYYY-MM-DD',
        'assay: --in: "usd,," has an empty name; write for example usd,gold',
        'assay: --frequency: got "weekly"; give monthly or daily',
        "assay: --data nowhere: no such directory; check the path",
        'assay: --seed: got "1.5"; give a whole number from 0 to 4294967295',
        "",
      ].join("\n"),
    );
  });

  test("an end before the beginning", () => {
    refused(
      ["run", "x.ts", "--from", "2020-01-01", "--to", "2019-01-01"],
      "assay: --from: 2020-01-01 is not before --to 2019-01-01; give an earlier day\n",
    );
  });

  test("one option twice", () => {
    refused(
      ["run", "x.ts", "--seed=1", "--seed=2"],
      "assay: --seed: given 2 times; give it once\n",
    );
  });

  test("a file where a folder of data is meant", () => {
    const cwd = folderWith({ "gold.csv": "date,close\n" });
    const { code, stderr } = assay(["run", "x.ts", "--data", "gold.csv"], { cwd });
    expect(stderr).toBe("assay: --data gold.csv: is not a directory; give the folder it lies in\n");
    expect(code).toBe(2);
  });

  test("no study file where there is no default one: it says what was looked for", () => {
    const cwd = folderWith({});
    const { code, stderr } = assay(["run"], { cwd });
    const path = join(cwd, "strategies", "essay.ts");
    expect(stderr).toContain(`assay: no study file given, and there is no `);
    expect(stderr).toContain(`${path}; name a study file\n`);
    expect(code).toBe(2);
  });

  test("a study that is no code", () => {
    const cwd = folderWith({ "README.md": "# Bets\n" });
    const { code, stderr } = assay(["run", "README.md"], { cwd });
    expect(stderr).toBe(
      "assay: README.md: is not a TypeScript or JavaScript file; give one that ends in .ts, .mts, .js or .mjs\n",
    );
    expect(code).toBe(2);
  });

  test("a misspelt study file", () => {
    const cwd = folderWith({ "studies/bets.ts": "" });
    const { code, stderr } = assay(["run", "studies/best.ts"], { cwd });
    expect(stderr).toBe('assay: studies/best.ts: no such file; did you mean "studies/bets.ts"?\n');
    expect(code).toBe(2);
  });

  test("a folder for a study, and a file in no folder", () => {
    const cwd = folderWith({ "studies/bets.ts": "" });
    expect(assay(["run", "studies"], { cwd }).stderr).toBe(
      "assay: studies: is a directory; give a file in it\n",
    );
    expect(assay(["run", "study/bets.ts"], { cwd }).stderr).toBe(
      "assay: study/bets.ts: no such file; there is no directory study either\n",
    );
  });

  test("a misspelt numeraire of the study", () => {
    const out = join(folderWith({}), "report");
    const { code, stdout, stderr } = assay(["run", "--in", "usd,glod", "--out", out], {
      cwd: root,
    });
    expect(stderr).toBe(
      `assay: unknown numeraire "glod"; did you mean "gold"? (units are declared in the study's numeraires)\n`,
    );
    expect(stdout).toBe("");
    expect(code).toBe(2);
    expect(existsSync(out)).toBe(false);
  });

  test("a period before the data begins", () => {
    const out = join(folderWith({}), "report");
    const { code, stdout, stderr } = assay([
      "run",
      "--to",
      "1900-01-01",
      "--from",
      "1890-01-01",
      "--out",
      out,
    ]);
    expect(stderr).toMatch(/^assay: .*1890-01-01/);
    expect(stderr).not.toContain("    at ");
    expect(stdout).toBe("");
    expect(code).toBe(2);
    expect(existsSync(out)).toBe(false);
  });
});
