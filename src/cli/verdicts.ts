import picocolors from "picocolors";
import { listed, percent } from "../series/format.ts";
import type { Findings } from "../study/findings.ts";
import { ascii, cut, hung, type Terminal, wrapped } from "./terminal.ts";

type Claim = Findings["hypotheses"][number];
type Outcome = Claim["outcome"];

/** Every outcome with its sign, so that colour is never the only one. */
const SIGNS: Readonly<Record<Outcome, string>> = {
  supported: "+",
  partly: "~",
  refuted: "x",
  undecided: "?",
  untestable: "-",
  pending: ".",
};

/** In the order in which they are counted. */
const OUTCOMES = Object.keys(SIGNS) as Outcome[];

/** The columns before the claim, which takes what is left. */
type Column = "id" | "verdict" | "measured" | "mustBe";

const HEADS: Readonly<Record<Column, string>> = {
  id: "id",
  verdict: "verdict",
  measured: "measured",
  mustBe: "must be",
};

/** Columns from which on there is room for what the number must be. */
const WIDE = 110;
/** Columns from which on a claim is told whole, in as many lines as it needs. */
const WHOLE = 120;
/** Characters that are left for the claim at least. */
const CLAIM = 26;
/** What a number must be is cut where it is longer than this. */
const MUST_BE = 28;

/** How many claims came to what, where the predictions stand, and how many contradictions there are: a line each. */
export function tally(findings: Findings): string[] {
  const { hypotheses } = findings;
  return [
    ...(hypotheses.length === 0 ? [] : [countWords("claim", hypotheses)]),
    ...othersIn(findings),
  ];
}

/** The claims of a run in the width of the terminal, a line each, or each in full; nothing without claims. */
export function verdicts(
  { hypotheses }: Findings,
  terminal: Terminal,
  detail: "line" | "full" = "line",
): string {
  if (hypotheses.length === 0) return "";
  const lines =
    detail === "full"
      ? hypotheses.flatMap((claim) => inFull(claim, terminal))
      : table(hypotheses, terminal);
  const text = lines.map((line) => `${line.trimEnd()}\n`).join("");
  return terminal.unicode ? text : ascii(text);
}

function table(claims: readonly Claim[], terminal: Terminal): string[] {
  const { dim } = picocolors.createColors(terminal.colour);
  const widths = widthsOf(claims, terminal);
  const head = widths.map(([name, width]) => HEADS[name].padEnd(width));
  const last = terminal.columns >= WHOLE ? "claim" : "claim (whole, with its test, in the report)";
  return [
    dim(cut(`${head.join("")}${last}`, terminal.columns)),
    ...claims.flatMap((claim) => rowOf(claim, widths, terminal)),
  ];
}

/** A claim with all that decided it. */
function inFull(claim: Claim, { columns, colour }: Terminal): string[] {
  const { bold } = picocolors.createColors(colour);
  const { gist, grid, missing } = claim;
  const share = grid.share === null ? "" : `${percent(grid.share, 0)} of its choices support it.`;
  const paragraphs = [
    claim.claim,
    gist === null ? "" : `Measured ${gist.measured}; it must be ${gist.mustBe}.`,
    claim.why,
    share,
    missing.length === 0 ? "" : `Missing: ${listed(missing)}.`,
    `Said in ${claim.where}.`,
  ].filter((text) => text !== "");
  return [
    `${bold(claim.id)}  ${paintOf(claim.outcome, colour)(cellsOf(claim).verdict)}`,
    ...paragraphs.flatMap((text) => hung("  ", text, columns)),
    "",
  ];
}

/** Where the predictions stand, and how many contradictions there are, a line each. */
function othersIn({ predictions, inconsistencies }: Findings): string[] {
  return [
    ...(predictions.length === 0
      ? []
      : [`Predictions: ${outcomesOf(predictions)} (${testsSoFar(predictions)}).`]),
    ...(inconsistencies.length === 0
      ? []
      : [`Inconsistencies: ${inconsistencies.length}, in the report.`]),
  ];
}

