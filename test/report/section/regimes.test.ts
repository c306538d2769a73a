import { describe, expect, it } from "vitest";
import { contextOf } from "../../../src/report/page.ts";
import { leadingPhases, phases } from "../../../src/report/section/phases.ts";
import { regimes } from "../../../src/report/section/regimes.ts";
import type { Findings } from "../../../src/study/findings.ts";
import { sampleFindings } from "../sample-findings.ts";

const plain = (markup: string) => markup.replace(/<[^>]*>/g, "");

async function markupOf(findings: Findings, section = regimes): Promise<string> {
  return (await section.body(contextOf(findings, {} as never))).markup;
}

describe("the phases of the page", () => {
  it("are those of the first regime that was dated with hindsight, alone", async () => {
    expect(leadingPhases(sampleFindings)?.id).toBe("phases");
    const markup = await markupOf(sampleFindings, phases);
    expect(markup.match(/<h3>[^<]*/g)).toContain("<h3>Two phases");
    expect(markup).not.toContain("Gold above its average");
  });

  it("are left out where none is dated with hindsight, and the regimes are shown", async () => {
    const causal = sampleFindings.regimes.filter((regime) => regime.causal);
    const timely = { ...sampleFindings, regimes: causal };
    expect(leadingPhases(timely)).toBeUndefined();
    expect(phases.applies!(timely)).toBe(false);
    expect(regimes.applies!(timely)).toBe(true);
    expect(await markupOf(timely)).toContain("Gold above its average");
    expect(leadingPhases({ ...sampleFindings, regimes: [] })).toBeUndefined();
  });
});

describe("the regimes of the page", () => {
  it("have one strip each, whose states are told in words", async () => {
    const markup = await markupOf(sampleFindings);
    expect(markup.match(/class="lanes"/g)).toHaveLength(3);
    expect(markup).toContain(
      'aria-label="Two phases: The bust 40% of the time and The boom 60% of the time, in 2 spells"',
    );
  });

  it("say how many tests found something, alone and with all of them counted", async () => {
    const text = plain(await markupOf(sampleFindings));
    expect(text).toContain("1 of 1 comparisons");
    expect(text).toContain("1 once all tests of all rules are counted");
  });

  it("show growth by state, grey and said so where there are too few months", async () => {
    const markup = await markupOf(sampleFindings);
    expect(plain(markup)).toContain("20 months: too few to say anything");
    expect(markup).toMatch(/<span class="thin">[+−]\d/);
  });

  it("tell the difference between states with its p, and why there is none", async () => {
    const text = plain(await markupOf(sampleFindings));
    expect(text).toContain(
      "“The bust” less “The boom” (rotation test): over Equities +12.0% of log growth a year (p &lt;0.01, 0.03 with all tests counted); over Treasury bills not known: one state has no months.",
    );
    expect(text).toContain("No p for the states: its changes were found in later prices too.");
    expect(text).toMatch(/Changes after \d{4}-\d\d \(.*A test of one break \(sup-F\)/);
  });

  it("draw the probability of a state under wealth, with its gap", async () => {
    const markup = await markupOf(sampleFindings);
    expect(markup).toContain('id="figure-probability-gold-trend"');
    expect(markup).not.toMatch(/NaN|undefined/);
  });

  it("are left out where there are only the phases", () => {
    expect(regimes.applies!(sampleFindings)).toBe(true);
    expect(
      regimes.applies!({ ...sampleFindings, regimes: sampleFindings.regimes.slice(0, 1) }),
    ).toBe(false);
  });
});
