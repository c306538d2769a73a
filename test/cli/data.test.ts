import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { GROUPS } from "../../src/cli/groups.ts";
import { assay, bin, folderWith } from "./assay.ts";

/** A project of its own: two series in a file, and their ratio. */
const project = {
  "data/catalog.ts": `import { catalog, column, formula } from "assay";
const described = { unit: "USD", kind: "price", origin: "made up", terms: "free" } as const;
export default catalog({
  folder: new URL("./figures/", import.meta.url),
  calendar: "wheat",
  series: {
    wheat: column({ ...described, title: "Wheat – a bushel", faults: ["no price in March"], monthly: { file: "farm.csv", column: "wheat" } }),
    rye: column({ ...described, title: "Rye", lag: 9, monthly: { file: "farm.csv", column: "rye" } }),
    grain: formula("wheat / rye", { title: "Wheat in rye", unit: "ratio", kind: "amount" }),
  },
});
`,
  "data/figures/farm.csv":
    "date,wheat,rye\n2020-01-31,4,2\n2020-02-29,5,2\n2020-03-31,,2\n2020-04-30,6,1.5\n",
};

describe("assay data list", () => {
  test("by group, from the catalog of the current folder: id, kind, months, title", () => {
    expect(assay(["data", "list"], { cwd: folderWith(project) })).toEqual({
      code: 0,
      stderr: "",
      stdout: [
        "prices",
        "  wheat  2020-01 to 2020-04  Wheat – a bushel",
        "  rye    2020-01 to 2020-04  Rye",
        "",
        "derived from others",
        "  grain  amount  2020-01 to 2020-04  Wheat in rye",
        "",
        "assay data show ID tells everything of one of them.",
        "",
      ].join("\n"),
    });
  });

  test("a text chooses, in either case of letters", () => {
    const { stdout } = assay(["data", "list", "RYE"], { cwd: folderWith(project) });
    expect(stdout.match(/^ {2}\S+/gm)).toEqual(["  rye", "  grain"]);
  });

  test("a text that nothing holds is told", () => {
    const { code, stdout, stderr } = assay(["data", "list", "oats"], { cwd: folderWith(project) });
    expect(stderr).toBe('assay: data list: no series speaks of "oats"; see assay data list\n');
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  test("without a catalog in the current folder it lists the one that comes with assay, in 80 columns", () => {
    const { code, stdout } = assay(["data", "list"], { cwd: folderWith({}) });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}gold {5}1968-04 to \d{4}-\d\d {2}Gold, London afternoon fixing$/m);
    expect(stdout).not.toContain("…");
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    const headings = stdout.match(/^\S.*$/gm)!.slice(0, -1);
    expect(headings).toEqual([...GROUPS, "not to be read from these figures"]);
  });

  test("no line of a shipped series loses its last month", () => {
    const { stdout } = assay(["data", "list"], { cwd: folderWith({}) });
    const readable = stdout.split("not to be read")[0]!;
    const ids = readable.match(/^ {2}\w+ .*$/gm)!;
    expect(ids.length).toBeGreaterThan(100);
    for (const line of ids) expect(line).toMatch(/ \d{4}-\d\d to \d{4}-\d\d {2}\S/);
  });

  test("colour stands where it is asked for, and NO_COLOR wins", () => {
    const cwd = folderWith(project);
    const plain = assay(["data", "list"], { cwd }).stdout;
    const coloured = assay(["data", "list"], { cwd, env: { FORCE_COLOR: "1" } }).stdout;
    expect(coloured).toContain("\u001b[1mprices");
    const env = { FORCE_COLOR: "1", NO_COLOR: "1" };
    expect(assay(["data", "list"], { cwd, env }).stdout).toBe(plain);
  });

  test("LC_ALL=C gives ASCII alone", () => {
    const { stdout } = assay(["data", "list"], { cwd: folderWith(project), env: { LC_ALL: "C" } });
    expect(stdout).toContain("  Wheat - a bushel\n");
    expect(stdout).toMatch(/^[\n -~]*$/);
  });
});

