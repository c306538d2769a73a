import { type Unknown, unknown } from "../input/unknown.ts";
import { correlation } from "../measure/correlation.ts";
import { standardDeviation } from "../measure/moments.ts";
import type { Column } from "../series/series.ts";

/** A deviation per period that is arithmetic, not risk: what is below it does not vary. */
export const STILL = 1e-10;

/** Returns below which no large-sample error is worth its name, and nothing is inferred. */
export const FEWEST_PERIODS = 24;

/** Pairs below which no correlation and no line is described; what they leave open their interval says. */
export const FEWEST_PAIRS = 10;

/** Why a record is too short to infer anything from it; null where it is not. */
export function tooShort(
  count: number,
  periods: "periods" | "months" = "periods",
  fewest = FEWEST_PERIODS,
): Unknown | null {
  if (count >= fewest) return null;
  const few = count === 1 ? `one ${periods.slice(0, -1)} is` : `${count} ${periods} are`;
  return unknown(`${few} too few; at least ${fewest} are needed`);
}

/** Why nothing can be inferred from a column of returns or differences; null where it can. */
export function uninformative(
  values: Column,
  name: string,
  fewest = FEWEST_PERIODS,
): Unknown | null {
  const reason = tooShort(values.length, "periods", fewest);
  if (reason !== null) return reason;
  for (let t = 0; t < values.length; t += 1)
    if (!Number.isFinite(values[t]!)) return unknown(`${name} is not known in period ${t + 1}`);
  return varies(values) ? null : unknown(`${name} is the same in every period`);
}

/**
 * Why a strategy cannot be compared with a benchmark; null where it can.
 * @throws Error for columns of different lengths.
 */
export function incomparable(a: Column, b: Column): Unknown | null {
  if (a.length !== b.length) throw new Error(`${a.length} returns against ${b.length}`);
  const alone =
    uninformative(a, "the return of the strategy") ??
    uninformative(b, "the return of the benchmark");
  if (alone !== null) return alone;
  const apart = Float64Array.from({ length: a.length }, (_, t) => a[t]! - b[t]!);
  return apart.every((difference) => Math.abs(difference) < STILL)
    ? unknown("the strategy is its own benchmark: both return the same in every period")
    : null;
}

/** Correlation above which two columns of excess returns are one column at two scales. */
const SAME = 1 - 1e-6;

/**
 * Why the difference of two Sharpe ratios is no question of luck: one column is the other at another scale (half
 * of the shares and the rest riskless), with a correlation above 1 - 1e-6, so that at most one part in 700
 * of the deviation is its own. The Sharpe ratio does not change with the scale, what is left of the difference
 * is what trading cost, and its error shrinks with it: the smallest cost would be called significant. Null where
 * the two are not.
 */
export function sameButForScale(a: Column, b: Column): Unknown | null {
  return correlation(a, b) > SAME
    ? unknown(
        "one of the two is the other at another scale: their Sharpe ratios differ by costs alone",
      )
    : null;
}

/** False where the values do not differ by more than rounding. */
export function varies(values: Column): boolean {
  return standardDeviation(values) >= STILL;
}
