import type { Body } from "./provider.ts";
import { ProviderFault } from "./provider-fault.ts";

/** The cells of a CSV answer below its header, by the names in it. */
export interface Cells {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The cell of a row under a name; blank where the row is shorter. */
  cell(row: readonly string[], name: string): string;
  /** What was done about a last line that may be cut. */
  readonly notes: readonly string[];
}

/**
 * Reads a CSV answer whose header has the names given. An unended last line is cut where it is short;
 * in an answer that did not say its length it may be cut anywhere, and is left out.
 * @throws ProviderFault `header`, `cut` or `empty`
 */
export function csvCells(body: Body, needed: readonly string[]): Cells {
  const lines = body.text.split(/\r?\n/);
  const isEnded = lines.at(-1) === "";
  while (lines.length > 0 && lines.at(-1)!.trim() === "") lines.pop();
  const names = cellsOf(lines[0] ?? "");
  const missing = needed.filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new ProviderFault(
      "header",
      `the header has no ${missing.map((name) => `"${name}"`).join(", ")}: it begins "${beginning(lines[0])}"`,
    );
  const rows = lines.slice(1).map(cellsOf);
  if (rows.length === 0) throw new ProviderFault("empty", "the answer is a header without rows");
  const short = rows.findIndex((row) => row.length < names.length);
  if (short >= 0)
    throw new ProviderFault(
      short === rows.length - 1 && !isEnded ? "cut" : "value",
      `line ${short + 2} has ${rows[short]!.length} of ${names.length} cells: "${beginning(lines[short + 1])}"`,
    );
  const isUnsure = !isEnded && !body.delimited && rows.length > 1;
  return {
    names,
    rows: isUnsure ? rows.slice(0, -1) : rows,
    cell: (row, name) => row[names.indexOf(name)] ?? "",
    notes: isUnsure ? ["the last line may be cut and is left out until the next pull"] : [],
  };
}

/** The cells of one line, quotes taken off. */
function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(",").map((cell) => cell.trim());
  const cells: string[] = [];
  for (const match of line.matchAll(/(?:^|,)\s*(?:"((?:[^"]|"")*)"|([^,]*))/g))
    cells.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? "").trim());
  return cells;
}

/** So much of a text as shows what it is. */
export function beginning(text = ""): string {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length <= 60 ? plain : `${plain.slice(0, 60)}…`;
}

export const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The number in a cell, NaN for one of the signs of a missing value. @throws ProviderFault for others */
export function numberIn(cell: string, place: string, missing: readonly string[] = [""]): number {
  if (missing.includes(cell)) return Number.NaN;
  const number = DECIMAL.test(cell) ? Number(cell) : Number.NaN;
  if (!Number.isFinite(number))
    throw new ProviderFault("value", `${place}: "${beginning(cell)}" is no number`);
  return number;
}
