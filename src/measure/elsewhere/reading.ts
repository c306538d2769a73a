import type { Facts, Pair } from "./facts.ts";

/** What is printed: a number, a day as text, or null where there is nothing to print. */
export type Printed = number | string | null;

/** One definition of a measure: whose it is, how it reckons, and what it gives. */
export interface Definition {
  /** `assay` for our own. */
  readonly tool: string;
  /** What the definition does, in a few words. */
  readonly how: string;
  /** True where the definition presumes one row a trading day. */
  readonly daily?: boolean;
  readonly of: (facts: Facts) => Printed;
}

/** The same, for a measure of a portfolio against a benchmark. */
export interface PairDefinition {
  readonly tool: string;
  readonly how: string;
  readonly of: (pair: Pair) => Printed;
}

/** What one tool prints for one series. */
export interface Reading {
  /** Key of the measure in the findings. */
  readonly measure: string;
  readonly tool: string;
  readonly how: string;
  readonly value: Printed;
}

export const OURS = "assay";
