import type { Fact, Facts, Path, Window } from "assay";
import { lastKnown } from "./dates.ts";
import { monthOf } from "./years.ts";

/** The day on which the predictions are registered: the last of what the essay could know. */
export const registered = lastKnown;

/** Years to a horizon, and its day. */
export const horizons = {
  1: "2027-01-30",
  3: "2029-01-30",
  5: "2031-01-30",
  10: "2036-01-30",
} as const;
export type Years = keyof typeof horizons;

/** The last month of money and consumer prices, and the last quarter of output, published by then. */
export const lastMonth = "2025-12-31";
export const lastQuarter = "2025-09-30";

// Base rates are drawn from the years since the dollar left gold.
export const sinceGoldWindow = { from: "1971-01-31", to: registered };
export const quartersSince = { from: "1971-03-31", to: lastQuarter };

export const endOf2030 = "2030-12-31";
/** Quarters from the last that was known to the end of 2025, and to the end of 2030. */
export const toEndOf2025 = 1;
export const toEndOf2030 = 21;

/** Last value of a simulated path over its first: from the day of registration to the horizon. */
export function growthOf(simulated: Float64Array | undefined): number {
  return simulated!.at(-1)! / simulated![0]!;
}

/** A path's last value over that at the beginning of a window. */
export function growthSince(facts: Facts, path: Path, since: Window): Fact {
  return facts.calculate("last / first", { last: path.last(), first: path.at(since.from) });
}

/** The last value after the end of 2025; without one a prediction has no standing yet. */
export function newer(facts: Facts, path: Path): Fact {
  if (path.lastDay() <= lastMonth)
    return facts.notApplicable(`${path.title}: no quarter after the end of 2025 is at hand`);
  return path.last();
}

/** The rows of the months after that of a day. */
export function rowsAfter(path: Path, day: string): Path {
  const month = monthOf(Date.parse(day) / 86_400_000);
  return path.keep((row) => monthOf(row) > month);
}
