import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { csvFiles } from "../../src/report/csv.ts";
import { sampleFindings } from "./sample-findings.ts";

function read(name: string): Record<string, string>[] {
  return parse(csvFiles(sampleFindings)[name] ?? "", { columns: true });
}

describe("csvFiles", () => {
  it("are the tables of the findings", () => {
    expect(Object.keys(csvFiles(sampleFindings)).sort()).toEqual([
      "attribution.csv",
      "comparisons.csv",
      "composition.csv",
      "drawdowns.csv",
      "events.csv",
      "growth.csv",
      "inputs.csv",
      "ledger.csv",
      "measures.csv",
      "phase-excess.csv",
      "phases.csv",
      "pictures.csv",
      "spells.csv",
      "underwater.csv",
      "wealth.csv",
      "windows.csv",
      "years.csv",
    ]);
  });

  it("wealth: a row a portfolio and date, a column a unit, in full precision", () => {
    const rows = read("wealth.csv");
    expect(rows).toHaveLength(4 * 61);
    const { portfolio, date, gold } = rows[60] ?? {};
    expect([portfolio, date]).toEqual(["hard-assets", sampleFindings.period.to]);
    const held = sampleFindings.portfolios[0]?.wealth.gold?.[60];
    expect(Number(gold)).toBe(held);
  });

  it("an unknown is an empty cell, true and false are words", () => {
    const open = read("drawdowns.csv").filter(({ recovery }) => recovery === "");
    expect(open.length).toBeGreaterThan(0);
    expect(open[0]?.daysToRecovery).toBe("");
    expect(read("years.csv").map(({ partial }) => partial)).toContain("true");
    expect(read("years.csv").map(({ partial }) => partial)).toContain("false");
  });

  it("measures: a row a portfolio and unit", () => {
    const rows = read("measures.csv");
    expect(rows).toHaveLength(16);
    expect(rows[1]).toMatchObject({ portfolio: "hard-assets", numeraire: "gold", calmar36: "" });
  });

  it("texts with commas and quotes read back as they were", () => {
    const [input] = sampleFindings.inputs;
    const findings = {
      ...sampleFindings,
      inputs: input === undefined ? [] : [{ ...input, title: 'Gold, "afternoon"\nfix' }],
    };
    const rows = parse(csvFiles(findings)["inputs.csv"] ?? "", { columns: true }) as {
      title: string;
    }[];
    expect(rows[0]?.title).toBe('Gold, "afternoon"\nfix');
  });
});
