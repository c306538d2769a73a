import { expect, test } from "vitest";
import { caution, decision, forewarning, sameCloseWords } from "../../src/cli/cautions.ts";
import type { Findings } from "../../src/study/findings.ts";
import { sampleFindings } from "../report/sample-findings.ts";

test("the decision names what the first strategy did not show against each of the first two benchmarks", () => {
  const [first] = sampleFindings.portfolios.filter(({ role }) => role === "strategy");
  const said = decision(sampleFindings);
  expect(said).toMatch(
    new RegExp(
      `^Is ${first!.id} better by more than luck\\? Against equities not shown: 1 of 3 conditions passed, 1 failed, 1 not known; it failed to show .*\\. Against cash not shown: .* See "What may be concluded" in the report\\.$`,
    ),
  );
  const unasked = sampleFindings.comparisons.map((one) => ({ ...one, decision: null }));
  expect(decision({ ...sampleFindings, comparisons: unasked })).toBe("");
});

test("a strategy that was in cash throughout is warned of, whatever it is called", () => {
  const idle = (change: (one: Findings["portfolios"][number]) => object): Findings => ({
    ...sampleFindings,
    portfolios: sampleFindings.portfolios.map((one) => ({ ...one, ...change(one) })),
  });
  const [first, second] = sampleFindings.portfolios
    .filter(({ role }) => role === "strategy")
    .map(({ id }) => id);
  const unheld = idle(({ ledger }) => ({ ledger: { ...ledger, maxGrossExposure: 0 } }));
  expect(forewarning(unheld)).toMatch(
    new RegExp(`^${first} and ${second} were in cash throughout`),
  );
  expect(decision(unheld)).toBe("Nothing is tested of a strategy in cash.");
  const undecided = idle(({ id }) =>
    id === first
      ? { composition: [{ from: "2000-12-31", decided: null, weights: { gold: 0 } }] }
      : {},
  );
  expect(forewarning(undecided)).toMatch(
    new RegExp(`^${first} was in cash throughout and never held anything else: its figures`),
  );
  expect(caution(sampleFindings)).toMatch(/^no test in this run allows for/);
});

test("a record of a few months is tested by nothing", () => {
  const inference = { ...sampleFindings.inference, months: 12 };
  expect(decision({ ...sampleFindings, inference })).toMatch(
    /^Is .* better by more than luck\? 12 months are too few for any test\.$/,
  );
});

test("a rule that trades at the close it decides on is named, constant weights are not", () => {
  const portfolios = sampleFindings.portfolios.map((one, at) => ({
    ...one,
    lag: 0,
    weights: at === 0 ? null : { gold: 1 },
  }));
  expect(sameCloseWords({ ...sampleFindings, portfolios })).toBe(
    `Same-close: ${portfolios[0]!.id} trades at the very close that it decides on, which nobody can do.`,
  );
  expect(sameCloseWords({ ...sampleFindings, portfolios: portfolios.slice(1) })).toBe("");
});
