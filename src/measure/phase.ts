import type { Spell } from "../regime/phases.ts";
import { yearsBetween } from "../series/day.ts";
import { maxDrawdown, underwater } from "./drawdown.ts";
import { chained, hitRate, volatility } from "./growth.ts";
import type { PhaseMeasures } from "./measures.ts";
import { known } from "./ratio.ts";
import { excessOver, returnsOf, type Sample, spansYear } from "./sample.ts";
import { sharpe } from "./sharpe.ts";

/**
 * Statistics of the returns inside one or more spells of a label: growth chain-linked over the spells,
 * the drawdown the deepest WITHIN any one of them, which begins at its own base. `allPeriods` is what
 * the share of time is a share of. Annual figures are null for under one year in all.
 */
export function phaseMeasures(
  sample: Sample,
  spells: readonly Spell[],
  allPeriods: number,
): PhaseMeasures {
  const lived = clipped(spells, sample.wealth.length - 1);
  const returns = pick(returnsOf(sample.wealth), lived);
  const excess = excessOver(returns, pick(Float64Array.from(sample.riskless), lived));
  const years = lived.reduce((sum, spell) => sum + spellYears(sample, spell), 0);
  const total = chained(returns);
  const annual = spansYear(years);
  return {
    periods: returns.length,
    share: returns.length / allPeriods,
    totalReturn: returns.length === 0 ? null : total,
    cagr: annual ? known((1 + total) ** (1 / years) - 1) : null,
    volatility: annual ? known(volatility(returns, sample.perYear)) : null,
    sharpe: annual ? sharpe(excess, sample.perYear) : null,
    maxDrawdown:
      lived.length === 0 ? null : Math.min(0, ...lived.map((spell) => deepest(sample, spell))),
    hitRate: known(hitRate(returns)),
  };
}

/** The spells as far as the sample reaches, which a ruin may have ended early. */
function clipped(spells: readonly Spell[], last: number): Spell[] {
  return spells
    .map((spell) => ({ ...spell, to: Math.min(spell.to, last) }))
    .filter(({ from, to }) => to > from);
}

function pick(values: Float64Array, spells: readonly Spell[]): Float64Array {
  const picked = new Float64Array(spells.reduce((sum, { from, to }) => sum + to - from, 0));
  let at = 0;
  for (const { from, to } of spells) {
    picked.set(values.subarray(from, to), at);
    at += to - from;
  }
  return picked;
}

function spellYears(sample: Sample, { from, to }: Spell): number {
  return yearsBetween(sample.days[from]!, sample.days[to]!);
}

function deepest(sample: Sample, { from, to }: Spell): number {
  const rows = Float64Array.from({ length: to - from + 1 }, (_, row) => sample.wealth[from + row]!);
  return maxDrawdown(underwater(rows));
}
