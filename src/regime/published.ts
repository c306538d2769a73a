import type { SeriesId } from "../data/register.ts";
import { countBy, type Figures } from "../market/publications.ts";
import type { View } from "../market/view.ts";
import { dayOf, monthOf } from "../series/day.ts";
import { lowerBound } from "../series/lower-bound.ts";
import type { Days } from "../series/series.ts";
import { type Indicator, whole } from "./indicator.ts";

/** A published figure itself (prices, money, output), as last known at each month-end. */
export function figure<const R extends SeriesId>(of: R): Indicator<R> {
  return ofFigures(of, ({ values }, at) => values[at]!);
}

/**
 * Growth of a published figure over some months, `F / F(months before) - 1`: that of the last figure known
 * against the figure of the month so many months before its own, by the months that both stand for. A
 * figure without such a counterpart (October 2025 of a price index that was not collected, a month of a
 * quarterly one) has no growth, and the one before it stands.
 */
export function growth<const R extends SeriesId>(of: R, months: number): Indicator<R> {
  whole(`growth of "${of}"`, months);
  return ofFigures(of, ({ periods, values }, at) => {
    const base = lastOfMonth(periods, monthOf(periods[at]!) - months);
    return base === undefined ? Number.NaN : values[at]! / values[base]! - 1;
  });
}

/** A number made of each figure of a series, NaN where it cannot be, as last known at each month-end. */
function ofFigures<const R extends SeriesId>(
  of: R,
  valueAt: (figures: Figures, at: number) => number,
): Indicator<R> {
  const known = (view: View<R>, count: number, steps: number): number[] => {
    const figures = view.published(of);
    const lastBy = (to: number): number => {
      let at = to;
      while (at >= 0 && Number.isNaN(valueAt(figures, at))) at -= 1;
      return at;
    };
    const values = Array.from(view.closes(count), (close) => {
      const last = lastBy(countBy(figures.published, close) - 1);
      if (last >= 0 && figures.until[last]! < close) return Number.NaN;
      if (last < 0 || steps === 0) return last < 0 ? Number.NaN : valueAt(figures, last);
      const at = lastBy(lastUpTo(figures.periods, monthOf(figures.periods[last]!) - steps));
      return at < 0 ? Number.NaN : valueAt(figures, at);
    });
    return values.slice(values.findLastIndex(Number.isNaN) + 1);
  };
  return {
    reads: [of],
    steps: "months",
    recent: (view, count) => known(view, count, 0),
    earlier: known,
  };
}

/** The place of the last figure whose period ends in a month or before it; -1 where there is none. */
function lastUpTo(periods: Days, month: number): number {
  return lowerBound(periods, dayOf(Math.floor(month / 12), (month % 12) + 2, 1)) - 1;
}

/** The place of the figure of a month, the last of it where there are more. */
function lastOfMonth(periods: Days, month: number): number | undefined {
  const at = lastUpTo(periods, month);
  return at >= 0 && monthOf(periods[at]!) === month ? at : undefined;
}
