import { describe, expect, it } from "vitest";
import { INDEX_MARK, renderIndex } from "../../src/report/index-page.ts";
import { summaryOf } from "../../src/report/summary.ts";
import { findingsWithClaims } from "./sample-claims.ts";
import { sampleFindings } from "./sample-findings.ts";

const summary = summaryOf(findingsWithClaims, 1);

describe("summaryOf", () => {
  it("has the numbers of the first strategy against the first two benchmarks, in two units", () => {
    const { comparisons, portfolios } = sampleFindings;
    const strategy = portfolios.find(({ role }) => role === "strategy")!;
    const pairs = comparisons.filter(({ portfolio }) => portfolio === strategy.id).slice(0, 2);
    expect(summary.rivals.map(({ relativeWealth }) => relativeWealth)).toEqual(
      pairs.map(({ relativeWealth }) => relativeWealth),
    );
    expect(Object.keys(summary.strategy!.growth)).toEqual(["usd", "gold"]);
    expect(summary.strategy!.growth.usd).toBe(strategy.measures.usd!.cagr);
  });

  it("draws relative wealth from one at place 0 to place 1", () => {
    for (const { line } of summary.rivals) {
      expect(line[0]).toEqual([0, 1]);
      expect(line.at(-1)![0]).toBe(1);
    }
  });

  it("takes a few kilobytes", () => {
    expect(JSON.stringify(summary).length).toBeLessThan(10_000);
  });
});

describe("renderIndex", () => {
  it("is sorted by study and folder, whatever order the folders come in", () => {
    const runs = ["b", "a c"].map((folder) => ({ folder, summary }));
    const page = renderIndex(runs);
    expect(page).toBe(renderIndex(runs.toReversed()));
    expect(page.indexOf('href="a%20c/index.html"')).toBeGreaterThan(0);
    expect(page.indexOf('href="a%20c/index.html"')).toBeLessThan(
      page.indexOf('href="b/index.html"'),
    );
  });

  it("carries its mark at its head, no script and no address to load anything from", () => {
    const page = renderIndex([{ folder: "a", summary }]);
    expect(page.slice(0, 256)).toContain(INDEX_MARK);
    expect(page).not.toMatch(/<script|https?:|src=/);
  });

  it("shows text as text", () => {
    const study = { ...summary.study, title: "</style><img onerror=1>" };
    const page = renderIndex([{ folder: '"><b>', summary: { ...summary, study } }]);
    expect(page).not.toContain("<img");
    expect(page).not.toContain("<b>'");
    expect(page).toContain("&lt;/style&gt;");
  });

  it("counts verdicts with their signs", () => {
    const page = renderIndex([{ folder: "a", summary }]);
    for (const { outcome, count } of summary.verdicts)
      expect(page).toContain(`${count} ${outcome}`);
  });
});
