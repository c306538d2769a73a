import { type Day, formatDay } from "../series/day.ts";
import type { Column, Days } from "../series/series.ts";
import { type Fact, fact } from "./fact.ts";

/** Fractions of a level at which an attempt at it opens, has broken it, and has failed. */
export interface Thresholds {
  /** An attempt opens at a close of at least this multiple of the level. */
  readonly opens: number;
  /** A close above this multiple has broken the level. */
  readonly breaks: number;
  /** A close below this multiple has failed, or has lost a level that was broken. */
  readonly fails: number;
}

/** One attempt of a path at a level; days as `YYYY-MM-DD`. */
export interface Attempt {
  readonly from: string;
  /** The day on which it broke the level or failed; null where it has done neither yet. */
  readonly to: string | null;
  readonly outcome: "broke" | "failed" | "open";
  /** The highest value while it lasted, its end included. */
  readonly maximum: Fact;
  /** After a break: the day on which the level was lost again, or null. */
  readonly lost: string | null;
}

/** The attempts at a level in order of time. */
export interface Attempts {
  readonly list: readonly Attempt[];
  /** How many broke the level; `day` is that of the first break. */
  readonly broke: Fact;
  /** How many failed; `day` is that of the first failure. */
  readonly failed: Fact;
}

interface Trying {
  readonly from: number;
  /** The row of the highest value so far. */
  highest: number;
  to: number | null;
  outcome: Attempt["outcome"];
  lost: number | null;
}

/**
 * Attempts at a level from below: one opens at the first close of at least `opens` times the level, coming
 * from below `fails` times it or from the start; it breaks at the first close above `breaks` times the level
 * and fails at the first close below `fails` times it. After a break nothing opens until the level is lost.
 */
export function attemptsAt(
  days: Days,
  values: Column,
  level: number,
  { opens, breaks, fails }: Thresholds,
): Attempts {
  const tried: Trying[] = [];
  let now: Trying | null = null;
  for (let row = 0; row < days.length; row += 1) {
    const value = values[row]!;
    if (now?.outcome === "broke") {
      if (value >= fails * level) continue;
      now.lost = row;
      now = null;
    }
    if (now === null) {
      if (value < opens * level) continue;
      now = { from: row, highest: row, to: null, outcome: "open", lost: null };
      tried.push(now);
    }
    if (value > values[now.highest]!) now.highest = row;
    if (value > breaks * level) {
      now.outcome = "broke";
      now.to = row;
    } else if (value < fails * level) {
      now.outcome = "failed";
      now.to = row;
      now = null;
    }
  }
  const dayAt = (row: number | null) => (row === null ? null : formatDay(days[row]!));
  return {
    list: tried.map(({ from, highest, to, outcome, lost }) => ({
      from: formatDay(days[from]!),
      to: dayAt(to),
      outcome,
      maximum: fact(values[highest]!, { day: days[highest]! }),
      lost: dayAt(lost),
    })),
    broke: ended(tried, "broke", days),
    failed: ended(tried, "failed", days),
  };
}

/** How many attempts ended in one way, and the day of the first of them. */
function ended(tried: readonly Trying[], outcome: Attempt["outcome"], days: Days): Fact {
  const ends = tried.filter((one) => one.outcome === outcome).map(({ to }) => days[to!]! as Day);
  return fact(ends.length, ends.length === 0 ? {} : { day: ends[0]! });
}
