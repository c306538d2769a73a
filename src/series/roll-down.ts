import { InputError } from "../input/input-error.ts";
import { type Day, formatDay } from "./day.ts";
import { type Quotes, quotesOf } from "./quotes.ts";
import type { Series } from "./series.ts";

/** A par yield of one maturity on a curve. */
export interface CurvePoint {
  /** Percent per year, compounded twice a year. */
  readonly yields: Series;
  /** Years. */
  readonly maturity: number;
}

/** By how much the par yield (percent) of a shorter maturity lies above that of a longer one on a day. */
export type RollDown = (day: Day, shorter: number, longer: number) => number;

/**
 * The roll down a curve: the difference of two par yields on one day, both interpolated linearly
 * between the maturities that are quoted on that day. Being a difference, it carries no change of
 * source into a return.
 * @throws InputError on a day whose quotes do not enclose both maturities.
 */
export function rollDownOf(id: string, curve: readonly CurvePoint[]): RollDown {
  const points = curve
    .map(({ yields, maturity }) => ({ quotes: quotesOf(yields), maturity }))
    .sort((a, b) => a.maturity - b.maturity);
  return (day, shorter, longer) => {
    const low = interpolated(points, day, shorter);
    const high = interpolated(points, day, longer);
    if (low === undefined || high === undefined) throw notEnclosed(id, day, shorter, longer);
    return low - high;
  };
}

function interpolated(
  points: readonly { readonly quotes: Quotes; readonly maturity: number }[],
  day: Day,
  years: number,
): number | undefined {
  const quoted = points.filter(({ quotes }) => quotes.has(day));
  const above = quoted.find(({ maturity }) => maturity >= years);
  const below = quoted.findLast(({ maturity }) => maturity <= years);
  if (above === undefined || below === undefined) return undefined;
  const low = below.quotes.get(day)!;
  if (above === below) return low;
  const share = (years - below.maturity) / (above.maturity - below.maturity);
  return low + (above.quotes.get(day)! - low) * share;
}

function notEnclosed(id: string, day: Day, shorter: number, longer: number): InputError {
  return new InputError(
    `${id}: on ${formatDay(day)} the curve of its roll-down is not quoted around ` +
      `${shorter.toFixed(2)} to ${longer} years; add a shorter and a longer yield`,
  );
}
