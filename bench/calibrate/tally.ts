import type { Interval } from "../../src/inference/interval.ts";
import { isUnknown, type Unknown } from "../../src/input/unknown.ts";

/** What is measured: false alarms, what thresholds let through, intervals that cover, finds. */
export const TABLES = ["level", "threshold", "coverage", "power"] as const;
export type Table = (typeof TABLES)[number];

/** Counts of one row of a table. */
export interface Counts {
  asked: number;
  /** Worlds that had an answer. */
  answers: number;
  /** Those with p at most 5 %, or in which the event came to pass. */
  hits: number;
  /** Those with p at most 1 %; null for an event. */
  rare: number | null;
}

export type Tally = Readonly<Record<Table, ReadonlyMap<string, Counts>>>;

/** Takes down what a world said: a p-value, whether something came to pass, or null for no answer. */
export type Note = (table: Table, title: string, value: number | boolean | null) => void;

/** An empty tally and the hand that fills it. */
export function tallying(): { readonly tally: Tally; readonly note: Note } {
  const tally: Record<Table, Map<string, Counts>> = {
    level: new Map(),
    threshold: new Map(),
    coverage: new Map(),
    power: new Map(),
  };
  const note: Note = (table, title, value) => {
    const counts = tally[table].get(title) ?? { asked: 0, answers: 0, hits: 0, rare: null };
    tally[table].set(title, counts);
    counts.asked += 1;
    if (value === null) return;
    counts.answers += 1;
    if (typeof value === "boolean") counts.hits += value ? 1 : 0;
    else {
      counts.hits += value <= 0.05 ? 1 : 0;
      counts.rare = (counts.rare ?? 0) + (value <= 0.01 ? 1 : 0);
    }
  };
  return { tally, note };
}

/** The p-value of an answer; null of none. */
export function pOf(answer: { readonly p: number | null } | Unknown): number | null {
  return isUnknown(answer) ? null : answer.p;
}

/** Whether an interval holds the true value; null where there is none. */
export function covers(
  interval: Interval | Unknown | null | undefined,
  truth: number,
): boolean | null {
  if (interval === null || interval === undefined || isUnknown(interval)) return null;
  return interval.lower <= truth && truth <= interval.upper;
}
