import { formatDay } from "../../series/day.ts";
import { lowerBound } from "../../series/lower-bound.ts";
import type { Series } from "../../series/series.ts";
import { figure } from "./fault.ts";

/** How near a factor has to be to be taken for a change of unit, as a share. */
const NEAR = 0.03;
/** Days that an exchange rate may be older than the move it explains. */
const OLD = 10;

/** Factors by which a price changes when what it counts is another, and what that would be. */
const UNITS: readonly (readonly [number, string])[] = [
  [100, "cents for dollars, or percent for fractions"],
  [1000, "thousands for units"],
  [1e6, "millions for units"],
  [2204.62, "tonnes for pounds"],
  [31.1035, "ounces for grams"],
];
/** Splits of shares that are common. */
const SPLITS = [2, 3, 4, 5, 10, 20];

/** What a move of a price by a factor looks like. */
export interface Cause {
  readonly text: string;
  /** Whether no market moves like that, so that a run on it would be wrong. */
  readonly isError: boolean;
}

/** How near a factor of a yield has to be: from day to day a low one moves by a larger share of itself. */
const NEAR_OF_YIELDS = 0.1;

/** What may have multiplied the figures of a series from a day on; undefined where nothing is known. */
export function likelyCause(
  factor: number,
  { series, day }: { readonly series: Series; readonly day: number },
  all: ReadonlyMap<string, Series>,
): Cause | undefined {
  const size = Math.max(factor, 1 / factor);
  const unit = UNITS.find(([times]) => isNear(size, times));
  if (unit !== undefined) return changeOfUnit(unit);
  const rate = ratesNear(all, day).find((one) => one.id !== series.id && isNear(size, one.value));
  if (rate !== undefined)
    return {
      text: `by about ${figure(rate.value)}, the value of ${rate.id} on ${formatDay(day)}, as if its currency had changed`,
      isError: true,
    };
  const split = SPLITS.find((times) => isNear(size, times));
  return split === undefined
    ? undefined
    : {
        text: `by about ${split}, as after a split of shares that was not adjusted`,
        isError: false,
      };
}

/** What a move of a yield or a rate by a factor looks like: percent for fractions, or the reverse. */
export function likelyCauseOfYield(factor: number): Cause | undefined {
  const size = Math.max(factor, 1 / factor);
  return isNear(size, 100, NEAR_OF_YIELDS)
    ? changeOfUnit([100, "percent for fractions, or the reverse"])
    : undefined;
}

function changeOfUnit([times, what]: readonly [number, string]): Cause {
  return { text: `by about ${times}, as if its unit had changed (${what})`, isError: true };
}

function isNear(size: number, times: number, within = NEAR): boolean {
  return Math.abs(size / times - 1) < within;
}

/** Exchange rates near a day, above two: a smaller one explains too much. */
function ratesNear(all: ReadonlyMap<string, Series>, day: number) {
  return [...all.values()].flatMap(({ id, unit, days, values }) => {
    if (!/^[A-Z]{3}\/[A-Z]{3}$/.test(unit)) return [];
    const row = lowerBound(days, day + 1) - 1;
    const value = row < 0 || day - days[row]! > OLD ? Number.NaN : values[row]!;
    return value > 2 ? [{ id, value }] : [];
  });
}
