import { dayOf } from "../../series/day.ts";
import { figuresOf, type Row } from "./figures-of.ts";
import type { Provider } from "./provider.ts";
import { ProviderFault } from "./provider-fault.ts";
import { type Cell, sheetRows } from "./workbook.ts";

const SHEET = "Data";
/** The months of a return: dividends of the file are annualised. */
const MONTHS = 12;

/**
 * Robert J. Shiller's workbook of US shares since 1871, which the user gives: its address changes. A
 * symbol is the heading of a column (`P`, `D`, `CAPE`), or `TR` for the return with dividends,
 * `TR(t) = TR(t-1) (P(t) + D(t) / 12) / P(t-1)`, 1 in the first month.
 */
export const shiller: Provider = {
  id: "shiller",
  title: "Robert J. Shiller, online data",
  home: "https://shillerdata.com",
  terms: "Free with attribution to Robert J. Shiller.",
  base: "",
  pace: { requests: 1, seconds: 1 },
  requests: () => [],
  read: async ([body], { symbol }) => {
    const rows = await sheetRows(body!.bytes, SHEET);
    const head = rows.findIndex((row) => textOf(row[0]) === "Date");
    if (head < 0) throw new ProviderFault("header", `sheet "${SHEET}" has no heading "Date"`);
    const headings = rows[head]!.map(textOf);
    const valuesOf = (name: string) => {
      const column = headings.indexOf(name);
      if (column < 0) throw new ProviderFault("header", `sheet "${SHEET}" has no column "${name}"`);
      return rows.slice(head + 1).flatMap((row) => monthIn(row, column));
    };
    return figuresOf(
      ["value"],
      symbol === "TR" ? returns(valuesOf("P"), valuesOf("D")) : valuesOf(symbol),
    );
  },
};

/** Months are numbers such as 1871.01; October, 1871.1, has lost its last digit. */
function monthIn(row: readonly Cell[], column: number): Row[] {
  const [date, value] = [row[0], row[column]];
  if (typeof date !== "number" || typeof value !== "number") return [];
  const month = Math.round((date % 1) * 100);
  if (month < 1 || month > 12)
    throw new ProviderFault(
      "value",
      `"${date}" is no month; October is written ${Math.floor(date)}.1`,
    );
  return [{ day: dayOf(Math.floor(date), month, 1), values: [value] }];
}

function returns(prices: readonly Row[], dividends: readonly Row[]): Row[] {
  const dividendOf = new Map(dividends.map(({ day, values }) => [day, values[0]!]));
  const rows: Row[] = [];
  for (let month = 0; month < prices.length; month += 1) {
    const { day, values } = prices[month]!;
    const dividend = dividendOf.get(day);
    if (dividend === undefined) break;
    const before = prices[month - 1]?.values[0];
    const level =
      before === undefined
        ? 1
        : (rows.at(-1)!.values[0]! * (values[0]! + dividend / MONTHS)) / before;
    rows.push({ day, values: [level] });
  }
  return rows;
}

const textOf = (cell: Cell) => (cell === null || cell === undefined ? "" : String(cell).trim());
