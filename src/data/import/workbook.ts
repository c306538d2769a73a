import { readFile, stat } from "node:fs/promises";
import { InputError } from "../../input/input-error.ts";
import { unknownName } from "../../input/nearest.ts";
import { type Book, type Cell, messageOf, openBook, type Reader, rowsIn } from "./book.ts";
import { dayOfSerial } from "./day-text.ts";
import { quoted } from "./tally.ts";
import type { TypedRow, TypedTable, Value } from "./typed.ts";

const MOST_BYTES = 64 << 20;

/** Days between the two calendars that workbooks count days in. */
const FROM_1904 = 1462;

/**
 * The rows of one sheet of a workbook (.xlsx, .xls): its only sheet with cells, or the one named.
 * Of a formula the value is taken that was saved with it. Macros and links are left alone.
 * @throws InputError where it is no workbook, is made to fill the memory, or the reader is not installed
 */
export async function readWorkbook(path: string, sheet?: string): Promise<TypedTable> {
  const { size } = await stat(path);
  if (size > MOST_BYTES)
    throw new InputError(`${path}: is larger than ${MOST_BYTES >> 20} MB; save its sheet as CSV`);
  const { reader, book } = await openBook(path, await readFile(path));
  try {
    return tableOf(path, reader, book, sheet);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      `${path}: is not readable as a workbook (${messageOf(error)}); save it anew, or its sheet as CSV`,
    );
  }
}

function tableOf(path: string, reader: Reader, book: Book, said: string | undefined): TypedTable {
  const filled = book.SheetNames.filter((name) => rowsIn(book.Sheets[name]).length > 0);
  if (said !== undefined && !book.SheetNames.includes(said))
    throw new InputError(`${path}: ${unknownName("sheet", said, book.SheetNames)}`);
  if (said === undefined && filled.length > 1)
    throw new InputError(
      `${path}: has ${filled.length} sheets (${filled.slice(0, 8).map(quoted).join(", ")}); say --sheet NAME`,
    );
  const name = said ?? filled[0];
  if (name === undefined) throw new InputError(`${path}: is empty; give a file with figures`);
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  let formulas = 0;
  const rows: TypedRow[] = [];
  for (const [at, cells] of rowsIn(book.Sheets[name])) {
    const values = Array.from(cells, (cell): Value => {
      if (cell?.f !== undefined) formulas += 1;
      return cell === undefined || cell === null ? null : cellValue(reader, cell, is1904);
    });
    rows.push({ line: at + 1, cells: values });
  }
  const count = rows.findIndex((row) => isHeader(row));
  const above = Math.max(0, count);
  return {
    rows: rows.slice(above),
    notes: [
      ...(above === 0 ? [] : [`${above} ${above === 1 ? "row" : "rows"} above the names left out`]),
      ...(formulas === 0
        ? []
        : [
            `${formulas} ${formulas === 1 ? "formula" : "formulas"}: the value saved with each is taken`,
          ]),
    ],
  };
}

/** True of a row of at least two texts and nothing else. */
function isHeader({ cells }: TypedRow): boolean {
  const filled = cells.filter((cell) => cell !== null && cell !== "");
  return filled.length > 1 && filled.every((cell) => typeof cell === "string");
}

function cellValue(reader: Reader, cell: Cell, is1904: boolean): Value {
  switch (cell.t) {
    case "n": {
      const value = Number(cell.v);
      if (!isDateFormat(reader, cell)) return value;
      const day = dayOfSerial(value + (is1904 ? FROM_1904 : 0));
      return day === undefined ? value : { day };
    }
    case "s":
      return String(cell.v).trim();
    case "b":
      return cell.v === true ? "TRUE" : "FALSE";
    case "e":
      return ERRORS[String(cell.v)] ?? "#ERROR!";
    case "d":
      return cell.v instanceof Date ? { day: Math.floor(cell.v.getTime() / 86_400_000) } : null;
    default:
      // A formula that was never computed has no value to take.
      return cell.f === undefined ? null : `=${cell.f}`;
  }
}

/** What stands in a cell with an error, by its number. */
const ERRORS: Readonly<Record<string, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

function isDateFormat(reader: Reader, { z }: Cell): boolean {
  return z !== undefined && reader.SSF.is_date(String(z)) === true;
}
