import { mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { InputError } from "../input/input-error.ts";
import type { Findings } from "../study/findings.ts";
import { brokenAt, type RegistryEntry, type RunIdentity, registered } from "../study/registry.ts";

/**
 * The findings with what the registry says of them, after the run was added to its file. The file is
 * written whole and put in place, under a lock that keeps a second run out.
 * @throws InputError for a file whose chain is broken: nothing is added to it
 */
export async function addToRegistry(
  path: string,
  findings: Findings,
  identity: RunIdentity,
): Promise<Findings> {
  await mkdir(dirname(path), { recursive: true });
  const lock = `${path}.lock`;
  await locked(path, lock);
  try {
    const before = await entriesIn(path);
    const { entries, finding } = registered(before, findings, identity);
    if (entries.length > before.length) {
      const fresh = `${path}.new`;
      await writeFile(fresh, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
      await rename(fresh, path);
    }
    return { ...findings, registry: finding };
  } finally {
    await rm(lock, { force: true });
  }
}

async function locked(path: string, lock: string): Promise<void> {
  try {
    await (await open(lock, "wx")).close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new InputError(
      `${path}: another run is being registered; run again when it is done, or remove ${lock} if none is`,
    );
  }
}

async function entriesIn(path: string): Promise<readonly RegistryEntry[]> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const lines = text.split("\n").filter((line) => line !== "");
  const entries = lines.map((line, at) => entryIn(line, `${path}: line ${at + 1}`));
  const broken = brokenAt(entries);
  if (broken !== null)
    throw new InputError(
      `${path}: ${broken}; put the file back as it was, or begin a new one under another name`,
    );
  return entries;
}

function entryIn(line: string, place: string): RegistryEntry {
  try {
    return JSON.parse(line) as RegistryEntry;
  } catch {
    throw new InputError(`${place} is no entry of a registry; put the file back as it was`);
  }
}
