import { lstat, mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../../input/input-error.ts";
import { unwritable } from "../../input/unwritable.ts";
import { formatDay } from "../../series/day.ts";
import { listed } from "../../series/format.ts";
import { storeIsFile } from "./directory.ts";
import { csvOf, type Figures } from "./figures.ts";
import { CACHE_FOLDER, checkFileName, provenanceName, refuseLinkOut } from "./file-name.ts";
import { hashOfFile } from "./hash-of-file.ts";
import { locked, UNTAKEN } from "./lock.ts";
import { type Provenance, provenanceOf, provenanceText, type Version } from "./provenance.ts";
import { writeSources } from "./sources.ts";
import { UNFINISHED, written } from "./whole-file.ts";

/** What is told of figures that are put into the store; the rest follows from them. */
export type Origin = Omit<
  Provenance,
  "sha256" | "rows" | "first" | "last" | "columns" | "schema" | "file" | "versions"
>;

/** What putting figures into the store did. */
export interface Put {
  /** False where the store had the same figures already. */
  readonly changed: boolean;
  readonly before?: Provenance;
  readonly after: Provenance;
}

const MOST_VERSIONS = 20;

/**
 * Puts the figures of one file into a store, whole or not at all: the old file stands until the new one
 * is on the disk and takes its name in one step. Its provenance follows in a second step; between the two
 * the SHA-256 in it is that of the old file, by which a reader knows.
 * @throws InputError for figures or names that the store cannot hold, and where it cannot be written
 */
export async function putSeries(
  directory: string,
  file: string,
  figures: Figures,
  origin: Origin,
): Promise<Put> {
  return writing(directory, file, () => put(directory, file, figures, origin));
}

/**
 * Puts figures that were made out of those stored, if these are still there: another process may have
 * written since. @param expected SHA-256 of the file that they were made with; undefined for none
 * @returns undefined where the file is another by now, and nothing was written
 */
export async function putUnlessMoved(
  directory: string,
  file: string,
  figures: Figures,
  origin: Origin,
  expected: string | undefined,
): Promise<Put | undefined> {
  return writing(directory, file, async () => {
    if ((await hashOfFile(join(directory, file))) !== expected) return undefined;
    return put(directory, file, figures, origin);
  });
}

async function writing<T>(directory: string, file: string, work: () => Promise<T>): Promise<T> {
  checkFileName(file);
  await openForWriting(directory);
  try {
    return await locked(directory, async () => {
      await dropUnfinished(directory);
      return await work();
    });
  } catch (error) {
    throw unwritable(`store ${directory}`, error);
  }
}

async function put(
  directory: string,
  file: string,
  figures: Figures,
  origin: Origin,
): Promise<Put> {
  const path = join(directory, file);
  const beside = join(directory, provenanceName(file));
  await Promise.all([path, beside].map(refuseLinkOut));
  const before = await provenanceOf(directory, file);
  if (before !== undefined) refuseOther(directory, before, figures);
  const was = await hashOfFile(path);
  const csv = await written(path, csvOf(file, figures));
  const changed = csv.sha256 !== was;
  const after: Provenance = {
    schema: 1,
    file,
    ...origin,
    sha256: csv.sha256,
    rows: figures.days.length,
    first: dayAt(figures, 0),
    last: dayAt(figures, figures.days.length - 1),
    columns: [...figures.columns.keys()],
    ...versionsOf(before, was, changed),
  };
  if (changed) await csv.place();
  else await csv.drop();
  await (await written(beside, [provenanceText(after)])).place();
  await writeSources(directory);
  return { changed, ...(before === undefined ? {} : { before }), after };
}

/** @throws InputError where the new figures have no column of the old ones: they are another thing of the same name */
function refuseOther(directory: string, { file, columns }: Provenance, figures: Figures): void {
  if (columns.some((name) => figures.columns.has(name))) return;
  throw new InputError(
    `${file}: the store has ${listed(columns)} under this name, and the new figures are ` +
      `${listed([...figures.columns.keys()])}, so they are not the same thing; ` +
      `give them another name, or remove ${join(directory, file)} and ${provenanceName(file)} first`,
  );
}

function versionsOf(
  before: Provenance | undefined,
  was: string | undefined,
  changed: boolean,
): { versions?: readonly Version[] } {
  const earlier = before?.versions ?? [];
  if (!changed || was === undefined) return earlier.length === 0 ? {} : { versions: earlier };
  const told = before?.sha256 === was ? before : undefined;
  const replaced = { sha256: was, retrieved: told?.retrieved ?? null, last: told?.last ?? null };
  return { versions: [replaced, ...earlier].slice(0, MOST_VERSIONS) };
}

function dayAt({ days }: Figures, row: number): string {
  return formatDay(days[row]!);
}

/** Makes the folder of a store where there is none. @throws InputError where that cannot be */
export async function openForWriting(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    const found = await stat(directory).catch(() => undefined);
    if (found !== undefined && !found.isDirectory()) throw new InputError(storeIsFile(directory));
    throw unwritable(`store ${directory}`, error);
  }
}

/**
 * Removes what processes left that were killed: nobody else writes while the lock is held, and a reader
 * whose columns are removed before they are in place does without them. A folder of columns that is a
 * link is not followed: what lies behind it is not the store's.
 */
async function dropUnfinished(directory: string): Promise<void> {
  const cache = join(directory, CACHE_FOLDER);
  const [names, cached] = await Promise.all([readdir(directory), namesIn(cache)]);
  const left = [
    ...names.filter((name) => UNFINISHED.test(name) || UNTAKEN.test(name)),
    ...cached.filter((name) => name.endsWith(".tmp")).map((name) => join(CACHE_FOLDER, name)),
  ];
  await Promise.all(left.map((name) => rm(join(directory, name), { force: true })));
}

/** Names in a folder; none where it is missing, or a link. */
async function namesIn(folder: string): Promise<string[]> {
  const found = await lstat(folder).catch(() => undefined);
  return found?.isDirectory() === true ? readdir(folder).catch(() => []) : [];
}
