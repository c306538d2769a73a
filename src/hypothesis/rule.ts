import type { Deciding } from "./check.ts";

/** What the parts of a claim amount to under one choice of each kind. */
export type Answer = "supported" | "partly" | "refuted";

/** From the parts that were claimed, in the order of the test, to the answer. */
export type Rule = (decided: readonly Deciding[]) => Answer;

/** Supported where all parts hold, partly where some do, refuted where none does. */
export const allOrSome: Rule = (checks) => atLeastHold(1)(checks);

/** Supported where all parts hold, refuted otherwise. */
export const allOrNothing: Rule = (checks) =>
  checks.every(({ holds }) => holds) ? "supported" : "refuted";

/** Supported where all parts hold, partly where at least so many do. */
export function atLeastHold(least: number): Rule {
  return (checks) => {
    const holding = checks.filter(({ holds }) => holds).length;
    if (holding === checks.length) return "supported";
    return holding >= least ? "partly" : "refuted";
  };
}
