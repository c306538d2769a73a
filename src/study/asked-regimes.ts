import type { Panel } from "../market/panel.ts";
import type { CausalPeriods } from "../regime/labelled.ts";
import { type CausalRegime, statesTogether } from "../regime/rule.ts";
import { checkRegime, type Regime } from "./regime-labels.ts";
import { typed } from "./regime-refusals.ts";

/** What a rule said on the rows of a run. */
export interface AskedRule {
  readonly states: CausalPeriods;
  /** Why its labels are dates and no finding; null where they follow from what it reads. */
  readonly dated: string | null;
}

/**
 * The rules of a study, asked before any of its strategies: a weight function is the study's own code, and what
 * it has seen to the end of the run a rule could remember.
 */
export function askedRules(
  regimes: readonly Regime[],
  panel: Panel,
): ReadonlyMap<Regime, AskedRule> {
  for (const one of regimes) checkRegime(one);
  const rules = regimes.filter((one): one is CausalRegime => one.causal);
  const { first, last } = panel.calendar;
  const found = statesTogether(rules, panel, first, last);
  return new Map(
    rules.map((rule, i) => {
      const states = found[i]!;
      return [rule, { states, dated: typed(rule, states, panel) }] as const;
    }),
  );
}
