import type { Fact, Path } from "assay";

const MS_PER_DAY = 86_400_000;

/** The year of a day. */
export function yearOf(day: number): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear();
}

/** Months since year 0, equal for two days exactly when they lie in the same month. */
export function monthOf(day: number): number {
  const date = new Date(day * MS_PER_DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The last value of a year: of figures that name one day of it, whichever. */
export function inYear(path: Path, year: number): Fact {
  return path.keep((day) => yearOf(day) === year).last();
}
