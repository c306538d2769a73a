import { expect, it } from "vitest";
import type { Drawing } from "../../../src/report/figure.ts";
import { contextOf } from "../../../src/report/page.ts";
import { sensitivity } from "../../../src/report/section/sensitivity.ts";
import { sampleFindings } from "../sample-findings.ts";

/** The section where the first strategy ended so many times as rich as its rivals without an asset. */
async function markupOf(final: number): Promise<string> {
  const [first, ...others] = sampleFindings.portfolios;
  const tested = first!.sensitivity!;
  const rivals = Object.keys(tested.breakEven);
  const run = { cagr: 0.1, final: Object.fromEntries(rivals.map((rival) => [rival, final])) };
  const portfolio = { ...first!, sensitivity: { ...tested, without: { gold: run } } };
  const findings = { ...sampleFindings, portfolios: [portfolio, ...others] };
  return (await sensitivity.body(contextOf(findings, {} as Drawing))).markup;
}

it("says why a run without an asset ends higher, where one does", async () => {
  expect(await markupOf(1000)).toMatch(
    /“Without Gold” ends higher because the weight of Gold goes/,
  );
  expect(await markupOf(0.001)).not.toContain("ends higher because");
});
