import { hedgedWealth } from "../market/numeraire.ts";
import { performance } from "../measure/performance.ts";
import { type Sample, sampleOf } from "../measure/sample.ts";
import type { Column } from "../series/series.ts";
import type { HedgedReading } from "./findings.ts";
import type { Unit } from "./units.ts";

/**
 * What a portfolio would have been in each unit that has a hedge, its books left as they are. `inBooks` is
 * its wealth in their currency, `cash` the return of cash there by period. Null where a hedge lost all.
 */
export function hedgedReadings(
  inBooks: Sample,
  units: readonly Unit[],
  cash: Column,
): Record<string, HedgedReading | null> {
  const { wealth, days, perYear } = inBooks;
  const readings = units.flatMap((unit): [string, HedgedReading | null][] => {
    const { price, riskless } = unit;
    const { id, hedge } = unit.numeraire;
    if (price === null || hedge === 0) return [];
    const hedged = hedgedWealth(wealth, price, cash, hedge);
    if (!hedged.every((value) => value > 0)) return [[id, null]];
    const own = riskless.subarray(0, wealth.length - 1);
    const found = performance(sampleOf(hedged, days, own, perYear));
    const { cagr, volatility, sharpe, maxDrawdown } = found;
    return [[id, { ratio: hedge, cagr, volatility, sharpe, maxDrawdown }]];
  });
  return Object.fromEntries(readings);
}
