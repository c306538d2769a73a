import { type Unknown, unknown } from "../input/unknown.ts";
import type { Calendar } from "../market/calendar.ts";
import { periodsPerYear } from "../market/calendar.ts";
import { sampleOf } from "../measure/sample.ts";
import { type Track, trackOf } from "../measure/track.ts";
import { formatDay, monthOf, weekdayOf } from "../series/day.ts";
import type { Column } from "../series/series.ts";
import type { Measured } from "./measured.ts";

/** A portfolio at the ends of months, as all inference sees it, whatever the frequency of the run. */
export interface Monthly {
  readonly id: string;
  readonly title: string;
  readonly role: "strategy" | "benchmark";
  /** What it may hold. */
  readonly assets: readonly string[];
  /** In every unit of the run, in their order; unknown after ruin, which leaves no returns to resample. */
  readonly tracks: readonly Track[] | Unknown;
}

/** Rows that inference needs: returns are one fewer. */
const FEWEST_ROWS = 2;

/** A portfolio of a run at the rows given. */
export function monthlyOf({ books, samples }: Measured, rows: readonly number[]): Monthly {
  const { strategy, role, ledger } = books;
  const { id, title, assets } = strategy;
  const ruin = ledger.ruin;
  const days = samples[0]!.days;
  const reason =
    ruin !== undefined
      ? unknown(`${title} was ruined on ${formatDay(days[ruin]!)}: no returns follow`)
      : tooFew(rows);
  return {
    id,
    title,
    role,
    assets,
    tracks: reason ?? samples.map((sample) => atRows(sample, rows)),
  };
}

/** Why a run has no returns from month to month; null where it has. */
export function tooFew(rows: readonly number[]): Unknown | null {
  return rows.length >= FEWEST_ROWS
    ? null
    : unknown(
        `the run has ${rows.length === 1 ? "one month-end" : "no month-end"}: no month is whole`,
      );
}

/**
 * A sample at some of its rows: wealth as it stood, and the riskless rates between them compounded. The
 * sample itself where the rows are all of its own.
 */
export function atRows(sample: Track, rows: readonly number[]): Track {
  const isWhole = rows.length === sample.wealth.length;
  if (isWhole && sample.perYear === periodsPerYear.monthly) return sample;
  return trackOf(
    sampleOf(
      Float64Array.from(rows, (row) => sample.wealth[row]!),
      rows.map((row) => sample.days[row]!),
      risklessBetween(sample.riskless, rows),
      periodsPerYear.monthly,
    ),
  );
}

/** Riskless rates of the periods between some rows, compounded. */
export function risklessBetween(riskless: Column, rows: readonly number[]): Float64Array {
  return Float64Array.from({ length: Math.max(0, rows.length - 1) }, (_, t) => {
    let growth = 1;
    for (let row = rows[t]!; row < rows[t + 1]!; row += 1) growth *= 1 + riskless[row]!;
    return growth - 1;
  });
}

/**
 * The rows of a run, from its base row 0, that end a month: all of them on monthly data; on daily data each
 * after which another month begins, with the next trading day or, at the end of the data, the next weekday.
 */
export function monthEndsOf({ frequency, days, first, last }: Calendar): number[] {
  const rows = Array.from({ length: last - first + 1 }, (_, row) => row);
  if (frequency === "monthly") return rows;
  return rows.filter((row) => {
    const day = days[first + row]!;
    return monthOf(days[first + row + 1] ?? weekdayAfter(day)) !== monthOf(day);
  });
}

const SATURDAY = 6;

function weekdayAfter(day: number): number {
  const next = day + 1;
  const weekday = weekdayOf(next);
  if (weekday === SATURDAY) return next + 2;
  return weekday === 0 ? next + 1 : next;
}
