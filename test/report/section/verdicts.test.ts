import { describe, expect, it } from "vitest";
import type { Drawing } from "../../../src/report/figure.ts";
import { contextOf } from "../../../src/report/page.ts";
import { verdicts } from "../../../src/report/section/verdicts.ts";
import { findingsWithClaims, sampleClaims } from "../sample-claims.ts";
import { sampleFindings } from "../sample-findings.ts";

async function markupOf(hypotheses: typeof sampleClaims): Promise<string> {
  const context = contextOf({ ...findingsWithClaims, hypotheses }, {} as Drawing);
  return (await verdicts.body(context)).markup;
}

/** The markup of one claim's row. */
async function rowOf(id: string): Promise<string> {
  const all = await markupOf(sampleClaims);
  const row = all.split("<tr>").find((one) => one.includes(`href="#claim-${id}"`))!;
  // What keeps a number on one line says nothing.
  return row.replace(/<span class="whole">(.*?)<\/span>/g, "$1");
}

describe("the verdicts of the page", () => {
  it("are left out of a study without claims", () => {
    expect(verdicts.applies!(sampleFindings)).toBe(false);
    expect(verdicts.applies!(findingsWithClaims)).toBe(true);
  });

  it("have a line for each claim that leads to it, under the parts of the source in their order", async () => {
    const markup = await markupOf(sampleClaims);
    expect(markup.match(/href="#claim-C\d\d"/g)).toEqual(
      sampleClaims.map(({ id }) => `href="#claim-${id}"`),
    );
    expect(markup.match(/scope="rowgroup" colspan="4">.*?</g)).toEqual([
      'scope="rowgroup" colspan="4">First part<',
      'scope="rowgroup" colspan="4">Second part<',
    ]);
  });

  it("are counted in words too, the outcomes that do not occur left out", async () => {
    const all = await markupOf(sampleClaims);
    expect(all).toContain(
      'aria-label="1 supported, 1 partly, 1 refuted, 1 undecided, 1 untestable and 1 pending"',
    );
    expect(await markupOf(sampleClaims.slice(0, 1))).toContain('aria-label="1 supported"');
  });

  it.each([
    ["C01", "✓", "supported"],
    ["C02", "◐", "partly"],
    ["C03", "✗", "refuted"],
    ["C04", "?", "undecided"],
    ["C05", "–", "untestable"],
    ["C06", "…", "pending"],
  ])("%s is told by a sign and a word, never by colour alone", async (id, sign, word) => {
    expect(await rowOf(id)).toContain(
      `<span class="verdict v-${word}"><span aria-hidden="true">${sign}</span> ${word}</span>`,
    );
  });

  it("a line says what was measured and what it had to be, or why there is nothing", async () => {
    expect(await rowOf("C01")).toContain("<b>170.0%</b> <small>must be above 100.0%</small>");
    expect(await rowOf("C02")).toContain("<b>12.0%</b> <small>must be above 100.0%</small>");
    expect(await rowOf("C04")).toContain("<td></td></tr>");
    expect(await rowOf("C05")).toContain("<small>its figures are not at hand</small>");
  });
});
