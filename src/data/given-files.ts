import { stat } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../input/input-error.ts";
import { listed } from "../series/format.ts";
import type { Catalog } from "./catalog.ts";
import { inputsOf } from "./check.ts";
import { filesIn } from "./folders.ts";
import { storeIsFile } from "./store/directory.ts";

/** How the files of given folders are read: their frequency, and which of them that passes over. */
export interface GivenFiles {
  readonly frequency: "monthly" | "daily";
  /** Paths of files that the catalog names and that are not read at this frequency. */
  readonly passedOver: readonly string[];
}

/**
 * How given folders are read: daily where they hold the figures of the calendar, whose days are the rows
 * of a daily run, and monthly else, unless it is said; a monthly run reads only what is not shipped.
 * @throws InputError where folders are given and nothing in them would be read
 */
export async function givenFiles(
  catalog: Catalog,
  calendar: string,
  directories: readonly string[],
  said?: "monthly" | "daily",
): Promise<GivenFiles> {
  const lists = await Promise.all(directories.map(filesIn));
  const files = new Set(lists.flat());
  const needed = [...new Set(dailyFilesBehind(catalog, calendar))];
  const calendarFiles = needed.filter((file) => !files.has(file));
  const isDaily = needed.length > 0 && calendarFiles.length === 0;
  const frequency = said ?? (isDaily ? "daily" : "monthly");
  const readable = filesRead(catalog, frequency);
  const known = filesRead(catalog, "daily");
  const pathsOf = (isWanted: (file: string) => boolean) =>
    lists.flatMap((list, at) =>
      list
        .filter(isWanted)
        .sort()
        .map((file) => join(directories[at]!, file)),
    );
  if (directories.length > 0 && ![...files].some((file) => readable.has(file)))
    throw new InputError(
      `--data ${directories.join(", ")}: ${unreadWords(
        pathsOf((file) => known.has(file)),
        calendarFiles,
      )}`,
    );
  return {
    frequency,
    passedOver: pathsOf((file) => known.has(file) && !readable.has(file)),
  };
}

/**
 * Stops a daily run whose folders lack the figures of its calendar, before anything else that they lack.
 * @throws InputError with the names of their files
 */
export async function checkCalendar(
  catalog: Catalog,
  calendar: string,
  directories: readonly string[],
): Promise<void> {
  const files = new Set((await Promise.all(directories.map(filesIn))).flat());
  const lacking = [...new Set(dailyFilesBehind(catalog, calendar))].filter(
    (file) => !files.has(file),
  );
  if (lacking.length > 0)
    throw new InputError(
      `--data ${directories.join(", ")}: holds no ${listed(lacking)}, and the days in it are the rows of a daily run; name a folder that has it too, or leave out --frequency daily`,
    );
}

/**
 * The folder of a store for a daily run that is given no others.
 * @throws InputError where it lacks the figures of the calendar, whose days are the rows of the run
 */
export async function storeForDaily(
  catalog: Catalog,
  calendar: string,
  store: string,
): Promise<string> {
  const files = new Set(await filesInStore(store));
  const needed = [...new Set(dailyFilesBehind(catalog, calendar))];
  const lacking = needed.filter((file) => !files.has(file));
  if (lacking.length === 0) return store;
  throw new InputError(
    `store ${store}: has no ${listed(lacking)}, and the days in it are the rows of a daily run; bring daily ` +
      'figures with "assay data import DIR" or "assay data pull", or name a folder of them with --data',
  );
}

/** Names of the files in a store, none where it does not exist yet. @throws InputError where it is a file */
async function filesInStore(store: string): Promise<string[]> {
  const found = await stat(store).catch(() => undefined);
  if (found === undefined) return [];
  if (!found.isDirectory()) throw new InputError(storeIsFile(store));
  return filesIn(store);
}

/** Why nothing in the folders would be read: no series is read from it, or what is there is shipped already. */
function unreadWords(known: readonly string[], calendarFiles: readonly string[]): string {
  if (known.length === 0)
    return "holds no file that a series of the catalog is read from; their names stand in the catalog";
  const remedy =
    calendarFiles.length === 0
      ? "--frequency daily reads it"
      : `add ${listed(calendarFiles)} for a daily run`;
  return `none of its files is read: a monthly run reads only what is not shipped; ${remedy}`;
}

/** Names of the files that the columns of a catalog may be read from in given folders. */
function filesRead(catalog: Catalog, frequency: "monthly" | "daily"): ReadonlySet<string> {
  return new Set(
    Object.values(catalog.series).flatMap((entry) =>
      entry.by === "column" &&
      entry.daily !== undefined &&
      (frequency === "daily" || entry.monthly === undefined)
        ? [entry.daily.file]
        : [],
    ),
  );
}

/** The daily files that a series is read from, or what it is derived from. */
function dailyFilesBehind(catalog: Catalog, id: string, seen = new Set<string>()): string[] {
  const entry = Object.hasOwn(catalog.series, id) ? catalog.series[id] : undefined;
  if (entry === undefined || seen.has(id)) return [];
  if (entry.by === "column") return entry.daily === undefined ? [] : [entry.daily.file];
  const on = new Set([...seen, id]);
  return inputsOf(entry).flatMap((input) => dailyFilesBehind(catalog, input, on));
}
