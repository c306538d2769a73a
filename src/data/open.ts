import { fileURLToPath } from "node:url";
import { InputError } from "../input/input-error.ts";
import { unknownName } from "../input/nearest.ts";
import { parseDay } from "../series/day.ts";
import type { Series } from "../series/series.ts";
import { since, spliceByReturns } from "../series/splice.ts";
import type { Catalog, ColumnSpec, Entry } from "./catalog.ts";
import { checkCatalog, inputsOf } from "./check.ts";
import { dailyTable, isInFolders, seriesIn } from "./column.ts";
import { derive, formulaSeries } from "./derive.ts";
import { type Folders, filesIn, openFolders } from "./folders.ts";
import type { Provenance } from "./store/provenance.ts";

export interface OpenOptions {
  readonly frequency: "monthly" | "daily";
  /** Folders of figures, searched in order; monthly runs read from them what is not shipped. */
  readonly directories: readonly string[];
  /** Reads what can be read of faulty files, telling no fault: for checks that go on, never for a run. */
  readonly mending?: boolean;
}

/** An open catalog: gives any of its series, reading only what is asked for, and each file once. */
export interface Source {
  readonly ids: readonly string[];
  readonly frequency: "monthly" | "daily";
  /** Id of the series whose days are the master calendar of daily runs. */
  readonly calendar: string;
  /** Paths of the tables in the folders given that no series names: mostly a name that is misspelt. */
  readonly unused: readonly string[];
  /** True where the figures of an id stand in a file that can be read at this frequency. */
  has(id: string): boolean;
  /** Where the files of a series are from, as far as they lie in a store and it tells. */
  provenance(id: string): Promise<Provenance | undefined>;
  /** The title of an id, known without reading any figures; a formula is its own title. */
  titleOf(id: string): string;
  /** The series of an id, or of a formula over ids such as `spx / gold`. */
  series(idOrFormula: string): Promise<Series>;
}

/** Opens a catalog for one frequency. @throws InputError with all that is wrong in the catalog. */
export async function openCatalog(catalog: Catalog, options: OpenOptions): Promise<Source> {
  checkCatalog(catalog, await filesIn(fileURLToPath(catalog.folder)));
  const { frequency } = options;
  const isDaily = frequency === "daily";
  const folders = await openFolders(catalog, options.directories, options.mending ?? false);
  const ids = Object.keys(catalog.series);
  const found = new Map<string, Promise<Series>>();

  async function make(name: string): Promise<Series> {
    const entry = entryOf(catalog, name);
    if (entry === undefined) return adHoc(name, ids, series);
    if (entry.by !== "column") return derive(name, entry, series);
    return isDaily
      ? dailySeries(name, entry, folders, series)
      : monthlySeries(name, entry, folders);
  }
  function series(name: string): Promise<Series> {
    const made = found.get(name) ?? make(name);
    found.set(name, made);
    return made;
  }
  return {
    ids,
    frequency,
    calendar: catalog.calendar,
    unused: folders.unused,
    has: (id) => hasFigures(catalog, folders, isDaily, id),
    provenance: (id) => storedFile(entryOf(catalog, id), isDaily, folders),
    titleOf: (id) => entryOf(catalog, id)?.title ?? id,
    series,
  };
}

async function storedFile(
  entry: Entry | undefined,
  isDaily: boolean,
  folders: Folders,
): Promise<Provenance | undefined> {
  if (entry?.by !== "column" || entry.daily === undefined) return undefined;
  return isDaily || entry.monthly === undefined ? folders.provenance(entry.daily) : undefined;
}

function hasFigures(catalog: Catalog, folders: Folders, isDaily: boolean, id: string): boolean {
  const entry = entryOf(catalog, id);
  if (entry === undefined) return false;
  const here =
    entry.by !== "column" ||
    (isDaily || entry.monthly === undefined ? isInFolders(entry, folders) : true);
  const inputs = entry.by === "column" && !isDaily ? [] : inputsOf(entry);
  return here && inputs.every((input) => hasFigures(catalog, folders, isDaily, input));
}

function entryOf(catalog: Catalog, id: string): Entry | undefined {
  return Object.hasOwn(catalog.series, id) ? catalog.series[id] : undefined;
}

async function adHoc(
  text: string,
  ids: readonly string[],
  lookup: (id: string) => Promise<Series>,
): Promise<Series> {
  if (/^\w*$/.test(text)) throw new InputError(unknownName("series", text, ids));
  return formulaSeries(text, text, { title: text, kind: "amount" }, lookup);
}

async function monthlySeries(id: string, spec: ColumnSpec, folders: Folders): Promise<Series> {
  const { monthly, daily, continuedBy } = spec;
  if (monthly === undefined) {
    const given = daily === undefined ? undefined : await folders.given(daily);
    if (given !== undefined) return seriesIn(id, spec, daily!, given);
    throw new InputError(
      `${id}: no figures are shipped; name a folder that holds ${daily?.file} with --data`,
    );
  }
  const series = seriesIn(id, spec, monthly, await folders.shipped(monthly));
  if (continuedBy === undefined) return series;
  const from = parseDay(continuedBy.from, id);
  const { days } = series;
  if (days.length === 0 || days[days.length - 1]! < from) return series;
  const parts = [
    { id, from: days[0]!, proxy: false },
    { id: continuedBy.id, from, proxy: false },
  ];
  return { ...series, parts };
}

async function dailySeries(
  id: string,
  spec: ColumnSpec,
  folders: Folders,
  lookup: (id: string) => Promise<Series>,
): Promise<Series> {
  const { table, location } = await dailyTable(id, spec, folders);
  const own = seriesIn(id, spec, location, table);
  if (spec.continuedBy === undefined) return own;
  const next = await lookup(spec.continuedBy.id).catch((error: unknown) => {
    throw ofContinued(id, spec.continuedBy!.id, error);
  });
  const rest = since(next, parseDay(spec.continuedBy.from, id));
  const joined = spliceByReturns(id, [
    { series: own, proxy: false },
    { series: rest, proxy: false },
  ]);
  return { ...own, ...joined, inputs: [next.id] };
}

/** A fault of the series that carries another on, told with the name that was asked for. */
function ofContinued(id: string, next: string, error: unknown): unknown {
  if (!(error instanceof InputError)) return error;
  return new InputError(
    error.faults.map((fault) =>
      fault.startsWith(`${next}: `) ? `${id}, continued by ${fault}` : fault,
    ),
  );
}
