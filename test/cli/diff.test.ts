import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { assay, folderWith } from "./assay.ts";
import { farm } from "./farm.ts";

/** A project with two runs of the farm, the second after these files were changed. */
function twice(changed: Readonly<Record<string, string>>, words: readonly string[] = []): string {
  const cwd = folderWith(farm);
  expect(assay(["run", "study.ts"], { cwd }).code).toBe(0);
  cpSync(join(cwd, "reports/farm"), join(cwd, "before"), { recursive: true });
  for (const [path, text] of Object.entries(changed)) writeFileSync(join(cwd, path), text);
  expect(assay(["run", "study.ts", ...words], { cwd }).code).toBe(0);
  return cwd;
}

test("the same run is no difference, whichever way it is named", () => {
  const cwd = twice({});
  const { code, stdout, stderr } = assay(
    ["diff", "before", "reports/farm/findings.json", "--exit-code"],
    { cwd },
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("\nNo difference.\n");
});

test("a changed figure is told with what is measured from it, causes before effects", () => {
  const figures = farm["figures/farm.csv"]!.replace("2021-01-31,270,57", "2021-01-31,300,57");
  const cwd = twice({ "figures/farm.csv": figures });
  const { code, stdout } = assay(["diff", "before", "reports/farm"], { cwd });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^ {2}data wheat: sha256 [\da-f]{8} -> [\da-f]{8}$/m);
  expect(stdout).not.toMatch(/^ {2}(code|assumptions|seed|period)/m);
  expect(stdout).toMatch(/^ {2}wheat +usd +totalReturn +170\.0% -> 200\.0%$/m);
  expect(stdout.indexOf("data wheat")).toBeLessThan(stdout.indexOf("totalReturn"));
  for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
});

test("changed code, assumptions and weights are told by their fields", () => {
  const study = farm["study.ts"]!.replace("wheat: 0, rye: 0", "wheat: 0.01, rye: 0").replace(
    "-1.5",
    "-0.5",
  );
  const cwd = twice({ "study.ts": study }, ["--seed", "4"]);
  const { stdout } = assay(["diff", "before", "reports/farm"], { cwd });
  expect(stdout).toContain("  options: none -> --seed 4\n");
  expect(stdout).toMatch(/^ {2}code: study\.ts [\da-f]{8} -> [\da-f]{8}$/m);
  expect(stdout).toContain("  assumptions: costs.wheat.oneWay 0 -> 0.01\n");
  expect(stdout).toMatch(/^ {2}seed: seed \d+ -> 4$/m);
  expect(stdout).toContain("  portfolio short-wheat: weights.wheat -1.5 -> -0.5\n");
});

test("--json is the whole of it, and --exit-code tells scripts", () => {
  const cwd = twice({}, ["--from", "2020-02-29"]);
  const words = ["diff", "before", "reports/farm"];
  const { code, stdout } = assay([...words, "--json", "--exit-code"], { cwd });
  expect(code).toBe(1);
  const { isSame, causes, effects } = JSON.parse(stdout);
  expect(isSame).toBe(false);
  expect(causes.map(({ kind }: { kind: string }) => kind).slice(0, 2)).toEqual([
    "options",
    "period",
  ]);
  expect(causes[1].changes[0]).toEqual({
    field: "from",
    before: "2019-12-31",
    after: "2020-02-29",
  });
  expect(effects.measures.length).toBeGreaterThan(20);
  const all = assay([...words, "--all"], { cwd }).stdout.split("\n");
  expect(all.length).toBeGreaterThan(assay(words, { cwd }).stdout.split("\n").length);
  const huge = assay([...words, "--tolerance", "1000"], { cwd }).stdout;
  expect(huge).not.toMatch(/^ {2}wheat +usd +totalReturn/m);
});

test("wrong words and wrong files are told", () => {
  expect(assay(["diff", "a", "--tolerance", "x"]).stderr).toBe(
    "assay: diff: compares two runs; 1 given; name two folders of reports\n" +
      'assay: --tolerance: got "x"; give a part from 0, for example 0.01\n',
  );
  const cwd = folderWith({ "a/letter.txt": "", "b.json": "[]" });
  expect(assay(["diff", "a", "b.json"], { cwd }).stderr).toBe(
    "assay: a: holds no findings.json; give the folder of a report\n",
  );
  expect(assay(["diff", "b.json", "b.json"], { cwd }).stderr).toBe(
    "assay: b.json: holds no findings of a run; give its findings.json\n",
  );
});
