import picocolors from "picocolors";
import type { Cause } from "../../report/diff/causes.ts";
import type { Change, Value } from "../../report/diff/changes.ts";
import type { Difference } from "../../report/diff/difference.ts";
import type { DecisionChange, MeasureChange, VerdictChange } from "../../report/diff/effects.ts";
import { listed, NOTHING, significant } from "../../series/format.ts";
import type { Findings } from "../../study/findings.ts";
import { METRICS } from "../../words/metric.ts";
import { cut, shown, type Terminal, wrapped } from "../terminal.ts";

/** One of the two runs, and the file that it was read from. */
export interface Side {
  readonly file: string;
  readonly findings: Findings;
}

/** Entries of a list that are told unless all are asked for. */
const TOLD = 12;

/** A hash is told by its beginning. */
const HASH = /^[\da-f]{32,64}$/;
const HASH_TOLD = 8;

/** What differs between two runs: what they were given first, then what came of it. */
export function asText(
  { isSame, causes, effects, notes }: Difference,
  sides: readonly [Side, Side],
  isAll: boolean,
  terminal: Terminal,
): string {
  const heads = sides.flatMap((side, at) =>
    wrapped(`${"AB"[at]}: ${headOf(side)}`, terminal.columns),
  );
  if (isSame) return shown([...heads, "", "No difference."], terminal);
  const { bold } = picocolors.createColors(terminal.colour);
  const lined = (text: string, indent = 2) =>
    wrapped(text, terminal.columns - indent - 2).map(
      (line, at) => " ".repeat(at === 0 ? indent : indent + 2) + line,
    );
  const list = <T>(title: string, entries: readonly T[], lines: (entry: T) => string[]) => {
    const told = isAll ? entries : entries.slice(0, TOLD);
    const left = entries.length - told.length;
    return [
      "",
      bold(`${title}: ${entries.length === 0 ? "none" : entries.length}`),
      ...told.flatMap(lines),
      ...(left > 0 ? [`  and ${left} more: --all`] : []),
    ];
  };
  const { verdicts, remeasured, predictions, decisions, measures, parts } = effects;
  const turned = decisions.filter(({ before, after }) => before !== after);
  const others = decisions.filter(({ before, after }) => before === after);
  const decided = (one: DecisionChange) => lined(decisionWords(one));
  const judged = verdictLines(lined);
  return shown(
    [
      ...heads,
      "",
      bold("What the runs were given"),
      ...(causes.length === 0 ? ["the same"] : causeLines(causes, isAll)).flatMap((line) =>
        lined(line),
      ),
      ...list("Verdicts that changed", verdicts, judged),
      ...list("Same verdict, other number", remeasured, judged),
      ...list("Predictions that moved", predictions, judged),
      ...list("Decisions that changed", turned, decided),
      ...list("Same decision, other conditions", others, decided),
      ...list("Measures that moved, the most first", measures, (one) => [
        `  ${measureLine(one, terminal.columns - 2)}`,
      ]),
      ...(parts.length === 0 ? [] : ["", ...lined(`Differ too: ${listed(parts)}.`, 0)]),
      ...(notes.length === 0 ? [] : ["", ...notes.flatMap((note) => lined(note, 0))]),
    ],
    terminal,
  );
}

function headOf({ file, findings }: Side): string {
  const { study, period } = findings;
  return `${file} (${study.id}, ${period.frequency}, ${period.from} to ${period.to})`;
}

/** Causes in lines; series that change because others do stand in one line, and of a long kind only some. */
function causeLines(causes: readonly Cause[], isAll: boolean): string[] {
  const kinds = [...new Set(causes.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const own = causes.filter((cause) => cause.kind === kind);
    const derived = own.filter(({ derivedFrom }) => derivedFrom.length > 0);
    const roots = own.filter(({ derivedFrom }) => derivedFrom.length === 0);
    const lines = roots.flatMap((cause) =>
      cause.of === null
        ? cause.changes.map((change) => `${kind}: ${changeWords(change)}`)
        : [`${kind} ${cause.of}: ${cause.changes.map(changeWords).join("; ")}`],
    );
    const told = isAll ? lines : lines.slice(0, TOLD);
    return [
      ...told,
      ...(lines.length > told.length
        ? [`${kind}: and ${lines.length - told.length} more: --all`]
        : []),
      ...(derived.length === 0
        ? []
        : [`${kind}: and what is derived from them: ${listed(derived.map(({ of }) => of!))}`]),
    ];
  });
}

function changeWords({ field, before, after }: Change): string {
  const name = field === "" ? "" : `${field} `;
  if (before === null && typeof after === "string") return `${name}${valueWords(after)} is new`;
  if (after === null && typeof before === "string") return `${name}${valueWords(before)} is gone`;
  return `${name}${valueWords(before)} -> ${valueWords(after)}`;
}

const LONGEST = 60;

function valueWords(value: Value): string {
  if (value === null || value === "") return "none";
  const text = String(value);
  return HASH.test(text) ? text.slice(0, HASH_TOLD) : cut(text, LONGEST);
}

function verdictLines(lined: (text: string, indent?: number) => string[]) {
  return ({ id, claim, before, after, ...rest }: VerdictChange): string[] => {
    const { measuredBefore, measuredAfter, mustBe, because } = rest;
    const turn =
      before === after ? `${after}` : `${before ?? "not asked"} -> ${after ?? "not asked"}`;
    const numbers =
      measuredBefore === measuredAfter
        ? (measuredAfter ?? "")
        : `${measuredBefore ?? NOTHING} -> ${measuredAfter ?? NOTHING}`;
    const tail = [
      ...(numbers === "" ? [] : [numbers]),
      ...(mustBe === null ? [] : [`must be ${mustBe}`]),
      ...(because.length === 0 ? [] : [`changed: ${because.join(", ")}`]),
    ];
    return [
      ...lined(`${id}: ${turn}. ${claim}`),
      ...(tail.length === 0 ? [] : lined(tail.join("; "), 4)),
    ];
  };
}

function decisionWords({
  portfolio,
  benchmark,
  before,
  after,
  conditions,
}: DecisionChange): string {
  const turn = before === after ? `${after ?? "not decided"}` : `${before} -> ${after}`;
  const differ =
    conditions.length === 0 ? "" : `; conditions that turned: ${conditions.join(", ")}`;
  return `${portfolio} against ${benchmark}: ${turn}${differ}`;
}

/** `portfolio  unit  measure  before -> after`; the names are cut so that the numbers stand under each other. */
function measureLine({ portfolio, in: unit, measure, before, after }: MeasureChange, room: number) {
  const show = (value: number | null) =>
    measure in METRICS && value !== null
      ? METRICS[measure as keyof typeof METRICS].show(value)
      : significant(value);
  const [one, other] = [show(before), show(after)];
  const numbers = one === other ? `${exact(before)} -> ${exact(after)}` : `${one} -> ${other}`;
  const names = room - NUMBERS - 2;
  const [first, second] = [Math.floor(names * 0.36), Math.floor(names * 0.26)];
  const cells = [
    cut(portfolio, first - 2).padEnd(first),
    cut(unit, second - 2).padEnd(second),
    cut(measure, names - first - second),
  ];
  return `${cells.join("").padEnd(names)}  ${numbers.padStart(NUMBERS)}`;
}

const NUMBERS = 24;

/** Digits enough to tell two near numbers apart. */
function exact(value: number | null): string {
  return value === null ? NOTHING : String(Number(value.toPrecision(10)));
}
