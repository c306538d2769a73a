import type { Dated } from "./series.ts";

/** The rows of dated values that are known, in arrays of their own. */
export function knownRows({ days, values }: Dated): {
  readonly days: Float64Array;
  readonly values: Float64Array;
} {
  const known = { days: new Float64Array(days.length), values: new Float64Array(days.length) };
  let count = 0;
  for (let row = 0; row < days.length; row += 1) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    known.days[count] = days[row]!;
    known.values[count] = value;
    count += 1;
  }
  return { days: known.days.subarray(0, count), values: known.values.subarray(0, count) };
}
