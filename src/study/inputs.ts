import type { Fault } from "../data/faults/fault.ts";
import { hashOf } from "../data/hash.ts";
import type { Source } from "../data/open.ts";
import { formatDay } from "../series/day.ts";
import { knownRows } from "../series/known-rows.ts";
import type { Series } from "../series/series.ts";
import type { Input, Splice } from "./findings.ts";

/** The series that a run used, and what they were derived from, each once, in order of their ids. */
export async function withTheirInputs(source: Source, ids: Iterable<string>): Promise<Series[]> {
  const found = new Map<string, Series>();
  const visit = async (id: string): Promise<void> => {
    if (found.has(id)) return;
    const series = await source.series(id);
    found.set(id, series);
    for (const input of series.inputs) await visit(input);
  };
  for (const id of ids) await visit(id);
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What a series is and where it comes from, with the hash of its dated values. */
export function inputOf(series: Series, found: readonly Fault[]): Input {
  const known = knownRows(series).days;
  return {
    id: series.id,
    title: series.title,
    unit: series.unit,
    kind: series.kind,
    first: formatDay(known[0]!),
    last: formatDay(known.at(-1)!),
    rows: known.length,
    lagDays: series.lag,
    origin: series.origin,
    terms: series.terms,
    sha256: hashOf(series),
    inputs: series.inputs,
    filled: series.filled.map(formatDay),
    faults: series.faults,
    warnings: found
      .filter((fault) => fault.series === series.id && fault.severity === "warning")
      .map(({ text, remedy }) => `${text}; ${remedy}`),
  };
}

/** Which source is in force when, in every spliced series of a run. */
export function splicesOf(source: Source, all: readonly Series[]): Splice[] {
  return all
    .filter(({ parts }) => parts.length > 0)
    .map((series) => ({
      series: series.id,
      title: series.title,
      parts: series.parts.map(({ id, from, proxy }, index) => ({
        id,
        title: source.titleOf(id),
        from: formatDay(from),
        to: formatDay(series.parts[index + 1]?.from ?? series.days[series.days.length - 1]!),
        proxy,
      })),
    }));
}
