import { createHash, randomBytes } from "node:crypto";
import type { BigIntStats } from "node:fs";
import { lstat, mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { InputError } from "../../input/input-error.ts";
import { readTable, type Table } from "../../series/csv.ts";
import { type CachedColumns, decoded, encoded, type Stamp, tableIn } from "./column-cache.ts";
import { cachePath, refuseLinkOut } from "./file-name.ts";

/** How long after a change a file may change again and keep its times: what the coarsest file systems count in. */
const COARSEST_NS = 2_000_000_000n;

/**
 * Reads a CSV file of a store through the binary columns beside it. They are taken where the file is as
 * it was when they were written, which its size, times and number on the disk tell; where those cannot
 * tell, its SHA-256 does. Columns that are missing, damaged, foreign or of another state of the file are
 * passed over and written anew; that they cannot be written is no failure.
 * @throws InputError with all faults of the file together, or for a link out of the store
 */
export async function readSeries(
  path: string,
  place: string = path,
  dayColumns: readonly string[] = [],
): Promise<Table> {
  await refuseLinkOut(path);
  const cache = cachePath(path, basename(path));
  const [found, state] = await Promise.all([cached(cache), stateOf(path)]);
  const usable =
    found !== undefined && same(found.columns.dayColumns, dayColumns) ? found : undefined;
  if (usable !== undefined && isCertain(usable, state)) return tableIn(usable.columns, place);
  const { bytes, stamp } = await contentOf(path);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (usable?.columns.sha256 === sha256) {
    if (stamp !== undefined) await remember(cache, { ...usable.columns, stamp });
    return tableIn(usable.columns, place);
  }
  const table = readTable(bytes.toString("utf8"), place, dayColumns);
  const names = [...table.columns.keys()];
  const columns = [...table.columns.values()];
  if (stamp !== undefined)
    await remember(cache, { stamp, sha256, dayColumns: [...dayColumns], names, columns });
  return table;
}

interface Found {
  readonly columns: CachedColumns;
  /** When the columns were written, by the clock of their file system. */
  readonly at: bigint;
}

async function cached(path: string): Promise<Found | undefined> {
  try {
    const [folder, state] = await Promise.all([
      lstat(dirname(path)),
      lstat(path, { bigint: true }),
    ]);
    if (!folder.isDirectory() || !state.isFile()) return undefined;
    const columns = decoded(await readFile(path));
    return columns === undefined ? undefined : { columns, at: state.mtimeNs };
  } catch (error) {
    return passedOver(error);
  }
}

/**
 * Whether the file is for certain the one that the columns were read from: the same in all that the file
 * system tells of it, and not changed so shortly before they were written that it could have changed
 * once more within one tick of its clock.
 */
function isCertain({ columns, at }: Found, state: BigIntStats): boolean {
  const { size, modified, changed, inode } = stampOf(state);
  const { stamp } = columns;
  return (
    stamp.size === size &&
    stamp.modified === modified &&
    stamp.changed === changed &&
    stamp.inode === inode &&
    at - state.mtimeNs > COARSEST_NS &&
    at - state.ctimeNs > COARSEST_NS
  );
}

function stampOf({ size, mtimeNs, ctimeNs, ino }: BigIntStats): Stamp {
  return {
    size: String(size),
    modified: String(mtimeNs),
    changed: String(ctimeNs),
    inode: String(ino),
  };
}

/** A file's bytes, and its stamp where it stayed the same while they were read. */
async function contentOf(path: string): Promise<{ bytes: Buffer; stamp: Stamp | undefined }> {
  try {
    const file = await open(path, "r");
    try {
      const before = stampOf(await file.stat({ bigint: true }));
      const bytes = await file.readFile();
      const after = stampOf(await file.stat({ bigint: true }));
      const stayed = JSON.stringify(before) === JSON.stringify(after);
      return { bytes, stamp: stayed ? before : undefined };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function stateOf(path: string): Promise<BigIntStats> {
  try {
    return await stat(path, { bigint: true });
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** A file that cannot be read is the user's to mend. */
export function unreadable(path: string, error: unknown): unknown {
  if (!(error instanceof Error && "code" in error)) return error;
  return new InputError(
    `${path}: cannot be read (${String(error.code)}); check the file and its permissions`,
  );
}

/** Writes columns for the next reader, if they can be written. */
async function remember(path: string, columns: CachedColumns): Promise<void> {
  const part = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    if (!(await lstat(dirname(path))).isDirectory()) return;
    await writeFile(part, encoded(columns), { flag: "wx" });
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true }).catch(passedOver);
    passedOver(error);
  }
}

/** Nothing, for a failure of the file system; a bug stays one. */
function passedOver(error: unknown): undefined {
  if (!(error instanceof Error && "code" in error)) throw error;
  return undefined;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, at) => name === b[at]);
}
