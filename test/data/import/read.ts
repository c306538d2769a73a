import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Reading } from "../../../src/data/import/delimited.ts";
import { readTableFile } from "../../../src/data/import/read-file.ts";
import type { Target } from "../../../src/data/import/target.ts";
import { InputError } from "../../../src/input/input-error.ts";
import { formatDay } from "../../../src/series/day.ts";

/** A price of one's own. */
export const own: Target = { file: "OWN.csv", columns: [], totals: [] };

/** A new folder that is gone when the test is over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "assay-import-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Came {
  /** A line for each row: the day, then the values. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly notes: readonly string[];
}

/** What comes of a file with this content. */
export async function come(
  content: string | Uint8Array,
  { name = "x.csv", target = own, ...reading }: Reading & { name?: string; target?: Target } = {},
): Promise<Came> {
  const path = join(newFolder(), name);
  writeFileSync(path, content);
  const { figures, notes } = await readTableFile(path, target, reading);
  const columns = [...figures.columns.values()];
  const rows = Array.from(figures.days as Float64Array, (day, row) =>
    [formatDay(day), ...columns.map((column) => String(column[row]))].join(" "),
  );
  return { rows, columns: [...figures.columns.keys()], notes };
}

/** What is told of a file that is refused, its folder left out. */
export async function refused(
  content: string | Uint8Array,
  options: Parameters<typeof come>[1] = {},
): Promise<string> {
  try {
    const { rows } = await come(content, options);
    return `was read: ${rows.join("; ")}`;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.message.replace(/\S*assay-import-[^/]*\//g, "");
  }
}
