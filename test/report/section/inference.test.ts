import { beforeAll, describe, expect, it } from "vitest";
import { countWords } from "../../../src/report/decision.ts";
import { startDrawing } from "../../../src/report/figure.ts";
import { contextOf } from "../../../src/report/page.ts";
import {
  decisionInShort,
  hindsight,
  idleCaution,
  leadingDecisions,
  untested,
} from "../../../src/report/section/decided.ts";
import { inference } from "../../../src/report/section/inference.ts";
import type { Comparison, Findings } from "../../../src/study/findings.ts";
import { sampleFindings } from "../sample-findings.ts";
import { sampleBeaten, sampleUnknown } from "../sample-inference.ts";

const plain = (markup: string) => markup.replace(/<[^>]*>/g, "").replaceAll("&#39;", "'");

async function markupOf(findings: Findings): Promise<string> {
  return (await inference.body(contextOf(findings, await startDrawing()))).markup;
}

function compared(make: (one: Comparison) => Partial<Comparison>): Findings {
  const comparisons = sampleFindings.comparisons.map((one) => ({ ...one, ...make(one) }));
  return { ...sampleFindings, comparisons };
}

describe("what may be concluded", () => {
  let markup = "";
  beforeAll(async () => {
    markup = await markupOf(sampleFindings);
  });

  it("says of each of the first two benchmarks what is shown, what fails and how long it would take", () => {
    const text = plain(markup);
    expect(text).toContain("Against Equities: not shown");
    expect(text).toContain("Against Treasury bills: not shown");
    expect(text).toContain(
      "It grew 3.0% a year more than Equities (growth of the wealth ratio, compounded).",
    );
    expect(text).toContain(
      "between −2.0% and +8.0% (95 % of the resampled records), which has zero in it",
    );
    expect(text).toContain(
      "all conditions below have to hold: 1 of 3 conditions passed, 1 failed, 1 not known",
    );
    expect(text).toContain("About 245 years of such returns would be needed");
  });

  it("says that no test allows for hindsight, and what simulations found of the tests", () => {
    expect(markup).toContain("No test can allow for the assets having been chosen afterwards");
    expect(markup).toContain("a p just below 0.05 is nearer to 0.10");
    expect(markup).toContain("No interval is shown for the deepest fall");
    expect(markup).toContain("a filter and no evidence");
  });

  it("tells what passes by sign and word, and why a value is not known", () => {
    expect(markup).toMatch(
      /data-passed="false">1\.20 <span aria-hidden="true">✗<\/span><span class="out-of-sight">not passed/,
    );
    expect(markup).toMatch(/data-passed="true">1\.30× <span aria-hidden="true">✓/);
    expect(markup).toContain("not known: fewer than two variants ever vary");
  });

  it("has a row for every comparison of a strategy, with its interval and decision", () => {
    const forest = /<figure id="figure-growth-intervals">[\s\S]*?<\/figure>/.exec(markup)![0];
    expect(forest.match(/class="reach"/g)).toHaveLength(4);
    expect(forest.match(/data-decision="beats"><span aria-hidden="true">✓/g)).toHaveLength(1);
    expect(forest.match(/data-decision="no evidence"/g)).toHaveLength(3);
  });

  it("shows Sharpe differences in the first two units, an unknown as a dash", () => {
    const table = /<figure id="figure-sharpe-intervals">[\s\S]*?<\/figure>/.exec(markup)![0];
    expect(plain(table)).toContain("In US dollarsp");
    expect(plain(table)).toContain("In goldp");
    expect(table).toContain(`<td data-head="In US dollars">+0.20</td><td data-head="p">0.40</td>`);
    expect(table).toContain(`<td data-head="In gold">–</td><td data-head="p">–</td></tr>`);
  });

  it("says what the search is worth, and of a contest that was not held why", () => {
    const text = plain(markup);
    expect(text).toContain("Tried were 3: one variant declared in advance");
    expect(text).toContain("in 30.0% of them (the probability of overfitting)");
    expect(text).toContain("in <0.1%".replace("<", "&lt;"));
    expect(text).toContain("1 of 3");
    expect(text).toContain("every trial was ruined");
  });

  it("draws a map and fans of what is known, and leaves the others out", () => {
    expect(markup.match(/data-figure="start-horizon-\d"/g)).toHaveLength(1);
    expect(markup).toContain("It was ahead over 1 year from 67% of the starts.");
    expect(markup.match(/id="figure-fan-\d"/g)).toHaveLength(2);
    expect(markup).toContain("The grounds hold 90% and 50% of the resampled records");
  });

  it("nothing known is told as such, and is never a number that is not one", async () => {
    const text = plain(await markupOf(compared(() => sampleUnknown)));
    expect(text).toContain("How much more it grew is not known: it was ruined.");
    expect(text).toContain("cannot be said: it was ruined.");
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("what passes everything is said to have beaten", async () => {
    const text = plain(await markupOf(compared(() => sampleBeaten)));
    expect(text).toContain("Against Equities: it beats");
    expect(text).toContain("It passes all 3 conditions below");
  });

  it("one that is clearly behind is told to have grown less, not that nothing is shown", async () => {
    const growthDifference = { estimate: -0.1, low: -0.2, high: -0.02, reason: null, block: 3 };
    const text = plain(await markupOf(compared(() => ({ growthDifference }))));
    expect(text).toContain("Against Equities: it grew less");
    expect(text).toContain("it is not better here: it grew less, and by more than the draw");
    expect(text).not.toContain("nor that it is not");
  });

  it("the strategies after the first are told with the first condition that each fails", () => {
    const table = plain(
      /<table class="stacks">\s*<caption>The other[\s\S]*?<\/table>/.exec(markup)![0],
    );
    expect(table).toContain("Short bonds when gold leads");
    expect(table).toMatch(
      /not shown1 of 3 conditions passed, 1 failed, 1 not known; first: what the/,
    );
  });

  it("a record of a few months is told to be too short, and nothing else", async () => {
    const inference = { ...sampleFindings.inference, months: 12 };
    const text = plain(await markupOf({ ...sampleFindings, inference }));
    expect(text).toMatch(/^12 months are too few for any test\. /);
    expect(text).not.toContain("not known");
  });

  it("is left out of a study without decisions", () => {
    expect(inference.applies!(sampleFindings)).toBe(true);
    expect(inference.applies!(compared(() => ({ decision: null, evidence: null })))).toBe(false);
  });
});

describe("the short answer", () => {
  const context = (findings: Findings) => contextOf(findings, {} as never);

  it("tells plainly how much more it grew, and leaves the decision to the sentence above it", () => {
    const words = plain(decisionInShort(context(sampleFindings))!.markup);
    expect(words).toMatch(
      /^Against Equities it grew 3\.0% a year more; other mixes of its own months/,
    );
    expect(words).not.toContain("not shown");
    expect(words).toContain("a difference of this size would need about 245 years");
  });

  it("says that what could not be asked cannot be judged", () => {
    const found = compared(({ evidence }) => ({
      decision: "cannot be judged",
      evidence: evidence?.filter(({ passed }) => passed !== false) ?? null,
    }));
    expect(leadingDecisions(context(found)).map(countWords)).toEqual([
      "1 of 2 conditions passed, 1 not known",
      "1 of 2 conditions passed, 1 not known",
    ]);
    expect(hindsight(context(found))).toContain("is not to say that there is none");
  });

  it("warns of a strategy that held cash alone", () => {
    const idle = {
      ...sampleFindings,
      portfolios: sampleFindings.portfolios.map((one) => ({
        ...one,
        ledger: { ...one.ledger, maxGrossExposure: 0 },
      })),
    };
    expect(plain(idleCaution(context(idle))!.markup)).toMatch(
      /^“.*” and “.*” were in cash throughout/,
    );
    expect(leadingDecisions(context(idle))).toEqual([]);
    expect(untested(context(idle))).toContain("Nothing is tested of “");
    expect(idleCaution(context(sampleFindings))?.markup ?? "").not.toContain("cash throughout");
  });

  it.each([
    [() => ({}), "is not to say that there is none"],
    [() => sampleBeaten, "not that anybody would have chosen these assets then"],
    [() => ({ decision: null, evidence: null }), "so nothing here says that a difference is more"],
  ] as const)("cautions that no test allows for hindsight, whatever was decided", (make, words) => {
    const said = hindsight(context(compared(make)));
    expect(said).toContain("No test can allow for the assets having been chosen afterwards");
    expect(said).toContain(words);
  });
});
