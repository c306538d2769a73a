import { describe, expect, it } from "vitest";
import type { Drawing } from "../../../src/report/figure.ts";
import { contextOf } from "../../../src/report/page.ts";
import { claims } from "../../../src/report/section/claims.ts";
import { findingsWithClaims, sampleClaims } from "../sample-claims.ts";
import { sampleFindings } from "../sample-findings.ts";

async function markupOf(hypotheses: typeof sampleClaims): Promise<string> {
  const context = contextOf({ ...findingsWithClaims, hypotheses }, {} as Drawing);
  return (await claims.body(context)).markup;
}

/** The markup of one claim's row. */
async function rowOf(id: string): Promise<string> {
  const all = await markupOf(sampleClaims.filter((one) => one.id === id));
  const row = /<details class="claim"[\s\S]*<\/details>/.exec(all)![0];
  // What keeps a number on one line says nothing.
  return row.replace(/<span class="whole">(.*?)<\/span>/g, "$1");
}

describe("the claims in detail", () => {
  it("are left out of a study without claims", () => {
    expect(claims.applies!(sampleFindings)).toBe(false);
    expect(claims.applies!(findingsWithClaims)).toBe(true);
  });

  it("have a row for each claim, under the parts of the source in their order", async () => {
    const markup = await markupOf(sampleClaims);
    expect(markup.match(/id="claim-C\d\d"/g)).toEqual(
      sampleClaims.map(({ id }) => `id="claim-${id}"`),
    );
    expect(markup.match(/<h3>.*?<\/h3>/g)).toEqual(["<h3>First part</h3>", "<h3>Second part</h3>"]);
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

  it("a row opens to why", async () => {
    const row = await rowOf("C01");
    expect(row).toContain('<p class="why">Why C01 is supported.</p>');
    expect(row).toContain("Series: wheat. Gate: a refutation fails a strict run.");
  });

  it("every part of a claim says in words whether it holds", async () => {
    const row = await rowOf("C02");
    const answers = [
      ...row.matchAll(/<th scope="row">(.*?)<\/th>(?:<td>.*?<\/td>){2}<td>(.*?)<\/td>/g),
    ];
    expect(answers.map(([, title, answer]) => [title, answer])).toEqual([
      ["rise of wheat", "✓ holds"],
      ["rise of rye", "✗ does not"],
      ["rise of oats", "told"],
    ]);
  });

  it("the strip has a mark for each choice, and says what it shows", async () => {
    const row = await rowOf("C02");
    const words = "Holds under 1 of 2 choices; 1 more does not apply or has no figures";
    expect(row).toContain(`role="img" aria-label="${words}"`);
    expect(row).toContain(`${words}: grain (wheat, rye, oats).`);
    expect(row.match(/<i class=".*?">./g)).toEqual([
      '<i class="s head">✓',
      '<i class="r">✗',
      '<i class="n">·',
    ]);
    expect(row).toContain('data-choices="[[&quot;wheat&quot;,&quot;rye&quot;,&quot;oats&quot;]]"');
    expect(await rowOf("C01")).not.toContain('class="strip"');
  });

  it("the chart is described by its ends and its levels", async () => {
    const row = await rowOf("C02");
    expect(row).toContain('aria-label="Wheat in USD: 100 on 2020-01-31, 500 on 2020-03-31"');
    expect(row).toContain("dashed: claimed 200");
    expect(await rowOf("C01")).not.toContain("<figure");
  });

  it("what is not at hand is named, and text is escaped", async () => {
    expect(await rowOf("C05")).toContain(
      "Not at hand: Oats (file OATS.csv in a folder given with --data).",
    );
    expect(await rowOf("C02")).toContain("Grain &amp; &quot;bread&quot; &lt; cake.");
  });
});
