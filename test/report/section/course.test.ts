import { describe, expect, it } from "vitest";
import { html } from "../../../src/report/html.ts";
import { contextOf } from "../../../src/report/page.ts";
import { held } from "../../../src/report/section/held.ts";
import { months } from "../../../src/report/section/months.ts";
import { predictionTracks } from "../../../src/report/section/prediction-tracks.ts";
import { riskReturn } from "../../../src/report/section/risk-return.ts";
import { rolling } from "../../../src/report/section/rolling.ts";
import type { Section } from "../../../src/report/section/section.ts";
import type { Findings } from "../../../src/study/findings.ts";
import { sampleFindings } from "../sample-findings.ts";

/** A section with its figures left blank. */
async function markupOf(section: Section, findings: Findings = sampleFindings): Promise<string> {
  const drawing = {
    draw: async () => html``,
    contents: () => ({ config: {}, days: [], data: {}, figures: {} }),
  };
  return (await section.body(contextOf(findings, drawing))).markup;
}

describe("month by month", () => {
  it("puts each month under its own name, tinted by its sign, and the year at the end", async () => {
    const markup = await markupOf(months);
    const row = /<tr><th scope="row">2001<\/th>(.*?)<\/tr>/.exec(markup)?.[1] ?? "";
    const cells = [...row.matchAll(/<td(?: class="(\w+)")?>(.*?)<\/td>/g)].map((cell) =>
      cell.slice(1),
    );
    expect(cells).toHaveLength(13);
    expect(cells[0]?.[1]).toBe("0.0");
    expect(cells[1]).toEqual(["g1", "0.8"]);
    expect(cells[12]?.[1]).toMatch(/^[+−]?\d/);
  });

  it("says of other units that nothing is drawn in them", async () => {
    expect(await markupOf(months)).toContain("Not drawn in ");
  });

  it("leaves a month empty that was not lived", async () => {
    const rows = (await markupOf(months)).split("<caption>").at(-1) ?? "";
    expect(rows).toContain("<td></td>");
  });
});

describe("sections without anything to tell", () => {
  it("are left out", () => {
    const { course } = sampleFindings;
    const empty = { ...course, returns: [], rolling: [], held: [] };
    for (const section of [months, rolling, held])
      expect(section.applies?.({ ...sampleFindings, course: empty })).toBe(false);
    const numeraires = sampleFindings.numeraires.slice(0, 1);
    expect(riskReturn.applies?.({ ...sampleFindings, numeraires })).toBe(false);
  });

  it("pass over a portfolio that the findings do not have", async () => {
    const portfolios = sampleFindings.portfolios.slice(0, 1);
    const markup = await markupOf(rolling, { ...sampleFindings, portfolios });
    expect(markup).not.toContain("Cash");
  });
});

describe("the tracks of predictions", () => {
  it("tell first and last value in their unit, and what makes them true", () => {
    const markup = predictionTracks(sampleFindings)?.markup ?? "";
    expect(markup).toContain("430 USD → 510 USD");
    expect(markup).toContain("−2.00 points → −2.00 points");
    expect(markup).toContain("2006, 2008");
  });

  it("are nothing where nothing was read", () => {
    expect(predictionTracks({ ...sampleFindings, tracks: [] })).toBeNull();
  });
});
