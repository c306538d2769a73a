import picocolors from "picocolors";
import { DEFINITIONS, PAIR_DEFINITIONS, type Printed } from "../../measure/elsewhere.ts";
import { count, decimal, NOTHING, percent } from "../../series/format.ts";
import { METRICS } from "../../words/metric.ts";
import { KINDS, type Word } from "../../words/word.ts";
import { hung, shown, type Terminal, wrapped } from "../terminal.ts";
import { type Example, numbersOf } from "./example.ts";

/** Numbers shown as percent that have no row of their own in the report's tables of measures. */
const PERCENT: readonly string[] = ["alpha", "trackingError", "excessGrowth", "relativeDrawdown"];

const LABEL = 11;
const VALUE = 10;

/** Everything of the words that go by one name, to be read. */
export function asText(
  words: readonly { readonly word: Word; readonly examples: readonly Example[] }[],
  terminal: Terminal,
): string {
  const lines = words.flatMap(({ word, examples }, at) => [
    ...(at === 0 ? [] : [""]),
    ...explained(word, terminal),
    ...tools(word, examples, terminal),
  ]);
  return shown(lines, terminal);
}

function explained(word: Word, { columns, colour }: Terminal): string[] {
  const { bold } = picocolors.createColors(colour);
  const { key, name, kind, definition, unit, formula, unknown, source, elsewhere } = word;
  const heading = kind === "measure" ? `${name} (${key})` : name;
  const facts: [string, string | undefined][] = [
    ["kind", unit === undefined ? kind : `${kind}, ${unit}`],
    ["is", definition],
    ["formula", formula],
    ["no value", unknown === undefined ? undefined : `for ${unknown}`],
    ["source", source],
    ["elsewhere", elsewhere],
    ["see", word.see?.join(", ")],
  ];
  return [
    ...wrapped(heading, columns).map(bold),
    ...facts.flatMap(([label, fact]) =>
      fact === undefined ? [] : hung(label.padEnd(LABEL), fact, columns),
    ),
  ];
}

/** What each tool prints, or, without a run, what each tool does. */
function tools(word: Word, examples: readonly Example[], terminal: Terminal): string[] {
  const withValues = examples.flatMap((example) => ["", ...valued(example, terminal)]);
  if (examples.length > 0) return [...withValues, ...note(examples, terminal)];
  const measures = numbersOf(word.key).filter((measure) => definitionsOf(measure).length > 0);
  return measures.flatMap((measure) => [
    "",
    ...(measures.length > 1 ? [`${measure}:`] : []),
    ...definitionsOf(measure).flatMap(({ tool, how, daily }) =>
      hung("  ", `${tool}: ${how}${daily === true ? " (daily rows only)" : ""}`, terminal.columns),
    ),
  ]);
}

interface Told {
  readonly tool: string;
  readonly how: string;
  readonly daily?: boolean;
}

/** Definitions of a measure without what computes them. */
export function definitionsOf(measure: string): Told[] {
  const all = { ...DEFINITIONS, ...PAIR_DEFINITIONS } as Readonly<Record<string, readonly Told[]>>;
  return (all[measure] ?? []).map(({ tool, how, daily }) => ({
    tool,
    how,
    ...(daily === undefined ? {} : { daily }),
  }));
}

function valued(example: Example, { columns, colour }: Terminal): string[] {
  const { bold } = picocolors.createColors(colour);
  const { measure, portfolio, unit, benchmark, from, to, frequency, values } = example;
  const against = benchmark === null ? "" : ` against ${benchmark}`;
  const heading = `${measure} of ${portfolio.id}${against}, in ${unit}, ${from} to ${to}, ${frequency}`;
  const left = definitionsOf(measure).filter(
    ({ tool }) => !values.some((value) => value.tool === tool),
  );
  const rows = [
    ...values.map(({ tool, how, value }) => ({
      value: told(value, measure),
      text: `${tool}: ${how}`,
    })),
    ...left.map(({ tool, how }) => ({ value: NOTHING, text: `${tool}: ${how}; daily rows only` })),
  ];
  return [
    ...wrapped(heading, columns).map(bold),
    ...rows.flatMap(({ value, text }) => hung(`${value.padStart(VALUE)}  `, text, columns)),
  ];
}

function note(examples: readonly Example[], { columns, colour }: Terminal): string[] {
  const { dim } = picocolors.createColors(colour);
  const several = examples.some(({ values }) => values.length > 1);
  const rates =
    "assay takes off what is riskless in the unit where the definition has it; the others are " +
    "computed with a riskless rate of 0 unless it is named.";
  const text = `${several ? `${rates} ` : ""}From ${examples[0]!.file}.`;
  return ["", ...wrapped(text, columns).map(dim)];
}

/** A number with a digit more than the report gives it, so that near definitions can be told apart. */
function told(value: Printed, measure: string): string {
  if (typeof value === "string") return value;
  if (measure.endsWith("ays")) return count(value);
  const metric = METRICS[measure as keyof typeof METRICS];
  const asPercent = PERCENT.includes(measure) || metric?.show(0.5).endsWith("%") === true;
  return asPercent ? percent(value, 2) : decimal(value, 3);
}

const PLURALS = {
  measure: "measures",
  convention: "conventions",
  option: "options",
  term: "terms",
} as const;

/** All words in columns, by kind. */
export function listing(words: readonly Word[], terminal: Terminal): string {
  const { bold } = picocolors.createColors(terminal.colour);
  const sections = KINDS.flatMap((kind) => {
    const keys = words.filter((word) => word.kind === kind).map(({ key }) => key);
    return [bold(PLURALS[kind]), ...inColumns(keys.sort(byLetters), terminal.columns), ""];
  });
  return shown([...sections, "assay explain WORD tells what one of them means."], terminal);
}

function byLetters(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Words read downwards, in as many columns as fit. */
function inColumns(words: readonly string[], columns: number): string[] {
  const width = Math.max(...words.map((word) => word.length)) + 2;
  const across = Math.max(1, Math.floor(columns / width));
  const down = Math.ceil(words.length / across);
  return Array.from({ length: down }, (_, row) => {
    const line = words.filter((_, at) => at % down === row).map((word) => word.padEnd(width));
    return `  ${line.join("")}`.trimEnd();
  });
}
