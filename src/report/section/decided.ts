import { decimal, listed, percent, signedPercent } from "../../series/format.ts";
import type { PortfolioFinding } from "../../study/findings.ts";
import {
  BEHIND,
  countWords,
  type Decided,
  decisionWords,
  failures,
  isBehind,
  isDecided,
  plainClauses,
  powerWords,
  untestedWords,
} from "../decision.ts";
import { type Html, html } from "../html.ts";
import { idleIn, idleWords } from "../idle.ts";
import { warnings } from "../warnings.ts";
import { titleIn } from "./conditions.ts";
import { type Context, comparisonOf, LEADING_RIVALS, rivalsOf, shortTitleOf } from "./section.ts";

/** The strategy that the study names first. */
export function firstStrategy({ findings }: Context): PortfolioFinding | undefined {
  return findings.portfolios.find(({ role }) => role === "strategy");
}

/** Why nothing is tested of the first strategy, in a sentence without its point; null where something is. */
export function untested(context: Context): string | null {
  const strategy = firstStrategy(context);
  if (strategy === undefined) return null;
  return idleIn(context.findings).includes(strategy)
    ? `Nothing is tested of “${strategy.title}”, which was in cash throughout`
    : untestedWords(context.findings);
}

/** What was decided of the first strategy against the first two benchmarks, where it was tested. */
export function leadingDecisions(context: Context): readonly Decided[] {
  const strategy = firstStrategy(context);
  if (strategy === undefined || untested(context) !== null) return [];
  return rivalsOf(context)
    .slice(0, LEADING_RIVALS)
    .flatMap((rival) => comparisonOf(context, strategy.id, rival) ?? [])
    .filter(isDecided);
}

/** What bears on the leading decisions, in a plain line each, below the sentence that says how they stand. */
export function decisionInShort(context: Context): Html | null {
  const decided = leadingDecisions(context);
  if (decided.length === 0) return null;
  const sentence = (comparison: Decided) => {
    const clauses = plainClauses(comparison);
    return clauses.length === 0
      ? null
      : html`Against ${shortTitleOf(context, comparison.benchmark)} ${clauses.join("; ")}. `;
  };
  return html`<p>${decided.map(sentence)}<a href="#inference">What may be concluded</a></p>`;
}

/** Strategies in cash throughout, and rules and functions that told nothing apart: warned of before all else. */
export function idleCaution({ findings }: Context): Html | null {
  const named = ({ title }: { readonly title: string }) => `“${title}”`;
  const words = [idleWords(findings, named), ...warnings(findings, named)].join(" ").trim();
  return words === "" ? null : html`<p class="caution">${words}</p>`;
}

/** What no test can allow for, under the short answer. */
export function hindsight(context: Context): string {
  const decided = leadingDecisions(context);
  const beaten = decided.filter(({ decision }) => decision === "beats");
  const start =
    "This is the record of one past. No test can allow for the assets having been chosen afterwards";
  if (decided.length === 0)
    return `${start}, so nothing here says that a difference is more than luck.`;
  if (decided.every(isBehind)) return `${start}.`;
  if (beaten.length === 0)
    return `${start}. That a difference is not shown to be more than luck is not to say that there is none.`;
  return `${start}: that the tests are passed against ${listed(beaten.map(({ benchmark }) => shortTitleOf(context, benchmark)))} says that its months were more than chance, and not that anybody would have chosen these assets then.`;
}

/** What follows for a strategy that may not be said to have beaten its benchmark. */
function unbeaten(comparison: Decided): Html {
  if (isBehind(comparison)) return html`it is not better here: <strong>${BEHIND}</strong>`;
  return comparison.decision === "no evidence"
    ? html`it is <strong>not shown</strong> that it is better, nor that it is not`
    : html`it <strong>cannot be judged</strong> whether it is better: nothing that is known speaks against it, and not all is known`;
}

/** What one comparison shows and does not show, in a paragraph. */
export function decisionParagraph(context: Context, comparison: Decided): Html {
  const { benchmark, growthDifference, startDates, decision, bayes } = comparison;
  const rival = shortTitleOf(context, benchmark);
  const { estimate, low, high, reason } = growthDifference;
  const clear = low !== null && high !== null && (low > 0 || high < 0);
  const grew =
    estimate === null
      ? html`How much more it grew is not known: ${reason}.`
      : html`It grew <strong>${percent(Math.abs(estimate))}</strong> a year ${estimate < 0 ? "less" : "more"} than ${rival} (growth of the wealth ratio, compounded).${
          low === null || high === null
            ? html` How far chance could have moved that is not known: ${reason}.`
            : html` Had the same months come in another mix, it would mostly have been between <strong>${signedPercent(low)}</strong> and <strong>${signedPercent(high)}</strong> (95 % of the resampled records), ${clear ? "which is clear of zero" : "which has zero in it"}.`
        }`;
  const missing = failures(comparison, (one) => titleIn(context, one));
  const told =
    decision === "beats"
      ? html`It passes all ${comparison.evidence.length} conditions below, so it may be said to have <strong>beaten</strong> ${rival}.`
      : html`To be said to beat it, all conditions below have to hold: ${countWords(comparison)}. So ${unbeaten(comparison)}.`;
  const five = startDates.rolling.find(({ years }) => years === 5);
  const starts =
    startDates.share === null
      ? null
      : html` It ended ahead from ${percent(startDates.share, 0)} of the starts with five years left${
          five?.share == null
            ? null
            : html`, and in ${percent(five.share, 0)} of all spans of five years${five.low === null || five.high === null ? null : html` (${percent(five.low, 0)} to ${percent(five.high, 0)} where both grow alike)`}`
        }; such spans overlap, and amount to ${decimal(five?.effective ?? startDates.effective, 1)} that do not.`;
  const belief =
    bayes.annual === null
      ? null
      : html` Whoever held beforehand that such a strategy gains about nothing over its benchmark, give or take 2 % of alpha a year, would now hold an alpha of <strong>${signedPercent(bayes.annual)}</strong> a year (${signedPercent(bayes.low)} to ${signedPercent(bayes.high)}).`;
  return html`<h3>Against ${rival}: ${decisionWords(comparison)}</h3>
<p>${grew} ${told}</p>
${missing.length > 0 && html`<details><summary>What is missing, in words</summary><ul class="plain">${missing.map((words) => html`<li>${words}</li>`)}</ul></details>`}
<details><summary>How long it would take to show, from which starts it was ahead, and what to believe</summary><p>${powerWords(comparison)}${starts}${belief}</p></details>`;
}
