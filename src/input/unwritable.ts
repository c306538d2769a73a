import { InputError } from "./input-error.ts";

const CODES = ["EACCES", "EEXIST", "ENOSPC", "ENOTDIR", "EPERM", "EROFS"];

/** A place that cannot be written is the user's to mend, whoever named it; any other failure stays what it is. */
export function unwritable(place: string, error: unknown): unknown {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (!CODES.includes(code ?? "")) return error;
  return new InputError(`${place}: cannot be written (${code}); give another folder`);
}
