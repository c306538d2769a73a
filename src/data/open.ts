import { fileURLToPath } from "node:url";
import { InputError } from "../input/input-error.ts";
import { unknownName } from "../input/nearest.ts";
import { parseDay } from "../series/day.ts";
import { namesIn } from "../series/formula.ts";
import type { Series } from "../series/series.ts";
import { since, spliceByReturns } from "../series/splice.ts";
import type { Catalog, ColumnSpec, Entry } from "./catalog.ts";
import { checkCatalog, inputsOf } from "./check.ts";
import { dailyTable, isInFolders, seriesIn } from "./column.ts";
import { derive, formulaSeries } from "./derive.ts";
import { type Folders, filesIn, openFolders } from "./folders.ts";

export interface OpenOptions {
  readonly frequency: "monthly" | "daily";
  /** Folders of daily figures, searched in order; monthly runs read the shipped figures alone. */
  readonly directories: readonly string[];
}

/** An open catalog: gives any of its series, reading only what is asked for, and each file once. */
export interface Source {
  readonly ids: readonly string[];
  readonly frequency: "monthly" | "daily";
  /** Id of the series whose days are the master calendar of daily runs. */
  readonly calendar: string;
  /** True where the figures of an id stand in a file that can be read at this frequency. */
  has(id: string): boolean;
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
  const folders = await openFolders(catalog, isDaily ? options.directories : []);
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
    has: (id) => hasFigures(catalog, folders, isDaily, id),
    titleOf: (id) => entryOf(catalog, id)?.title ?? id,
    series,
  };
}

function hasFigures(catalog: Catalog, folders: Folders, isDaily: boolean, id: string): boolean {
  const entry = entryOf(catalog, id);
  if (entry === undefined) return false;
  const here =
    entry.by !== "column" || (isDaily ? isInFolders(entry, folders) : entry.monthly !== undefined);
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
  const inputs = await Promise.all(namesIn(text).map(lookup));
  const unitOf = new Map(inputs.map(({ id, unit }) => [id, unit]));
  const unit = text.replace(/[A-Za-z_]\w*/g, (name) =>
    unitOf.has(name) ? `(${unitOf.get(name)})` : name,
  );
  return formulaSeries(text, text, { title: text, unit, kind: "amount" }, lookup);
}

async function monthlySeries(id: string, spec: ColumnSpec, folders: Folders): Promise<Series> {
  const { monthly, continuedBy } = spec;
  if (monthly === undefined)
    throw new InputError(`${id}: no monthly figures are shipped; run daily on a folder of figures`);
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
  const next = await lookup(spec.continuedBy.id);
  const rest = since(next, parseDay(spec.continuedBy.from, id));
  const joined = spliceByReturns(id, [
    { series: own, proxy: false },
    { series: rest, proxy: false },
  ]);
  return { ...own, ...joined, inputs: [next.id] };
}
