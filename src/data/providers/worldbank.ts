import { dayIn } from "./day-in.ts";
import { figuresOf, type Row } from "./figures-of.ts";
import type { Provider } from "./provider.ts";
import { ProviderFault } from "./provider-fault.ts";
import { type Cell, sheetRows } from "./workbook.ts";

const BASE = "https://thedocs.worldbank.org";
const PATH =
  "/en/doc/5d903e848db1d1b83e0ec8f744e55570-0350012021/related/CMO-Historical-Data-Monthly.xlsx";
const SHEET = "Monthly Prices";
const MONTH = /^(?<year>\d{4})M(?<month>\d{2})$/;
/** How the sheet writes that there is no figure. */
const MISSING = new Set(["", "…", "..", "...", "n/a"]);

/**
 * World Bank commodity prices (Pink Sheet): monthly averages in one workbook for all of them. A symbol is
 * the heading of a column, whatever its footnote signs.
 */
export const worldbank: Provider = {
  id: "worldbank",
  title: "World Bank commodity price data (Pink Sheet)",
  home: "https://www.worldbank.org/en/research/commodity-markets",
  terms: "CC BY 4.0: free with attribution to the World Bank.",
  base: BASE,
  pace: { requests: 1, seconds: 2 },
  shared: true,
  requests: () => [{ address: `${BASE}${PATH}`, format: "workbook" }],
  read: async ([body], { symbol }) => {
    const rows = await sheetRows(body!.bytes, SHEET);
    const first = rows.findIndex((row) => MONTH.test(textOf(row[0])));
    if (first < 0) throw new ProviderFault("header", `sheet "${SHEET}" has no months like 1960M01`);
    const column = columnOf(rows.slice(0, first), symbol);
    return figuresOf(
      ["value"],
      rows.slice(first).flatMap((row) => monthIn(row, column)),
    );
  },
};

function monthIn(row: readonly Cell[], column: number): Row[] {
  const month = textOf(row[0]);
  if (!MONTH.test(month)) return [];
  const cell = row[column];
  if (MISSING.has(textOf(cell))) return [];
  if (typeof cell !== "number")
    throw new ProviderFault("value", `${month}: "${textOf(cell)}" is no number`);
  return [{ day: dayIn(month, MONTH, month), values: [cell] }];
}

/** The column whose heading says the name. @throws ProviderFault where none or several do */
function columnOf(headings: readonly (readonly Cell[])[], symbol: string): number {
  const wanted = plainly(symbol);
  for (const row of headings) {
    const found = row.flatMap((cell, at) => (plainly(textOf(cell)) === wanted ? [at] : []));
    if (found.length === 1) return found[0]!;
  }
  throw new ProviderFault("header", `sheet "${SHEET}" has no single column "${symbol}"`);
}

const textOf = (cell: Cell) => (cell === null || cell === undefined ? "" : String(cell).trim());
const plainly = (text: string) => text.toLowerCase().replace(/[^a-z0-9,]/g, "");
