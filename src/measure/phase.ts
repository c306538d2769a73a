import type { Spell } from "../regime/phases.ts";
import { yearsBetween } from "../series/day.ts";
import { chained, hitRate, volatility } from "./growth.ts";
import type { PhaseMeasures } from "./measures.ts";
import { mean } from "./moments.ts";
import { known, ROUNDING } from "./ratio.ts";
import { type Sample, spansYear } from "./sample.ts";
import { sharpe } from "./sharpe.ts";
import type { Track } from "./track.ts";

/**
 * Statistics of the returns inside one or more spells of a label: growth chain-linked over the spells,
 * the drawdown the deepest WITHIN any one of them, which begins at its own base. `allPeriods` is what
 * the share of time is a share of. Annual figures are null for under one year in all.
 */
export function phaseMeasures(
  sample: Track,
  spells: readonly Spell[],
  allPeriods: number,
): PhaseMeasures {
  const lived = clipped(spells, sample.wealth.length - 1);
  const returns = pick(sample.returns(), lived);
  const excess = pick(sample.excess(), lived);
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
    worst: returns.length === 0 ? null : lowest(returns),
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

/** The deepest fall inside a spell, its base a peak: `maxDrawdown` of its rows, without copying them. */
function deepest({ wealth }: Sample, { from, to }: Spell): number {
  let peak = 0;
  let least = 0;
  for (let row = from; row <= to; row += 1) {
    const value = wealth[row]!;
    peak = Math.max(peak, value);
    least = Math.min(least, value / peak - 1);
  }
  return least < -ROUNDING ? least : 0;
}

function lowest(values: Float64Array): number {
  let least = values[0]!;
  for (let t = 1; t < values.length; t += 1) least = Math.min(least, values[t]!);
  return least;
}
