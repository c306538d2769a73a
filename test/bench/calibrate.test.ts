import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { calibrate } from "../../bench/calibrate/calibrate.ts";
import { withTables } from "../../bench/calibrate/document.ts";
import { LAWS } from "../../bench/calibrate/laws.ts";
import { FULL, optionsLine, QUICK } from "../../bench/calibrate/options.ts";
import { type Cell, tablesOf } from "../../bench/calibrate/tables.ts";
import { TABLES, tallying } from "../../bench/calibrate/tally.ts";
import { uniformOf } from "../../src/inference/random.ts";
import { correlation } from "../../src/measure/correlation.ts";
import { mean, shape, standardDeviation } from "../../src/measure/moments.ts";

const quietly = () => {};
const document = readFileSync(resolve(import.meta.dirname, "../../docs/calibration.md"), "utf8");

describe("the simulated laws", () => {
  const lagged = (values: Float64Array) => correlation(values.slice(1), values.slice(0, -1));
  const measured = LAWS.map(({ shocks }) => {
    const [first, second] = shocks(100_000, 2, uniformOf(1));
    return { first: first!, second: second! };
  });

  it("have shocks of mean 0 and variance 1 that are not correlated with each other", () => {
    for (const { first, second } of measured) {
      expect(mean(first)).toBeCloseTo(0, 1);
      expect(standardDeviation(first)).toBeCloseTo(1, 1);
      expect(standardDeviation(second)).toBeCloseTo(1, 1);
      expect(correlation(first, second)).toBeCloseTo(0, 1);
    }
  });

  it("depend on their past as they say: not at all, by 0.3, and in their variance alone", () => {
    const [independent, autoregressive, turbulent] = measured.map(({ first }) => first);
    expect(lagged(independent!)).toBeCloseTo(0, 1.5);
    expect(lagged(autoregressive!)).toBeCloseTo(0.3, 1.5);
    expect(lagged(turbulent!)).toBeCloseTo(0, 1);
    const squares = (values: Float64Array) => values.map((z) => z * z);
    expect(lagged(squares(independent!))).toBeCloseTo(0, 1.5);
    expect(lagged(squares(turbulent!))).toBeGreaterThan(0.1);
    expect(shape(independent!).kurtosis).toBeCloseTo(3, 0);
    expect(shape(turbulent!).kurtosis).toBeGreaterThan(5);
  });

  it("are turbulent together", () => {
    const [, , { first, second } = { first: [], second: [] }] = measured;
    const size = (values: Float64Array) => values.map((z) => z * z);
    expect(correlation(size(first as Float64Array), size(second as Float64Array))).toBeGreaterThan(
      0.05,
    );
  });
});

describe("a tally", () => {
  it("counts p-values at 5 and 1 %, events once, and worlds without an answer", () => {
    const { tally, note } = tallying();
    for (const p of [0.01, 0.05, 0.06, null]) note("level", "a test", p);
    for (const event of [true, false, null]) note("coverage", "an interval", event);
    expect(tally.level.get("a test")).toEqual({ asked: 4, answers: 3, hits: 2, rare: 1 });
    expect(tally.coverage.get("an interval")).toEqual({
      asked: 3,
      answers: 2,
      hits: 1,
      rare: null,
    });
  });

  it("is written with its error, the number of answers where some are missing, and bold where it is off", () => {
    const { tally, note } = tallying();
    for (let k = 0; k < 100; k += 1) note("level", "a test", k < 50 ? 0.05 : 1);
    for (let k = 0; k < 100; k += 1) note("coverage", "an interval", k < 76 ? k < 72 : null);
    const cell: Cell = { months: 60, tally, falls: { records: -0.25, resamples: -0.125 } };
    const text = tablesOf(QUICK, [LAWS.map(() => cell)]);
    expect(text).toContain("| a test | 60 | **50.0 ± 5.0** | 0.0 ± 0.0 |");
    expect(text).toContain("| an interval | 60 | 94.7 ± 2.6 (76) |");
    expect(text).toContain("| deepest fall | 60 | −25.0 | −12.5 |");
  });
});

describe("the calibration", () => {
  let cells: Cell[][];
  beforeAll(() => {
    cells = calibrate(QUICK, quietly);
  });

  it("finds nothing absurd for independent months: 5 % within 4 standard errors, or too timid", () => {
    const independent = cells[0]![0]!.tally.level;
    // Taken as independent, a walk around a line always seems broken: the one test that may not be used so.
    const usable = [...independent].filter(([title]) => !/walk.*independent/.test(title));
    expect(usable.length).toBe(independent.size - 1);
    const far = usable.filter(([, { hits, answers }]) => {
      return hits / answers > 0.05 + 4 * Math.sqrt((0.05 * 0.95) / answers);
    });
    expect(far.map(([title]) => title)).toEqual([]);
  });

  it("finds more where there is something to find", () => {
    const { level, power } = cells[0]![0]!.tally;
    const rate = (rows: typeof level, title: RegExp) => {
      const found = [...rows].filter(([one]) => title.test(one)).map(([, counts]) => counts);
      expect(found.length).toBeGreaterThan(0);
      return mean(found.map(({ hits, answers }) => hits / answers));
    };
    for (const title of [/^Sharpe difference/, /^StepM/, /^states/])
      expect(rate(power, title)).toBeGreaterThan(rate(level, title));
  });

  it("makes the same tables from the same seed, byte for byte, and others from another", () => {
    const few = { ...QUICK, worlds: 3 };
    const tables = (seed: number) => {
      const options = { ...few, seed };
      return tablesOf(QUICK, calibrate(options, quietly));
    };
    expect(tables(20)).toBe(tables(20));
    expect(tables(20)).not.toBe(tables(40));
  });

  it("says how far it is", () => {
    const words: string[] = [];
    calibrate({ ...QUICK, worlds: 1 }, (one) => words.push(one));
    expect(words).toEqual(LAWS.map(({ title }) => `${title}, 120 months: 1 of 1`));
  });

  it("is what the document shows: its options, every row of every table", () => {
    const { families } = FULL;
    const shown = (title: string) =>
      QUICK.families.reduce((text, few, i) => {
        return text.replace(` ${few} variants`, ` ${families[i]} variants`);
      }, title);
    expect(document).toContain(`\`npm run calibrate\`: ${optionsLine(FULL)}.`);
    for (const table of TABLES)
      for (const title of cells[0]![0]!.tally[table].keys())
        for (const months of FULL.sizes)
          expect(document).toContain(`\n| ${shown(title)} | ${months} | `);
  });
});

describe("the document", () => {
  it("keeps its words when its tables are replaced", () => {
    const text = "before\n<!-- tables -->\nold\n<!-- end of tables -->\nafter";
    expect(withTables(text, "new")).toBe(
      "before\n<!-- tables -->\n\nnew\n\n<!-- end of tables -->\nafter",
    );
    expect(withTables(withTables(text, "x"), "new")).toBe(withTables(text, "new"));
  });

  it("has a place for them", () => {
    expect(() => withTables("nothing", "new")).toThrow("no place for tables");
    expect(document).toContain("<!-- tables -->");
  });
});
