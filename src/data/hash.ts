import { createHash } from "node:crypto";
import { formatDay } from "../series/day.ts";
import type { Dated } from "../series/series.ts";

/**
 * SHA-256 of dated values as text, one `YYYY-MM-DD,<number>` line a known row, numbers in their
 * shortest form that reads back equal: the same figures have the same hash wherever they were read.
 */
export function hashOf({ days, values }: Dated): string {
  let text = "";
  for (let row = 0; row < days.length; row += 1)
    if (!Number.isNaN(values[row]!)) text += `${formatDay(days[row]!)},${String(values[row]!)}\n`;
  return hashOfText(text);
}

/** SHA-256 of a text. */
export function hashOfText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