describe("assay data show", () => {
  const cwd = () => folderWith(project);

  test("everything of a series, with unknown values shown as unknown", () => {
    const { code, stdout } = assay(["data", "show", "wheat"], { cwd: cwd() });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^wheat: Wheat – a bushel\n/);
    expect(stdout).toContain("\nknown      on its own day, at the close\n");
    expect(stdout).toContain("\nfault      no price in March\n");
    expect(stdout).toMatch(/ {2}2020-04-30 {2}6\n$/);
  });

  test("a lag is told in days", () => {
    const { stdout } = assay(["data", "show", "rye"], { cwd: cwd() });
    expect(stdout).toContain("\nknown      9 days after its day\n");
  });

  test("a splice tells its parts, and the faults of all that it is made from", () => {
    const { code, stdout } = assay(["data", "show", "miners"], { cwd: folderWith({}) });
    expect(code).toBe(0);
    expect(stdout).toContain("\nkind       total return index\n");
    expect(stdout).toMatch(
      /\npart {7}minersProxy stands in for it \(proxy\) from 1995-07 to 2006-05\npart {7}gdx from 2006-05 to \d{4}-\d\d\n/,
    );
    expect(stdout).toContain("\nfault      of minersProxy: two companies, not an industry\n");
    expect(stdout.match(/one company, not an industry/g)).toHaveLength(1);
  });

  test("numbers have seven digits, but all of them for a program", () => {
    const cwd = folderWith({
      ...project,
      "data/figures/farm.csv": "date,wheat,rye\n2020-01-31,1234567.891,3\n2020-02-29,1,3\n",
    });
    const show = (...words: string[]) => assay(["data", "show", ...words], { cwd }).stdout;
    expect(show("wheat")).toContain("\n  2020-01-31  1234568\n");
    expect(show("grain")).toMatch(/ {2}2020-02-29 {2}0\.3333333\n$/);
    expect(show("wheat", "--csv")).toContain("\n2020-01-31,1234567.891\n");
    expect(JSON.parse(show("grain", "--json")).values.at(-1)).toBe(1 / 3);
  });

  test("--csv prints date,value lines of a formula", () => {
    expect(assay(["data", "show", "wheat - rye", "--csv"], { cwd: cwd() }).stdout).toMatch(
      /^date,value\n2020-01-31,2\n2020-02-29,3\n(2020-03-31,\n)?2020-04-30,4\.5\n$/,
    );
  });

  test("--json prints one value and nothing else", () => {
    const found = JSON.parse(assay(["data", "show", "grain", "--json"], { cwd: cwd() }).stdout);
    expect(found).toMatchObject({ id: "grain", unit: "ratio", inputs: ["wheat", "rye"], lag: 9 });
    expect(found.dates.at(-1)).toBe("2020-04-30");
    expect(found.values.at(-1)).toBe(4);
    expect(found.values).toHaveLength(found.dates.length);
  });

  test("a misspelt id has its nearest", () => {
    const { code, stderr } = assay(["data", "show", "weat"], { cwd: cwd() });
    expect(stderr).toBe('assay: unknown series "weat"; did you mean "wheat"?\n');
    expect(code).toBe(2);
  });

  test("a malformed row of figures is told with its line", () => {
    const broken = { ...project, "data/figures/farm.csv": "date,wheat,rye\n2020-01-31,4,x\n" };
    const { code, stdout, stderr } = assay(["data", "show", "rye"], { cwd: folderWith(broken) });
    expect(stderr).toMatch(/^assay: farm\.csv line 2, column "rye": /);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  test("a reader that stops early is no failure", () => {
    const command = `"${process.execPath}" "${bin}" data show rye --csv; echo "ended $?" >&2`;
    const { stderr } = spawnSync("sh", ["-c", `{ ${command}; } | true`], {
      cwd: cwd(),
      encoding: "utf8",
    });
    expect(stderr).toBe("ended 0\n");
  });
});

describe("assay data list --json", () => {
  test("is one value: every series with its span, and of one that cannot be read the reason", () => {
    const { code, stdout, stderr } = assay(["data", "list", "--json"], {
      cwd: folderWith(project),
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const listed: { id: string }[] = JSON.parse(stdout);
    expect(listed.map(({ id }) => id)).toEqual(["wheat", "rye", "grain"]);
    expect(listed[0]).toMatchObject({ kind: "price", from: "2020-01-31", to: "2020-04-30" });
  });

  test("an option of another command is not offered as the one that was meant", () => {
    const { code, stderr } = assay(["data", "list", "--csv"], { cwd: folderWith(project) });
    expect(stderr).toBe(
      "assay: --csv: is no option of assay data list; see assay data list --help\n",
    );
    expect(code).toBe(2);
  });
});

describe("assay data check", () => {
  const months = (prices: readonly (number | "")[]) =>
    prices.map((price, row) => {
      const [year, month] = [2018 + Math.floor(row / 12), (row % 12) + 1];
      const end = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
      return `${end},${price},${3 + (row % 2)}`;
    });
  const figures = (prices: readonly (number | "")[]) => ({
    ...project,
    "data/figures/farm.csv": `date,wheat,rye\n${months(prices).join("\n")}\n`,
  });
  const steady = Array.from({ length: 30 }, (_, row) => 4 + (row % 3) / 10);

  test("figures without fault", () => {
    expect(assay(["data", "check"], { cwd: folderWith(figures(steady)) })).toEqual({
      code: 0,
      stdout: "3 series checked: 0 errors, 0 warnings, 0 known faults\n",
      stderr: "",
    });
  });

  test("warnings are explained in 80 columns, and are no failure", () => {
    const gap = steady.map((price, row) => (row === 11 ? "" : row < 20 ? price : 3 * price));
    const { code, stdout } = assay(["data", "check"], { cwd: folderWith(figures(gap)) });
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        "warnings: to be looked at",
        "  wheat, gap: no value 2018-12-31 (1 month): 4.1 before, 4 after; complete the",
        "  file, or declare the gap as expected in the catalog",
        "  wheat, jump: 2019-09-30: from 4.1 to 12.6 (+207 %), 23 times any other move",
        "  within 10 rows: by about 3, as after a split of shares that was not adjusted;",
        "  compare it with another source; then correct the file, or declare it as",
        "  expected in the catalog",
        "",
        "3 series checked: 0 errors, 2 warnings, 0 known faults",
        "",
      ].join("\n"),
    );
  });

  test("errors are a failure; --json is one value; ids choose", () => {
    const cwd = folderWith(figures(steady.map((price, row) => (row === 11 ? -1 : price))));
    const { code, stdout } = assay(["data", "check", "--json"], { cwd });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      series: ["wheat", "rye", "grain"],
      files: [],
      faults: [
        { series: "wheat", kind: "value", severity: "error", from: "2018-12-31", value: -1 },
      ],
    });
    const chosen = assay(["data", "check", "rye"], { cwd });
    expect(chosen.code).toBe(0);
    expect(chosen.stdout).toBe("1 series checked: 0 errors, 0 warnings, 0 known faults\n");
  });

  test("faults of a file keep its series from being read, and are told with their lines", () => {
    const broken = { ...project, "data/figures/farm.csv": "date,wheat,rye\n2020-01-31,4,x\n" };
    const { code, stdout } = assay(["data", "check"], { cwd: folderWith(broken) });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^errors: .*\n {2}farm\.csv line 2, column "rye": "x" is not a number/);
    expect(stdout).toMatch(/\n0 series checked: 1 error, 0 warnings, 0 known faults\n$/);
  });

  test("what is wrong with the values of a faulty file is told beside the faults of the file", () => {
    const rows = months(steady.map((price, row) => (row === 11 ? -1 : price)));
    rows[20] = rows[20]!.replace(/,\d+$/, ",x");
    rows[25] = rows[25]!.replace(/,[\d.]+,/, ",?,");
    const cwd = folderWith({
      ...project,
      "data/figures/farm.csv": `date,wheat,rye\n${rows.join("\n")}\n`,
    });
    const { code, stdout } = assay(["data", "check"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('farm.csv line 22, column "rye": "x" is not a number');
    expect(stdout).toContain('farm.csv line 27, column "wheat": "?" is not a number');
    expect(stdout).toContain("wheat, value: 2018-12-31: -1");
    expect(stdout).not.toContain("gap");
    expect(stdout).toMatch(/\n0 series checked: 3 errors, 0 warnings, 0 known faults\n$/);
  });

  test("a misspelt id has its nearest", () => {
    const { code, stderr } = assay(["data", "check", "weat"], { cwd: folderWith(project) });
    expect(stderr).toBe('assay: unknown series "weat"; did you mean "wheat"?\n');
    expect(code).toBe(2);
  });

  test("a folder without the file of the calendar is no error: what is not shipped is checked", () => {
    const cwd = folderWith({
      ...figures(steady),
      "data/catalog.ts": project["data/catalog.ts"]!.replace(
        "    grain:",
        '    oats: column({ ...described, title: "Oats", daily: { file: "OATS.csv", column: "close" } }),\n    grain:',
      ),
      "own/OATS.csv": `date,close\n${months(steady)
        .map((row) => row.replace(/,\d+$/, ""))
        .join("\n")}\n`,
    });
    const { code, stdout, stderr } = assay(["data", "check", "--data", "own"], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe("4 series checked: 0 errors, 0 warnings, 0 known faults\n");
  });

  test("the shipped figures have no errors and no warnings", () => {
    const { code, stdout } = assay(["data", "check"], { cwd: folderWith({}) });
    expect(code).toBe(0);
    expect(stdout).toMatch(/\n\d+ series checked: 0 errors, 0 warnings, \d+ known faults\n$/);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });
});
