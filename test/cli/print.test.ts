import { describe, expect, test } from "vitest";
import { answer } from "../../src/cli/answer.ts";
import { caution, lateAssets } from "../../src/cli/cautions.ts";
import { comparison } from "../../src/cli/print.ts";
import type { Terminal } from "../../src/cli/terminal.ts";
import type { Findings, PortfolioFinding } from "../../src/study/findings.ts";
import { sampleFindings } from "../report/sample-findings.ts";

const plain: Terminal = { columns: 80, colour: false, unicode: true, watched: false };

type Figures = readonly [
  cagr: number | null,
  volatility: number | null,
  sharpe: number | null,
  maxDrawdown: number,
];

function portfolio(
  id: string,
  role: PortfolioFinding["role"],
  figures: Readonly<Record<string, Figures>>,
  ruined: string | null = null,
): PortfolioFinding {
  const sample = sampleFindings.portfolios[0]!;
  const measured = ([cagr, volatility, sharpe, maxDrawdown]: Figures) => ({
    ...sample.measures.usd!,
    cagr,
    volatility,
    sharpe,
    maxDrawdown,
  });
  const measures = Object.fromEntries(
    Object.entries(figures).map(([unit, values]) => [unit, measured(values)]),
  );
  return { ...sample, id, title: `The portfolio that is called ${id}`, role, ruined, measures };
}

/** Final wealth of `bold`, `timid` and `ruin` over `shares` and `bonds`. */
const ratios: Readonly<Record<string, readonly [number, number]>> = {
  bold: [9.544, 123.4],
  timid: [0.5, 0.996],
  ruin: [0, 0],
};

const findings: Findings = {
  ...sampleFindings,
  portfolios: [
    portfolio("shares", "benchmark", {
      usd: [0.0861, 0.152, 0.494, -0.509],
      gold: [-0.015, 0.2, 0.04, -0.85],
    }),
    portfolio("bold", "strategy", {
      usd: [0.1234, 0.2211, 0.756, -0.3449],
      gold: [-0.12345, 0.21, -0.264, -0.7851],
    }),
    portfolio("timid", "strategy", {
      usd: [-0.0004, 0.0061, null, 0],
      gold: [null, null, null, -0.999],
    }),
    portfolio("ruin", "strategy", { usd: [-1, 1, -1, -1], gold: [-1, 1, -1, -1] }, "2008-10-31"),
  ],
  comparisons: Object.entries(ratios).flatMap(([id, [shares, bonds]]) =>
    [
      { benchmark: "shares", relativeWealth: shares },
      { benchmark: "bonds", relativeWealth: bonds },
      { benchmark: "third", relativeWealth: 7 },
    ].map((one) => ({ ...sampleFindings.comparisons[0]!, portfolio: id, ...one })),
  ),
};

const lines = (terminal: Partial<Terminal>, given: Findings = findings): string[] =>
  comparison(given, { ...plain, ...terminal }).split("\n");

