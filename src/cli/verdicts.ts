import picocolors from "picocolors";
import { inWords } from "../hypothesis/words.ts";
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

/** Widths of the columns before the claim, which takes what is left. */
const WIDTHS = { id: 5, verdict: 13, measured: 12, claimed: 24 } as const;
/** Columns from which on there is room for what was claimed. */
const WIDE = 110;

/** The verdicts of a run, counted and then a line a claim, in the width of the terminal; nothing without claims. */
export function verdicts(findings: Findings, terminal: Terminal): string {
  const { hypotheses } = findings;
  if (hypotheses.length === 0) return "";
  const colours = picocolors.createColors(terminal.colour);
  const head = columnsIn(terminal).map((name) => name.padEnd(WIDTHS[name]));
  const lines = [
    colours.bold(countWords(hypotheses)),
    "",
    colours.dim(`${head.join("")}claim (whole, with its test, in the report)`),
    ...hypotheses.map((claim) => rowOf(claim, terminal)),
    "",
  ];
  const text = lines.map((line) => `${line.trimEnd()}\n`).join("");
  return terminal.unicode ? text : ascii(text);
}

/** How many claims came to what: `44 claims: 12 supported, 9 partly ...`. */
function countWords(claims: readonly Claim[]): string {
  const counts = OUTCOMES.map((outcome) => ({
    outcome,
    count: claims.filter((claim) => claim.outcome === outcome).length,
  })).filter(({ count }) => count > 0);
  const words = counts.map(({ outcome, count }) => `${count} ${outcome}`).join(", ");
  return `${claims.length} ${claims.length === 1 ? "claim" : "claims"}: ${words}`;
}

function columnsIn({ columns }: Terminal): readonly (keyof typeof WIDTHS)[] {
  return columns < WIDE ? ["id", "verdict", "measured"] : ["id", "verdict", "measured", "claimed"];
}

function rowOf(claim: Claim, terminal: Terminal): string {
  const { bold, green, yellow, red, dim } = picocolors.createColors(terminal.colour);
  const paint: Partial<Record<Outcome, (text: string) => string>> = {
    supported: green,
    partly: yellow,
    refuted: red,
  };
  const { id, outcome } = claim;
  const deciding = claim.checks.find(({ holds }) => holds !== null);
  const texts = {
    id,
    verdict: `${SIGNS[outcome]} ${outcome}`,
    measured: deciding === undefined ? "" : measuredWords(deciding),
    claimed: deciding?.expects ?? "",
  };
  const styles = { id: bold, verdict: paint[outcome] ?? dim } as Partial<
    Record<keyof typeof WIDTHS, (text: string) => string>
  >;
  const names = columnsIn(terminal);
  const cells = names.map((name) => {
    const text = cut(texts[name], WIDTHS[name] - 1).padEnd(WIDTHS[name]);
    return styles[name]?.(text) ?? text;
  });
  const left = terminal.columns - names.reduce((sum, name) => sum + WIDTHS[name], 0);
  return [...cells, cut(claim.claim, left)].join("");
}

function measuredWords({ measured, unit }: Claim["checks"][number]): string {
  return typeof measured === "number" ? inWords(measured, unit) : measured;
}
