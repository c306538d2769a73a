import { lstat, realpath, stat } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { InputError } from "../../input/input-error.ts";

const SERIES_FILE = /^[A-Z0-9_][A-Z0-9_.-]{0,100}\.csv$/;
/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(?:CON|PRN|AUX|NUL|COM\d|LPT\d)\./;

/**
 * The name of a series' file: capitals, digits, `_`, `-` and points, then `.csv`; never a path.
 * @throws InputError for any other name
 */
export function checkFileName(file: string): string {
  if (!SERIES_FILE.test(file) || DEVICE.test(file))
    throw new InputError(
      `store: "${file}" cannot name a file of the store; write capitals, digits, "_", "-" or "." and then .csv`,
    );
  return file;
}

/** The file beside a series' file that tells its provenance: `SPX.csv` has `SPX.json`. */
export function provenanceName(file: string): string {
  return file.replace(/\.csv$/, ".json");
}

/** The binary columns of a file, in a folder of their own beside it. */
export function cachePath(path: string, file: string): string {
  return join(dirname(path), CACHE_FOLDER, file.replace(/\.csv$/, ".bin"));
}

export const CACHE_FOLDER = ".cache";

/**
 * Refuses what a store cannot have for a file: a folder, a pipe, or a symbolic link to a place outside the
 * store. One that does not exist is none of these.
 * @throws InputError naming it
 */
export async function refuseLinkOut(path: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined || found.isFile()) return;
  if (!found.isSymbolicLink())
    throw new InputError(`${path}: is not a file; move it out of the store`);
  const [store, target] = await Promise.all([
    realpath(dirname(path)),
    realpath(path).catch(() => ""),
  ]);
  if (!target.startsWith(store + sep) || !(await stat(path)).isFile())
    throw new InputError(
      `${path}: is a link that leads out of its folder; put the file itself there, or remove the link`,
    );
}
