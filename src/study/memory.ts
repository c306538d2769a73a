import { createHash } from "node:crypto";

/**
 * What a process that runs a study again and again keeps of earlier runs: the last value under each
 * name, given again where it would be made from the same things. It changes how long a run takes and
 * nothing that it finds.
 */
export interface Memory {
  /** The value under a name if it was made from the same parts, as `digest` tells them apart, else a new one. */
  readonly recall: <T>(name: string, madeFrom: readonly unknown[], make: () => T) => T;
  /**
   * A text that two lists share only where their parts are the same: plain data and columns of numbers by
   * what they hold, to the bit, and functions by which one they are, since nothing tells what one closes over.
   */
  readonly digest: (parts: readonly unknown[]) => string;
}

/** The memory of a single run: nothing is kept, and nothing has to be told apart. */
export const forgetful: Memory = {
  recall: (_name, _madeFrom, make) => make(),
  digest: () => "",
};

/** A memory that is empty at first; a promise that fails is not kept. */
export function lasting(): Memory {
  const kept = new Map<string, { readonly digest: string; readonly value: unknown }>();
  const digest = digester();
  return {
    digest,
    recall: <T>(name: string, madeFrom: readonly unknown[], make: () => T): T => {
      const own = digest(madeFrom);
      const known = kept.get(name);
      if (known?.digest === own) return known.value as T;
      const value = make();
      kept.set(name, { digest: own, value });
      if (value instanceof Promise) value.catch(() => kept.delete(name));
      return value;
    },
  };
}

/** What begins the text that stands for a value that JSON has no words for; no text of a user begins so. */
const MARK = "\u0000";

function digester(): Memory["digest"] {
  const functions = new WeakMap<object, number>();
  let count = 0;
  const identity = (one: object): number => {
    const known = functions.get(one);
    if (known !== undefined) return known;
    count += 1;
    functions.set(one, count);
    return count;
  };
  const told = (_key: string, value: unknown): unknown => {
    if (typeof value === "function") return `${MARK}function ${identity(value)}`;
    if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0)))
      return `${MARK}${Object.is(value, -0) ? "-0" : value}`;
    if (value === undefined) return `${MARK}undefined`;
    if (ArrayBuffer.isView(value)) return `${MARK}${value.constructor.name} ${bytesOf(value)}`;
    if (value instanceof Map || value instanceof Set) return [value.constructor.name, ...value];
    return value;
  };
  return (parts) => {
    const hash = createHash("sha256");
    for (const part of parts) hash.update(`\n${JSON.stringify(part, told)}`);
    return hash.digest("hex");
  };
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  return createHash("sha256")
    .update(new Uint8Array(buffer, byteOffset, byteLength))
    .digest("base64");
}
