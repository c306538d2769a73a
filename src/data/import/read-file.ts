import { stat } from "node:fs/promises";
import { InputError } from "../../input/input-error.ts";
import { type OnBytes, type Reading, readDelimited } from "./delimited.ts";
import type { Target } from "./target.ts";
import type { Tidy } from "./tidy.ts";

/** Endings of files that are read. */
export const TABLES = /\.(csv|tsv|txt|xlsx|xlsm|xls|parquet)$/i;

/** Reads one file, by its ending, into tidy columns. @throws InputError with all that is wrong with it */
export async function readTableFile(
  path: string,
  target: Target,
  reading: Reading = {},
  onBytes: OnBytes = () => {},
): Promise<Tidy> {
  try {
    return await read(path, target, reading, onBytes);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (error instanceof InputError || code === undefined) throw error;
    throw new InputError(`${path}: cannot be read (${code}); check the file and its permissions`);
  }
}

async function read(
  path: string,
  target: Target,
  reading: Reading,
  onBytes: OnBytes,
): Promise<Tidy> {
  const found = await stat(path);
  if (!found.isFile())
    throw new InputError(`${path}: is not a file; give a file or a folder of files`);
  if (found.size === 0) throw new InputError(`${path}: is empty; give a file with figures`);
  const ending = TABLES.exec(path)?.[1]?.toLowerCase() ?? "";
  if (["csv", "tsv", "txt"].includes(ending)) return readDelimited(path, target, reading, onBytes);
  const { readTyped } = await import("./typed.ts");
  if (ending === "parquet") {
    const { readParquet } = await import("./parquet.ts");
    return readTyped(path, await readParquet(path), target, reading);
  }
  if (ending === "")
    throw new InputError(
      `${path}: its ending is none of csv, tsv, txt, xlsx, xls, parquet; rename it`,
    );
  const { readWorkbook } = await import("./workbook.ts");
  return readTyped(path, await readWorkbook(path, reading.sheet), target, reading);
}
