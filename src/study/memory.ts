import { createHash } from "node:crypto";

/**
 * What a process that runs a study again and again keeps of earlier runs: the last value under each
 * name, given again where it would be made from the same things. It changes how long a run takes and
 * nothing that it finds.
 */
export interface Memory {
  /**
   * The value under a name if it was made from the same parts, else a new one. Columns of numbers are
   * compared by their bytes, all else as JSON, which must tell all of it: no function is part of it.
   */
  readonly recall: <T>(name: string, madeFrom: readonly unknown[], make: () => T) => T;
}

/** The memory of a single run: nothing is kept. */
export const forgetful: Memory = { recall: (_name, _madeFrom, make) => make() };

/** A memory that is empty at first; a promise that fails is not kept. */
export function lasting(): Memory {
  const kept = new Map<string, { readonly hash: string; readonly value: unknown }>();
  return {
    recall: <T>(name: string, madeFrom: readonly unknown[], make: () => T): T => {
      const hash = hashOf(madeFrom);
      const known = kept.get(name);
      if (known?.hash === hash) return known.value as T;
      const value = make();
      kept.set(name, { hash, value });
      if (value instanceof Promise) value.catch(() => kept.delete(name));
      return value;
    },
  };
}

function hashOf(parts: readonly unknown[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    if (ArrayBuffer.isView(part)) {
      hash.update(`\n${part.byteLength}:`);
      hash.update(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
    } else hash.update(`\n${JSON.stringify(part)}`);
  }
  return hash.digest("hex");
}
