import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkFileName, provenanceName, refuseLinkOut } from "./file-name.ts";

/** Where the figures of a file in the store come from, and what they were when they came. */
export interface Provenance {
  readonly schema: 1;
  /** Name of the file, `SPX.csv`. */
  readonly file: string;
  /** Id of the provider; "import" for what a person brought. */
  readonly provider: string;
  /** Where they were fetched, or the path they were read from; never with a key in it. */
  readonly address: string;
  /** When, as ISO time in UTC. */
  readonly retrieved: string;
  readonly terms: string;
  /** SHA-256 of the file as it was written. */
  readonly sha256: string;
  readonly rows: number;
  /** First and last day, `YYYY-MM-DD`; null where there are no rows. */
  readonly first: string | null;
  readonly last: string | null;
  readonly columns: readonly string[];
  /** What the server said of its version, for a request that asks only for what is new. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** What a person should know of this download: rows left out, history that changed. */
  readonly notes: readonly string[];
  /** The files that this one replaced, latest first. */
  readonly versions?: readonly Version[];
}

/** A file that was replaced. */
export interface Version {
  readonly sha256: string;
  readonly retrieved: string | null;
  readonly last: string | null;
}

/** The provenance as its file has it. */
export function provenanceText(provenance: Provenance): string {
  return `${JSON.stringify(provenance, null, 2)}\n`;
}

/** The provenance of a file in a store; undefined where none is beside it, or what is there is none. */
export async function provenanceOf(
  directory: string,
  file: string,
): Promise<Provenance | undefined> {
  const path = join(directory, provenanceName(checkFileName(file)));
  await refuseLinkOut(path);
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return "";
    throw error;
  });
  return readProvenance(text, file);
}

/** Names of the files of series in a folder that have no provenance that can be read. */
export async function filesWithout(directory: string): Promise<string[]> {
  const files = (await readdir(directory).catch(nothingThere)).filter(isSeries).sort();
  const told = await Promise.all(files.map((file) => provenanceOf(directory, file)));
  return files.filter((_, at) => told[at] === undefined);
}

/** The provenances in a store, by file name. */
export async function listStore(directory: string): Promise<Provenance[]> {
  const names = new Set(await readdir(directory).catch(nothingThere));
  const files = [...names].filter((name) => isSeries(name) && names.has(provenanceName(name)));
  const all = await Promise.all(files.sort().map((file) => provenanceOf(directory, file)));
  return all.filter((one) => one !== undefined);
}

/** Whether a folder is a store, by the names of its files: one of them has its provenance beside it. */
export async function isStore(directory: string, files: readonly string[]): Promise<boolean> {
  const names = new Set(files);
  for (const file of files)
    if (isSeries(file) && names.has(provenanceName(file)))
      if ((await provenanceOf(directory, file)) !== undefined) return true;
  return false;
}

function isSeries(name: string): boolean {
  try {
    return checkFileName(name) === name;
  } catch {
    return false;
  }
}

function nothingThere(error: NodeJS.ErrnoException): string[] {
  if (error.code === "ENOENT") return [];
  throw error;
}

const TEXTS = ["provider", "address", "retrieved", "terms", "sha256"] as const;

function readProvenance(text: string, file: string): Provenance | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const found = value as Readonly<Record<string, unknown>>;
  const isOurs =
    found.schema === 1 &&
    found.file === file &&
    TEXTS.every((key) => typeof found[key] === "string") &&
    areTexts(found.columns) &&
    areTexts(found.notes) &&
    typeof found.rows === "number" &&
    [found.first, found.last].every((day) => day === null || typeof day === "string") &&
    [found.etag, found.lastModified].every((one) => one === undefined || typeof one === "string") &&
    (found.versions === undefined || isVersions(found.versions));
  return isOurs ? (value as Provenance) : undefined;
}

function areTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function isVersions(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((one: unknown) => typeof one === "object" && one !== null && "sha256" in one)
  );
}
