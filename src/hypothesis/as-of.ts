import type { Facts } from "./facts.ts";

/**
 * Facts as they stood on a day: no path has a later row. What a run found by its variations and decisions
 * is of all its days, and is not told.
 */
export function asOf(facts: Facts, day: string): Facts {
  const { run, series, ratio, formula, known } = facts;
  return {
    ...facts,
    run: {
      phases: run.phases,
      wealth: (portfolio, unit) => run.wealth(portfolio, unit).until(day),
      variation: () => null,
      decision: () => null,
    },
    known: (id, on) => known(id, on < day ? on : day),
    series: (id, rows) => series(id, rows).until(day),
    ratio: (numerator, denominator, rows) => ratio(numerator, denominator, rows).until(day),
    formula: (text, rows) => formula(text, rows).until(day),
  };
}
