import { open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Findings } from "../study/findings.ts";
import { INDEX_MARK, type ListedRun, renderIndex } from "./index-page.ts";
import { type Summary, summaryOf } from "./summary.ts";

/** What stands as index.html in a folder: nothing, a list of reports of ours, or another page. */
export type Standing = "none" | "ours" | "foreign";

const NAME = "index.html";

/** Characters at the head of a page among which our mark stands. */
const HEAD = 256;

/** Whose index.html stands in a folder. */
export async function indexIn(folder: string): Promise<Standing> {
  let file: Awaited<ReturnType<typeof open>>;
  try {
    file = await open(join(folder, NAME));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "none";
    throw error;
  }
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.toString("utf8", 0, bytesRead).includes(INDEX_MARK) ? "ours" : "foreign";
  } finally {
    await file.close();
  }
}

/**
 * Writes the list of all reports in a folder as its index.html, whole or not at all, unless another page
 * stands there. Gives its path, or undefined where it was left.
 */
export async function writeIndex(folder: string): Promise<string | undefined> {
  if ((await indexIn(folder)) === "foreign") return undefined;
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort();
  const runs: ListedRun[] = [];
  const unread: string[] = [];
  for (const name of folders) {
    const summary = await summaryIn(join(folder, name));
    if (summary === "unread") unread.push(name);
    else if (summary !== undefined) runs.push({ folder: name, summary });
  }
  const path = join(folder, NAME);
  const part = join(folder, `.${NAME}.${process.pid}`);
  try {
    await writeFile(part, renderIndex(runs, unread));
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
  return path;
}

/** The summary of a report: the one beside its findings, or else made from them; undefined for a folder that is none. */
async function summaryIn(folder: string): Promise<Summary | "unread" | undefined> {
  const findings = join(folder, "findings.json");
  const size = await stat(findings).then(
    (found) => found.size,
    () => undefined,
  );
  if (size === undefined) return undefined;
  return (await writtenSummary(folder, size)) ?? (await summaryFrom(findings, size));
}

async function writtenSummary(folder: string, size: number): Promise<Summary | undefined> {
  try {
    const summary = JSON.parse(await readFile(join(folder, "summary.json"), "utf8")) as Summary;
    return summary.schema === 1 && summary.findingsBytes === size ? summary : undefined;
  } catch {
    // None, or a broken one: the findings say it too.
    return undefined;
  }
}

async function summaryFrom(path: string, size: number): Promise<Summary | "unread" | undefined> {
  try {
    const findings = JSON.parse(await readFile(path, "utf8")) as Findings;
    if (typeof findings.schema !== "number") return undefined;
    return findings.schema === 1 ? summaryOf(findings, size) : "unread";
  } catch {
    return "unread";
  }
}
