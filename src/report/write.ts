import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { InputError } from "../input/input-error.ts";
import type { Findings } from "../study/findings.ts";
import { csvFiles } from "./csv.ts";
import { renderFindingsJson } from "./findings-json.ts";
import { renderReport } from "./page.ts";

export { renderFindingsJson, renderReport };

/** The names in a directory, or undefined where there is none. */
async function namesIn(directory: string): Promise<readonly string[] | undefined> {
  try {
    return await readdir(directory);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    if (code === "ENOTDIR")
      throw new InputError(`${directory}: is a file; name a folder for the report`);
    throw error;
  }
}

/** The names in the folder of a report, or undefined where there is none; another folder is refused. */
async function reportIn(directory: string): Promise<readonly string[] | undefined> {
  const names = await namesIn(directory);
  if (names !== undefined && names.length > 0 && !names.includes("findings.json"))
    throw new InputError(
      `${directory}: holds ${names.length} ${names.length === 1 ? "file" : "files"} and no findings.json, so it is not a report to be replaced; name an empty or a new folder`,
    );
  return names;
}

/** What a person put beside the report: kept when the report is replaced. */
async function keepForeign(names: readonly string[], from: string, to: string): Promise<void> {
  const foreign = names.filter((name) => !/\.(?:html|json|csv)$/.test(name));
  for (const name of foreign) await cp(join(from, name), join(to, name), { recursive: true });
}

/** Puts the finished folder in the place of the old one; when that fails the old one is put back. */
async function putInPlace(fresh: string, target: string, workshop: string): Promise<void> {
  const names = await reportIn(target);
  if (names === undefined) return rename(fresh, target);
  await keepForeign(names, target, fresh);
  const old = join(workshop, "old");
  await rename(target, old);
  try {
    await rename(fresh, target);
  } catch (error) {
    await rename(old, target);
    throw error;
  }
}

/**
 * Writes the page, `findings.json` and the tables into a folder, whole or not at all: everything is
 * written beside it first and then put in its place, so that a failed run leaves the previous report
 * as it was. Gives the paths written, the page first.
 * @throws InputError where the folder holds something that is not a report.
 */
export async function writeReport(findings: Findings, directory: string): Promise<string[]> {
  const target = resolve(directory);
  await reportIn(target);
  const files: Readonly<Record<string, string>> = {
    "index.html": await renderReport(findings),
    "findings.json": renderFindingsJson(findings),
    ...csvFiles(findings),
  };
  await mkdir(dirname(target), { recursive: true });
  const workshop = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  const fresh = join(workshop, "new");
  try {
    await mkdir(fresh);
    for (const [name, text] of Object.entries(files)) await writeFile(join(fresh, name), text);
    await putInPlace(fresh, target, workshop);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
  return Object.keys(files).map((name) => join(directory, name));
}
