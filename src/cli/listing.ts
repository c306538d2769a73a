import picocolors from "picocolors";
import type { Source } from "../data/open.ts";
import { InputError } from "../input/input-error.ts";
import { NOTHING } from "../report/format.ts";
import { formatDay } from "../series/day.ts";
import type { Series } from "../series/series.ts";
import { ascii, cut, type Terminal, wrapped } from "./terminal.ts";

/** The series whose id, title, unit or origin holds the text, two lines each. */
export async function listing(source: Source, text: string, terminal: Terminal): Promise<string> {
  const all = await Promise.all(source.ids.map((id) => readable(source, id)));
  const wanted = text.toLowerCase();
  const found = all.filter((one) => one.words.toLowerCase().includes(wanted));
  if (found.length === 0)
    throw new InputError(`data list: no series speaks of "${text}"; see assay data list`);
  const width = Math.max(...all.map(({ id }) => id.length)) + 2;
  const { bold } = picocolors.createColors(terminal.colour);
  const lines = found.flatMap(({ id, title, about }) => [
    `${bold(id.padEnd(width))}${cut(title, terminal.columns - width)}`,
    `${" ".repeat(width)}${cut(about, terminal.columns - width)}`,
  ]);
  return shown(lines, terminal);
}

interface Listed {
  readonly id: string;
  readonly title: string;
  /** Kind, unit, span and origin in one line. */
  readonly about: string;
  /** What is searched. */
  readonly words: string;
}

/** A series that cannot be read at this frequency is listed too, with the reason. */
async function readable(source: Source, id: string): Promise<Listed> {
  const title = source.titleOf(id);
  try {
    const { kind, unit, origin, days } = await source.series(id);
    const about = `${kind}, ${unit}, ${spanOf(days)}; ${origin}`;
    return { id, title, about, words: `${id} ${title} ${about}` };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const about = error.faults[0]!.replace(`${id}: `, "");
    return { id, title, about, words: `${id} ${title}` };
  }
}

const LAST_VALUES = 6;

/** Everything of a series, to be read. */
export function asText(series: Series, terminal: Terminal): string {
  const { bold } = picocolors.createColors(terminal.colour);
  const { days, values } = series;
  const facts: [string, string][] = [
    ["kind", series.kind],
    ["unit", series.unit],
    ["span", `${spanOf(days)}, ${days.length} values`],
    ["known", series.lag === 0 ? "at its close" : `${series.lag} days after the day it stands for`],
    ["origin", series.origin],
    ["terms", series.terms],
    ["made from", series.inputs.join(", ")],
    ...series.parts.map((part): [string, string] => [
      "part",
      `${part.id} from ${formatDay(part.from)}${part.proxy ? ", standing in" : ""}`,
    ]),
    ["filled", series.filled.map(formatDay).join(", ")],
    ...series.faults.map((fault): [string, string] => ["fault", fault]),
  ];
  const width = 11;
  const first = Math.max(0, days.length - LAST_VALUES);
  const lines = [
    ...wrapped(`${series.id}: ${series.title}`, terminal.columns).map(bold),
    ...facts
      .filter(([, fact]) => fact !== "")
      .flatMap(([name, fact]) =>
        wrapped(fact, terminal.columns - width).map(
          (line, at) => (at === 0 ? name : "").padEnd(width) + line,
        ),
      ),
    "last values",
    ...Array.from({ length: days.length - first }, (_, at) => {
      const value = values[first + at]!;
      return `  ${formatDay(days[first + at]!)}  ${Number.isNaN(value) ? NOTHING : value}`;
    }),
  ];
  return shown(lines, terminal);
}

/** Everything of a series, as data. */
export function asJson(series: Series): string {
  const { days, values, parts, filled, known: _, ...rest } = series;
  const plain = {
    ...rest,
    parts: parts.map((part) => ({ ...part, from: formatDay(part.from) })),
    filled: filled.map(formatDay),
    dates: Array.from(days, formatDay),
    values: Array.from(values, (value) => (Number.isNaN(value) ? null : value)),
  };
  return `${JSON.stringify(plain, null, 2)}\n`;
}

/** `date,value` lines; a value that is not known is blank. */
export function asCsv({ days, values }: Series): string {
  const lines = Array.from(days, (day, row) => {
    const value = values[row]!;
    return `${formatDay(day)},${Number.isNaN(value) ? "" : value}`;
  });
  return `date,value\n${lines.map((line) => `${line}\n`).join("")}`;
}

function spanOf(days: Series["days"]): string {
  if (days.length === 0) return "no values";
  return `${formatDay(days[0]!)} to ${formatDay(days[days.length - 1]!)}`;
}

function shown(lines: readonly string[], terminal: Terminal): string {
  const text = lines.map((line) => `${line.trimEnd()}\n`).join("");
  return terminal.unicode ? text : ascii(text);
}
