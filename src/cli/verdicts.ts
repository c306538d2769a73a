import picocolors from "picocolors";
import type { Findings } from "../study/findings.ts";
import { ascii, cut, type Terminal } from "./terminal.ts";

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
/** Characters that are left for the claim at least. */
const CLAIM = 26;
/** What a number must be is cut where it is longer than this. */
const MUST_BE = 28;

/**
 * The verdicts of a run, counted and then a line a claim, in the width of the terminal, and how the
 * predictions stand; nothing without claims.
 */
export function verdicts(findings: Findings, terminal: Terminal): string {
  const { hypotheses } = findings;
  const blocks = [
    ...(hypotheses.length === 0 ? [] : [table(hypotheses, terminal)]),
    othersIn(findings),
  ].filter((lines) => lines.length > 0);
  const text = blocks
    .map((lines) => `${lines.map((line) => line.trimEnd()).join("\n")}\n\n`)
    .join("");
  return terminal.unicode ? text : ascii(text);
}

function table(claims: readonly Claim[], terminal: Terminal): string[] {
  const colours = picocolors.createColors(terminal.colour);
  const widths = widthsOf(claims, terminal);
  const head = widths.map(([name, width]) => HEADS[name].padEnd(width));
  return [
    colours.bold(countWords("claim", claims)),
    "",
    colours.dim(
      cut(`${head.join("")}claim (whole, with its test, in the report)`, terminal.columns),
    ),
    ...claims.map((claim) => rowOf(claim, widths, terminal)),
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
): string {
  const { bold, green, yellow, red, dim } = picocolors.createColors(terminal.colour);
  const paint: Partial<Record<Outcome, (text: string) => string>> = {
    supported: green,
    partly: yellow,
    refuted: red,
  };
  const styles: Partial<Record<Column, (text: string) => string>> = {
    id: bold,
    verdict: paint[claim.outcome] ?? dim,
    ...(claim.gist === null ? { measured: dim } : {}),
  };
  const texts = cellsOf(claim);
  const cells = widths.map(([name, width]) => {
    const text = cut(texts[name], width - 1).padEnd(width);
    return styles[name]?.(text) ?? text;
  });
  const left = terminal.columns - widths.reduce((sum, [, width]) => sum + width, 0);
  return [...cells, cut(claim.claim, left)].join("");
}
