import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Figures, Origin } from "../../../src/data/store/store.ts";

/** A new folder, gone when the test is over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "assay-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const origin: Origin = {
  provider: "import",
  address: "made up",
  retrieved: "2030-01-01T00:00:00Z",
  terms: "free",
  notes: [],
};

/** Figures from day 0 (1970-01-01) on, a value a day. */
export function figuresOf(
  columns: Readonly<Record<string, readonly number[]>>,
  firstDay = 0,
): Figures {
  const [values = []] = Object.values(columns);
  return {
    days: values.map((_, row) => firstDay + row),
    columns: new Map(Object.entries(columns)),
  };
}

/** Whether two numbers are the same to the bit; any NaN is one value, "not known". */
export function sameBits(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  return a.length === b.length && Array.from(a).every((value, row) => Object.is(value, b[row]));
}