describe("the comparison", () => {
  test("strategies stand before benchmarks, two numeraires side by side, ratios once", () => {
    expect(lines({})).toEqual([
      "                          in usd              in gold          wealth",
      "       growth   vol Sharpe maxDD  growth Sharpe maxDD  /shares /bonds",
      "strategies",
      "bold    12.3% 22.1%   0.76  −34%  −12.3%  −0.26  −79%     9.54    123",
      "timid    0.0%  0.6%      –    0%       –      – −100%     0.50   1.00",
      "ruin           ruined 2008-10-31       –      –     –     0.00   0.00",
      "benchmarks",
      "shares   8.6% 15.2%   0.49  −51%   −1.5%   0.04  −85%     1.00      –",
      "",
      "Names are the ids of portfolios; their titles stand in the report.",
      "Units: usd: US dollars, riskless is three-month bills; gold: gold, riskless is",
      "gold itself, which pays nothing.",
      "growth: compound, a year. vol: standard deviation of returns, a year. Sharpe:",
      "mean excess return over its deviation, a year. maxDD: deepest fall from a peak.",
      "wealth /x: final wealth for each 1 of x, the same in every unit. All pay their",
      "costs.",
      "In the report too: m2 and cpi.",
      "Ended by the invented prices end.",
      "Caution: no test in this run allows for assets that were chosen afterwards.",
      "Chosen afterwards.",
      "",
    ]);
  });

  test("assets that entered late are told once each, with who waited for them", () => {
    const [bold, timid] = [findings.portfolios[1]!, findings.portfolios[2]!];
    const waiting = (one: PortfolioFinding, ...starts: [date: string, text: string][]) => ({
      ...one,
      ledger: {
        ...one.ledger,
        events: starts.map(([date, text]) => ({ date, kind: "asset start", text })),
      },
    });
    const { id, title } = sampleFindings.inputs[0]!;
    const known = `${title} has a price from here on and enters`;
    const portfolios = [
      waiting(bold, ["2003-06-30", known]),
      waiting(timid, ["2003-05-31", known], ["2002-01-31", "Rye enters"]),
    ];
    expect(lateAssets({ ...findings, portfolios })).toEqual([
      "Rye enters 2002-01-31 (timid)",
      `${id} 2003-05-31 (timid and others)`,
    ]);
    expect(comparison({ ...findings, portfolios }, { ...plain, columns: 200 })).toContain(
      `\nEntered late: Rye enters 2002-01-31 (timid), ${id} 2003-05-31 (timid and others). Until`,
    );
  });

  test("the caution has the first sentence of the caveats, if there is one", () => {
    const cautioned = (...caveats: string[]) =>
      caution({ ...findings, study: { ...findings.study, caveats } });
    const always = "no test in this run allows for assets that were chosen afterwards.";
    expect(cautioned("Made up: 1.5 % at most. Do not believe it.", "More.")).toBe(
      `${always} Made up: 1.5 % at most.`,
    );
    expect(cautioned("no full stop")).toBe(`${always} no full stop`);
    expect(cautioned()).toBe(always);
  });

  test("one return is a return", () => {
    const period = { ...findings.period, periods: 1 };
    expect(answer({ ...findings, period }, plain)).toMatch(/ monthly, 1 return\.$/m);
  });

  test("titles stand where they fit beside a line, and further numeraires follow in a wide terminal", () => {
    const wide = lines({ columns: 120 });
    const narrow = lines({}, { ...findings, numeraires: findings.numeraires.slice(0, 1) });
    expect(wide[0]?.trim().split(/ {2,}/)).toEqual(["in usd", "in gold", "in m2", "wealth"]);
    expect(wide[3]).toMatch(/^bold +[▁▂▃▄▅▆▇█]+ +12\.3%/);
    const wider = lines(
      { columns: 150 },
      { ...findings, numeraires: findings.numeraires.slice(0, 3) },
    );
    expect(wider[3]).toMatch(/^The portfolio that is called bold +[▁▂▃▄▅▆▇█]+ +12\.3%/);
    expect(narrow[0]?.trim().split(/ {2,}/)).toEqual(["in usd", "wealth"]);
    expect(narrow[3]).toMatch(/^bold +[▁▂▃▄▅▆▇█]+ +12\.3%/);
    expect(wide.join("\n")).toContain("Names are the ids");
    expect(wider.join("\n")).not.toContain("Names are the ids");
  });

  test("long ids are cut, and names over the ratios before a numeraire is left out", () => {
    const named = portfolio("a-portfolio-with-a-long-name", "strategy", {
      usd: [0.1, 0.1, 1, -0.1],
      gold: [0.1, 0.1, 1, -0.1],
    });
    const long = lines({}, { ...findings, portfolios: [named] });
    expect(long[1]).toBe(
      "                     growth   vol Sharpe maxDD  growth Sharpe maxDD  /sha… /bon…",
    );
    expect(long[3]).toBe(
      "a-portfolio-with-a-…  10.0% 10.0%   1.00  −10%   10.0%   1.00  −10%      –     –",
    );
  });

  test.each([80, 81, 99, 100, 120, 160])("no line is longer than %i columns", (columns) => {
    const wordy = { ...findings, study: { ...findings.study, title: "many words ".repeat(30) } };
    for (const given of [findings, sampleFindings, wordy])
      for (const line of lines({ columns }, given))
        expect(line.length).toBeLessThanOrEqual(columns);
  });

  test("with all numeraires those that do not fit follow in tables of their own", () => {
    const all = comparison(findings, plain, "all");
    expect(all).toMatch(/^ +in usd +in gold +wealth$/m);
    expect(all).toMatch(/^ +in m2 +in cpi +wealth$/m);
    expect(all).not.toContain("In the report too");
  });

  test("wealth is drawn beside the names where there is room, in ASCII where there must be", () => {
    const row = (unicode: boolean) =>
      comparison(sampleFindings, { ...plain, columns: 160, unicode });
    expect(row(true)).toMatch(/^ +wealth, log /m);
    expect(row(true)).toMatch(/[▁▂▃▄▅▆▇█]{12}/);
    expect(row(false)).toMatch(/^[\n -~]*$/);
    expect(row(false)).not.toContain("?");
    expect(comparison(findings, plain)).not.toMatch(/[▁▂▃▄▅▆▇█]/);
  });

  test("colour changes no character of the text", () => {
    const coloured = comparison(findings, { ...plain, colour: true });
    const escapes = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, "g");
    expect(coloured).toMatch(escapes);
    expect(coloured.replace(escapes, "")).toBe(comparison(findings, plain));
  });

  test("without UTF-8 it is plain ASCII of the same width", () => {
    const text = comparison(findings, { ...plain, unicode: false });
    expect(text).toMatch(/^[\n -~]*$/);
    expect(text).toContain("timid    0.0%  0.6%      -    0%       -      - -100%     0.50   1.00");
  });
});
