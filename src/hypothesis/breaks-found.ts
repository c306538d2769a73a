import { breakIntervals } from "../inference/break-interval.ts";
import { isUnknown } from "../input/unknown.ts";
import { baiPerron, type SegmentModel } from "../regime/bai-perron.ts";
import { type Change, changePoints } from "../regime/change-points.ts";
import { addMonths, type Day, parseDay } from "../series/day.ts";
import { type Fact, fact } from "./fact.ts";
import { NotCovered } from "./not-covered.ts";
import type { Path } from "./path.ts";

/** How breaks are looked for, and how many rows lie between two of them at least. */
export type BreakSearch =
  | { readonly by: "least squares"; readonly model: SegmentModel; readonly least: number }
  | { readonly by: "pelt" | "binary"; readonly of: Change; readonly least: number };

/** The breaks that a search finds in a path. */
export interface BreaksFound {
  /** One for each break: the day of the last row before it, with the interval of days where there is one. */
  readonly list: readonly Fact[];
  /** How many of them lie within so many months of a day, with some part of their interval. */
  near(day: string, months: number): Fact;
}

/** Searches a path for breaks: least squares with intervals (Bai and Perron), or segments by penalty. */
export function breaksFound(path: Path, search: BreakSearch): BreaksFound {
  const list =
    search.by === "least squares" ? byLeastSquares(path, search) : bySegments(path, search);
  return {
    list,
    near(day, months) {
      const at = parseDay(day, "near");
      const [from, to] = [addMonths(at, -months), addMonths(at, months)];
      const close = list.filter((one) => {
        const [low, high] = one.interval ?? [one.value, one.value];
        return low <= to && high >= from;
      });
      return fact(close.length, close.length === 0 ? {} : { day: close[0]!.day! });
    },
  };
}

/** The last row before the break stands for it; no row is before the first or after the last. */
function dayBefore({ days }: Path, valuesBefore: number): Day {
  return days[Math.min(days.length, Math.max(1, valuesBefore)) - 1]!;
}

function byLeastSquares(path: Path, { model, least }: Extract<BreakSearch, { model: unknown }>) {
  const found = baiPerron(path.values, { model, trim: (least + 0.5) / path.values.length });
  if (isUnknown(found)) throw new NotCovered(`${path.title}: ${found.reason}`);
  return breakIntervals(path.values, found).map(({ at, lower, upper }): Fact => {
    const day = dayBefore(path, at);
    if (lower === null || upper === null) return fact(day, { day });
    return fact(day, { day, interval: [dayBefore(path, lower), dayBefore(path, upper)] });
  });
}

function bySegments(path: Path, { by, of, least }: Extract<BreakSearch, { of: unknown }>) {
  const found = changePoints(path.values, { of, least, search: by });
  if (isUnknown(found)) throw new NotCovered(`${path.title}: ${found.reason}`);
  return found.changes.map((at): Fact => {
    const day = dayBefore(path, at);
    return fact(day, { day });
  });
}
