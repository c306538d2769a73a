import { describe, expect, it } from "vitest";
import type { Drawing } from "../../../src/report/figure.ts";
import { contextOf } from "../../../src/report/page.ts";
import { predictions } from "../../../src/report/section/predictions.ts";
import type { Findings } from "../../../src/study/findings.ts";
import { findingsWithClaims } from "../sample-claims.ts";
import { sampleFindings } from "../sample-findings.ts";

async function markupOf(registry: Findings["registry"] = null): Promise<string> {
  const context = contextOf({ ...findingsWithClaims, registry }, {} as Drawing);
  return (await predictions.body(context)).markup;
}

/** The cells of each test's row, in the order of the columns. */
function rowsOf(markup: string): readonly (readonly string[])[] {
  const rows = markup.match(/<tr[ >](?:(?!<\/tr>)[\s\S])*Wheat doubles, [\s\S]*?<\/tr>/g) ?? [];
  return rows.map((row) =>
    [...row.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell]) =>
      cell!.replace(/<[^>]*>/g, "").trim(),
    ),
  );
}

describe("the scoreboard of the predictions", () => {
  it("is left out of a study without predictions", () => {
    expect(predictions.applies!(sampleFindings)).toBe(false);
    expect(predictions.applies!(findingsWithClaims)).toBe(true);
  });

  it("says where each test stands, when it is due, and how often it comes true by drift", async () => {
    expect(rowsOf(await markupOf())).toEqual([
      ["170.0%", "above 100.0%", "true so far", "2030-06-30", "25.0%", ""],
      ["170.0%", "above 100.0%", "not true so far", "2030-06-30", "25.0%", ""],
      ["", "", "no figures of oats", "2030-06-30", "–", ""],
      ["170.0%", "above 100.0%", "✓ supported", "2030-06-30", "25.0%", "0.00 (0.56)"],
      ["170.0%", "above 100.0%", "✗ refuted", "2030-06-30", "25.0%", "1.00 (–)"],
    ]);
  });

  it("counts them, and says since when they are registered", async () => {
    expect(await markupOf()).toContain("Registered on 2020-01-31");
    expect(await markupOf()).toContain("1 pending");
  });

  it("says whether the run is in the registry, and which prediction was changed since", async () => {
    const entry = { entry: 3, hash: "0123456789abcdef", isRepeated: false, since: { P01: 2 } };
    expect(await markupOf()).toContain("This run was not registered.");
    const same = await markupOf({ ...entry, changed: [] });
    expect(same).toContain("Registered as entry 3 (<code>0123456789ab</code>)");
    expect(same).toContain("No prediction was changed");
    const changed = await markupOf({ ...entry, changed: [{ id: "P01", first: 1, now: 2 }] });
    expect(changed).toContain(
      "<strong>Changed after registration:</strong> P01 was registered in entry 1 and stands under another definition since entry 2.",
    );
  });
});
