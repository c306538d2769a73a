import { decimal, listed, percent, signedPercent } from "../../series/format.ts";
import type { PortfolioFinding } from "../../study/findings.ts";
import {
  countWords,
  DECISION_WORDS,
  type Decided,
  failures,
  isDecided,
  powerWords,
  standing,
  yearsClause,
} from "../decision.ts";
import { type Html, html } from "../html.ts";
import { idleWords } from "../idle.ts";
import { titleIn } from "./conditions.ts";
import { type Context, comparisonOf, LEADING_RIVALS, rivalsOf, shortTitleOf } from "./section.ts";

/** The strategy that the study names first. */
export function firstStrategy({ findings }: Context): PortfolioFinding | undefined {
  return findings.portfolios.find(({ role }) => role === "strategy");
}

/** What was decided of the first strategy against the first two benchmarks. */
export function leadingDecisions(context: Context): readonly Decided[] {
  const strategy = firstStrategy(context);
  if (strategy === undefined) return [];
  return rivalsOf(context)
    .slice(0, LEADING_RIVALS)
    .flatMap((rival) => comparisonOf(context, strategy.id, rival) ?? [])
    .filter(isDecided);
}

/** Whether the differences are more than luck, for the short answer. */
export function decisionInShort(context: Context): Html | null {
  const decided = leadingDecisions(context);
  if (decided.length === 0) return null;
  const sentence = (comparison: Decided) => {
    const rival = shortTitleOf(context, comparison.benchmark);
    const years = comparison.decision === "beats" ? null : yearsClause(comparison);
    const [verdict, ...rest] = standing(comparison).split(":");
    return html` Against ${rival}: <strong>${verdict}</strong>:${rest.join(":")}${years === null ? "" : `; ${years}`}.`;
  };
  return html`<p>Is that more than luck?${decided.map(sentence)} <a href="#inference">What may be concluded</a></p>`;
}

/** The words of caution under the short answer: strategies in cash throughout, and what no test can allow for. */
export function hindsight(context: Context): string {
  const idle = idleWords(context.findings, ({ title }) => `“${title}”`);
  return [idle, luckWords(context)].filter((words) => words !== "").join(" ");
}

function luckWords(context: Context): string {
  const decided = leadingDecisions(context);
  const beaten = decided.filter(({ decision }) => decision === "beats");
  const start =
    "This is the record of one past. No test can allow for the assets having been chosen afterwards";
  if (decided.length === 0)
    return `${start}, so nothing here says that a difference is more than luck.`;
  if (beaten.length === 0)
    return `${start}, and even without that it is not shown that the strategy is better than ${listed(decided.map(({ benchmark }) => shortTitleOf(context, benchmark)))}: some conditions of this run are not met, which is not to say that it is no better.`;
  return `${start}: that the tests are passed against ${listed(beaten.map(({ benchmark }) => shortTitleOf(context, benchmark)))} says that its months were more than chance, and not that anybody would have chosen these assets then.`;
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
      : html`To be said to beat it, all conditions below have to hold: ${countWords(comparison)}. What is missing: ${missing.join("; ")}. So ${
          decision === "no evidence"
            ? html`it is <strong>not shown</strong> that it is better, nor that it is not`
            : html`it <strong>cannot be judged</strong> whether it is better: nothing that is known speaks against it, and not all is known`
        }.`;
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
  return html`<h3>Against ${rival}: ${DECISION_WORDS[decision]}</h3>
<p>${told} ${grew}</p>
<details><summary>How long it would take to show, from which starts it was ahead, and what to believe</summary><p>${powerWords(comparison)}${starts}${belief}</p></details>`;
}
