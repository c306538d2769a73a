import { beforeAll, describe, expect, it } from "vitest";
import { renderReport, SECTIONS } from "../../src/report/page.ts";
import { findingsWithClaims } from "./sample-claims.ts";
import { sampleFindings } from "./sample-findings.ts";

const HOSTILE = "</script><img onerror=alert(1)>";

/** The page without its scripts, in which Vega's own text would hide what we look for. */
function withoutScripts(page: string): string {
  return page.replace(/<script[^>]*>[\s\S]*?<\/script>/g, "");
}

/** Which of these texts the page lacks: said this way a failure does not print the whole page. */
function missing(page: string, ...texts: readonly string[]): readonly string[] {
  return texts.filter((text) => !page.includes(text));
}

/** The first place where a pattern stands, or undefined. */
function found(page: string, pattern: RegExp): string | undefined {
  const at = page.search(pattern);
  return at < 0 ? undefined : page.slice(Math.max(0, at - 60), at + 60);
}

describe("renderReport", () => {
  let page = "";
  beforeAll(async () => {
    page = await renderReport(sampleFindings);
  });

  it("has every section and a contents list that leads to each", async () => {
    const page = await renderReport(findingsWithClaims);
    expect(new Set(SECTIONS.map(({ id }) => id)).size).toBe(SECTIONS.length);
    for (const { id, title } of SECTIONS) {
      const link = `<a href="#${id}">${title.replaceAll("'", "&#39;")}</a>`;
      const start = `<section id="${id}" aria-labelledby="${id}-title">`;
      expect(missing(page, link, start)).toEqual([]);
    }
  });

  it("begins with the answer and the verdicts and ends with how to do it again", () => {
    const ids = SECTIONS.map(({ id }) => id);
    const inOrder = ["answer", "verdicts", "pictures", "wealth", "drawdowns", "phases", "regimes"];
    const after = ["growth", "inference", "claims", "inconsistencies", "predictions", "books"];
    const places = [...inOrder, ...after, "data", "reproduce"].map((id) => ids.indexOf(id));
    expect(places).toEqual(places.toSorted((left, right) => left - right));
    expect(places[0]).toBe(0);
    expect(places.at(-1)).toBe(ids.length - 1);
  });

  it("answers in three sentences with the numbers that decide, before anything else", () => {
    const short = /<div class="answer">([\s\S]*?)<\/div>/.exec(page)?.[1] ?? "";
    expect(short.match(/<p>/g)).toHaveLength(3);
    expect(short.match(/<strong>/g)?.length).toBeGreaterThan(5);
  });

  it("is the same bytes for the same findings", async () => {
    expect((await renderReport(sampleFindings)) === page).toBe(true);
  });

  it("refers to nothing outside: no address that a browser would fetch", () => {
    const markup = withoutScripts(page);
    const references = [...markup.matchAll(/ (?:src|href|action|data)="([^"]*)"/g)];
    const targets = references.map((reference) => reference[1] ?? "");
    expect(targets.length).toBeGreaterThan(20);
    for (const target of targets) expect(target).toMatch(/^(#[\w-]+|[\w-]+\.(csv|json))$/);
    expect(found(markup, /url\((?!#)|@import|https?:/)).toBeUndefined();
    expect(found(page, /sourceMappingURL/)).toBeUndefined();
    expect(missing(page, "default-src &#39;none&#39;")).toEqual([]);
  });

  it("every id is there once, and every inner link leads to one", () => {
    const markup = withoutScripts(page);
    const ids = [...markup.matchAll(/ id="([^"]*)"/g)].map((match) => match[1] ?? "");
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...markup.matchAll(/href="#([^"]*)"/g)].map((match) => match[1] ?? "");
    for (const link of links) expect(ids).toContain(link);
  });

  it("links only to tables that are written beside it", async () => {
    const { csvFiles } = await import("../../src/report/csv.ts");
    const files = Object.keys(csvFiles(sampleFindings));
    const links = [...page.matchAll(/href="([\w-]+\.csv)"/g)].map((match) => match[1] ?? "");
    for (const link of links) expect(files).toContain(link);
  });

  it("shows an open drawdown as open, and an unknown as a dash", () => {
    expect(missing(page, '<em class="open">open</em>', "<td>–<")).toEqual([]);
    expect(found(withoutScripts(page), /NaN|undefined|Infinity|\[object/)).toBeUndefined();
  });

  it("shades and names the phases, and shows what they share of the excess", () => {
    expect(missing(page, ">The bust</text>", "Where the excess was earned")).toEqual([]);
  });

  it("says in words what the unit can and cannot change, and that inference is not there", () => {
    const words = [
      "relative wealth is the same in every unit",
      "No test can allow for the assets having been chosen afterwards",
    ];
    expect(missing(page, ...words)).toEqual([]);
  });

  it("says in plain words what the result hangs on", () => {
    const words = [
      "The borrow fee on its shorts could be <strong>7.1% a year</strong> before it only equalled Equities.",
      "Trading could cost <strong>40 times</strong> as much before it only equalled Equities.",
      "With <strong>11.0%</strong> in Gold instead of 60.0% it only equalled Equities.",
      "the strategy would have ended with <strong>0.900 times</strong> the wealth of Equities.",
    ];
    expect(missing(page, ...words)).toEqual([]);
  });

  it("shows legs by source and by phase, chains and the readings of the Sharpe ratio", () => {
    const words = [
      "log growth in dollars by leg and source",
      "that each funded leg gave in each phase",
      "What moved Miners in gold",
      "The Sharpe ratio in gold, read three ways",
      "Traded on 1 day: 1 to begin.",
    ];
    expect(missing(page, ...words)).toEqual([]);
  });

  it("shows caveats, the last phase, correlations and what other tools would print", () => {
    const words = [
      ...sampleFindings.study.caveats,
      "not annualised: the strategy <strong>",
      "How alike the portfolios move",
      "What each tool would print",
    ];
    expect(missing(page, ...words)).toEqual([]);
  });

  it("shows readings of the Sharpe ratio that coincide once, and says so", async () => {
    const portfolios = sampleFindings.portfolios.map((portfolio) => ({
      ...portfolio,
      sharpeReadings: { usd: { total: 0.5, funded: 0.5, relative: 0.75 } },
    }));
    const page = await renderReport({ ...sampleFindings, portfolios });
    const words = [
      "The Sharpe ratio in US dollars, read two ways",
      "In this unit it is the same number as “over the riskless”.",
      "<td>0.50<td>0.75<",
    ];
    expect(missing(page, ...words)).toEqual([]);
    expect(found(page, /<td>0\.50<td>0\.50</)).toBeUndefined();
  });

  it("shows every unit without scripts", () => {
    const blocks = sampleFindings.numeraires.map(
      ({ id }) => `<div class="in-unit" data-in="${id}">`,
    );
    expect(missing(page, ...blocks)).toEqual([]);
    expect(found(withoutScripts(page), / hidden[ =>]/)).toBeUndefined();
  });

  it("stays small", () => {
    expect(page.length).toBeLessThan(900_000);
  });
});

describe("a hostile title", () => {
  it("shows as text wherever it stands", async () => {
    const portfolios = sampleFindings.portfolios.map((portfolio) => ({
      ...portfolio,
      title: HOSTILE,
    }));
    const study = { ...sampleFindings.study, title: HOSTILE, question: HOSTILE, about: HOSTILE };
    const page = await renderReport({ ...sampleFindings, study, portfolios });
    expect(found(page, /<img/)).toBeUndefined();
    expect(page.match(/<\/script>/g)).toHaveLength(3);
    expect(missing(page, "<h1>&lt;/script&gt;&lt;img onerror=alert(1)&gt;</h1>")).toEqual([]);
  });
});
