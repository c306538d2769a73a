import { isDecided, standing, untestedWords } from "../report/decision.ts";
import { idleIn, idleWords } from "../report/idle.ts";
import { sameCloseIn } from "../report/same-close.ts";
import { warnings } from "../report/warnings.ts";
import { listed } from "../series/format.ts";
import type { Findings } from "../study/findings.ts";

/**
 * What is to be known before any figure: strategies that were in cash throughout, rules and functions that
 * never told anything apart, prices that are missing in months in which they are held. Mostly empty.
 */
export function forewarning(findings: Findings): string {
  const named = ({ id }: { readonly id: string }) => id;
  return [idleWords(findings, named), ...warnings(findings, named), carriedWords(findings)]
    .filter((words) => words !== "")
    .join(" ");
}

/** Gaps that are told one by one; of more, how many there are. */
const GAPS_TOLD = 3;

/** The months without a price in which something was held, whoever held it; empty without any. */
function carriedWords({ portfolios }: Findings): string {
  const texts = portfolios.flatMap(({ ledger }) =>
    ledger.events.filter(({ kind }) => kind === "no price").map(({ text }) => text),
  );
  const gaps = [...new Set(texts)];
  const more = gaps.length - GAPS_TOLD;
  const told = gaps.slice(0, GAPS_TOLD).map((text) => `${text[0]!.toUpperCase()}${text.slice(1)}.`);
  return [
    ...told,
    ...(more > 0 ? [`${more} more such ${more === 1 ? "gap" : "gaps"}: see the events.`] : []),
  ].join(" ");
}

/** What no statistic of a run can allow for, and the first sentence of the study's own caveats. */
export function caution(findings: Findings): string {
  const [own = ""] = findings.study.caveats;
  const first = /^.*?[.!?](?=\s|$)/s.exec(own)?.[0] ?? own;
  const hindsight = "no test in this run allows for assets that were chosen afterwards.";
  return [hindsight, first].filter((words) => words !== "").join(" ");
}

/** Rivals of which the decision is told. */
const TOLD = 2;

/** Whether the first strategy beats the first two benchmarks, in a sentence; nothing where it was not asked. */
export function decision(findings: Findings): string {
  const { portfolios, comparisons } = findings;
  const strategy = portfolios.find(({ role }) => role === "strategy");
  const decided = comparisons
    .filter(({ portfolio }) => portfolio === strategy?.id)
    .filter(isDecided)
    .slice(0, TOLD);
  if (decided.length === 0 || strategy === undefined) return "";
  if (idleIn(findings).includes(strategy)) return "Nothing is tested of a strategy in cash.";
  const question = `Is ${strategy.id} better by more than luck?`;
  const why = untestedWords(findings);
  if (why !== null) return `${question} ${why}.`;
  const words = decided.map((one) => `Against ${one.benchmark} ${standing(one)}.`);
  return `${question} ${words.join(" ")} See "What may be concluded" in the report.`;
}

/** Portfolios whose rules trade at the very close that they decide on, in a sentence; empty without any. */
export function sameCloseWords(findings: Findings): string {
  const same = sameCloseIn(findings).map(({ id }) => id);
  if (same.length === 0) return "";
  const [trade, decide] = same.length === 1 ? ["trades", "it decides"] : ["trade", "they decide"];
  return `Same-close: ${listed(same)} ${trade} at the very close that ${decide} on, which nobody can do.`;
}

/** Assets that had no price at first, each once and in order of time: `id day (portfolio)`. */
export function lateAssets({ inputs, portfolios }: Findings): string[] {
  const starts = portfolios.flatMap(({ id, ledger }) =>
    ledger.events
      .filter(({ kind }) => kind === "asset start")
      .map(({ date, text }) => ({
        date,
        asset: inputs.find(({ title }) => text.startsWith(`${title} `))?.id ?? text,
        portfolio: id,
      })),
  );
  const sorted = starts.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const first = sorted.filter(
    ({ asset }, at) => sorted.findIndex((other) => other.asset === asset) === at,
  );
  return first.map(({ date, asset, portfolio }) => {
    const several = sorted.some((one) => one.asset === asset && one.portfolio !== portfolio);
    return `${asset} ${date} (${portfolio}${several ? " and others" : ""})`;
  });
}
