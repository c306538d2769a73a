import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { csvFiles } from "../../src/report/csv.ts";
import { renderReport, sectionsOf } from "../../src/report/page.ts";
import { formatDay } from "../../src/series/day.ts";
import type { ByNumeraire, Findings, Numbers, PortfolioFinding } from "../../src/study/findings.ts";
import { sampleFindings } from "./sample-findings.ts";

const [strategy, second, ...benchmarks] = sampleFindings.portfolios as [
  PortfolioFinding,
  PortfolioFinding,
  ...PortfolioFinding[],
];

/** The page without its scripts, in which Vega's own text would hide what we look for. */
async function markupOf(findings: Findings): Promise<string> {
  const page = await renderReport(findings);
  return page.replace(/<script[^>]*>[\s\S]*?<\/script>/g, "");
}

/** What no page may show, whatever is in its findings. */
function slips(markup: string): readonly string[] {
  return markup.match(/.{0,60}(?:NaN|undefined|Infinity|\[object|<td>null).{0,60}/g) ?? [];
}

function links(markup: string): readonly string[] {
  return [...markup.matchAll(/href="#([^"]*)"/g)].map((match) => match[1] ?? "");
}

function ids(markup: string): readonly string[] {
  return [...markup.matchAll(/ id="([^"]*)"/g)].map((match) => match[1] ?? "");
}

function expectSound(markup: string): void {
  expect(slips(markup)).toEqual([]);
  expect(links(markup).filter((link) => !ids(markup).includes(link))).toEqual([]);
}

/** The findings with one numeraire kept. */
function inOneUnit(findings: Findings): Findings {
  return { ...findings, numeraires: findings.numeraires.slice(0, 1) };
}

const alone: Findings = {
  ...sampleFindings,
  portfolios: [{ ...strategy, sensitivity: null }],
  regimes: [],
  pictures: [],
  chains: [],
  comparisons: [],
  splices: [],
  inputs: [],
};

describe("a study with little in it", () => {
  it("one strategy in one unit, without rivals, phases and pictures, is a page", async () => {
    const markup = await markupOf(inOneUnit(alone));
    expectSound(markup);
    expect(markup).toContain("Hard assets, short bonds");
    expect(markup).toContain("wealth that has no rival here");
  });

  it("has no section for what is not there, and its tables have their heads", () => {
    const shown = sectionsOf(alone).map(({ id }) => id);
    for (const id of ["pictures", "chains", "phases", "sensitivity"])
      expect(shown).not.toContain(id);
    expect(csvFiles(alone)["chains.csv"]).toBe("chain,phase,link,logGrowth\n");
  });

  it("benchmarks alone are a page that says so", async () => {
    const markup = await markupOf({ ...alone, portfolios: benchmarks });
    expectSound(markup);
    expect(markup).toContain("This study has no strategy.");
  });

  it("pictures without phases and phases without pictures are pages", async () => {
    expectSound(await markupOf({ ...sampleFindings, regimes: [] }));
    expectSound(await markupOf({ ...sampleFindings, pictures: [], chains: [] }));
  });
});

/** A portfolio that loses everything half-way: what the findings then do not know is null. */
function ruined(portfolio: PortfolioFinding): PortfolioFinding {
  const dates = portfolio.wealth.dates;
  const half = dates.length / 2;
  const cut = (series: ByNumeraire, at: number): ByNumeraire => ({
    ...series,
    ...Object.fromEntries(
      sampleFindings.numeraires.map(({ id }) => [
        id,
        (series[id] as Numbers).map((value, row) => (row < half ? value : at)),
      ]),
    ),
  });
  const emptied = Object.fromEntries(
    Object.entries(portfolio.measures).map(([unit, found]) => [
      unit,
      { ...found, totalReturn: -1, cagr: -1, maxDrawdown: -1, sharpe: null, calmar: null },
    ]),
  );
  return {
    ...portfolio,
    ruined: dates[Math.ceil(half)] ?? "",
    wealth: cut(portfolio.wealth, 0),
    underwater: cut(portfolio.underwater, -1),
    measures: emptied,
    growth: Object.fromEntries(sampleFindings.numeraires.map(({ id }) => [id, null])),
    attribution: null,
    legs: null,
    sensitivity: {
      without: { gold: null },
      timing: [],
      costsDoubled: null,
      zeroCosts: null,
      breakEven: { equities: { borrow: null, costTimes: null, weight: { gold: null } } },
    },
  };
}

describe("a ruined strategy", () => {
  it("is named with its day; what is not known is a dash", async () => {
    const comparisons = sampleFindings.comparisons.map((entry) =>
      entry.portfolio === strategy.id
        ? { ...entry, relativeWealth: 0, excessGrowth: -1, relativeDrawdown: -1 }
        : entry,
    );
    const portfolios = [ruined(strategy), second, ...benchmarks];
    const markup = await markupOf({ ...sampleFindings, portfolios, comparisons });
    expectSound(markup);
    expect(markup).toContain("It was ruined on 2003-07-31.");
    expect(markup).toContain("Hard assets, short bonds (ruined)");
    expect(markup).toContain("Hard assets, short bonds was ruined: nothing is left to be split.");
  });

  it("and a ruined benchmark, against which nothing can be measured, are a page", async () => {
    const portfolios = [ruined(strategy), second, ...benchmarks.map(ruined)];
    const comparisons = sampleFindings.comparisons.map((entry) => ({
      ...entry,
      relativeWealth: null,
      excessGrowth: null,
      relativeDrawdown: null,
    }));
    expectSound(await markupOf({ ...sampleFindings, portfolios, comparisons }));
  });
});

describe("titles in any script", () => {
  it("stand as they were given, in the page, its charts and its tables", async () => {
    const title = `黄金 "und" l'or & <b>Öl</b>, 50 % 多头`;
    const shown = "黄金 &quot;und&quot; l&#39;or &amp; &lt;b&gt;Öl&lt;/b&gt;, 50 % 多头";
    const portfolios = sampleFindings.portfolios.map((portfolio, place) => ({
      ...portfolio,
      title: `${title} ${place}`,
    }));
    const numeraires = sampleFindings.numeraires.map((unit) => ({ ...unit, title, unit: title }));
    const chains = sampleFindings.chains.map((chain) => ({ ...chain, title }));
    const pictures = sampleFindings.pictures.map((picture) => ({ ...picture, title, unit: title }));
    const markup = await markupOf({ ...sampleFindings, portfolios, numeraires, chains, pictures });
    expectSound(markup);
    expect(markup).toContain(`${shown} 0`);
    expect(markup).not.toContain("<b>Öl");
    expect(markup).toMatch(/<text[^>]*>黄金 [^<]*<\/text>/);
  });
});

describe("a long daily run", () => {
  const days = Array.from({ length: 6000 }, (_, day) => formatDay(11_000 + day));
  const units = sampleFindings.numeraires.map(({ id }) => id);
  const series = (at: (row: number) => number): ByNumeraire => ({
    dates: days,
    ...Object.fromEntries(units.map((unit) => [unit, days.map((_, row) => at(row))])),
  });
  const daily: Findings = {
    ...sampleFindings,
    period: {
      ...sampleFindings.period,
      frequency: "daily",
      from: days[0] ?? "",
      to: days[5999] ?? "",
    },
    portfolios: sampleFindings.portfolios.map((portfolio, place) => ({
      ...portfolio,
      wealth: series((row) => Math.exp(row / 3000 + Math.sin(row * (place + 1)) / 10)),
      underwater: series((row) => (row === 3210 ? -0.77 : -0.1)),
    })),
  };

  it("is drawn thinned, says so, and keeps every day in its tables", async () => {
    const markup = await markupOf(daily);
    expectSound(markup);
    expect(markup).toContain("Thinned for drawing");
    const page = await renderReport(daily);
    expect(page.length).toBeLessThan(1_600_000);
    const charts = /id="charts">([^<]*)</.exec(page)?.[1] ?? "";
    expect(inflateSync(Buffer.from(charts, "base64")).toString()).toContain(",-6700,6700,");
    expect(csvFiles(daily)["underwater-gold.csv"]?.split("\n")).toHaveLength(6002);
  });
});

describe("costs and delay in words", () => {
  it("leave out what was replaced before the run began, and know constant weights from rules", async () => {
    const { from } = sampleFindings.period;
    const costs = [
      { asset: "gold", from: null, oneWay: 0.0777 },
      { asset: "gold", from: "1993-01-01", oneWay: 0.0333 },
      { asset: "gold", from: "2003-01-01", oneWay: 0.0111 },
    ];
    expect(from > "1993-01-01" && from < "2003-01-01").toBe(true);
    const assumptions = { ...sampleFindings.assumptions, costs, lag: 0 };
    const markup = await markupOf({ ...sampleFindings, assumptions });
    expect(markup).not.toContain("7.770%");
    expect(markup).toContain("3.330%");
    expect(markup).toContain("1.110%");
    expect(markup).toContain("rows between decision and trade: 0; seed");
  });
});

describe("parts that cancel", () => {
  it("have no share, and a certain probability is not called certain", async () => {
    const [unit] = sampleFindings.numeraires;
    const portfolios = sampleFindings.portfolios.map((portfolio) => ({
      ...portfolio,
      growth: Object.fromEntries(
        Object.entries(portfolio.growth).map(([key, split]) => [
          key,
          split && { ...split, depreciationShare: 47.11 },
        ]),
      ),
      measures: {
        ...portfolio.measures,
        [unit!.id]: { ...portfolio.measures[unit!.id]!, probabilisticSharpe: 0.99999 },
      },
    }));
    const markup = await markupOf({ ...sampleFindings, portfolios });
    expectSound(markup);
    expect(markup).not.toContain("4,711%");
    expect(markup).toContain("&gt;99.9%");
  });
});
