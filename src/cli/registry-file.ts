import { mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { InputError } from "../input/input-error.ts";
import type { Findings } from "../study/findings.ts";
import { brokenAt, type RegistryEntry, type RunIdentity, registered } from "../study/registry.ts";

/**
 * Adds a run to the registry's file when its report is written: `publish` gets the findings with what the
 * registry will say of them, and only when it has ended well is the entry put in place. The file is written
 * whole, under a lock that keeps a second run out.
 * @throws InputError for a file whose chain is broken: nothing is added to it, and nothing published
 */
export async function registering(
  path: string,
  findings: Findings,
  identity: RunIdentity,
  publish: (findings: Findings) => Promise<void>,
): Promise<Findings> {
  await mkdir(dirname(path), { recursive: true });
  const lock = `${path}.lock`;
  await locked(path, lock);
  try {
    const before = await entriesIn(path);
    const { entries, finding } = registered(before, findings, identity);
    const published = { ...findings, registry: finding };
    await publish(published);
    if (entries.length > before.length) {
      const fresh = `${path}.new`;
      await writeFile(fresh, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
      await rename(fresh, path);
    }
    return published;
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
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    value = null;
  }
  if (typeof value !== "object" || value === null || !("hash" in value))
    throw new InputError(`${place} is no entry of a registry; put the file back as it was`);
  return value as RegistryEntry;
}
