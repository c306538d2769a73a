import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dayOf, formatDay } from "../../src/series/day.ts";
import { assay, folderWith } from "./assay.ts";

const prices = "Datum;Schluss\n31.12.2019;3.230,78\n02.01.2020;3.257,85\n";

describe("assay data import", () => {
  it("stores a file under the name that is said, and says how it was read", () => {
    const folder = folderWith({ "kurse.csv": prices });
    const env = { ASSAY_DATA: join(folder, "store") };
    const { code, stdout, stderr } = assay(
      ["data", "import", join(folder, "kurse.csv"), "--as", "spx"],
      { env },
    );
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.replaceAll(folder, "")).toBe(
      [
        "SPX.csv        2 rows  2019-12-31..2020-01-02  new",
        '    date read from "Datum"',
        '    close read from "Schluss"',
        '    days read day first: "31.12.2019" is 2019-12-31',
        "    commas read as decimals",
        '    signs between thousands taken off "Schluss": 3.230,78',
        "",
        "1 file in /store",
        "",
      ].join("\n"),
    );
    expect(readFileSync(join(folder, "store/SPX.csv"), "utf8")).toBe(
      "date,close\n2019-12-31,3230.78\n2020-01-02,3257.85\n",
    );
  });

  it("ends with the line that a study names an own file by, and the store shows and checks it", () => {
    const folder = folderWith({ "fund.csv": prices });
    const env = { ASSAY_DATA: join(folder, "store") };
    const words = ["data", "import", join(folder, "fund.csv"), "--as", "myFund", "--unit", "EUR"];
    const { code, stdout } = assay(words, { env });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /\n\nIn the study: series: ownSeries\(\{\n {2}myFund: fromStore\("MYFUND", \{ title: "myFund", unit: "EUR", kind: "price" \}\),\n\}\)\n$/,
    );
    const shown = assay(["data", "show", "MYFUND", "--store", "--json"], { env });
    expect(shown.stderr).toBe("");
    expect(JSON.parse(shown.stdout)).toMatchObject({ id: "MYFUND", unit: "EUR", kind: "price" });
    expect(assay(["data", "list", "MYFUND", "--store"], { env }).stdout).toContain("MYFUND");
    expect(assay(["data", "show", "MYFUND"], { env }).code).toBe(2);
    expect(
      assay(["data", "import", join(folder, "fund.csv"), "--as", "spx"], { env }).stdout,
    ).not.toContain("fromStore");
    const checked = assay(["data", "check", "MYFUND", "--store", "--json"], { env });
    expect(JSON.parse(checked.stdout)).toMatchObject({ series: ["MYFUND"], files: [] });
    expect(assay(["data", "check", "--store"], { env }).stdout).toMatch(
      /not used: tables that no series of the catalog names\n.*MYFUND\.csv/,
    );
  });

  it("stores what is sound of a folder, and ends with 2 and all faults of the rest", () => {
    const folder = folderWith({
      "in/spx.csv": prices,
      "in/GLD.csv": "date,close\n2020-01-02,x\n",
      "in/gldx.csv": prices,
    });
    const env = { ASSAY_DATA: join(folder, "store") };
    const { code, stdout, stderr } = assay(["data", "import", join(folder, "in")], { env });
    expect(code).toBe(2);
    expect(stdout).toContain("SPX.csv");
    expect(stdout).toContain("gldx.csv: nearest is GLD");
    expect(stderr.replaceAll(folder, "")).toContain(
      '/in/GLD.csv line 2, column "close": "x" is not a number',
    );
  });

  it("writes nothing on a dry run, and prints all of it as JSON", () => {
    const folder = folderWith({ "SPX.csv": prices });
    const env = { ASSAY_DATA: join(folder, "store") };
    const { code, stdout } = assay(["data", "import", folder, "--dry-run", "--json"], { env });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      imported: [{ file: "SPX.csv", rows: 2, change: "new" }],
      faults: [],
    });
    expect(assay(["data", "list", "--store"], { env }).code).toBe(2);
  });

  it.each([
    [["--dates", "ymd"], '--dates: unknown choice "ymd"'],
    [["--decimal", "dot"], '--decimal: unknown choice "dot"'],
    [["--encoding", "utf8"], '--encoding: unknown choice "utf8"; did you mean "utf-8"?'],
    [["--delimiter", "x"], '--delimiter "x": give comma, semicolon, tab or bar'],
    [["--columns", "close"], "--columns close: is no NAME=HEADER"],
    [["--columns", "clos=Schluss"], '--columns: unknown column "clos"; did you mean "close"?'],
    [["--as", "../../x"], "--as ../../x: is a path"],
    [["--colums", "a=b"], 'unknown option "--colums"; did you mean "--columns"?'],
  ])("refuses %j", (words, message) => {
    const folder = folderWith({ "SPX.csv": prices });
    const env = { ASSAY_DATA: join(folder, "store") };
    const { code, stderr } = assay(["data", "import", join(folder, "SPX.csv"), ...words], { env });
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  it("streams five million rows in little memory", { timeout: 180_000 }, () => {
    const folder = folderWith({});
    const path = join(folder, "big.csv");
    const file = openSync(path, "w");
    writeSync(file, "date,close\n");
    const first = dayOf(1600, 1, 1);
    for (let day = 0; day < 100_000; day += 1000) {
      const rows = Array.from({ length: 1000 }, (_, at) => {
        return `${formatDay(first + day + at)},${(100 + ((day + at) % 977) / 8).toFixed(3)}\n`.repeat(
          50,
        );
      });
      writeSync(file, rows.join(""));
    }
    closeSync(file);
    const env = { ASSAY_DATA: join(folder, "store"), NODE_OPTIONS: "--max-old-space-size=64" };
    const { code, stdout, stderr } = assay(["data", "import", path, "--as", "big"], { env });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/BIG.csv +100000 rows {2}1600-01-01\.\.1873-10-15 {2}new\n/);
    expect(stdout).toContain("4900000 rows say again what another said: left out");
  });
});
