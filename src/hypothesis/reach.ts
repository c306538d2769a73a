import { type Day, endOfMonth, monthOf } from "../series/day.ts";
import { lowerBound } from "../series/lower-bound.ts";
import type { Days } from "../series/series.ts";
import type { Span } from "./window.ts";

/**
 * What the rows of a path are: `daily` every close; `sparse` the highest and the lowest close of each
 * month, its last, and those of some named days, in the order of their days; `named` the same without the
 * highest and the lowest; `monthly` one value a month, or at the end of each quarter.
 */
export type Grain = "daily" | "sparse" | "named" | "monthly";

/** How far, in days, a close may lie from a day that has none: a long weekend and its holidays. */
export const NEAR = 7;
/** How many days at the end of a month may all be without a close. */
const LAST_DAYS = 3;

/** Whether rows reach over a span: to its months, or with closes at hand to its very days. */
export function covers(grain: Grain, days: Days, { from, to }: Span): boolean {
  const [first, last] = [days[0]!, days[days.length - 1]!];
  return grain === "daily"
    ? first <= from + NEAR && last >= to - NEAR
    : monthOf(first) <= monthOf(from) && monthOf(last) >= monthOf(to);
}

/**
 * The row that stands for a day: that of its month, or the last close by then. Among sparse closes only
 * that of the very day will do, or for the last days of a month the month's last. Undefined without one.
 */
export function rowOf(grain: Grain, days: Days, day: Day): number | undefined {
  const atMost = (limit: Day) => lowerBound(days, limit + 1) - 1;
  if (grain === "monthly") {
    const row = atMost(endOfMonth(day));
    return row >= 0 && monthOf(days[row]!) === monthOf(day) ? row : undefined;
  }
  const row = atMost(day);
  if (grain === "daily") return row >= 0 && day - days[row]! <= NEAR ? row : undefined;
  if (row >= 0 && days[row] === day) return row;
  const end = atMost(endOfMonth(day));
  return end >= 0 && isMonthsLast(day) && days[end]! >= day ? end : undefined;
}

/** Whether a day is among the last of its month, so that its close may be the month's. */
export function isMonthsLast(day: Day): boolean {
  return endOfMonth(day) - day <= LAST_DAYS;
}
