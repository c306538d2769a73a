import { InputError } from "../input/input-error.ts";
import { described } from "./authored.ts";

/** @throws InputError for what is no list of ids. */
export function checkReads(place: string, reads: readonly string[] = []): void {
  if (!Array.isArray(reads) || reads.some((id) => typeof id !== "string"))
    throw new InputError(`${place}: reads is ${described(reads)}; give a list of series ids`);
}

/** @throws InputError for what is no function. */
export function checkFunction(place: string, value: unknown): void {
  if (typeof value !== "function")
    throw new InputError(`${place}: got ${described(value)}; give a function`);
}
