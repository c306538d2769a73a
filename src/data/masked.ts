import { type Day, parseDay } from "../series/day.ts";
import type { Days, ExpectedFault } from "../series/series.ts";
import type { Masked } from "./catalog.ts";

/** A stretch of days, both ends included, in which a source fills instead of quoting. */
interface Mask {
  readonly from: Day;
  readonly to: Day;
}

export function masksOf(stretches: readonly Masked[]): Mask[] {
  return stretches.map(({ from, to }) => ({
    from: parseDay(from, "masked from"),
    to: parseDay(to, "masked to"),
  }));
}

/** The values with those inside the masks not known. */
export function withoutMasked(
  days: Days,
  values: Float64Array,
  masks: readonly Mask[],
): Float64Array {
  const left = values.slice();
  for (const { from, to } of masks)
    for (let row = rowFrom(days, from); row < days.length && days[row]! <= to; row += 1)
      left[row] = Number.NaN;
  return left;
}

/** The gaps that the masks leave, with the steps of the source's own figures into and out of them. */
export function expectedGaps(
  days: Days,
  values: Float64Array,
  masks: readonly Mask[],
): ExpectedFault[] {
  return masks.map(({ from, to }) => {
    const first = rowFrom(days, from);
    const after = rowFrom(days, to + 1);
    const steps = [first, after].map((row) => step(values, row));
    const reason =
      "the catalog leaves out what the source filled in; its figures step by " +
      `${steps[0]} into it and by ${steps[1]} out of it`;
    return { kind: "gap", from, to, reason };
  });
}

function rowFrom(days: Days, from: Day): number {
  let row = 0;
  while (row < days.length && days[row]! < from) row += 1;
  return row;
}

function step(values: Float64Array, row: number): string {
  const change = values[row]! - values[row - 1]!;
  if (!Number.isFinite(change)) return "nothing known";
  return `${change < 0 ? "" : "+"}${Number(change.toFixed(4))}`;
}
