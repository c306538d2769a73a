import { InputError } from "../input/input-error.ts";
import type { Check } from "./check.ts";
import { isFact } from "./fact.ts";
import { NotCovered } from "./not-covered.ts";

/**
 * Runs a function of the file of a study, whose own failures are its author's to mend.
 * @throws InputError for whatever it throws, but for figures that are not at hand, which are no fault
 */
export function authored<T>(what: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof InputError || error instanceof NotCovered) throw error;
    throw new InputError(`${what} failed: ${String(error)}`);
  }
}

/** The checks that a function of the file of a study gives. @throws InputError for anything else. */
export function checksBy(what: string, run: () => readonly Check[]): readonly Check[] {
  const given: unknown = authored(what, run);
  if (!Array.isArray(given))
    throw new InputError(`${what} gave ${described(given)}; return a list of checks`);
  for (const [index, one] of given.entries())
    if (!isCheck(one))
      throw new InputError(
        `${what} gave ${described(one)} as entry ${index + 1}; give a check, such as above(...)`,
      );
  return given;
}

/** Whether a value was made by what compares a fact. */
export function isCheck(value: unknown): value is Check {
  return isObject(value) && "title" in value && "fact" in value && "holds" in value;
}

/** Whether a value is a path, as far as a mistake can be told from one. */
export function isPath(value: unknown): boolean {
  return isObject(value) && "grain" in value && "days" in value && "values" in value;
}

/** What a value is, for a message: a number as it is, anything larger by its kind. */
export function described(value: unknown): string {
  if (typeof value === "string") return `"${value}"`;
  if (typeof value === "function") return "a function";
  if (Array.isArray(value)) return "a list";
  if (!isObject(value)) return String(value);
  if (isFact(value)) return "a fact";
  if (isPath(value)) return "a path";
  if (isCheck(value)) return "a check";
  if (value instanceof Promise) return "a promise";
  return `an object with ${Object.keys(value).join(", ") || "nothing in it"}`;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
