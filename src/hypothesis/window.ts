import { InputError } from "../input/input-error.ts";
import { type Day, formatDay, parseDay } from "../series/day.ts";
import { described } from "./authored.ts";

/** A stretch of time, both ends included, as `YYYY-MM-DD`. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

/** The same in days. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** @throws InputError for days that do not exist, or that are in the wrong order. */
export function spanOf(window: Window): Span {
  const { from, to }: Partial<Window> = window ?? {};
  if (typeof from !== "string" || typeof to !== "string")
    throw new InputError(
      `window: got ${described(window)}; give { from: "YYYY-MM-DD", to: "YYYY-MM-DD" }`,
    );
  const span = { from: parseDay(from, "window"), to: parseDay(to, "window") };
  if (span.from > span.to)
    throw new InputError(
      `window ${inWords(span)} is empty: it ends before it begins; write the earlier day first`,
    );
  return span;
}

export function inWords({ from, to }: Span): string {
  return `${formatDay(from)} to ${formatDay(to)}`;
}
