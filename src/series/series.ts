import type { Day } from "./day.ts";

/** Read-only numbers by row. NaN means "not known"; it never means zero. */
export interface Column {
  readonly length: number;
  readonly [row: number]: number;
}

/** Read-only days by row, strictly ascending. */
export interface Days {
  readonly length: number;
  readonly [row: number]: Day;
}

/** Values by day: what the kernels of this folder take and give. */
export interface Dated {
  readonly days: Days;
  readonly values: Column;
}

/**
 * What the numbers of a series are:
 * `price` a quoted price without income; `total` an index with income reinvested (only its returns
 * mean anything); `yield` and `rate` in percent per year; `index` a published index level; `amount` a
 * stock or flow of money, or any other measured quantity.
 */
export type SeriesKind = "price" | "total" | "yield" | "rate" | "index" | "amount";

/** One source inside a spliced series, in force from a day until the next part begins. */
export interface Part {
  /** Id of the series that is in force. */
  readonly id: string;
  readonly from: Day;
  /** True when it stands in for something it is not (a company for an industry, say). */
  readonly proxy: boolean;
}

export type Period = "month" | "quarter";

/**
 * What can be wrong with figures: `order` days that do not ascend; `value` a number that is not finite
 * or cannot be of its kind; `gap` days without a value; `jump` a move out of all proportion; `spike`
 * one that reverts at once; `stale` one value repeated; `end` a series that ended long ago; `seam` a
 * step where one source takes over from another; `disagreement` days on which another source of the
 * same thing says something else; `adjustment` income that was taken back, as where adjusted rows of two
 * downloads were joined.
 */
export type FaultKind =
  | "order"
  | "value"
  | "gap"
  | "jump"
  | "spike"
  | "stale"
  | "end"
  | "seam"
  | "disagreement"
  | "adjustment";

/** A fault that is known beforehand, from a day to a day, and why the figures are left as they are. */
export interface ExpectedFault {
  readonly kind: FaultKind;
  readonly from: Day;
  readonly to: Day;
  readonly reason: string;
}

/** One dated quantity with a unit, an origin and a publication lag. */
export interface Series {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly kind: SeriesKind;
  /** The day of each value; for a period (month, quarter) the last day of the period. */
  readonly days: Days;
  readonly values: Column;
  /** Set where a value stands for a whole period, which ends on its day; else it is of that day alone. */
  readonly period?: Period;
  /** Days from the end of the reference period to publication; 0 for a price known at its close. */
  readonly lag: number;
  /**
   * Set where a decision waits for more than the lag: for the close of so many months after that in which the
   * period ends. 1 is the last trading day of the month after.
   */
  readonly usableAtMonthEnd?: number;
  /** Why its values were not known at the time; absent where they were. No decision may read it. */
  readonly hindsight?: string;
  /** The day on which each value was first published, where the source tells it; otherwise day + lag. */
  readonly known?: Column;
  /**
   * Set for a price that leaves out the income of its owner: the id of the series that has it, or null
   * where there is none. Absent where nothing is left out (metals, coins, total-return indices).
   */
  readonly withIncome?: string | null;
  /** The price alone, where the file of a price with its income has that too: for checks, not for returns. */
  readonly beside?: Dated;
  /** Another source of the same thing, and how far the two may part, as a share. */
  readonly sameAs?: { readonly id: string; readonly within: number };
  /** Why nobody can hold it, where it is a price of something that cannot be held (spot oil, an exchange rate). */
  readonly notHeld?: string;
  /** For a formula: its value row by row, out of the columns of its inputs on any calendar. */
  readonly byRow?: (columns: Readonly<Record<string, Column>>, rows: number) => Float64Array;
  /** Where the numbers come from, in words; a derived series names its inputs. */
  readonly origin: string;
  readonly terms: string;
  /** Ids of the series it was derived from; empty for one that was read. */
  readonly inputs: readonly string[];
  /** The parts of a splice in order of time; empty for an unspliced series. */
  readonly parts: readonly Part[];
  /** Days whose value was never published and was filled in by a declared rule. */
  readonly filled: readonly Day[];
  /** Known faults of the source, in words. */
  readonly faults: readonly string[];
  /** Faults that a check of its figures finds and that are known. */
  readonly expected?: readonly ExpectedFault[];
}
