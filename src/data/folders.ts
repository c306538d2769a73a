import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError } from "../input/input-error.ts";
import { readTable, readWithFaults, type Table } from "../series/csv.ts";
import type { Catalog, Location } from "./catalog.ts";

/** The CSV files of a catalog's own folder and of the folders given for daily figures, each read once. */
export interface Folders {
  /** The shipped table at a location. */
  shipped(location: Location): Promise<Table>;
  /** The first file of that name and with that column in the given folders, or undefined. */
  given(location: Location): Promise<Table | undefined>;
  /** True where a file of that name lies in one of the given folders. */
  have(location: Location): boolean;
  /** Paths of the tables in the given folders that no series of the catalog names. */
  readonly unused: readonly string[];
  readonly directories: readonly string[];
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
  const dailyFiles = dailyFilesOf(catalog);
  const shippedFolder = fileURLToPath(catalog.folder);
  const tables = new Map<string, Promise<Table>>();
  const read = (path: string, file: string, place: string): Promise<Table> => {
    const table = tables.get(path) ?? tableAt(path, place, dayColumns.get(file) ?? [], mending);
    tables.set(path, table);
    return table;
  };
  return {
    directories,
    unused: directories.flatMap((directory, at) => {
      const tables = lists[at]!.filter((file) => TABLE.test(file) && !dailyFiles.has(file)).sort();
      return tables.map((file) => join(directory, file));
    }),
    have: ({ file }) => lists.some((list) => list.includes(file)),
    shipped: ({ file }) => read(join(shippedFolder, file), file, file),
    given: async ({ file, column }) => {
      const paths = directories.flatMap((directory, at) =>
        lists[at]!.includes(file) ? [join(directory, file)] : [],
      );
      let first: Table | undefined;
      for (const path of paths) {
        const table = await read(path, file, path);
        if (table.columns.has(column)) return table;
        first ??= table;
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
    throw new InputError(
      `${path}: cannot be read (${codeOf(error)}); check the file and its permissions`,
    );
  }
  return mending
    ? readWithFaults(text, place, dayColumns).table
    : readTable(text, place, dayColumns);
}

/** Names of what may be meant as figures. */
const TABLE = /\.(?:csv|tsv|txt|xlsx?|parquet)$/i;

function dailyFilesOf(catalog: Catalog): ReadonlySet<string> {
  const entries = Object.values(catalog.series);
  return new Set(entries.flatMap((entry) => (entry.by === "column" && entry.daily?.file) || []));
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
