import type { Day } from "./day.ts";
import type { Dated } from "./series.ts";

/** Known values by day. */
export type Quotes = ReadonlyMap<Day, number>;

/** The known values of a series by day; a row that is not known is left out. */
export function quotesOf({ days, values }: Dated): Quotes {
  const quotes = new Map<Day, number>();
  for (let row = 0; row < days.length; row += 1)
    if (!Number.isNaN(values[row]!)) quotes.set(days[row]!, values[row]!);
  return quotes;
}
