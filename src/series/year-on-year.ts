import { addMonths, endOfMonth } from "./day.ts";
import { lowerBound } from "./lower-bound.ts";
import type { Column, Days } from "./series.ts";

/** Days that the value of a year ago may be older than a year: a week and a holiday. */
const STALE = 10;

/**
 * `x_t / x_(t - 1 year) - 1`, a fraction. The value of a year ago is that of the same day, or the last
 * before it within ten days; the end of a month is compared with the end of that month. NaN where there
 * is none, where one of the two is not known, and where the older is not above zero.
 */
export function yearOnYear(days: Days, values: Column): Float64Array {
  const changes = new Float64Array(days.length).fill(Number.NaN);
  for (let row = 0; row < days.length; row += 1) {
    const day = days[row]!;
    const back = addMonths(day, -12);
    const then = day === endOfMonth(day) ? endOfMonth(back) : back;
    const older = lowerBound(days, then + 1) - 1;
    if (older < 0 || then - days[older]! > STALE || !(values[older]! > 0)) continue;
    changes[row] = values[row]! / values[older]! - 1;
  }
  return changes;
}
