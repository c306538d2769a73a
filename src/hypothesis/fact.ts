import type { Day } from "../series/day.ts";

const FACT = Symbol("fact");

/** What may be known of a measured number beside its value. */
export interface FactExtras {
  /** The day of an extreme or an event. */
  readonly day?: Day;
  /** A 95 % confidence interval. */
  readonly interval?: readonly [number, number];
  /** Observations behind it. */
  readonly count?: number;
}

/** A number that came out of the data of a run: paths and findings make it, and nothing else can. */
export interface Fact extends FactExtras {
  readonly [FACT]: true;
  readonly value: number;
}

/** Marks a number as measured. */
export function fact(value: number, extras: FactExtras = {}): Fact {
  return { [FACT]: true, value, ...extras };
}

/** Whether a value came out of the data of a run. */
export function isFact(value: unknown): value is Fact {
  return typeof value === "object" && value !== null && FACT in value;
}
