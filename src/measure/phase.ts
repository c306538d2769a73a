import type { Spell } from "../regime/phases.ts";
import { yearsBetween } from "../series/day.ts";
import { maxDrawdown, underwater } from "./drawdown.ts";
import { chained, hitRate, volatility } from "./growth.ts";
import type { PhaseMeasures } from "./measures.ts";
import { mean } from "./moments.ts";
import { known } from "./ratio.ts";
import { excessOver, type Sample, spansYear } from "./sample.ts";
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
  const { wealth, riskless } = sample;
  const returns = picked(lived, (t) => wealth[t + 1]! / wealth[t]! - 1);
  const excess = excessOver(
    returns,
    picked(lived, (t) => riskless[t]!),
  );
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
    mean: annual ? known(mean(returns) * sample.perYear) : null,
    worst: returns.length === 0 ? null : returns.reduce((a, b) => Math.min(a, b)),
  };
}

/** The spells as far as the sample reaches, which a ruin may have ended early. */
function clipped(spells: readonly Spell[], last: number): Spell[] {
  return spells
    .map((spell) => ({ ...spell, to: Math.min(spell.to, last) }))
    .filter(({ from, to }) => to > from);
}

/** A value for each period inside the spells. */
function picked(spells: readonly Spell[], valueAt: (t: number) => number): Float64Array {
  const values = new Float64Array(spells.reduce((sum, { from, to }) => sum + to - from, 0));
  let at = 0;
  for (const { from, to } of spells)
    for (let t = from; t < to; t += 1) {
      values[at] = valueAt(t);
      at += 1;
    }
  return values;
}

function spellYears(sample: Sample, { from, to }: Spell): number {
  return yearsBetween(sample.days[from]!, sample.days[to]!);
}

function deepest({ wealth }: Sample, { from, to }: Spell): number {
  const rows = new Float64Array(to - from + 1);
  for (let row = 0; row < rows.length; row += 1) rows[row] = wealth[from + row]!;
  return maxDrawdown(underwater(rows));
}
