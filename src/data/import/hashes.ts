import { createHash } from "node:crypto";
import { join } from "node:path";
import { hashOfFile } from "../store/hash-of-file.ts";

/** SHA-256 of a text given piece by piece. */
export function hashOfCsv(pieces: Iterable<string>): string {
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  return hash.digest("hex");
}

/** SHA-256 of a file in a store; undefined where there is none. */
export function hashOfFileAt(store: string, file: string): Promise<string | undefined> {
  return hashOfFile(join(store, file));
}
