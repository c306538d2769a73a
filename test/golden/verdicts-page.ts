import type { CheckFinding } from "../../src/hypothesis/verdict.ts";
import type { Findings } from "../../src/study/findings.ts";

type Claim = Findings["hypotheses"][number];
type Prediction = Findings["predictions"][number];

/** Every claim with its verdict and its parts, every prediction with its standing, and what does not fit. */
export function verdictsPage({ study, period, ...findings }: Findings): string {
  const { hypotheses, predictions, inconsistencies } = findings;
  return [
    `${study.id}: ${period.from} to ${period.to}, ${period.frequency}`,
    `${hypotheses.length} claims, ${predictions.length} predictions, ${inconsistencies.length} inconsistencies`,
    ...countsOf(hypotheses),
    ...hypotheses.flatMap((one) => ["", ...claimLines(one)]),
    ...predictions.flatMap((one) => ["", ...predictionLines(one)]),
    ...inconsistencies.flatMap(({ id, title, text }) => ["", `${id} ${title}`, `  ${text}`]),
    "",
  ].join("\n");
}

function countsOf(claims: readonly Claim[]): string[] {
  const outcomes = [...new Set(claims.map(({ outcome }) => outcome))].sort();
  return outcomes.map((outcome) => {
    const ids = claims.filter((one) => one.outcome === outcome).map(({ id }) => id);
    return `  ${outcome.padEnd(10)} ${String(ids.length).padStart(2)}  ${ids.join(" ")}`;
  });
}

function claimLines({
  id,
  outcome,
  claim,
  grid,
  isOwnConvention,
  headline,
  checks,
  ...one
}: Claim) {
  const choices = Object.values(headline ?? {}).join(", ");
  return [
    `${id} ${outcome}: ${claim}`,
    ...(grid.cells.length < 2 ? [] : [`  ${gridWords(grid)}`]),
    ...(choices === "" ? [] : [`  ${isOwnConvention ? "own" : "next"} convention: ${choices}`]),
    ...one.missing.map((words) => `  missing: ${words}`),
    ...(one.registeredAs === null ? [] : [`  registered as ${one.registeredAs}`]),
    ...checks.map(checkLine),
  ];
}

function gridWords({ cells }: Claim["grid"]): string {
  const applying = cells.filter(({ answer }) => answer !== null);
  if (applying.length === 0) return `none of ${cells.length} choices decides it`;
  const holding = applying.filter(({ answer }) => answer === "supported").length;
  return `holds under ${holding} of ${applying.length} choices that apply, of ${cells.length}`;
}

const SIGNS = { true: "+", false: "x", null: "." } as const;

/** A part with its number in six digits, so that the page shows a change that the words round away. */
function checkLine({ title, measured, unit, words, expects, holds }: CheckFinding): string {
  const digits = typeof measured === "number" ? ` [${Number(measured.toPrecision(6))}]` : "";
  const claimed = expects === null ? "" : `, claimed ${expects}`;
  return `  ${SIGNS[`${holds}`]} ${title}: ${words}${digits} (${unit})${claimed}`;
}

function predictionLines({ id, outcome, claim, registered, stated, tests }: Prediction): string[] {
  return [
    `${id} ${outcome}: ${claim} (registered ${registered}, stated ${stated})`,
    ...tests.flatMap(({ title, due, outcome: state, check, asOf, baseRate, reason }) => [
      `  due ${due}, ${state}, base rate ${baseRate === null ? "-" : Number(baseRate.toPrecision(6))}: ${title}`,
      check === null ? `    ${reason}` : `  ${checkLine(check)}, as of ${asOf}`,
    ]),
  ];
}
