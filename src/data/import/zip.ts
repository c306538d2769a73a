import { inflateRawSync } from "node:zlib";
import { InputError } from "../../input/input-error.ts";

/** One file in a zip archive, as its directory has it. */
interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

const [END, DIRECTORY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];
const [END_LENGTH, DIRECTORY_LENGTH, LOCAL_LENGTH] = [22, 46, 30];
const LONGEST_COMMENT = 65_535;
const [STORED, DEFLATED] = [0, 8];

/** What a workbook may take up unpacked, in bytes, and by how much packing may have made it smaller. */
const MOST_BYTES = 256 << 20;
const MOST_RATIO = 100;
/** Small files may be packed as well as they like. */
const SMALL = 8 << 20;
const MOST_ENTRIES = 10_000;

/**
 * Checks a zip archive before anything is unpacked from it: that its directory is whole, that it says
 * little enough, and that what it says is true of every file in it. Gives the names of the files.
 * @throws InputError for an archive that is broken, encrypted, or made to fill the memory
 */
export function checkZip(path: string, bytes: Buffer): readonly string[] {
  const entries = entriesOf(path, bytes);
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  if (size > MOST_BYTES || (size > SMALL && size > MOST_RATIO * packed) || packed > bytes.length)
    throw new InputError(
      `${path}: unpacks to ${megabytes(size)} MB from ${megabytes(packed)} MB, as archives do that are made ` +
        "to fill the memory; save its sheet as CSV",
    );
  for (const entry of entries) checkEntry(path, bytes, entry);
  return entries.map(({ name }) => name);
}

function megabytes(bytes: number): string {
  return (bytes / (1 << 20)).toFixed(1);
}

function broken(path: string, what: string): InputError {
  return new InputError(`${path}: is not readable as a workbook (${what}); save it anew`);
}

function entriesOf(path: string, bytes: Buffer): readonly Entry[] {
  const end = endOf(bytes);
  if (end < 0) throw broken(path, "its archive has no end");
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw broken(path, `${count} files in it`);
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry += 1) {
    if (at + DIRECTORY_LENGTH > end || bytes.readUInt32LE(at) !== DIRECTORY)
      throw broken(path, "its directory is broken");
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw broken(path, "it is encrypted");
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString("utf8", at + DIRECTORY_LENGTH, at + DIRECTORY_LENGTH + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += DIRECTORY_LENGTH + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function endOf(bytes: Buffer): number {
  const last = bytes.length - END_LENGTH;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at -= 1)
    if (bytes.readUInt32LE(at) === END) return at;
  return -1;
}

/** @throws InputError unless the entry unpacks to just what the directory says */
function checkEntry(path: string, bytes: Buffer, { name, method, packed, size, at }: Entry): void {
  if (at + LOCAL_LENGTH > bytes.length || bytes.readUInt32LE(at) !== LOCAL)
    throw broken(path, `"${name}" is not where its directory says`);
  const from = at + LOCAL_LENGTH + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  // The reader goes by these sizes where they stand here too.
  const isStreamed = (bytes.readUInt16LE(at + 6) & 8) === 8;
  const [ownPacked, ownSize] = [bytes.readUInt32LE(at + 18), bytes.readUInt32LE(at + 22)];
  const isAlike =
    (ownPacked === packed && ownSize === size) || (isStreamed && ownPacked + ownSize === 0);
  if (!isAlike || bytes.readUInt16LE(at + 8) !== method || from + packed > bytes.length)
    throw broken(path, `"${name}" is not as its directory says`);
  if (method === STORED) {
    if (packed !== size) throw broken(path, `"${name}" is not as long as it says`);
    return;
  }
  if (method !== DEFLATED) throw broken(path, `"${name}" is packed in an unknown way`);
  let length: number;
  try {
    const most = Math.max(1, size);
    length = inflateRawSync(bytes.subarray(from, from + packed), { maxOutputLength: most }).length;
  } catch {
    throw broken(path, `"${name}" does not unpack to what it says`);
  }
  if (length !== size) throw broken(path, `"${name}" is not as long as it says`);
}
