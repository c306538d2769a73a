import { isAscii, isUtf8 } from "node:buffer";
import { open } from "node:fs/promises";
import { InputError } from "../../input/input-error.ts";
import { quoted } from "./tally.ts";

/** Encodings that may be named; without one a file is UTF-8, or UTF-16 where its first bytes say so. */
export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "latin1", "windows-1252"] as const;
export type Encoding = (typeof ENCODINGS)[number];

const CHUNK = 1 << 18;

/**
 * The text of a file, piece by piece, without its byte order mark; `onBytes` hears how many bytes were read.
 * @throws InputError with the place of the first byte that is no text in the encoding.
 */
export async function* textOf(
  path: string,
  encoding?: Encoding,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<string> {
  const file = await open(path, "r");
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    let decode: Decoder | undefined;
    let offset = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK, offset);
      const bytes = buffer.subarray(0, bytesRead);
      decode ??= decoderOf(path, encoding ?? markedEncoding(bytes) ?? "utf-8", encoding);
      const text = decode(bytes, offset, bytesRead === 0);
      offset += bytesRead;
      onBytes(offset);
      if (text !== "") yield text;
      if (bytesRead === 0) return;
    }
  } finally {
    await file.close();
  }
}

/** The text in the bytes at an offset, as far as it is whole; the last call gets no bytes. */
type Decoder = (bytes: Buffer, offset: number, isLast: boolean) => string;

function markedEncoding(bytes: Buffer): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
}

function decoderOf(path: string, encoding: Encoding, said: Encoding | undefined): Decoder {
  return encoding === "utf-8" ? utf8(path) : other(path, encoding, said);
}

const NUL_REMEDY =
  "a text of figures has none; for UTF-16 without a mark say --encoding utf-16le or utf-16be";

function utf8(path: string): Decoder {
  let carried: Buffer = Buffer.alloc(0);
  return (fresh, freshOffset, isLast) => {
    const offset = freshOffset - carried.length;
    const bytes = carried.length === 0 ? fresh : Buffer.concat([carried, fresh]);
    carried = Buffer.alloc(0);
    const nul = bytes.indexOf(0);
    if (nul >= 0) throw new InputError(`${path}: byte ${offset + nul + 1} is NUL; ${NUL_REMEDY}`);
    if (isAscii(bytes)) return bytes.toString("latin1");
    let end = bytes.length;
    if (!isUtf8(bytes)) {
      end = wholeUtf8(bytes);
      if (isLast || bytes.length - end > 3) throw notUtf8(path, bytes, end, offset);
      carried = Buffer.from(bytes.subarray(end));
      // What is cut off by the end of the piece may be whole with the next; anything else is no UTF-8.
      if (!isBegun(carried)) throw notUtf8(path, bytes, end, offset);
    }
    const text = bytes.toString("utf8", 0, end);
    return offset === 0 && text.startsWith("\ufeff") ? text.slice(1) : text;
  };
}

function notUtf8(path: string, bytes: Buffer, at: number, offset: number): InputError {
  const hex = bytes[at]!.toString(16).toUpperCase().padStart(2, "0");
  const before = bytes.toString("utf8", Math.max(0, at - 20), at).replace(/^\ufffd+/, "");
  const after = /[^\r\n]*$/.exec(before)![0];
  return new InputError(
    `${path}: byte ${offset + at + 1} (0x${hex}${after === "" ? "" : `, after ${quoted(after)}`}) is not UTF-8; ` +
      "save the file as UTF-8, or say --encoding latin1 if it is that",
  );
}

/** How many bytes a sequence has by its first byte; 0 where none can begin so. */
function lengthOf(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

/** How many bytes from the start are whole UTF-8. */
function wholeUtf8(bytes: Buffer): number {
  let at = 0;
  while (at < bytes.length) {
    const length = lengthOf(bytes[at]!);
    if (length === 0 || at + length > bytes.length) return at;
    if (length > 1 && !isUtf8(bytes.subarray(at, at + length))) return at;
    at += length;
  }
  return at;
}

/** True of the beginning of one sequence. */
function isBegun(bytes: Buffer): boolean {
  if (bytes.length >= lengthOf(bytes[0]!)) return false;
  for (let at = 1; at < bytes.length; at += 1) if ((bytes[at]! & 0xc0) !== 0x80) return false;
  return true;
}

function other(path: string, encoding: Encoding, said: Encoding | undefined): Decoder {
  const label = encoding === "latin1" ? "windows-1252" : encoding;
  const decoder = new TextDecoder(label, { fatal: true });
  return (bytes, offset, isLast) => {
    let text: string;
    try {
      text = decoder.decode(bytes, { stream: !isLast });
    } catch {
      const named = said === undefined ? "as its first bytes say" : "as --encoding says";
      throw new InputError(
        `${path}: bytes ${offset + 1} to ${offset + bytes.length} are not ${encoding}, ${named}; ` +
          "save the file as UTF-8",
      );
    }
    const nul = text.indexOf("\0");
    if (nul >= 0)
      throw new InputError(
        `${path}: character ${nul + 1} after byte ${offset} is NUL; a text of figures has none`,
      );
    return text;
  };
}
