import { readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { assay, folderWith } from "./assay.ts";

/** What is said of a study file `bet.ts` with this text, in a folder of its own. */
function saidOf(text: string, others: Readonly<Record<string, string>> = {}): string {
  const { code, stdout, stderr } = assay(["run", "bet.ts"], {
    cwd: folderWith({ "bet.ts": text, ...others }),
  });
  expect(stdout).toBe("");
  expect(code).toBe(2);
  return stderr;
}

describe("files that do not compile", () => {
  test("a syntax error has its line, its column and the line itself", () => {
    expect(saidOf('const id = "bet";\nconst two words = 1;\n')).toBe(
      'assay: bet.ts:2:11: Expected ";" but found "words"\n  const two words = 1;\n',
    );
  });

  test("two errors are told together", () => {
    const said = saidOf('import "./a.ts";\nimport "./b.ts";\n');
    expect(said.match(/^assay: /gm)).toHaveLength(2);
  });

  test("a misspelt import names the nearest file", () => {
    expect(saidOf('import "./glod.ts";\n', { "gold.ts": "" })).toBe(
      'assay: bet.ts:1:8: Could not resolve "./glod.ts"; did you mean a file named "gold.ts"?\n  import "./glod.ts";\n',
    );
  });

  test("a package that is not installed", () => {
    expect(saidOf('import "no-such-package";\n')).toContain(
      'bet.ts:1:8: Could not resolve "no-such-package"; install it, or check its name\n',
    );
  });

  test("an error on a first line that also asks for its address keeps its column", () => {
    expect(saidOf("const two words = import.meta.url;\n")).toBe(
      'assay: bet.ts:1:11: Expected ";" but found "words"\n  const two words = import.meta.url;\n',
    );
  });

  test("a name that the library does not have", () => {
    expect(saidOf('import { stratgy } from "assay";\nexport default stratgy;\n')).toBe(
      'assay: bet.ts: "assay" exports no "stratgy"; did you mean "strategy"?\n',
    );
  });
});

describe("files that throw", () => {
  test("a mistake that the library finds is told with the file", () => {
    const said = saidOf(
      'import { strategy } from "assay";\nexport default strategy({ id: "my bet" } as never);\n',
    );
    expect(said).toMatch(/^assay: bet\.ts: .*"my bet"/);
    expect(said).not.toContain("    at ");
  });

  test("any other error is told with the place in the file as it was written", () => {
    expect(
      saidOf("interface Gone {}\n\nconst none: number[] | undefined = undefined;\nnone!.length;\n"),
    ).toBe(
      "assay: bet.ts:4:7: threw TypeError: Cannot read properties of undefined (reading 'length')\n",
    );
  });

  test("also in a file that it imports", () => {
    const said = saidOf('import "./parts/leg.ts";\n', {
      "parts/leg.ts": '\nthrow new RangeError("no leg");\n',
    });
    expect(said).toBe("assay: parts/leg.ts:2:7: threw RangeError: no leg\n");
  });
});

test("the place is told where the packages of a project are a link to another folder", () => {
  const cwd = folderWith({ "parts/leg.ts": '\n\nthrow new RangeError("no leg");\n' });
  writeFileSync(join(cwd, "bet.ts"), 'import "./parts/leg.ts";\n');
  const packages = folderWith({ "deep/er/node_modules/x/index.js": "" });
  symlinkSync(join(packages, "deep/er/node_modules"), join(cwd, "node_modules"));
  expect(assay(["run", "bet.ts"], { cwd }).stderr).toBe(
    "assay: parts/leg.ts:3:7: threw RangeError: no leg\n",
  );
});

describe("files that are no study", () => {
  test("a file that exports nothing", () => {
    expect(saidOf("const a = 1;\n")).toBe(
      "assay: bet.ts: exports nothing; a study file has: export default study({ ... })\n",
    );
  });

  test("a file that exports something else says what", () => {
    expect(saidOf("export const a = 1;\nexport default 2;\n")).toBe(
      "assay: bet.ts: exports a, a default that is no study; a study file has: export default study({ ... })\n",
    );
  });

  test("a strategy where a study is expected", () => {
    const text = `import { monthly, strategy } from "assay";
      export default strategy({ id: "bet", title: "Bet", rationale: "", assets: ["gold"], weights: { gold: 1 }, rebalance: monthly });`;
    expect(saidOf(text)).toBe(
      "assay: bet.ts: exports a strategy, not a study; import it in a study file, which has: export default study({ strategies: [...], ... })\n",
    );
  });
});

describe("a loaded file", () => {
  const telling = 'import { InputError } from "assay";\nthrow new InputError(import.meta.url);\n';

  test("knows its own address, and so does each file that it imports", () => {
    const cwd = folderWith({
      "bet.ts": telling,
      "other.ts": 'import "./parts/leg.ts";\n',
      "parts/leg.ts": telling,
    });
    const url = (path: string) => pathToFileURL(join(cwd, path)).href;
    expect(assay(["run", "bet.ts"], { cwd }).stderr).toContain(url("bet.ts"));
    expect(assay(["run", "other.ts"], { cwd }).stderr).toContain(url("parts/leg.ts"));
  });

  test("is read again when a file that it imports has changed", () => {
    const cwd = folderWith({ "bet.ts": 'import "./leg.ts";\n', "leg.ts": "throw 1;\n" });
    expect(assay(["run", "bet.ts"], { cwd }).stderr).toBe("assay: bet.ts: threw 1\n");
    expect(assay(["run", "bet.ts"], { cwd }).stderr).toBe("assay: bet.ts: threw 1\n");
    writeFileSync(join(cwd, "leg.ts"), "throw 2;\n");
    expect(assay(["run", "bet.ts"], { cwd }).stderr).toBe("assay: bet.ts: threw 2\n");
  });

  test("is kept beside the packages of its project, or in the temporary folder", () => {
    const bare = folderWith({ "bet.ts": "throw import.meta.url;\n" });
    const project = folderWith({
      "bet.ts": "throw new Error().stack;\n",
      "node_modules/x/index.js": "",
    });
    expect(assay(["run", "bet.ts"], { cwd: bare }).code).toBe(2);
    expect(assay(["run", "bet.ts"], { cwd: project }).stderr).toContain("bet.ts");
    expect(readdirSync(join(project, "node_modules/.cache/assay")).length).toBe(2);
    expect(readdirSync(bare)).toEqual(["bet.ts"]);
  });
});
