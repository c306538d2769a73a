import picocolors from "picocolors";
import type { Fault } from "../data/faults/fault.ts";
import { levelFaults } from "../data/faults/levels.ts";
import { faultsOf } from "../data/faults.ts";
import type { Source } from "../data/open.ts";
import { readAll, readEach } from "../data/read-all.ts";
import { formatDay } from "../series/day.ts";
import type { Series } from "../series/series.ts";
import { shown, type Terminal, wrapped } from "./terminal.ts";

/** What a check of figures found. */
export interface Checked {
  /** Ids of the series that were read. */
  readonly series: readonly string[];
  /** What is wrong with files and keeps their series from being read. */
  readonly files: readonly string[];
  readonly faults: readonly Fault[];
  /** Tables in the folders given that no series uses; not looked for where ids were given. */
  readonly unused: readonly string[];
  /** Daily tables in the folders given that are not read, as the figures of the calendar are in none. */
  readonly passedOver: readonly string[];
  /** Files of a store that are not what their provenance tells, in words. */
  readonly unlike: readonly string[];
}

/**
 * Checks the series of these ids, or all that can be read at the frequency of the source. A series whose
 * file has faults is read from `mended`, the same figures with what is refused left out, so that one
 * check tells what is wrong with its values too. Where `shipped` figures are given, the levels of the
 * series are held against them.
 */
export async function check(
  source: Source,
  ids: readonly string[],
  mended: () => Promise<Source>,
  shipped?: Source,
): Promise<Omit<Checked, "passedOver" | "unlike">> {
  const known = source.ids.filter((id) => source.has(id));
  const asked = ids.filter((id) => !known.includes(id));
  // Ids that cannot be read, and formulas: told at once, all together.
  await readAll(source, asked);
  const chosen = ids.length === 0 ? known : ids;
  const { series, faults: files } = await readEach(source, chosen);
  const read = new Set(series.map(({ id }) => id));
  // Without the calendar no run is possible: that is told too.
  const calendar = await readEach(source, [source.calendar]);
  const sound = files.length + calendar.faults.length === 0;
  const other = sound ? source : await mended();
  const rest = await readEach(
    other,
    chosen.filter((id) => !read.has(id)),
  );
  const left = rest.series.filter(({ values }) => !Array.from(values).every(Number.isNaN));
  const [master] = (await readEach(other, [source.calendar])).series;
  const all = [...series, ...left];
  const faults = [
    ...(master === undefined ? [] : faultsOf(all, master)),
    ...(shipped === undefined ? [] : await levelsBeside(shipped, all)),
  ];
  return {
    series: [...read],
    files: [...new Set([...files, ...calendar.faults])],
    // The gaps of what was refused are no news.
    faults: faults.filter(({ series: id, kind }) => read.has(id) || kind !== "gap"),
    unused: ids.length === 0 ? source.unused : [],
  };
}

/** What is wrong with the levels of series that were read, by the shipped figures of the same ones. */
async function levelsBeside(shipped: Source, all: readonly Series[]): Promise<Fault[]> {
  const read = all.filter(({ id, inputs }) => inputs.length === 0 && shipped.has(id));
  const found = read.map(async (one) => levelFaults(one, await shipped.series(one.id)));
  return (await Promise.all(found)).flat();
}

/** True where a run on these figures would stop. */
export function hasErrors({ files, faults }: Checked): boolean {
  return files.length > 0 || faults.some(({ severity }) => severity === "error");
}

const SEVERITIES = ["error", "warning", "known"] as const;

/** The faults to be read: the worst first, by series, and their count. */
export function asText(checked: Checked, terminal: Terminal): string {
  const { bold } = picocolors.createColors(terminal.colour);
  const paragraph = (text: string) =>
    wrapped(text, terminal.columns - 2).map((line) => `  ${line}`);
  const sections = SEVERITIES.flatMap((severity) => {
    const found = checked.faults.filter((fault) => fault.severity === severity);
    const files = severity === "error" ? checked.files : [];
    if (found.length + files.length === 0) return [];
    return [
      bold(HEADINGS[severity]),
      ...files.flatMap(paragraph),
      ...found.flatMap(({ series, kind, text, remedy }) =>
        paragraph(`${series}, ${kind}: ${text}; ${remedy}`),
      ),
      "",
    ];
  });
  const list = (heading: string, paths: readonly string[]) =>
    paths.length === 0 ? [] : [bold(heading), ...paths.flatMap(paragraph), ""];
  return shown(
    [
      ...sections,
      ...list("not used: tables that no series of the catalog names", checked.unused),
      ...list(PASSED_OVER, checked.passedOver),
      ...list("provenance: files of the store that it does not speak of", checked.unlike),
      summary(checked),
    ],
    terminal,
  );
}

const PASSED_OVER = "not read: shipped figures stand for these without the calendar's file";

const HEADINGS = {
  error: "errors: a run on these figures stops",
  warning: "warnings: to be looked at",
  known: "known: declared in the catalog",
} as const;

function summary({ series, files, faults }: Checked): string {
  const count = (severity: Fault["severity"]) =>
    faults.filter((fault) => fault.severity === severity).length;
  const errors = count("error") + files.length;
  return (
    `${series.length} series checked: ${plural(errors, "error")}, ` +
    `${plural(count("warning"), "warning")}, ${plural(count("known"), "known fault")}`
  );
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The faults as data. */
export function asJson({ faults, ...checked }: Checked): string {
  const plain = faults.map((fault) => ({
    ...fault,
    from: formatDay(fault.from),
    to: formatDay(fault.to),
    ...(fault.value === undefined
      ? {}
      : { value: Number.isFinite(fault.value) ? fault.value : null }),
  }));
  const { series, files, ...others } = checked;
  return `${JSON.stringify({ series, files, faults: plain, ...others }, null, 2)}\n`;
}
