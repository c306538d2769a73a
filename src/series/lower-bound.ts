import type { Day } from "./day.ts";
import type { Days } from "./series.ts";

/** The first row whose day is on or after the day; `days.length` where there is none. */
export function lowerBound(days: Days, day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
