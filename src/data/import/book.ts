import { InputError } from "../../input/input-error.ts";
import { readOldWorkbook } from "./old-workbook.ts";
import { checkZip } from "./zip.ts";

/** The library that reads workbooks. */
export type Reader = typeof import("@e965/xlsx");
export type Book = ReturnType<Reader["read"]>;
export type Sheet = Book["Sheets"][string];
export type Cell = NonNullable<Sheet["!data"]>[number][number];

const ZIP = Buffer.from([0x50, 0x4b, 3, 4]);
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

const OPTIONS = {
  dense: true,
  cellNF: true,
  cellHTML: false,
  cellText: false,
  sheetStubs: false,
  bookVBA: false,
} as const;

/**
 * Opens a workbook (.xlsx, .xls) and gives it with its reader. Macros and links are left alone.
 * @throws InputError where it is none, is made to fill the memory, or the reader is not installed
 */
export async function openBook(
  place: string,
  bytes: Buffer,
): Promise<{ readonly reader: Reader; readonly book: Book }> {
  const isOld = bytes.subarray(0, COMPOUND.length).equals(COMPOUND);
  if (bytes.subarray(0, ZIP.length).equals(ZIP)) checkZip(place, bytes);
  else if (!isOld)
    throw new InputError(
      `${place}: is no workbook, whatever its name says; give it the ending of what it is, such as .csv`,
    );
  const reader = await installed(place);
  try {
    const book = isOld
      ? await readOldWorkbook<Book>(bytes, OPTIONS, "@e965/xlsx")
      : reader.read(bytes, { type: "buffer", ...OPTIONS });
    return { reader, book };
  } catch (error) {
    throw new InputError(
      `${place}: is not readable as a workbook (${messageOf(error)}); save it anew, or its sheet as CSV`,
    );
  }
}

async function installed(place: string): Promise<Reader> {
  try {
    return await import("@e965/xlsx");
  } catch {
    throw new InputError(
      `${place}: workbooks are read by a package that is not installed; npm i @e965/xlsx, or save the sheet as CSV`,
    );
  }
}

/** What an error of a library says, in one line; a mistake of its own over such a file says nothing to a person. */
export function messageOf(error: unknown): string {
  const isOwn = error instanceof TypeError || error instanceof RangeError;
  if (!(error instanceof Error) || isOwn || error.message.includes("undefined"))
    return "its parts do not fit together";
  return error.message.replace(/[\s\p{Cc}]+/gu, " ").slice(0, 80);
}

/** Rows with cells, each with its number from 0. */
export function rowsIn(
  sheet: Sheet | undefined,
): (readonly [number, readonly (Cell | undefined)[]])[] {
  const data = sheet?.["!data"] ?? [];
  const rows: (readonly [number, readonly (Cell | undefined)[]])[] = [];
  data.forEach((row, at) => {
    if (row?.some((cell) => cell !== undefined && cell !== null && cell.t !== "z"))
      rows.push([at, row]);
  });
  return rows;
}
