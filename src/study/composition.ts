import { type Day, formatDay } from "../series/day.ts";
import type { Books } from "./books.ts";
import type { PortfolioFinding } from "./findings.ts";

/**
 * The targets of a portfolio from each row on which other ones were traded: `lag` rows after they were decided.
 * Until the first trade all is cash. What was decided and not traded before the end of the books is in none.
 */
export function compositionOf(
  { strategy, decisions, lag, end }: Books,
  days: readonly Day[],
): PortfolioFinding["composition"] {
  const nothing = new Float64Array(strategy.assets.length);
  const begun = decisions.some(({ row }) => row + lag === 0);
  const traded = decisions
    .filter(({ row }) => row + lag < end)
    .map(({ row, target }) => ({ at: row + lag, decided: row, target }));
  const targets = begun ? traded : [{ at: 0, decided: null, target: nothing }, ...traded];
  return targets
    .filter(({ target }, at) => at === 0 || !isSame(target, targets[at - 1]!.target))
    .map(({ at, decided, target }) => ({
      from: formatDay(days[at]!),
      decided: decided === null ? null : formatDay(days[decided]!),
      weights: Object.fromEntries(strategy.assets.map((asset, i) => [asset, target[i]!])),
    }));
}

function isSame(a: Float64Array, b: Float64Array): boolean {
  return a.every((weight, i) => weight === b[i]);
}
