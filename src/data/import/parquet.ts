import { readFile, stat } from "node:fs/promises";
import { InputError } from "../../input/input-error.ts";
import { type Day, dayOf } from "../../series/day.ts";
import { messageOf } from "./book.ts";
import type { TypedTable, Value } from "./typed.ts";

type Reader = typeof import("hyparquet");

const MOST_BYTES = 256 << 20;
const MOST_ROWS = 10_000_000;
const MOST_COLUMNS = 1000;
const MS_PER_DAY = 86_400_000;

/**
 * The rows of a parquet file, its columns' names first.
 * @throws InputError where it is none, says more than its bytes can hold, or the reader is not installed
 */
export async function readParquet(path: string): Promise<TypedTable> {
  const { size } = await stat(path);
  if (size > MOST_BYTES)
    throw new InputError(`${path}: is larger than ${MOST_BYTES >> 20} MB; save it as CSV`);
  const reader = await opened(path);
  const bytes = await readFile(path);
  const file = new Uint8Array(bytes).buffer;
  try {
    const metadata = reader.parquetMetadata(file, { geoparquet: false });
    checkMetadata(metadata, size);
    const { children } = reader.parquetSchema(metadata);
    const names = children
      .filter((child) => child.children.length === 0)
      .map(({ element }) => element.name);
    checkColumns(metadata, names);
    const rows: Value[][] = [];
    await reader.parquetRead({
      file,
      metadata,
      columns: names,
      rowFormat: "array",
      onComplete: (all: unknown[][]) => {
        for (const row of all) rows.push(row.map(cellValue));
      },
    });
    return {
      rows: [names, ...rows].map((cells, at) => ({ line: at + 1, cells })),
      notes: [],
    };
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      `${path}: is not readable as parquet (${messageOf(error)}); save it anew, or as CSV`,
    );
  }
}

async function opened(path: string): Promise<Reader> {
  try {
    return await import("hyparquet");
  } catch {
    throw new InputError(
      `${path}: parquet is read by a package that is not installed; npm i hyparquet, or save the file as CSV`,
    );
  }
}

type Metadata = ReturnType<Reader["parquetMetadata"]>;

/** Refuses what no file of so many bytes can hold, before memory is set aside for it. */
function checkMetadata(metadata: Metadata, size: number): void {
  const rows = Number(metadata.num_rows);
  if (!(rows >= 0 && rows <= MOST_ROWS)) throw new Error(`it says that it has ${rows} rows`);
  let unpacked = 0;
  let counted = 0;
  for (const group of metadata.row_groups) {
    const inGroup = Number(group.num_rows);
    if (!(inGroup >= 0 && inGroup <= rows)) throw new Error(`a group of ${inGroup} rows`);
    counted += inGroup;
    if (group.columns.length > MOST_COLUMNS) throw new Error(`${group.columns.length} columns`);
    for (const { meta_data: column } of group.columns) {
      if (column === undefined) throw new Error("a column without a description");
      const values = Number(column.num_values);
      const offset = Number(column.data_page_offset);
      const packed = Number(column.total_compressed_size);
      if (values !== inGroup) throw new Error(`a column of ${values} values for ${inGroup} rows`);
      if (!(offset >= 0 && packed >= 0 && offset + packed <= size + packed && packed <= size))
        throw new Error("a column outside the file");
      unpacked += Number(column.total_uncompressed_size);
    }
  }
  if (counted !== rows) throw new Error(`groups of ${counted} rows in a file of ${rows}`);
  if (!(unpacked >= 0 && unpacked <= MOST_BYTES))
    throw new Error(`it unpacks to ${Math.round(unpacked / (1 << 20))} MB`);
}

/** Refuses columns that are not once in every group: the reader would fail over them where nobody hears it. */
function checkColumns(metadata: Metadata, names: readonly string[]): void {
  if (names.length === 0) throw new Error("no plain columns");
  for (const { columns } of metadata.row_groups)
    for (const name of names) {
      const found = columns.filter(({ meta_data: column }) => column?.path_in_schema[0] === name);
      if (found.length !== 1 || found[0]?.meta_data?.path_in_schema.length !== 1)
        throw new Error("a column that is not once in each group");
    }
}

function cellValue(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return value;
  if (typeof value === "bigint")
    return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date) {
    const day = Math.floor(value.getTime() / MS_PER_DAY);
    return isDay(day) ? { day } : String(day);
  }
  return typeof value === "string" ? value.trim() : typeof value;
}

function isDay(day: Day): boolean {
  return day >= dayOf(1000, 1, 1) && day <= dayOf(9999, 12, 31);
}
