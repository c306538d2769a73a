import { InputError } from "../input/input-error.ts";
import { type BondMethod, bondMethods } from "./bond-methods.ts";
import { type Day, formatDay, monthsBetweenEnds, yearsBetween } from "./day.ts";
import { type Quotes, quotesOf } from "./quotes.ts";
import { type CurvePoint, rollDownOf } from "./roll-down.ts";
import type { Dated, Part, Series } from "./series.ts";

/** A yield and a maturity that make the bond's return from a day until the next segment begins. */
export interface Segment {
  readonly from: Day;
  /** Par yields in percent per year, compounded twice a year. */
  readonly yields: Series;
  /** Years. */
  readonly maturity: number;
}

/** Years that a bond ages between two days: months / 12 between month-ends, else days / 365.25. */
export function bondYears(from: Day, to: Day): number {
  const months = monthsBetweenEnds(from, to);
  return months === undefined ? yearsBetween(from, to) : months / 12;
}

/** How the returns of a bond index are computed; each has a default. */
export interface BondOptions {
  /** Exact repricing unless named. */
  readonly method?: BondMethod;
  /** Yields by maturity: the bond is then priced at the yield of the years it has left, else at M. */
  readonly curve?: readonly CurvePoint[];
  /** Years that a bond ages between two quote days. */
  readonly yearsOf?: (from: Day, to: Day) => number;
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
  { method = "exact", curve, yearsOf = bondYears }: BondOptions = {},
): Dated & { readonly parts: readonly Part[] } {
  const quotes = segments.map(({ yields }) => quotesOf(yields));
  const rows = quoteDays(segments, quotes);
  if (rows.length === 0)
    throw new InputError(`${id}: no yield is known in any segment; move the segments`);
  const bondReturn = bondMethods[method];
  const rollDown = curve === undefined ? undefined : rollDownOf(id, curve);
  const values = new Float64Array(rows.length);
  values[0] = 100;
  for (let row = 1; row < rows.length; row += 1) {
    const before = rows[row - 1]!;
    const now = rows[row]!;
    const source = [now.segment, before.segment].find(
      (segment) => quotes[segment]!.has(before.day) && quotes[segment]!.has(now.day),
    );
    if (source === undefined) throw noCommonSource(id, before.day, now.day);
    const { maturity } = segments[source]!;
    const years = yearsOf(before.day, now.day);
    const rolled = rollDown?.(now.day, maturity - years, maturity) ?? 0;
    const y0 = quotes[source]!.get(before.day)! / 100;
    const y1 = (quotes[source]!.get(now.day)! + rolled) / 100;
    values[row] = values[row - 1]! * (1 + bondReturn(y0, y1, maturity, years));
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

function quoteDays(segments: readonly Segment[], quotes: readonly Quotes[]): QuoteDay[] {
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
