import { expect, it } from "vitest";
import { warnings } from "../../src/report/warnings.ts";
import type { Findings, PortfolioFinding, RegimeFinding } from "../../src/study/findings.ts";
import { sampleFindings } from "./sample-findings.ts";

const named = ({ id }: { readonly id: string }) => id;
const rule = sampleFindings.regimes.find(({ causal }) => causal)!;
const withRule = (change: Partial<RegimeFinding>): Findings => ({
  ...sampleFindings,
  regimes: [{ ...rule, ...change }],
});
const withFirst = (change: Partial<PortfolioFinding>): Findings => ({
  ...sampleFindings,
  portfolios: sampleFindings.portfolios.map((one, at) => (at === 0 ? { ...one, ...change } : one)),
});

it("nothing is warned of where rules tell states apart and functions change their answer", () => {
  expect(warnings(sampleFindings, named)).toEqual([]);
});

it("a rule without a label, or with one alone, is told with what follows for who asks it", () => {
  const up = { id: "up", title: "Up" };
  expect(warnings(withRule({ labels: [] }), named)).toEqual([
    `Rule ${rule.id} gave no label: a strategy that asks it always took one branch.`,
  ]);
  expect(warnings(withRule({ labels: [up], unlabelled: 0 }), named)).toEqual([
    `Rule ${rule.id} gave one label alone, up: a strategy that asks it always took one branch.`,
  ]);
  expect(warnings(withRule({ labels: [up], unlabelled: 9 }), named)).toEqual([
    `Rule ${rule.id} gave one label alone, up: a strategy that asks it took one branch from its first on.`,
  ]);
  expect(warnings(withRule({ labels: [up], causal: false }), named)).toEqual([]);
});

it("a rule of typed dates is told", () => {
  expect(warnings(withRule({ dated: true }), named)).toEqual([
    `The labels of rule ${rule.id} stay the same whatever the values of what is read: its dates were typed, so that no test may use them.`,
  ]);
});

it("a function that always answered the same is told, unless it was in cash, which is told anyway", () => {
  const [first] = sampleFindings.portfolios;
  expect(warnings(withFirst({ weightChanges: 0 }), named)).toEqual([
    expect.stringMatching(new RegExp(`^${first!.id} decided by a function, and its weights never`)),
  ]);
  const ledger = { ...first!.ledger, maxGrossExposure: 0 };
  expect(warnings(withFirst({ weightChanges: 0, ledger }), named)).toEqual([]);
});
