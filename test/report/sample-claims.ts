import type { CheckFinding } from "../../src/hypothesis/verdict.ts";
import type { Findings } from "../../src/study/findings.ts";
import { sampleFindings } from "./sample-findings.ts";

// Invented claims of a study of grain: one of each outcome, with what a reader may be shown of them.

type Claim = Findings["hypotheses"][number];
type Prediction = Findings["predictions"][number];

export const part = (
  title: string,
  measured: number,
  words: string,
  more: Partial<CheckFinding> = {},
): CheckFinding => ({
  ...{ title, measured, words, unit: "fraction", claimed: 1, expects: "above 100.0%" },
  ...{ day: null, interval: null, holds: true, isAside: false },
  ...more,
});

export function claim(id: string, outcome: Claim["outcome"], more: Partial<Claim> = {}): Claim {
  const decided = more.checks?.filter(({ holds }) => holds !== null) ?? [];
  const { measured, claimed, unit } = decided[0] ?? {};
  const telling = decided.find(({ holds }) => holds === false) ?? decided[0];
  return {
    ...{ id, outcome, claim: `What ${id} says.`, where: "First part", kind: "change" },
    ...{ vintage: null, gate: false, checks: [], headline: null, isOwnConvention: true },
    ...{ claimed: claimed ?? null, measured: measured ?? null, unit: unit ?? null },
    ...{ why: `Why ${id} is ${outcome}.`, missing: [], registeredAs: null, reads: [], note: "" },
    gist: telling === undefined ? null : { measured: telling.words, mustBe: telling.expects ?? "" },
    ...{ grid: { share: null, axes: {}, cells: [] }, chart: null },
    ...more,
  };
}

const rose = part("rise of wheat", 1.7, "170.0%");
const cell = (grain: string, answer: Claim["grid"]["cells"][number]["answer"]) => ({
  ...{ choices: { grain }, answer, measured: answer === null ? null : 1.7 },
  reason: answer === null ? "no figures of oats" : null,
});

export const sampleClaims: readonly Claim[] = [
  claim("C01", "supported", { checks: [rose], gate: true, reads: ["wheat"] }),
  claim("C02", "partly", {
    checks: [
      { ...rose, interval: [1.2, 2.2], day: "2021-01-31" },
      part("rise of rye", 0.12, "12.0%", { holds: false }),
      part("rise of oats", 0.3, "30.0%", { holds: null, expects: null, claimed: null }),
    ],
    headline: { grain: "wheat" },
    grid: {
      share: 0.5,
      axes: { grain: ["wheat", "rye", "oats"] },
      cells: [cell("wheat", "supported"), cell("rye", "refuted"), cell("oats", null)],
    },
    vintage: "latest",
    note: 'Grain & "bread" < cake.',
    chart: {
      title: "Wheat",
      unit: "USD",
      dates: ["2020-01-31", "2020-02-29", "2020-03-31"],
      values: [100, 250, 500],
      levels: [{ value: 200, label: "claimed" }],
    },
  }),
  claim("C03", "refuted", {
    where: "Second part",
    checks: [part("rise of rye", 0.12, "12.0%", { holds: false })],
  }),
  claim("C04", "undecided", { where: "Second part" }),
  claim("C05", "untestable", {
    where: "Second part",
    missing: ["Oats (file OATS.csv in a folder given with --data)"],
  }),
  claim("C06", "pending", { where: "Second part", registeredAs: "P01" }),
];

type Test = Prediction["tests"][number];

const test = (id: string, more: Partial<Test> = {}): Test => ({
  ...{ id, title: `Wheat doubles, ${id}`, due: "2030-06-30", outcome: "pending" },
  expects: "above 100.0%",
  ...{ check: rose, asOf: "2021-01-31", baseRate: 0.25, brier: null, reason: null },
  ...more,
});

export const samplePredictions: readonly Prediction[] = [
  {
    ...{ id: "P01", claim: "Wheat doubles.", where: "First part", registered: "2020-01-31" },
    ...{ due: "2030-06-30", outcome: "pending", progress: "So far so good.", definition: "d" },
    ...{ stated: 1, reads: ["wheat"], note: "" },
    tests: [
      test("so-far"),
      test("not-yet", { check: { ...rose, holds: false } }),
      test("unread", { check: null, asOf: null, baseRate: null, reason: "no figures of oats" }),
      test("came-true", { outcome: "supported", brier: { stated: 0, baseRate: 0.5625 } }),
      test("failed", { outcome: "refuted", brier: { stated: 1, baseRate: null } }),
    ],
  },
];

export const sampleInconsistencies: Findings["inconsistencies"] = [
  {
    ...{ id: "I1", claims: ["C01", "C03"], title: "Two doublings" },
    ...{ lines: [rose], text: "Wheat rose by 170.0% & is said to have doubled." },
  },
];

export const findingsWithClaims: Findings = {
  ...sampleFindings,
  hypotheses: sampleClaims,
  predictions: samplePredictions,
  inconsistencies: sampleInconsistencies,
};
