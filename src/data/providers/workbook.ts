import { openBook, rowsIn } from "../import/book.ts";
import { ProviderFault } from "./provider-fault.ts";

/** A cell of a workbook as its reader gives it. */
export type Cell = string | number | boolean | Date | null | undefined;

/**
 * The rows of a sheet that have cells, in their order; formulas by the values that they have.
 * @throws ProviderFault where there is no such sheet, InputError where no reader is installed
 */
export async function sheetRows(
  bytes: Uint8Array,
  sheet: string,
): Promise<readonly (readonly Cell[])[]> {
  const { book } = await openBook("the workbook", Buffer.from(bytes));
  const found = book.Sheets[sheet];
  if (found === undefined)
    throw new ProviderFault(
      "header",
      `the workbook has no sheet "${sheet}"; it has ${book.SheetNames.join(", ")}`,
    );
  return rowsIn(found).map(([, cells]) => Array.from(cells, (cell) => cell?.v ?? null));
}
