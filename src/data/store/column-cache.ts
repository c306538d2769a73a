import { createHash } from "node:crypto";
import { endianness } from "node:os";
import type { Table } from "../../series/csv.ts";
import type { Column } from "../../series/series.ts";

/** What tells one state of a file from another, as far as the file system knows. */
export interface Stamp {
  readonly size: string;
  readonly modified: string;
  readonly changed: string;
  readonly inode: string;
}

/** The columns of one state of a CSV file as they were read from it. */
export interface CachedColumns {
  readonly stamp: Stamp;
  /** SHA-256 of the CSV. */
  readonly sha256: string;
  /** Names of the columns that were read as days; the first always is. */
  readonly dayColumns: readonly string[];
  readonly names: readonly string[];
  readonly columns: readonly Column[];
}

/** Raised whenever a CSV text would be read otherwise than before: older caches are then ignored. */
const FORMAT = `assay columns 1 ${endianness()}`;
const DIGEST_BYTES = 32;
const NUMBER_BYTES = Float64Array.BYTES_PER_ELEMENT;

interface Header extends Omit<CachedColumns, "columns"> {
  readonly format: string;
  readonly rows: number;
}

/** Columns as bytes: a digest of the rest, the length of the header, the header, numbers column by column. */
export function encoded({ columns, ...described }: CachedColumns): Buffer {
  const rows = columns[0]?.length ?? 0;
  const header: Header = { format: FORMAT, rows, ...described };
  const text = Buffer.from(JSON.stringify(header));
  const start = DIGEST_BYTES + 4 + text.length;
  const bytes = Buffer.alloc(start + columns.length * rows * NUMBER_BYTES);
  bytes.writeUInt32LE(text.length, DIGEST_BYTES);
  text.copy(bytes, DIGEST_BYTES + 4);
  columns.forEach((column, at) => {
    const numbers = Float64Array.from(column);
    Buffer.from(numbers.buffer).copy(bytes, start + at * rows * NUMBER_BYTES);
  });
  digestOf(bytes).copy(bytes);
  return bytes;
}

/** The columns in these bytes; undefined where they are not, to the last bit, what was written. */
export function decoded(bytes: Buffer): CachedColumns | undefined {
  if (bytes.length < DIGEST_BYTES + 4) return undefined;
  if (!digestOf(bytes).equals(bytes.subarray(0, DIGEST_BYTES))) return undefined;
  const length = bytes.readUInt32LE(DIGEST_BYTES);
  const start = DIGEST_BYTES + 4 + length;
  const header = headerIn(bytes.subarray(DIGEST_BYTES + 4, start));
  if (header === undefined) return undefined;
  const { format: _, rows, ...described } = header;
  if (bytes.length !== start + described.names.length * rows * NUMBER_BYTES) return undefined;
  const columns = described.names.map((_, at) => {
    const column = new Float64Array(rows);
    const from = start + at * rows * NUMBER_BYTES;
    bytes.copy(new Uint8Array(column.buffer), 0, from, from + column.byteLength);
    return column;
  });
  return { ...described, columns };
}

function digestOf(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes.subarray(DIGEST_BYTES)).digest();
}

function headerIn(bytes: Buffer): Header | undefined {
  try {
    const header = JSON.parse(bytes.toString()) as Header;
    return header.format === FORMAT ? header : undefined;
  } catch {
    return undefined;
  }
}

/** The table that the columns were. */
export function tableIn({ names, columns }: CachedColumns, place: string): Table {
  return {
    place,
    days: columns[0]!,
    columns: new Map(names.map((name, at) => [name, columns[at]!])),
  };
}
