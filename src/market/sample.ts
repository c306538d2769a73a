import { type Day, dayOf, partsOf } from "../series/day.ts";
import type { Days, Period, Series } from "../series/series.ts";
import type { Figures } from "./publications.ts";

/** A series on the rows of a calendar. */
export interface Sampled {
  readonly values: Float64Array;
  /** 1 where the value is of that very row, 0 where it is carried or not known. */
  readonly fresh: Uint8Array;
}

/**
 * The series as it is measured afterwards: the value of the row itself, or, for at most `maxStale`
 * rows, the last one before it. NaN before the first value and where it has gone stale.
 */
export function asMeasured(series: Series, days: Days, maxStale: number): Sampled {
  const values = new Float64Array(days.length).fill(Number.NaN);
  const fresh = new Uint8Array(days.length);
  let next = 0;
  let value = Number.NaN;
  let age = 0;
  for (let row = 0; row < days.length; row++) {
    let arrived = false;
    while (next < series.days.length && series.days[next]! <= days[row]!) {
      if (!Number.isNaN(series.values[next]!)) {
        value = series.values[next]!;
        arrived = true;
      }
      next++;
    }
    age = arrived ? 0 : age + 1;
    if (age > maxStale) continue;
    values[row] = value;
    fresh[row] = arrived && !Number.isNaN(value) ? 1 : 0;
  }
  return { values, fresh };
}

/**
 * A periodic series (monthly, quarterly) as it is measured afterwards on rows of its own day: spread
 * log-linearly between the middles of its periods, linearly where a value is not positive. NaN outside
 * the first and the last middle. No value is fresh: nothing was quoted on these rows.
 */
export function asInterpolated(series: Series, days: Days, period: Period): Sampled {
  const values = new Float64Array(days.length).fill(Number.NaN);
  const known = [...Array(series.days.length).keys()].filter(
    (row) => !Number.isNaN(series.values[row]!),
  );
  const middles = known.map((row) => middleOf(series.days[row]!, period));
  let at = 0;
  for (let row = 0; row < days.length; row++) {
    const day = days[row]!;
    if (middles.length === 0 || day < middles[0]! || day > middles.at(-1)!) continue;
    while (at + 2 < middles.length && middles[at + 1]! <= day) at++;
    const low = series.values[known[at]!]!;
    const high = series.values[known[at + 1] ?? known[at]!]!;
    const span = (middles[at + 1] ?? middles[at]!) - middles[at]!;
    const share = span === 0 ? 0 : (day - middles[at]!) / span;
    values[row] = low > 0 && high > 0 ? low * (high / low) ** share : low + (high - low) * share;
  }
  return { values, fresh: new Uint8Array(days.length) };
}

/** The 15th of the month, or of the middle month of the quarter, that ends on a day. */
export function middleOf(end: Day, period: Period): Day {
  const { year, month } = partsOf(end);
  return dayOf(year, period === "month" ? month : month - 1, 15);
}

/**
 * The series as a decision may read it: on each row the last figure that had been published by then, as long as
 * it stands; NaN later on, until another comes.
 */
export function asKnown(figures: Figures, days: Days): Float64Array {
  const values = new Float64Array(days.length).fill(Number.NaN);
  let next = 0;
  for (let row = 0; row < days.length; row++) {
    while (next < figures.published.length && figures.published[next]! <= days[row]!) next++;
    if (next > 0 && days[row]! <= figures.until[next - 1]!) values[row] = figures.values[next - 1]!;
  }
  return values;
}
