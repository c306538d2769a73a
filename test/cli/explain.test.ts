import { describe, expect, test } from "vitest";
import { asText } from "../../src/cli/explain/text.ts";
import { DEFINITIONS, PAIR_DEFINITIONS } from "../../src/measure/elsewhere.ts";
import { performance } from "../../src/measure/performance.ts";
import { relative, relativeWealth } from "../../src/measure/relative.ts";
import { trackOf } from "../../src/measure/track.ts";
import { wordsNamed } from "../../src/words/word.ts";
import { WORDS } from "../../src/words/words.ts";
import { benchmarkReturns, monthlySample, portfolioReturns } from "../fixtures/portfolio-bacon.ts";
import { assay, folderWith } from "./assay.ts";
import { farm } from "./farm.ts";

const lines = (text: string) => text.split("\n");

describe("the words", () => {
  const [own, other] = [portfolioReturns, benchmarkReturns].map(monthlySample);

  test("every key of measures, of comparisons and of other tools' definitions is a word", () => {
    const keys = [
      ...Object.keys(performance(own!)),
      ...Object.keys(relative(trackOf(own!), trackOf(other!))),
      ...Object.keys(relativeWealth(own!, other!)),
      ...Object.keys(DEFINITIONS).map((key) => key.split(".")[0]!),
      ...Object.keys(PAIR_DEFINITIONS),
    ];
    for (const key of keys) expect(wordsNamed(key, WORDS).map((word) => word.key)).toContain(key);
  });

  test("every word that another points to exists, and none has a key twice", () => {
    for (const { see = [] } of WORDS) for (const name of see) wordsNamed(name, WORDS);
    const keys = WORDS.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("a key, a name in any writing and other names lead to the same word", () => {
    for (const name of ["maxDrawdown", "max-drawdown", "deepest drawdown", "MAX DRAWDOWN"])
      expect(wordsNamed(name, WORDS).map(({ key }) => key)).toEqual(["maxDrawdown"]);
    expect(wordsNamed("capture", WORDS).map(({ key }) => key)).toEqual([
      "upCapture",
      "downCapture",
    ]);
  });

  test("a definition ends as a sentence", () => {
    for (const { key, definition } of WORDS) expect(`${key}: ${definition}`).toMatch(/\.$/);
  });
});

describe("assay explain", () => {
  test("alone lists all words in 80 columns", () => {
    const { code, stdout, stderr } = assay(["explain"], { cwd: folderWith({}) });
    expect(code).toBe(0);
    expect(stderr).toBe("");
    const listed = stdout.match(/\S+/g);
    for (const { key } of WORDS) for (const part of key.split(" ")) expect(listed).toContain(part);
    for (const line of lines(stdout)) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("a measure without a run: definition, formula, source, other tools", () => {
    const { code, stdout } = assay(["explain", "sharpe"], { cwd: folderWith({}) });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Sharpe ratio \(sharpe\)\nkind {7}measure, a year\nis {9}Mean of/);
    expect(stdout).toContain("formula    mean(e) / sd(e) sqrt(K)");
    expect(stdout).toContain("\nno value   for a run of under one year");
    expect(stdout).toContain("\nsource     Sharpe (1994)\n");
    expect(stdout).toContain("\n  LEAN: mean compounded over a year");
    expect(stdout).not.toContain("findings.json");
  });

  test("no word needs more than 80 columns", () => {
    const wide = WORDS.filter(
      ({ definition, formula = "" }) => (definition + formula).length > 120,
    );
    for (const { key } of wide.slice(0, 12))
      for (const line of lines(assay(["explain", key], { cwd: folderWith({}) }).stdout))
        expect(line.length).toBeLessThanOrEqual(80);
  });

  test("every word fits 80 columns, and has colour only where it is wanted", () => {
    const terminal = { columns: 80, colour: false, unicode: true, watched: false };
    for (const word of WORDS)
      for (const line of lines(asText([{ word, examples: [] }], terminal)))
        expect(line.length).toBeLessThanOrEqual(80);
    const said = (env: Readonly<Record<string, string>>) =>
      assay(["explain"], { cwd: folderWith({}), env }).stdout;
    expect(said({ FORCE_COLOR: "1" })).toContain("\u001b[1mmeasures");
    expect(said({ FORCE_COLOR: "1", NO_COLOR: "1" })).toBe(said({}));
  });

  test("its help shows how to use it, in 80 columns", () => {
    const { code, stdout } = assay(["explain", "--help"]);
    expect(code).toBe(0);
    for (const option of ["findings", "portfolio", "in", "json"])
      expect(stdout).toMatch(new RegExp(`^ +--${option} +\\S`, "m"));
    for (const line of lines(stdout)) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("several words are one name", () => {
    const { stdout } = assay(["explain", "sharpe", "ratio"], { cwd: folderWith({}) });
    expect(stdout).toMatch(/^Sharpe ratio \(sharpe\)\n/);
  });

  test("an option and a term", () => {
    const cwd = folderWith({});
    expect(assay(["explain", "sleeve"], { cwd }).stdout).toContain("kind       option\n");
    expect(assay(["explain", "numeraire"], { cwd }).stdout).toContain("kind       term\n");
  });

  test("what is unknown has its nearest, with exit code 2", () => {
    expect(assay(["explain", "shapre"], { cwd: folderWith({}) })).toEqual({
      code: 2,
      stdout: "",
      stderr: 'assay: unknown word "shapre"; did you mean "sharpe"?\n',
    });
  });

  test("only a word that is one slip away is suggested", () => {
    const said = (name: string) => {
      try {
        return wordsNamed(name, WORDS).map(({ key }) => key)[0];
      } catch (error) {
        return /did you mean "(.*)"\?/.exec((error as Error).message)?.[1];
      }
    };
    for (const [slip, meant] of [
      ["sharp", "sharpe"],
      ["shapre", "sharpe"],
      ["drawdwn", "drawdown"],
      ["numeriare", "numeraire"],
      ["autocorelation", "autocorrelation"],
    ] as const)
      expect(said(slip)).toBe(meant);
    for (const other of [
      "luck",
      "shorting",
      "roi",
      "stop",
      "loss",
      "ratio",
      "medium",
      "cash",
      "tax",
    ])
      expect(said(other)).toBeUndefined();
  });

  test("LC_ALL=C gives ASCII alone, NO_COLOR no escapes", () => {
    const cwd = folderWith({});
    const plain = assay(["explain", "psr"], { cwd, env: { LC_ALL: "C" } }).stdout;
    expect(plain).toContain("Lopez de Prado");
    expect(plain).toMatch(/^[\n -~]*$/);
    const env = { FORCE_COLOR: "1" };
    const escapeSign = String.fromCharCode(27);
    expect(assay(["explain", "psr"], { cwd, env }).stdout).toContain(escapeSign);
    expect(assay(["explain", "psr"], { cwd, env: { ...env, NO_COLOR: "1" } }).stdout).not.toContain(
      escapeSign,
    );
  });
});

describe("assay explain with a run", () => {
  const ran = () => {
    const cwd = folderWith(farm);
    const { code, stderr } = assay(["run", "study.ts", "--out", "reports/essay"], { cwd });
    expect(code, stderr).toBe(0);
    return cwd;
  };

  test("the number of a portfolio under each tool's definition", () => {
    const cwd = ran();
    const { code, stdout } = assay(["explain", "cagr", "--portfolio", "wheat"], { cwd });
    expect(code).toBe(0);
    // Wheat from 100 to 270 in 397 days: 2.7^(365.25/397) - 1 and 2.7^(365/397) - 1.
    expect(stdout).toContain("\ncagr of wheat, in usd, 2019-12-31 to 2021-01-31, monthly\n");
    expect(stdout).toContain("\n   149.38%  assay: calendar days / 365.25\n");
    expect(stdout).toContain("\n   149.23%  LEAN: calendar days / 365\n");
    expect(stdout).toContain("\n         –  vectorbt: ");
    expect(stdout).toContain("riskless rate of 0");
    expect(stdout).toContain("From\nreports/essay/findings.json.\n");
    for (const line of lines(stdout)) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("in another unit, as data, with ours as the findings have it", () => {
    const cwd = ran();
    const words = ["explain", "sharpe", "--portfolio", "wheat", "--in", "rye", "--json"];
    const [word] = JSON.parse(assay(words, { cwd }).stdout);
    const findings = JSON.parse(assay(["run", "study.ts", "--json"], { cwd }).stdout);
    const wheat = findings.portfolios.find((one: { id: string }) => one.id === "wheat");
    expect(word).toMatchObject({ key: "sharpe", kind: "measure", source: "Sharpe (1994)" });
    expect(word.tools[0].definitions[0].tool).toBe("assay");
    expect(word.examples[0]).toMatchObject({ measure: "sharpe", unit: "rye", benchmark: null });
    expect(word.examples[0].values[0].value).toBe(wheat.measures.rye.sharpe);
  });

  test("of a portfolio that was ruined, up to its ruin", () => {
    const { code, stdout } = assay(["explain", "maxDrawdown"], { cwd: ran() });
    expect(code).toBe(0);
    expect(stdout).toContain("\nmaxDrawdown of short-wheat, in usd");
    expect(stdout).toContain("\n  −100.00%  assay: ");
  });

  test("what a run does not have is told", () => {
    const cwd = ran();
    const told = (...words: string[]) => {
      const { code, stdout, stderr } = assay(["explain", ...words], { cwd });
      expect(code).toBe(2);
      expect(stdout).toBe("");
      return stderr;
    };
    expect(told("cagr", "--portfolio", "weat")).toBe(
      'assay: --portfolio: unknown portfolio "weat"; did you mean "wheat"?\n',
    );
    expect(told("cagr", "--in", "rey")).toBe(
      'assay: --in: unknown unit "rey"; did you mean "rye"?\n',
    );
    expect(told("cagr", "--findings", "no/findings.json")).toMatch(
      /^assay: --findings no\/findings\.json: no such file/,
    );
    expect(told("cagr", "--findings", "figures/farm.csv")).toBe(
      "assay: figures/farm.csv: holds no findings of a run; give its findings.json\n",
    );
    expect(told("sleeve", "--in", "rye")).toMatch(/"sleeve" has no number in a run/);
  });

  test("a portfolio is asked for where there is no run", () => {
    const { code, stderr } = assay(["explain", "cagr", "--portfolio", "wheat"], {
      cwd: folderWith({}),
    });
    expect(stderr).toMatch(/^assay: --portfolio: there is no reports\/essay\/findings\.json here/);
    expect(code).toBe(2);
  });
});
