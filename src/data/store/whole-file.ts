import { createHash, randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Names of files that are being written: `.SPX.csv.<random>.tmp`. */
export const UNFINISHED = /^\..*\.[0-9a-f]{12}\.tmp$/;

/** A file that is written and on the disk, under a name of its own until it is put in place. */
export interface Written {
  /** SHA-256 of what was written. */
  readonly sha256: string;
  /** Puts it in place, at once and whole; what had its name is gone. */
  place(): Promise<void>;
  /** Gives it up. */
  drop(): Promise<void>;
}

/** Writes a file beside its place, so that the rename into it is one step of the file system. */
export async function written(path: string, pieces: Iterable<string>): Promise<Written> {
  const part = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  const hash = createHash("sha256");
  const drop = () => rm(part, { force: true });
  try {
    const file = await open(part, "wx", 0o644);
    try {
      for (const piece of pieces) {
        hash.update(piece);
        await file.writeFile(piece);
      }
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await drop();
    throw error;
  }
  return {
    sha256: hash.digest("hex"),
    place: async () => {
      await rename(part, path);
      await syncFolder(dirname(path));
    },
    drop,
  };
}

/** Brings the names in a folder to the disk, where the system can. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    // Windows and some network file systems know no such thing; the rename holds without it.
    if (!(error instanceof Error && "code" in error)) throw error;
  }
}
