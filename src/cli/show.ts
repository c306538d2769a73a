import picocolors from "picocolors";
import type { Source } from "../data/open.ts";
import type { Provenance } from "../data/store/provenance.ts";
import { type Day, formatDay } from "../series/day.ts";
import { NOTHING } from "../series/format.ts";
import type { Series } from "../series/series.ts";
import { KIND_WORDS } from "./groups.ts";
import { monthOf } from "./listing.ts";
import { hung, shown, type Terminal, wrapped } from "./terminal.ts";

const LABEL = 11;
const LAST_VALUES = 6;
const DIGITS = 7;

/** Everything of a series of this source, to be read. */
export async function asText(source: Source, series: Series, terminal: Terminal): Promise<string> {
  const { bold } = picocolors.createColors(terminal.colour);
  const { days } = series;
  const facts: [string, string][] = [
    ["kind", series.kind === "total" ? `${KIND_WORDS.total} index` : KIND_WORDS[series.kind]],
    ["unit", series.unit],
    ["span", spanOf(series)],
    ["known", knownOf(series)],
    ["origin", series.origin],
    ["terms", series.terms],
    ...storedOf(await source.provenance(series.id)),
    ["made from", series.inputs.join(", ")],
    ...partsOf(series, source.frequency === "monthly" ? monthOf : formatDay),
    ["filled", series.filled.map(formatDay).join(", ")],
    ...(await faultsOf(source, series)),
  ];
  const first = Math.max(0, days.length - LAST_VALUES);
  const lines = [
    ...wrapped(`${series.id}: ${series.title}`, terminal.columns).map(bold),
    ...facts
      .filter(([, fact]) => fact !== "")
      .flatMap(([label, fact]) => hung(label.padEnd(LABEL), fact, terminal.columns)),
    "last values",
    ...Array.from({ length: days.length - first }, (_, at) => {
      const value = series.values[first + at]!;
      return `  ${formatDay(days[first + at]!)}  ${Number.isNaN(value) ? NOTHING : rounded(value)}`;
    }),
  ];
  return shown(lines, terminal);
}

function spanOf({ days }: Series): string {
  if (days.length === 0) return "no values";
  const values = `${days.length} value${days.length === 1 ? "" : "s"}`;
  return `${formatDay(days[0]!)} to ${formatDay(days[days.length - 1]!)}, ${values}`;
}

/** Where the file in the store is from, as its provenance tells. */
function storedOf(provenance: Provenance | undefined): [string, string][] {
  if (provenance === undefined) return [];
  const { file, provider, address, retrieved, sha256, notes, terms } = provenance;
  return [
    ["stored", `${file} by ${provider} from ${address} on ${retrieved}, SHA-256 ${sha256}`],
    ["its terms", terms],
    ...notes.map((note): [string, string] => ["note", note]),
  ];
}

/** When a value is known to a strategy, in words. */
function knownOf({ lag, known, period }: Series): string {
  if (known !== undefined) return "on a later day, which the source gives for each value";
  const day = period === undefined ? "its day" : `the last day of its ${period}`;
  if (lag > 0) return `${lag} ${lag === 1 ? "day" : "days"} after ${day}`;
  return period === undefined ? "on its own day, at the close" : `on ${day}`;
}

/** The sources of a splice, each with the time in which it is in force. */
function partsOf({ days, parts }: Series, when: (day: Day) => string): [string, string][] {
  return parts.map(({ id, from, proxy }, at) => {
    const to = parts[at + 1]?.from ?? days[days.length - 1]!;
    const role = proxy ? " stands in for it (proxy)" : "";
    return ["part", `${id}${role} from ${when(from)} to ${when(to)}`];
  });
}

/** Known faults: its own, then those of the series that it is made from, each once. */
async function faultsOf(source: Source, series: Series): Promise<[string, string][]> {
  const told = new Set(series.faults);
  const lines = [...told];
  for (const input of await madeFrom(source, series))
    for (const fault of input.faults) {
      if (!told.has(fault)) lines.push(`of ${input.id}: ${fault}`);
      told.add(fault);
    }
  return lines.map((line) => ["fault", line]);
}

/** The inputs of a series and theirs, nearest first, each once. */
async function madeFrom(source: Source, series: Series): Promise<readonly Series[]> {
  const found = new Map<string, Series>();
  let nearest: readonly Series[] = [series];
  while (nearest.length > 0) {
    const ids = new Set(nearest.flatMap(({ inputs }) => inputs).filter((id) => !found.has(id)));
    nearest = await Promise.all([...ids].map((id) => source.series(id)));
    for (const input of nearest) found.set(input.id, input);
  }
  return [...found.values()];
}

/** A number as short as seven significant digits allow. */
function rounded(value: number): string {
  return String(Number(value.toPrecision(DIGITS)));
}

/** Everything of a series, as data; and of its file where it lies in a store. */
export function asJson(series: Series, stored?: Provenance): string {
  const { days, values, parts, filled, known, expected, ...rest } = series;
  const plain = {
    ...rest,
    ...(stored === undefined ? {} : { stored }),
    parts: parts.map((part) => ({ ...part, from: formatDay(part.from) })),
    filled: filled.map(formatDay),
    ...(expected === undefined
      ? {}
      : {
          expected: expected.map((fault) => ({
            ...fault,
            from: formatDay(fault.from),
            to: formatDay(fault.to),
          })),
        }),
    dates: Array.from(days, formatDay),
    ...(known === undefined ? {} : { knownOn: Array.from(known, dayOrNull) }),
    values: Array.from(values, (value) => (Number.isNaN(value) ? null : value)),
  };
  return `${JSON.stringify(plain, null, 2)}\n`;
}

function dayOrNull(day: Day): string | null {
  return Number.isNaN(day) ? null : formatDay(day);
}

/** `date,value` lines; a value that is not known is blank. */
export function asCsv({ days, values }: Series): string {
  const lines = Array.from(days, (day, row) => {
    const value = values[row]!;
    return `${formatDay(day)},${Number.isNaN(value) ? "" : value}`;
  });
  return `date,value\n${lines.map((line) => `${line}\n`).join("")}`;
}
