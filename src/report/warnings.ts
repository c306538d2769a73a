import { listed } from "../series/format.ts";
import type { Findings, RegimeFinding } from "../study/findings.ts";
import { idleIn } from "./idle.ts";

type Named = (one: { readonly id: string; readonly title: string }) => string;

/**
 * Warnings of what ran without a word and says less than it seems: rules that never told two states apart,
 * rules that are typed dates, and strategies that decide by a function that always answered the same. A
 * sentence each; none where there is nothing to warn of.
 */
export function warnings(findings: Findings, named: Named): readonly string[] {
  return [
    ...findings.regimes.flatMap((one) => unsplitWords(one, named)),
    ...datedWords(findings, named),
    ...unchangedWords(findings, named),
  ];
}

function unsplitWords(regime: RegimeFinding, named: Named): readonly string[] {
  const { causal, labels, unlabelled } = regime;
  const [only, second] = labels;
  if (!causal || second !== undefined) return [];
  const rule = `Rule ${named(regime)}`;
  if (only === undefined)
    return [`${rule} gave no label: a strategy that asks it always took one branch.`];
  const since = unlabelled === 0 ? "always took one branch" : "took one branch from its first on";
  return [`${rule} gave one label alone, ${named(only)}: a strategy that asks it ${since}.`];
}

function datedWords({ regimes }: Findings, named: Named): readonly string[] {
  const dated = regimes.filter((one) => one.dated).map(named);
  if (dated.length === 0) return [];
  const [rule, its] = dated.length === 1 ? ["rule", "its"] : ["rules", "their"];
  return [
    `The labels of ${rule} ${listed(dated)} stay the same whatever the values of what is read: ${its} dates were typed, so that no test may use them.`,
  ];
}

function unchangedWords(findings: Findings, named: Named): readonly string[] {
  const idle = idleIn(findings);
  const unchanged = findings.portfolios
    .filter((one) => one.weightChanges === 0 && !idle.includes(one))
    .map(named);
  if (unchanged.length === 0) return [];
  const its = unchanged.length === 1 ? "its" : "their";
  return [
    `${listed(unchanged)} decided by a function, and ${its} weights never changed: what it asks was never so, or always; a misspelt label reads alike.`,
  ];
}
