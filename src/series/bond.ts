import { InputError } from "../input/input-error.ts";
import { type Day, formatDay, monthsBetweenEnds, yearsBetween } from "./day.ts";
import type { Dated, Part, Series } from "./series.ts";

/** A yield and a maturity that make the bond's return from a day until the next segment begins. */
export interface Segment {
  readonly from: Day;
  /** Par yields in percent per year, compounded twice a year. */
  readonly yields: Series;
  /** Years. */
  readonly maturity: number;
}

/**
 * Total return of a par bond held for `years` and then priced at the new par yield: exact in carry,
 * price change and convexity; the roll down the curve is left out.
 * `R = (1 + y1/2)^(2q) [ (y0/y1)(1 - (1 + y1/2)^(-2M)) + (1 + y1/2)^(-2M) ] - 1`, and `y0 M` at y1 = 0.
 * Yields are fractions per year with coupons twice a year. NaN in, NaN out.
 */
export function parBondReturn(y0: number, y1: number, maturity: number, years: number): number {
  if (y1 === 0) return y0 * maturity;
  const logGrowth = 2 * Math.log1p(y1 / 2);
  const discounted = -Math.expm1(-maturity * logGrowth);
  const priceLessOne = discounted * (y0 / y1 - 1);
  return Math.expm1(years * logGrowth) * (1 + priceLessOne) + priceLessOne;
}

/** Years that a bond ages between two days: months / 12 between month-ends, else days / 365.25. */
export function bondYears(from: Day, to: Day): number {
  const months = monthsBetweenEnds(from, to);
  return months === undefined ? yearsBetween(from, to) : months / 12;
}

/**
 * Total-return index (100 at its first day) of par bonds struck anew on every quote day.
 * Rows are the days on which the yield in force is known. No return crosses a change of source: both
 * yields of a return come from the new segment if it has a quote on the day before, else from the old.
 * @throws InputError where neither has quotes on both days.
 */
export function bondIndex(
  id: string,
  segments: readonly Segment[],
  yearsOf: (from: Day, to: Day) => number = bondYears,
): Dated & { readonly parts: readonly Part[] } {
  const quotes = segments.map(({ yields }) => quotesOf(yields));
  const rows = quoteDays(segments, quotes);
  if (rows.length === 0)
    throw new InputError(`${id}: no yield is known in any segment; move the segments`);
  const values = new Float64Array(rows.length);
  values[0] = 100;
  for (let row = 1; row < rows.length; row += 1) {
    const before = rows[row - 1]!;
    const now = rows[row]!;
    const source = [now.segment, before.segment].find(
      (segment) => quotes[segment]!.has(before.day) && quotes[segment]!.has(now.day),
    );
    if (source === undefined) throw noCommonSource(id, before.day, now.day);
    const y0 = quotes[source]!.get(before.day)! / 100;
    const y1 = quotes[source]!.get(now.day)! / 100;
    const { maturity } = segments[source]!;
    const earned = parBondReturn(y0, y1, maturity, yearsOf(before.day, now.day));
    values[row] = values[row - 1]! * (1 + earned);
  }
  return {
    days: Float64Array.from(rows, ({ day }) => day),
    values,
    parts: partsOf(segments, rows),
  };
}

interface QuoteDay {
  readonly day: Day;
  readonly segment: number;
}

function quotesOf({ days, values }: Dated): Map<Day, number> {
  const quotes = new Map<Day, number>();
  for (let row = 0; row < days.length; row += 1)
    if (!Number.isNaN(values[row]!)) quotes.set(days[row]!, values[row]!);
  return quotes;
}

function quoteDays(
  segments: readonly Segment[],
  quotes: readonly ReadonlyMap<Day, number>[],
): QuoteDay[] {
  return segments.flatMap(({ from }, segment) => {
    const until = segments[segment + 1]?.from ?? Number.POSITIVE_INFINITY;
    return [...quotes[segment]!.keys()]
      .filter((day) => day >= from && day < until)
      .map((day) => ({ day, segment }));
  });
}

function partsOf(segments: readonly Segment[], rows: readonly QuoteDay[]): Part[] {
  return segments.flatMap(({ yields }, segment) => {
    const first = rows.find((row) => row.segment === segment);
    return first === undefined ? [] : [{ id: yields.id, from: first.day, proxy: false }];
  });
}

function noCommonSource(id: string, before: Day, now: Day): InputError {
  return new InputError(
    `${id}: no yield is quoted on both ${formatDay(before)} and ${formatDay(now)}; ` +
      "let the yields of neighbouring segments overlap by a day",
  );
}
