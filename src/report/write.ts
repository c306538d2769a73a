import { cp, mkdir, mkdtemp, open, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { InputError } from "../input/input-error.ts";
import type { Findings } from "../study/findings.ts";
import { csvFiles } from "./csv.ts";
import { renderFindingsJson } from "./findings-json.ts";
import { beginReport, type Rendering, renderReport } from "./page.ts";
import { summaryOf } from "./summary.ts";

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
  const ours = names?.includes("findings.json") === true && (await isFindings(directory));
  if (names !== undefined && names.length > 0 && !ours)
    throw new InputError(
      `${directory}: holds ${names.length} ${names.length === 1 ? "file" : "files"} and no findings.json of ours, so it is not a report to be replaced; name an empty or a new folder`,
    );
  return names;
}

/** Whether the findings.json of a folder begins as ours do. */
async function isFindings(directory: string): Promise<boolean> {
  const file = await open(join(directory, "findings.json"));
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return /^\s*\{\s*"schema":\s*\d/.test(buffer.toString("utf8", 0, bytesRead));
  } finally {
    await file.close();
  }
}

/** Tables whose names depend on the study: those of an earlier run go with the old report. */
const NAMED_BY_STUDY = /^(?:wealth|underwater|picture)-[\w-]+\.csv$/;

/** What a person put beside the report: kept when the report is replaced. */
async function keepForeign(
  names: readonly string[],
  written: ReadonlySet<string>,
  from: string,
  to: string,
): Promise<void> {
  const foreign = names.filter((name) => !written.has(name) && !NAMED_BY_STUDY.test(name));
  for (const name of foreign) await cp(join(from, name), join(to, name), { recursive: true });
}

/** Puts the finished folder in the place of the old one; when that fails the old one is put back. */
async function putInPlace(fresh: string, target: string, workshop: string): Promise<void> {
  const names = await reportIn(target);
  if (names === undefined) return rename(fresh, target);
  await keepForeign(names, new Set(await readdir(fresh)), target, fresh);
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
 * Writes the page, `findings.json`, its summary and the tables into a folder, whole or not at all: everything is
 * written beside it first and then put in its place, so that a failed run leaves the previous report
 * as it was. Gives the paths written, the page first.
 * @throws InputError where the folder holds something that is not a report.
 */
export async function writeReport(
  findings: Findings,
  directory: string,
  rendering: Rendering = {},
): Promise<string[]> {
  const target = resolve(directory);
  await reportIn(target);
  const page = await beginReport(findings, rendering);
  const json = renderFindingsJson(findings);
  const summary = summaryOf(findings, Buffer.byteLength(json));
  const beside = {
    "findings.json": json,
    "summary.json": `${JSON.stringify(summary)}\n`,
    ...csvFiles(findings),
  };
  const files: Readonly<Record<string, string>> = {
    "index.html": await page.finished(),
    ...beside,
  };
  await mkdir(dirname(target), { recursive: true });
  const workshop = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  const fresh = join(workshop, "new");
  try {
    await mkdir(fresh);
    for (const [name, text] of Object.entries(files)) await writeFile(join(fresh, name), text);
    await rendering.onStep?.(1, 1);
    await putInPlace(fresh, target, workshop);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
  return Object.keys(files).map((name) => join(directory, name));
}
