import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Terminal } from "../../src/cli/terminal.ts";
import { tally, verdicts } from "../../src/cli/verdicts.ts";
import type { Findings } from "../../src/study/findings.ts";
import { findingsWithClaims, sampleClaims, samplePredictions } from "../report/sample-claims.ts";
import { sampleFindings } from "../report/sample-findings.ts";
import { assay, type Ended, folderWith } from "./assay.ts";
import { doubles, farmWith, rises } from "./farm-claims.ts";

const plain: Terminal = { columns: 80, colour: false, unicode: true, watched: false };
const essayIds = Array.from({ length: 44 }, (_, at) => `C${String(at + 1).padStart(2, "0")}`);
const colours = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, "g");

/** The counts of the first line of the table, by outcome, and the number of all claims. */
function countsIn(table: string) {
  const [, all, words] = /^(\d+) claims?: (.*)$/m.exec(table)!;
  const counts = words!.split(", ").map((one) => one.split(" "));
  return { all: Number(all), counts: Object.fromEntries(counts.map(([n, of]) => [of, Number(n)])) };
}

describe("the table of verdicts", () => {
  test("is nothing for a study without claims", () => {
    expect(verdicts(sampleFindings, plain)).toBe("");
  });

  test("counts the outcomes that occur, and gives each claim a line with a sign and a word", () => {
    expect(verdicts(findingsWithClaims, plain).split("\n")).toEqual([
      "id   verdict      measured         claim (whole, with its test, in the report)",
      "C01  + supported  170.0%           What C01 says.",
      "C02  ~ partly     12.0%            What C02 says.",
      "C03  x refuted    12.0%            What C03 says.",
      "C04  ? undecided  no figures       What C04 says.",
      "C05  - untestable figures missing  What C05 says.",
      "C06  . pending                     What C06 says.",
      "",
    ]);
    expect(tally(findingsWithClaims)).toEqual([
      "6 claims: 1 supported, 1 partly, 1 refuted, 1 undecided, 1 untestable, 1 pending",
      "Predictions: 1 pending (2 of 4 tests true so far, 1 without figures).",
      "Inconsistencies: 1, in the report.",
    ]);
    const one = { ...findingsWithClaims, hypotheses: sampleClaims.slice(0, 1) };
    expect(tally(one)[0]).toBe("1 claim: 1 supported");
  });

  test("has room for what was claimed in a wide terminal", () => {
    const wide = verdicts(findingsWithClaims, { ...plain, columns: 120 }).split("\n");
    expect(wide[0]).toMatch(/^id +verdict +measured +must be +claim$/);
    expect(wide[1]).toMatch(/^C01 +\+ supported +170\.0% +above 100\.0% +What C01 says\.$/);
  });

  test("tells each claim whole where there is room, and with all that decided it where that is asked", () => {
    const claim = `${"word ".repeat(60)}end.`;
    const long = { ...findingsWithClaims, hypotheses: [{ ...sampleClaims[0]!, claim }] };
    const wide = verdicts(long, { ...plain, columns: 120 });
    expect(wide).toContain("end.");
    expect(wide).not.toContain("…");
    for (const line of wide.split("\n")) expect(line.length).toBeLessThanOrEqual(120);
    const full = verdicts(long, plain, "full");
    expect(full).toMatch(/^C01 {2}\+ supported\n {2}word /);
    expect(full.replace(/\s+/g, " ")).toContain(sampleClaims[0]!.why);
    for (const line of full.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("cuts no unit, and tells a number without its interval and its day", () => {
    const [one] = sampleClaims;
    const told = (measured: string) =>
      verdicts(
        { ...findingsWithClaims, hypotheses: [{ ...one!, gist: { measured, mustBe: "above 1" } }] },
        plain,
      );
    expect(told("0.00866 ounces on 2011-08-22")).toMatch(/ supported 0\.00866 ounces {2}What/);
    expect(told("0.42 (0.31 to 0.52)")).toMatch(/ supported 0\.42 {6}What/);
    expect(told("2011-08-22")).toMatch(/ supported 2011-08-22 {2}What/);
    const long = told("1,234,567 ounces for each hour of work").split("\n");
    for (const line of long) expect(line.length).toBeLessThanOrEqual(80);
    expect(long[1]).toContain("What C01 says.");
  });

  test("of a claim that no number decides says so", () => {
    const one = { ...sampleClaims[4]!, missing: [] };
    expect(verdicts({ ...findingsWithClaims, hypotheses: [one] }, plain)).toMatch(
      /^C05 {2}- untestable no number decides {2}What/m,
    );
  });

  test("is followed by how the predictions stand, and the count of contradictions", () => {
    const [prediction] = samplePredictions;
    const [test] = prediction!.tests;
    const told = (...tests: object[]) =>
      tally({
        ...findingsWithClaims,
        hypotheses: [],
        predictions: [{ ...prediction!, outcome: "pending", tests } as never],
        inconsistencies: findingsWithClaims.inconsistencies.slice(0, 1),
      }).join("\n");
    const pending = { ...test!, outcome: "pending" };
    const unread = { ...pending, check: null };
    const failing = { ...pending, check: { ...test!.check!, holds: false } };
    const decided = { ...failing, outcome: "supported" };
    expect(told(pending, failing, decided)).toBe(
      "Predictions: 1 pending (2 of 3 tests true so far).\nInconsistencies: 1, in the report.",
    );
    expect(told(pending, unread)).toMatch(/\(1 of 1 tests true so far, 1 without figures\)/);
    expect(told(unread, unread)).toMatch(/\(no figures yet for 2 tests\)/);
  });

  test("colour changes no character of the text", () => {
    const coloured = verdicts(findingsWithClaims, { ...plain, colour: true });
    expect(coloured).toMatch(colours);
    expect(coloured.replace(colours, "")).toBe(verdicts(findingsWithClaims, plain));
  });
});

describe("assay run of the essay", () => {
  const place = mkdtempSync(join(tmpdir(), "assay-test-"));
  const out = join(place, "essay");
  afterAll(() => rmSync(place, { recursive: true }));
  let ended: Ended;
  let found: Findings;
  beforeAll(() => {
    ended = assay(["run", "--out", out]);
    found = JSON.parse(readFileSync(join(out, "findings.json"), "utf8"));
  });

  test("prints every claim once, and the counts add up", () => {
    expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: "" });
    for (const id of essayIds) {
      const lines = ended.stdout.split("\n").filter((line) => line.startsWith(`${id} `));
      expect(lines, id).toHaveLength(1);
    }
    const { all, counts } = countsIn(ended.stdout);
    expect(all).toBe(found.hypotheses.length);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(all);
    for (const [outcome, count] of Object.entries(counts))
      expect(ended.stdout.match(new RegExp(`^\\w+ +\\S ${outcome} `, "gm"))).toHaveLength(count);
  });

  test("findings.json has each claim with what was claimed and measured, its unit, why and grid", () => {
    const ids = found.hypotheses.map(({ id }) => id);
    expect(ids.slice(0, 44)).toEqual(essayIds);
    for (const { id, outcome, why, measured, unit, claimed, grid } of found.hypotheses) {
      expect(why, id).toMatch(/[.!?]$/);
      const isDecided = ["supported", "partly", "refuted"].includes(outcome);
      for (const value of [measured, unit, claimed]) expect(value !== null, id).toBe(isDecided);
      expect(grid.cells.length, id).toBeGreaterThan(0);
    }
    expect(found.predictions.map(({ id }) => id)).toEqual(
      Array.from({ length: 10 }, (_, at) => `P${String(at + 1).padStart(2, "0")}`),
    );
    expect(found.registry).toBeNull();
  });

  test.each([80, 120])("no line of the table is longer than %i columns", (columns) => {
    const table = verdicts(found, { ...plain, columns });
    if (columns === 80) expect(ended.stdout.includes(table)).toBe(true);
    for (const line of table.split("\n")) expect(line.length).toBeLessThanOrEqual(columns);
    for (const id of essayIds) expect(table).toMatch(new RegExp(`^${id} `, "m"));
  });

  test("nothing measured is cut off where the terminal is wide", () => {
    const table = verdicts(found, { ...plain, columns: 400 });
    for (const line of table.split("\n")) expect(line.slice(0, 70)).not.toContain("…");
  });
});

describe("assay run of a study with a gate", () => {
  const claims = (gate: string, grain: string) =>
    farmWith(`${doubles("H1", "wheat")}, ${doubles("H2", grain, gate)}`);
  const strict = (files: Readonly<Record<string, string>>, ...more: string[]) =>
    assay(["run", "study.ts", "--strict", ...more], { cwd: folderWith(files) });

  test("--strict exits with 1 where a gate is refuted, and says which on stderr", () => {
    const { code, stdout, stderr } = strict(claims("gate: true,", "rye"));
    expect(stderr).toBe("--strict: H2 is a gate and was refuted\n");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^2 claims: 1 supported, 1 refuted$/m);
    expect(stdout).toMatch(/\nReport: reports\/farm\/index\.html\n$/);
  });

  test("several are named together", () => {
    const files = farmWith(
      `${doubles("H1", "rye", "gate: true,")}, ${doubles("H2", "rye", "gate: true,")}`,
    );
    expect(strict(files).stderr).toBe("--strict: H1, H2 are gates and were refuted\n");
  });

  test("--strict exits with 0 where what is refuted is no gate, or the gate is not refuted", () => {
    expect(strict(claims("gate: true,", "wheat"))).toMatchObject({ code: 0, stderr: "" });
    expect(strict(claims("", "rye"))).toMatchObject({
      code: 0,
      stderr: "--strict: no claim of this study is a gate\n",
    });
  });

  test("without --strict a gate changes nothing", () => {
    const cwd = folderWith(claims("gate: true,", "rye"));
    expect(assay(["run", "study.ts"], { cwd })).toMatchObject({ code: 0, stderr: "" });
  });

  test("--json stays clean beside a refuted gate", () => {
    const { code, stdout, stderr } = strict(claims("gate: true,", "rye"), "--json");
    expect(code).toBe(1);
    expect(stderr).toBe("--strict: H2 is a gate and was refuted\n");
    const outcomes = JSON.parse(stdout).hypotheses.map((one: { outcome: string }) => one.outcome);
    expect(outcomes).toEqual(["supported", "refuted"]);
  });

  test("FORCE_COLOR colours the outcomes in a pipe, and NO_COLOR wins over it", () => {
    const cwd = folderWith(claims("", "rye"));
    const run = (env: Readonly<Record<string, string>>) =>
      assay(["run", "study.ts"], { cwd, env }).stdout;
    const coloured = run({ FORCE_COLOR: "1" });
    expect(coloured).toMatch(colours);
    expect(coloured.replace(colours, "")).toBe(run({}));
    expect(run({ FORCE_COLOR: "1", NO_COLOR: "1" })).toBe(run({}));
  });

  test("with LC_ALL=C the table is ASCII", () => {
    const files = farmWith(
      doubles("H1", "rye").replace("rye doubles.", "Müller’s rye — doubles …"),
    );
    const { stdout } = assay(["run", "study.ts"], {
      cwd: folderWith(files),
      env: { LC_ALL: "C" },
    });
    expect(stdout).toMatch(/^[\n -~]*$/);
    expect(stdout).toMatch(/^H1 +x refuted +12\.0% +Muller's rye - doubles/m);
  });
});

describe("claims that are wrong", () => {
  /** What a run says on stderr of a claim with this test, with exit code 2, no output and no report. */
  function refusal(claim: string, predictions = ""): string {
    const cwd = folderWith(farmWith(claim, predictions));
    const { code, stdout, stderr } = assay(["run", "study.ts"], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    return stderr;
  }
  const asking = (test: string, more = 'reads: ["wheat"],') =>
    `hypothesis({ id: "H1", claim: "So.", where: "here", kind: "change", ${more} test: (facts) => ${test} })`;
  const wheat = 'facts.series("wheat", "monthly")';

  test.each([
    [
      "a number that is none",
      asking(`[above("nothing", facts.calculate("a / 0", { a: ${wheat}.last() }), "times", 1)]`),
      'assay: study.ts: hypothesis H1: "nothing": measured NaN, which is not a number\n',
    ],
    [
      "a number that was typed in",
      asking('[above("typed", 3, "times", 1)]'),
      'assay: study.ts: hypothesis H1: "typed": 3 was typed in; measure it from facts\n',
    ],
    [
      "arithmetic on typed numbers alone",
      asking('[above("typed", facts.calculate("a * 2", { a: 3 }), "times", 1)]'),
      'assay: study.ts: hypothesis H1: calculate "a * 2": reads no fact; a number typed in measures nothing\n',
    ],
    [
      "a series that it does not read",
      asking('[above("rye", facts.series("rye", "monthly").last(), "USD", 1)]'),
      'assay: study.ts: hypothesis H1: series "rye" is not in reads; write reads: [..., "rye"]\n',
    ],
    [
      "a misspelt series in a formula",
      asking('[above("ratio", facts.formula("wheta / 2", "monthly").last(), "USD", 1)]'),
      'assay: study.ts: hypothesis H1: unknown series "wheta"; did you mean "wheat"?\n',
    ],
    [
      "a misspelt phase",
      asking(`[above("all", ${wheat}.during(facts.phase("al")).last(), "USD", 1)]`),
      'assay: study.ts: hypothesis H1: unknown phase "al"; did you mean "all"?\n',
    ],
    [
      "a misspelt portfolio",
      asking('[above("wealth", facts.run.wealth("wheet", "usd").last(), "times", 1)]'),
      'assay: study.ts: hypothesis H1: unknown portfolio "wheet"; did you mean "wheat"?\n',
    ],
    [
      "a misspelt unit",
      asking('[above("wealth", facts.run.wealth("wheat", "usdd").last(), "times", 1)]'),
      'assay: study.ts: hypothesis H1: unknown unit "usdd"; did you mean "usd"?\n',
    ],
    [
      "a window that ends before it begins",
      asking(
        `[above("top", ${wheat}.during({ from: "2020-06-30", to: "2020-01-31" }).maximum(), "USD", 1)]`,
      ),
      "assay: study.ts: hypothesis H1: window 2020-06-30 to 2020-01-31 is empty: it ends before it begins; write the earlier day first\n",
    ],
    [
      "a window between two rows",
      asking(
        `[above("top", ${wheat}.keep((day) => day % 2 === 0).during({ from: "2020-02-01", to: "2020-02-02" }).maximum(), "USD", 1)]`,
      ),
      expect.stringMatching(
        /^assay: study.ts: hypothesis H1: Wheat: the window 2020-02-01 to 2020-02-02 holds no row; widen it\n$/,
      ),
    ],
    [
      "a day that does not exist",
      asking(`[above("then", ${wheat}.at("2020-02-30"), "USD", 1)]`),
      expect.stringMatching(
        /^assay: study.ts: hypothesis H1: Wheat: "2020-02-30" is not a calendar day/,
      ),
    ],
    [
      "a method that does not exist",
      asking(`[above("lowest", ${wheat}.minimun(), "USD", 1)]`),
      expect.stringMatching(
        /^assay: study.ts: hypothesis H1: the test failed: TypeError: .*minimun is not a function\n$/,
      ),
    ],
    [
      "a path instead of a number of it",
      asking(`[above("lowest", ${wheat}, "USD", 1)]`),
      'assay: study.ts: hypothesis H1: "lowest": a path was given; take one number of it, such as .maximum()\n',
    ],
    [
      "a test without checks",
      asking("[]"),
      "assay: study.ts: hypothesis H1: the test gives no checks; give at least one\n",
    ],
    [
      "checks that decide nothing",
      asking(`[reported("price", ${wheat}.last(), "USD")]`),
      "assay: study.ts: hypothesis H1: no check decides it; use a check that is not reported(), or untestable\n",
    ],
    [
      "an unknown series in reads",
      asking(`[above("price", ${wheat}.last(), "USD", 1)]`, 'reads: ["wheat", "barley"],'),
      expect.stringMatching(/^assay: .*unknown series "barley"; known: wheat, rye, bill\n$/),
    ],
    [
      "two of the same id",
      `${doubles("H1", "wheat")}, ${doubles("H1", "rye")}`,
      'assay: study.ts: study farm: hypotheses: "H1" occurs twice; give each its own id\n',
    ],
    [
      "an option that is none",
      doubles("H1", "wheat", 'calim: "x",'),
      'assay: study.ts: hypothesis H1: unknown option "calim"; did you mean "claim"?\n',
    ],
    [
      "a kind that is none",
      doubles("H1", "wheat").replace('"change"', '"chnage"'),
      'assay: study.ts: hypothesis H1: kind: unknown choice "chnage"; did you mean "change"?\n',
    ],
    [
      "nothing that decides it",
      'hypothesis({ id: "H1", claim: "So.", where: "here", kind: "change" })',
      "assay: study.ts: hypothesis H1: nothing decides it; give a test, or untestable with the reason, or registeredAs with a prediction\n",
    ],
    [
      "an id that is none",
      doubles("H 1", "wheat"),
      'assay: study.ts: hypothesis: id "H 1" is not usable; start with a letter, then letters, digits or "-"\n',
    ],
    [
      "an object that nobody checked",
      '{ id: "H1", claim: "So." }',
      "assay: study.ts: study farm: hypotheses: entry 1 has no grid; give hypothesis({...})\n",
    ],
  ])("%s", (_, claim, message) => {
    expect(refusal(claim)).toEqual(message);
  });

  test("a prediction that checks something else than it says", () => {
    const changed = rises(2, "100.0%");
    expect(refusal("", changed)).toBe(
      'assay: study.ts: prediction P1: later: it was registered as "above 100.0%", but checks "above 200.0%"\n',
    );
  });

  test("a prediction that is due before it is registered", () => {
    expect(refusal("", rises(1, "100.0%").replace("2030-06-30", "2020-06-30"))).toBe(
      "assay: study.ts: prediction P1: later is due on 2020-06-30, not after it was registered on 2020-06-30; a prediction speaks of the future\n",
    );
  });
});
