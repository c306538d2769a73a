import type { Fact } from "./fact.ts";

/**
 * What a measured number is counted in: `fraction` (shown as percent), `points` (a difference of
 * fractions), `times`, `count`, `day`, `correlation`, or the name of a unit such as `oz`.
 */
export type Unit =
  | "fraction"
  | "points"
  | "times"
  | "count"
  | "day"
  | "correlation"
  | (string & {});

/** One part of a claim: what was measured, what was claimed, and whether it holds. */
export interface Check {
  /** What was measured, as the beginning of a sentence. */
  readonly title: string;
  readonly fact: Fact;
  readonly unit: Unit;
  /** What was claimed: one number where it is one, words where it is not; null where nothing was claimed. */
  readonly claimed: number | string | null;
  /** What was claimed, with its tolerance, in words. */
  readonly expects: string | null;
  /** Null where it is reported only. */
  readonly holds: boolean | null;
  /** True where it is judged beside the claim and decides nothing: a sub-verdict. */
  readonly isAside?: true;
}

/** A check that bears on its claim. */
export type Deciding = Check & { readonly holds: boolean };

/** The checks that bear on a claim, in their order. */
export function decidingAmong(checks: readonly Check[]): Deciding[] {
  return checks.filter((check): check is Deciding => check.holds !== null && !check.isAside);
}

/** How far a measured number may lie from what was claimed: a fraction of it, or so much of its unit. */
export type Tolerance = { readonly relative: number } | { readonly points: number };
