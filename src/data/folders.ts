import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError } from "../input/input-error.ts";
import { readTable, readWithFaults, type Table } from "../series/csv.ts";
import type { Catalog, Location } from "./catalog.ts";
import { refuseLinkOut } from "./store/file-name.ts";
import { isStore, type Provenance, provenanceOf } from "./store/provenance.ts";
import { readSeries, unreadable } from "./store/read.ts";

/** The CSV files of a catalog's own folder and of the folders given for daily figures, each read once. */
export interface Folders {
  /** The shipped table at a location. */
  shipped(location: Location): Promise<Table>;
  /** The first file of that name and with that column in the given folders, or undefined. */
  given(location: Location): Promise<Table | undefined>;
  /** True where a file of that name lies in one of the given folders. */
  have(location: Location): boolean;
  /** What a store among the given folders tells of where its file of that name is from. */
  provenance(location: Location): Promise<Provenance | undefined>;
  /** Paths of the tables in the given folders that no series of the catalog names. */
  readonly unused: readonly string[];
  readonly directories: readonly string[];
  /** True where one of the given folders is a store, into which figures can be brought. */
  readonly haveStore: boolean;
}

/** Names of the files in a folder. @throws InputError where it cannot be read. */
export async function filesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    throw new InputError(
      `folder ${folder}: cannot be read (${codeOf(error)}); name an existing folder`,
    );
  }
}

/** Opens the folders; nothing but their lists of files is read yet. */
export async function openFolders(
  catalog: Catalog,
  directories: readonly string[],
  mending: boolean,
): Promise<Folders> {
  const lists = await Promise.all(directories.map(filesIn));
  const dayColumns = dayColumnsOf(catalog);
  const dailyColumns = dailyColumnsOf(catalog);
  const stores = await Promise.all(directories.map((one, at) => isStore(one, lists[at]!)));
  const shippedFolder = fileURLToPath(catalog.folder);
  const tables = new Map<string, Promise<Table>>();
  const plain = (path: string, place: string, days: readonly string[]) =>
    tableAt(path, place, days, mending);
  const stored = (path: string, days: readonly string[]) =>
    mending
      ? refuseLinkOut(path).then(() => plain(path, path, days))
      : readSeries(path, path, days);
  const read = (path: string, file: string, place: string, inStore = false): Promise<Table> => {
    const days = dayColumns.get(file) ?? [];
    const table = tables.get(path) ?? (inStore ? stored(path, days) : plain(path, place, days));
    tables.set(path, table);
    return table;
  };
  return {
    directories,
    haveStore: stores.includes(true),
    unused: directories.flatMap((directory, at) => {
      const tables = lists[at]!.filter(
        (file) => TABLE.test(file) && !dailyColumns.has(file),
      ).sort();
      return tables.map((file) => join(directory, file));
    }),
    have: ({ file }) => lists.some((list) => list.includes(file)),
    shipped: ({ file, folder }) =>
      read(join(folder === undefined ? shippedFolder : fileURLToPath(folder), file), file, file),
    provenance: async ({ file }) => {
      const at = lists.findIndex((list) => list.includes(file));
      return stores[at] ? provenanceOf(directories[at]!, file) : undefined;
    },
    given: async ({ file, column, period }) => {
      const others = period === undefined ? undefined : dailyColumns.get(file);
      let first: Table | undefined;
      for (const [at, directory] of directories.entries()) {
        if (!lists[at]!.includes(file)) continue;
        const path = join(directory, file);
        const table = await read(path, file, path, stores[at]);
        if (table.columns.has(column)) return table;
        // Figures of periods and daily ones may have the same file name: this is the other file.
        const isAnother = [...table.columns.keys()].some((name) => others?.has(name));
        if (!isAnother) first ??= table;
      }
      return first;
    },
  };
}

async function tableAt(
  path: string,
  place: string,
  dayColumns: readonly string[],
  mending: boolean,
): Promise<Table> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw unreadable(path, error);
  }
  return mending
    ? readWithFaults(text, place, dayColumns).table
    : readTable(text, place, dayColumns);
}

/** Names of what may be meant as figures. */
const TABLE = /\.(?:csv|tsv|txt|xlsx?|parquet)$/i;

/** By name of a daily file, the columns that series are read from. */
function dailyColumnsOf(catalog: Catalog): ReadonlyMap<string, ReadonlySet<string>> {
  const byFile = new Map<string, ReadonlySet<string>>();
  for (const entry of Object.values(catalog.series)) {
    const daily = entry.by === "column" ? entry.daily : undefined;
    if (daily !== undefined)
      byFile.set(daily.file, new Set([...(byFile.get(daily.file) ?? []), daily.column]));
  }
  return byFile;
}

/** By file name, the columns that hold days. */
function dayColumnsOf(catalog: Catalog): ReadonlyMap<string, readonly string[]> {
  const byFile = new Map<string, string[]>();
  for (const entry of Object.values(catalog.series)) {
    if (entry.by !== "column") continue;
    for (const location of [entry.monthly, entry.daily])
      for (const column of [location?.days, location?.known])
        if (location !== undefined && column !== undefined)
          byFile.set(location.file, [...(byFile.get(location.file) ?? []), column]);
  }
  return byFile;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
