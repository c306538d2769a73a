import { isDecided, standing } from "../report/decision.ts";
import { idleWords } from "../report/idle.ts";
import type { Findings } from "../study/findings.ts";

/**
 * Strategies that were in cash throughout, what no statistic of a run can allow for, and the first sentence
 * of the study's own caveats.
 */
export function caution(findings: Findings): string {
  const [own = ""] = findings.study.caveats;
  const idle = idleWords(findings, ({ id }) => id);
  const first = /^.*?[.!?](?=\s|$)/s.exec(own)?.[0] ?? own;
  const hindsight = `${idle === "" ? "no" : "No"} test in this run allows for assets that were chosen afterwards.`;
  return [idle, hindsight, first].filter((words) => words !== "").join(" ");
}

/** Rivals of which the decision is told. */
const TOLD = 2;

/** Whether the first strategy beats the first two benchmarks, in a sentence; nothing where it was not asked. */
export function decision({ portfolios, comparisons }: Findings): string {
  const strategy = portfolios.find(({ role }) => role === "strategy");
  const decided = comparisons
    .filter(({ portfolio }) => portfolio === strategy?.id)
    .filter(isDecided)
    .slice(0, TOLD);
  if (decided.length === 0) return "";
  const words = decided.map((one) => `Against ${one.benchmark} ${standing(one)}.`);
  return `Is ${strategy?.id} better by more than luck? ${words.join(" ")} See "What may be concluded" in the report.`;
}

/** Portfolios whose rules trade at the very close that they decide on, which nobody can do. */
export function sameClose({ portfolios }: Findings): string[] {
  return portfolios.filter(({ weights, lag }) => weights === null && lag === 0).map(({ id }) => id);
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