/** How many of the tests of predictions that can be read are true, or came true. */
function testsSoFar(predictions: Findings["predictions"]): string {
  const tests = predictions.flatMap(({ tests }) => tests);
  const read = tests.filter(({ check }) => check !== null);
  if (read.length === 0) return `no figures yet for ${tests.length} tests`;
  const holding = read.filter(({ outcome, check }) =>
    outcome === "pending" ? check?.holds === true : outcome === "supported",
  );
  const unread = tests.length - read.length;
  const rest = unread === 0 ? "" : `, ${unread} without figures`;
  return `${holding.length} of ${read.length} tests true so far${rest}`;
}

/** How many came to what: `44 claims: 12 supported, 9 partly ...`. */
function countWords(noun: string, claims: readonly Claim[]): string {
  return `${claims.length} ${noun}${claims.length === 1 ? "" : "s"}: ${outcomesOf(claims)}`;
}

function outcomesOf(all: readonly { readonly outcome: Outcome }[]): string {
  return OUTCOMES.map((wanted) => ({
    wanted,
    count: all.filter(({ outcome }) => outcome === wanted).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ wanted, count }) => `${count} ${wanted}`)
    .join(", ");
}

/** The columns that fit, as wide as what stands in them, with the space after it. */
function widthsOf(
  claims: readonly Claim[],
  { columns }: Terminal,
): readonly (readonly [Column, number])[] {
  const longest = (name: Column) =>
    Math.max(HEADS[name].length, ...claims.map((claim) => cellsOf(claim)[name].length));
  const [id, verdict] = [longest("id") + 2, longest("verdict") + 1];
  const isWide = columns >= WIDE;
  const mustBe = isWide ? Math.min(longest("mustBe"), MUST_BE) + 2 : 0;
  const room = columns - CLAIM - id - verdict - mustBe;
  const measured = Math.min(longest("measured") + 2, room);
  return [
    ["id", id],
    ["verdict", verdict],
    ["measured", measured],
    ...(isWide ? ([["mustBe", mustBe]] as const) : []),
  ];
}

function cellsOf({ id, outcome, gist, missing }: Claim): Readonly<Record<Column, string>> {
  return {
    id,
    verdict: `${SIGNS[outcome]} ${outcome}`,
    measured: gist === null ? unmeasured(outcome, missing) : bare(gist.measured),
    mustBe: gist?.mustBe ?? "",
  };
}

/** Why nothing stands where a number would. */
function unmeasured(outcome: Outcome, missing: readonly string[]): string {
  if (outcome === "undecided") return "no figures";
  if (outcome !== "untestable") return "";
  return missing.length > 0 ? "figures missing" : "no number decides";
}

/** The number and its unit, without its interval and its day, which stand in the report. */
function bare(measured: string): string {
  return measured.replace(/ \(.*$/, "").replace(/ on \d{4}-\d\d-\d\d$/, "");
}

function rowOf(
  claim: Claim,
  widths: readonly (readonly [Column, number])[],
  terminal: Terminal,
): string[] {
  const { bold, dim } = picocolors.createColors(terminal.colour);
  const styles: Partial<Record<Column, (text: string) => string>> = {
    id: bold,
    verdict: paintOf(claim.outcome, terminal.colour),
    ...(claim.gist === null ? { measured: dim } : {}),
  };
  const texts = cellsOf(claim);
  const cells = widths.map(([name, width]) => {
    const text = cut(texts[name], width - 1).padEnd(width);
    return styles[name]?.(text) ?? text;
  });
  const before = widths.reduce((sum, [, width]) => sum + width, 0);
  const left = terminal.columns - before;
  const [first = "", ...rest] =
    terminal.columns >= WHOLE ? wrapped(claim.claim, left) : [cut(claim.claim, left)];
  return [`${cells.join("")}${first}`, ...rest.map((line) => " ".repeat(before) + line)];
}

function paintOf(outcome: Outcome, colour: boolean): (text: string) => string {
  const { green, yellow, red, dim } = picocolors.createColors(colour);
  const paint: Partial<Record<Outcome, (text: string) => string>> = {
    supported: green,
    partly: yellow,
    refuted: red,
  };
  return paint[outcome] ?? dim;
}
