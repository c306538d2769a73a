import { chanceOfAgreement } from "../inference/regime-typed-dates.ts";
import type { Panel } from "../market/panel.ts";
import { type CausalPeriods, spellsIn } from "../regime/labelled.ts";
import { followsItsReads } from "../regime/other-worlds.ts";
import { type CausalRegime, ESTIMATED } from "../regime/rule.ts";

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

/** Chance below which labels that agree on walks at random are taken to be dates. */
const BY_CHANCE = 0.001;

/** Why labels that the figures of the data do not decide have no p-value; null where they do. */
export function typed(rule: CausalRegime, states: CausalPeriods, panel: Panel): string | null {
  const { first, last } = panel.calendar;
  const several = new Set(states.of.filter((state) => state >= 0)).size > 1;
  if (!several) return null;
  const following = followsItsReads(rule, panel, states, first, last);
  if (following === "same labels")
    return "the labels stay the same whatever the values of what the rule reads: they are dates chosen beforehand by whoever wrote it, with the outcome in sight";
  if (following === "gives up")
    return "the rule fails on other values than those of the data, so that its labels were not shown to depend on them";
  // An estimated rule reads nothing but its series; in both worlds it would have to be estimated anew.
  if (rule[ESTIMATED] === true) return null;
  return chanceOfAgreement(rule, panel, states, first, last) < BY_CHANCE
    ? "the labels hang on dates more than on what the rule reads: where that walks at random they come at the same times, more than chance allows"
    : null;
}
