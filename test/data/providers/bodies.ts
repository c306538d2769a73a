import type { Asked, Body } from "../../../src/data/providers/provider.ts";
import { readDay } from "../../../src/series/day.ts";

/** An answer of this text. */
export function body(text: string, delimited = true): Body {
  return { bytes: new TextEncoder().encode(text), text, delimited };
}

export function json(value: unknown): Body {
  return body(JSON.stringify(value));
}

export const day = (text: string) => readDay(text)!;

/** A question for a symbol, asked on Saturday 2026-11-21. */
export function asked(symbol: string, more: Partial<Asked> = {}): Asked {
  return { symbol, until: day("2026-11-21"), ...more };
}
