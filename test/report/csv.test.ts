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
      "asset-correlations.csv",
      "attribution-by-year.csv",
      "attribution.csv",
      "block-lengths.csv",
      "block-sensitivity.csv",
      "break-even.csv",
      "chains.csv",
      "comparisons.csv",
      "composition.csv",
      "conventions.csv",
      "correlations.csv",
      "decision-conditions.csv",
      "drawdowns.csv",
      "events.csv",
      "fans.csv",
      "growth.csv",
      "held.csv",
      "histogram.csv",
      "horizons.csv",
      "inference.csv",
      "inputs.csv",
      "ledger.csv",
      "legs.csv",
      "measures.csv",
      "months.csv",
      "phase-excess.csv",
      "phases.csv",
      "picture-equities-in-gold.csv",
      "picture-purchasing-power.csv",
      "prediction-tracks.csv",
      "rebalances.csv",
      "regime-changes.csv",
      "regime-correlations.csv",
      "regime-means.csv",
      "regime-probabilities.csv",
      "regime-tests.csv",
      "regime-transitions.csv",
      "regimes.csv",
      "risk-shares.csv",
      "rolling.csv",
      "sensitivity.csv",
      "sharpe-differences.csv",
      "sharpe-readings.csv",
      "spells.csv",
      "start-horizon.csv",
      "start-windows.csv",
      "trial-contests.csv",
      "trial-strategies.csv",
      "trials.csv",
      "underwater-cpi.csv",
      "underwater-gold.csv",
      "underwater-m2.csv",
      "underwater-usd.csv",
      "waterfall.csv",
      "wealth-cpi.csv",
      "wealth-gold.csv",
      "wealth-m2.csv",
      "wealth-usd.csv",
      "windows.csv",
      "years.csv",
    ]);
  });

  it("conventions: ours first, then each tool with its gap and its definition", () => {
    const { entries, portfolio } = sampleFindings.conventions;
    const rows = read("conventions.csv");
    expect(rows).toHaveLength(entries.reduce((sum, { others }) => sum + 1 + others.length, 0));
    expect(rows[0]).toMatchObject({
      portfolio,
      measure: entries[0]?.measure,
      tool: "assay",
      gap: "",
    });
    expect(rows[1]?.definition).toBe(entries[0]?.others[0]?.how);
  });

  it("correlations: every pair of portfolios in every unit", () => {
    const { portfolios, matrices } = sampleFindings.correlations;
    const rows = read("correlations.csv");
    expect(rows).toHaveLength(Object.keys(matrices).length * portfolios.length ** 2);
    expect(rows[0]).toMatchObject({ portfolio: portfolios[0], other: portfolios[0] });
    expect(Number(rows[1]?.correlation)).toBe(Object.values(matrices)[0]?.[0]?.[1]);
  });

  it("attribution by year: a row a leg", () => {
    const attributionByYear = [{ year: 2008, parts: { gold: 0.05, costs: -0.01 } }];
    const portfolios = sampleFindings.portfolios.map((one) => ({ ...one, attributionByYear }));
    const text = csvFiles({ ...sampleFindings, portfolios })["attribution-by-year.csv"] ?? "";
    expect(text.split("\n").slice(0, 3)).toEqual([
      "portfolio,year,leg,logGrowth",
      "hard-assets,2008,gold,0.05",
      "hard-assets,2008,costs,-0.01",
    ]);
  });

  it("wealth in a unit: a row a date, a column a portfolio, in full precision", () => {
    const rows = read("wealth-gold.csv");
    expect(rows).toHaveLength(61);
    expect(Object.keys(rows[0] ?? {})).toEqual([
      "date",
      "hard-assets",
      "short-bonds",
      "equities",
      "cash",
    ]);
    const { date, "hard-assets": value } = rows[60] ?? {};
    expect(date).toBe(sampleFindings.period.to);
    expect(Number(value)).toBe(sampleFindings.portfolios[0]?.wealth.gold?.[60]);
  });

  it("a picture: a column a line, its lows and highs beside it, an unknown an empty cell", () => {
    const [first] = read("picture-equities-in-gold.csv");
    expect(Object.keys(first ?? {})).toEqual([
      "date",
      "equitiesInGold",
      "equitiesInGold low",
      "equitiesInGold high",
    ]);
    expect(read("picture-equities-in-gold.csv")[5]?.["equitiesInGold high"]).toBe("");
    expect(read("picture-purchasing-power.csv")[3]?.m2).toBe("");
  });

  it("lines of a picture on days of their own stand in one table", () => {
    const line = { id: "a", title: "", source: "", dates: ["2001-01-31"], values: [1] };
    const other = { ...line, id: "b", dates: ["2001-02-28"], values: [2] };
    const [picture] = sampleFindings.pictures;
    const findings = {
      ...sampleFindings,
      pictures: picture === undefined ? [] : [{ ...picture, lines: [line, other] }],
    };
    const text = csvFiles(findings)["picture-equities-in-gold.csv"];
    expect(text).toBe("date,a,b\n2001-01-31,1,\n2001-02-28,,2\n");
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

  it("legs: a row a leg, whole and by phase, in money and in logs; the rows beside the total add up to it", () => {
    const rows = read("legs.csv").filter(
      ({ portfolio, measure, phase }) =>
        portfolio === "hard-assets" && measure === "log" && phase === "boom",
    );
    const parts = rows.filter(({ leg }) => leg !== "total");
    const total = rows.find(({ leg }) => leg === "total")?.total;
    expect(parts.reduce((sum, { total }) => sum + Number(total), 0)).toBeCloseTo(Number(total), 12);
  });

  it("sensitivity: a row a changed run, a column a benchmark; one that nobody carries is empty", () => {
    const rows = read("sensitivity.csv");
    expect(rows[1]).toEqual({
      portfolio: "hard-assets",
      variation: "without bitcoin",
      cagr: "0.021",
      "relativeWealth.equities": "1.05",
      "relativeWealth.cash": "2.1",
    });
    expect(rows[2]?.cagr).toBe("");
  });

  it("chains: the links of a span add up to the whole", () => {
    const [whole, ...links] = read("chains.csv").filter(({ phase }) => phase === "");
    const sum = links.reduce((total, { logGrowth }) => total + Number(logGrowth), 0);
    expect(whole?.link).toBe("whole");
    expect(sum).toBeCloseTo(Number(whole?.logGrowth), 12);
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
