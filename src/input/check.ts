import { InputError } from "./input-error.ts";
import { unknownName } from "./nearest.ts";

/** @throws InputError for a value that is not a plain object, or that has a key which is not accepted. */
export function checkKeys(place: string, value: object, accepted: readonly string[]): void {
  if (typeof value !== "object" || value === null)
    throw new InputError(
      `${place}: got ${String(value)}; give an object with ${accepted.join(", ")}`,
    );
  for (const key of Object.keys(value))
    if (!accepted.includes(key))
      throw new InputError(`${place}: ${unknownName("option", key, accepted)}`);
}

/** @throws InputError unless the value is a finite number in [least, most]. */
export function checkNumber(place: string, value: unknown, least: number, most = Infinity): number {
  if (typeof value !== "number" || !Number.isFinite(value) || value < least || value > most) {
    const range = most === Infinity ? `at least ${least}` : `from ${least} to ${most}`;
    throw new InputError(`${place}: got ${String(value)}; give a number ${range}`);
  }
  return value;
}

/** @throws InputError unless the value is one of the words, with the nearest of them. */
export function checkChoice<const T extends string>(
  place: string,
  value: string,
  words: readonly T[],
): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new InputError(`${place}: ${unknownName("choice", value, words)}`);
  return found;
}

/** @throws InputError naming the first of the options that is no text. */
export function checkTexts(place: string, texts: Readonly<Record<string, unknown>>): void {
  for (const [name, text] of Object.entries(texts))
    if (typeof text !== "string")
      throw new InputError(`${place}: ${name} is ${String(text)}; give a text`);
}

/** @throws InputError unless the value is true or false. */
export function checkFlag(place: string, value: unknown): boolean {
  if (typeof value !== "boolean")
    throw new InputError(`${place}: got ${String(value)}; give true or false`);
  return value;
}

const ID = /^[A-Za-z][A-Za-z0-9-]*$/;

/** @throws InputError unless the id can name a file and a key: letters, digits and hyphens. */
export function checkId(what: string, id: unknown): string {
  if (typeof id !== "string" || !ID.test(id))
    throw new InputError(
      `${what}: id "${String(id)}" is not usable; start with a letter, then letters, digits or "-"`,
    );
  return id;
}

/** @throws InputError naming the first id that occurs twice. */
export function checkUnique(what: string, ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined)
    throw new InputError(`${what}: "${twice}" occurs twice; give each its own id`);
}
