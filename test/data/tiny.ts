import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A new folder with files of the given names and texts. */
export async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "assay-data-"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

/** The folder as a catalog names it. */
export function urlOf(folder: string): URL {
  return pathToFileURL(`${folder}/`);
}

/** What every column of a tiny catalog has in common. */
export const plain = {
  title: "a",
  unit: "USD",
  kind: "price",
  origin: "a test",
  terms: "free",
} as const;
