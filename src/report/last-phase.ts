import type { Findings, NumeraireFinding } from "../study/findings.ts";

/** What was gained since the last phase began. */
export interface LastPhase {
  readonly title: string;
  /** `5 months`. */
  readonly length: string;
  readonly to: string;
  /** The first unit, in which it is told. */
  readonly unit: NumeraireFinding;
  /** The total return of a portfolio by its id, not annualised; null where it is not known. */
  readonly returned: (portfolio: string) => number | null;
}

/** The last phase of the first regime dated with hindsight; null where there is none, or it came before. */
export function lastPhaseOf({ regimes, numeraires, period }: Findings): LastPhase | null {
  const regime = regimes.find(({ causal }) => !causal);
  const spell = regime?.spells.at(-1);
  const [unit] = numeraires;
  if (regime === undefined || spell === undefined || unit === undefined) return null;
  if (regime.spells.filter(({ label }) => label === spell.label).length > 1) return null;
  const word = period.frequency === "monthly" ? "month" : "trading day";
  return {
    title: regime.labels.find(({ id }) => id === spell.label)?.title ?? spell.label,
    length: `${spell.periods} ${word}${spell.periods === 1 ? "" : "s"}`,
    to: spell.to,
    unit,
    returned: (portfolio) =>
      regime.statistics[spell.label]?.[portfolio]?.[unit.id]?.totalReturn ?? null,
  };
}
