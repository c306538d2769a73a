import { InputError } from "../input/input-error.ts";

/** What went wrong, to be shown: a user's mistake without a stack, a bug with one. */
export function failureText(error: unknown): string {
  if (error instanceof InputError) return error.faults.map((fault) => `assay: ${fault}\n`).join("");
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `assay: this is a bug in assay or in a file that it ran\n${trace}\n`;
}
