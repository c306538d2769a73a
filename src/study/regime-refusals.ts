import type { Panel } from "../market/panel.ts";
import { type CausalPeriods, spellsIn } from "../regime/labelled.ts";
import { followsItsReads } from "../regime/other-worlds.ts";
import type { CausalRegime } from "../regime/rule.ts";

/** Months of a state below which its statistics say nothing, and a p-value of it is not given. */
export const THIN = 24;

/** Spells of a state below which it is one event, of which nothing was seen again. */
const SPELLS = 2;

/** Why so few months or spells have no p-value; null where there are enough. */
export function tooFew(periods: CausalPeriods): string | null {
  const spells = spellsIn(periods);
  for (const [index, label] of periods.labels.entries()) {
    const months = periods.of.filter((state) => state === index).length;
    const count = spells.filter((spell) => spell.label === label).length;
    if (months > 0 && months < THIN)
      return `${counted(months, "month")} of "${label}" ${months === 1 ? "is" : "are"} too few; ${THIN} are needed`;
    if (months > 0 && spells.length > 1 && count < SPELLS)
      return `"${label}" came in a single spell: one event, of which nothing was seen again`;
  }
  return null;
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;

/** Why labels that no figure of the data would change have no p-value; null where one would. */
export function typed(rule: CausalRegime, states: CausalPeriods, panel: Panel): string | null {
  const { first, last } = panel.calendar;
  const several = new Set(states.of.filter((state) => state >= 0)).size > 1;
  return several && !followsItsReads(rule, panel, states, first, last)
    ? "the labels stay the same whatever the values of what the rule reads: they are dates chosen beforehand by whoever wrote it, with the outcome in sight"
    : null;
}
