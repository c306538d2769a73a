import { expect, it } from "vitest";
import type { Drawing } from "../../../src/report/figure.ts";
import { contextOf } from "../../../src/report/page.ts";
import { inconsistencies } from "../../../src/report/section/inconsistencies.ts";
import { findingsWithClaims } from "../sample-claims.ts";
import { sampleFindings } from "../sample-findings.ts";

it("what does not fit is told in a sentence, with links to the claims that it concerns", async () => {
  const context = contextOf(findingsWithClaims, {} as Drawing);
  const { markup } = await inconsistencies.body(context);
  expect(markup).toContain(
    '<dd>Wheat rose by <span class="whole">170.0%</span> &amp; is said to have doubled.</dd>',
  );
  expect(markup).toContain('<dt id="inconsistency-I1">Two doublings <small>I1; ');
  expect(markup).toContain('<a href="#claim-C01">C01</a>, <a href="#claim-C03">C03</a>');
});

it("a source that fits itself has no such section", () => {
  expect(inconsistencies.applies!(sampleFindings)).toBe(false);
  expect(inconsistencies.applies!(findingsWithClaims)).toBe(true);
});
