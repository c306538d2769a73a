import { describe, expect, it } from "vitest";
import type { Drawing } from "../../../src/report/figure.ts";
import { contextOf } from "../../../src/report/page.ts";
import { predictions } from "../../../src/report/section/predictions.ts";
import type { Findings } from "../../../src/study/findings.ts";
import { findingsWithClaims } from "../sample-claims.ts";
import { sampleFindings } from "../sample-findings.ts";

async function markupOf(
  registry: Findings["registry"] = null,
  given: Findings["predictions"] = findingsWithClaims.predictions,
): Promise<string> {
  const found = { ...findingsWithClaims, registry, predictions: given, tracks: [] };
  const context = contextOf(found, {} as Drawing);
  return (await predictions.body(context)).markup.replaceAll(
    /<span class="whole">(.*?)<\/span>/g,
    "$1",
  );
}

const textOf = (markup: string) => markup.replace(/<[^>]*>/g, "");

/** The sample prediction with other tests, made from its first. */
function foretold(
  tests: readonly Partial<Findings["predictions"][number]["tests"][number]>[],
  note = "",
): Findings["predictions"] {
  const [sample] = findingsWithClaims.predictions;
  const [first] = sample!.tests;
  return [
    { ...sample!, note, tests: tests.map((test, at) => ({ ...first!, id: `${at}`, ...test })) },
  ];
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
      ["170.0%", "above 100.0%", "true so far", "2030-06-30", "25%", ""],
      ["170.0%", "above 100.0%", "not true so far", "2030-06-30", "25%", ""],
      ["no figures of oats", "above 100.0%", "… pending", "2030-06-30", "–", ""],
      ["170.0%", "above 100.0%", "✓ supported", "2030-06-30", "25%", "0.00 (0.56)"],
      ["170.0%", "above 100.0%", "✗ refuted", "2030-06-30", "25%", "1.00 (–)"],
    ]);
  });

  it("tells tests of one thing on several days once, with a base rate for each day", async () => {
    const [prediction] = findingsWithClaims.predictions;
    const [first] = prediction!.tests;
    const years = [
      first!,
      { ...first!, id: "longer", due: "2035-06-30", baseRate: 0.999 },
      { ...first!, id: "longest", due: "2040-06-30", baseRate: 0.001 },
    ];
    const given = [{ ...prediction!, tests: years }];
    const findings = { ...findingsWithClaims, predictions: given, tracks: [] };
    const { markup } = await predictions.body(contextOf(findings, {} as Drawing));
    const cells = [...markup.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => cell);
    expect(cells).toHaveLength(5);
    expect(cells.slice(3)).toEqual(["2030, 2035, 2040", "25%, &gt;99%, &lt;1%"]);
  });

  it("counts them, and says which day the study gives them and no more", async () => {
    const words = textOf(await markupOf());
    expect(words).toContain("Dated 2020-01-31 by the study");
    expect(words).toContain("1 pending");
    expect(words).not.toContain("could be known");
  });

  it("says whether the run is in the registry, and which prediction was changed since", async () => {
    const entry = {
      ...{ entry: 3, hash: "0123456789abcdef", isRepeated: false },
      ...{ since: { P01: 2 }, removed: [], filesSince: null },
    };
    expect(await markupOf()).toContain(
      "This run was not registered, and the day is the study’s own word.",
    );
    const same = await markupOf({ ...entry, changed: [], removed: [] });
    expect(same).toContain("Registered as entry 3 (<code>0123456789ab</code>)");
    expect(same).toContain("No prediction was removed, and none was changed");
    const changed = await markupOf({
      ...entry,
      changed: [{ id: "P01", first: 1, now: 2 }],
      removed: [],
    });
    expect(changed).toContain(
      "<strong>Changed after registration:</strong> P01 was registered in entry 1 and stands under another definition since entry 2.",
    );
    const removed = await markupOf({ ...entry, changed: [], removed: [{ id: "P02", last: 2 }] });
    expect(removed).toContain("<strong>Removed after registration:</strong> P02, last in entry 2.");
    expect(removed).not.toContain("No prediction was");
  });

  it("tells tests of one quantity on several days in one row", async () => {
    const tests = [
      { due: "2021-01-31", baseRate: 0.774 },
      { due: "2023-01-31", baseRate: 0.9964 },
      { due: "2030-01-31", baseRate: 0.002, title: "Wheat doubles, at last" },
    ];
    const markup = await markupOf(null, foretold(tests));
    expect(textOf(markup)).toContain("Rise of wheat");
    expect(markup).toContain(">2021, 2023, 2030</td>");
    expect(markup).toContain(">77%, &gt;99%, &lt;1%</td>");
    expect(markup.match(/scope="row"/g)).toHaveLength(1);
  });

  it("keeps the days in full where they are not the same day of each year", async () => {
    const tests = [{ due: "2021-01-31" }, { due: "2023-06-30" }];
    expect(textOf(await markupOf(null, foretold(tests)))).toContain("2021-01-31, 2023-06-30");
  });

  it("has no column of scores, and no word of them, while nothing is decided", async () => {
    expect(await markupOf()).toMatch(/Brier[\s\S]*>Score</);
    expect(await markupOf(null, foretold([{}]))).not.toMatch(/Brier|Score/);
  });

  it("shows the note of a prediction, and which file a test waits for", async () => {
    const test = { check: null, outcome: "untestable", reason: "not at hand: OATS.csv" } as const;
    const markup = await markupOf(null, foretold([test], "Drawn from years of drought."));
    expect(markup).toContain('<span class="note">Drawn from years of drought.</span>');
    expect(rowsOf(markup)[0]).toEqual([
      "not at hand: OATS.csv",
      "above 100.0%",
      "– untestable",
      "2030-06-30",
      "25%",
    ]);
  });

  it("says what a test claims also where it cannot be checked yet", async () => {
    const given = foretold([{ check: null, expects: "below 1.5%" }]);
    expect(rowsOf(await markupOf(null, given))[0]?.[1]).toBe("below 1.5%");
  });
});
