import type { Measures } from "../../measure/measures.ts";
import {
  decimal,
  inSentence,
  multiple,
  percent,
  shortTitle,
  signedPercent,
  significant,
} from "../../series/format.ts";
import type { NumeraireFinding, PortfolioFinding } from "../../study/findings.ts";
import { dotRows } from "../chart/dot-rows.ts";
import { countWords } from "../decision.ts";
import { defined } from "../defined.ts";
import { type Html, html } from "../html.ts";
import { numberColumns, table } from "../table.ts";
import { decisionInShort, hindsight, leadingDecisions } from "./decided.ts";
import { largestLeg } from "./legs.ts";
import {
  assetTitle,
  type Context,
  comparisonOf,
  figureBlock,
  LEADING_RIVALS,
  named,
  required,
  rivalsOf,
  type Section,
  shortTitleOf,
} from "./section.ts";
import { weakestLink } from "./sensitivity.ts";

/** The two units that the short answer speaks in: the first two of the study. */
function spoken({ findings }: Context): readonly NumeraireFinding[] {
  return findings.numeraires.slice(0, 2);
}

function measuresIn(portfolio: PortfolioFinding, unit: NumeraireFinding): Measures {
  return required(portfolio.measures, unit.id, "measures");
}

function growthWords(portfolio: PortfolioFinding, unit: NumeraireFinding): Html {
  const { cagr, totalReturn } = measuresIn(portfolio, unit);
  const figure = cagr === null ? signedPercent(totalReturn) : signedPercent(cagr);
  return html`<strong>${figure}</strong> ${cagr === null ? "in all" : "a year"} in ${inSentence(unit.title)}`;
}

function depthWords(portfolio: PortfolioFinding, unit: NumeraireFinding): Html {
  return html`<strong>${percent(measuresIn(portfolio, unit).maxDrawdown)}</strong> in ${inSentence(unit.title)}`;
}

/** Parts of a sentence with "and" before the last. */
function joined(parts: readonly Html[]): Html {
  return html`${parts.map((part, place) => [place === 0 ? "" : place === parts.length - 1 ? " and " : ", ", part])}`;
}

/** The answer in three sentences for the strategy that the study names first, its rivals beside it; then what bears on it. */
function sentences(context: Context, strategy: PortfolioFinding): Html {
  const { period, portfolios, study } = context.findings;
  const units = spoken(context);
  const leading = rivalsOf(context).slice(0, LEADING_RIVALS);
  const rivals = portfolios.filter(({ id }) => leading.includes(id));
  const grew = (portfolio: PortfolioFinding) =>
    joined(units.map((unit) => growthWords(portfolio, unit)));
  const fell = (portfolio: PortfolioFinding) =>
    joined(units.map((unit) => depthWords(portfolio, unit)));
  return html`<div class="answer">
<p>From ${period.from} to ${period.to} the strategy “${strategy.title}” ended with ${wealthWords(context, strategy, leading)}, whatever the unit: it grew ${grew(strategy)}${rivals.map((rival) => html`; ${shortTitleOf(context, rival.id)} grew ${grew(rival)}`)}.${strategy.ruined === null ? null : html` It was ruined on ${strategy.ruined}.`}</p>
${hanging(context, strategy)}
${luck(context)}</div>
<p>Its deepest fall was ${fell(strategy)}${rivals.map((rival) => html`; that of ${shortTitleOf(context, rival.id)} ${fell(rival)}`)}.</p>
${lastPhase(context, strategy, rivals)}
${decisionInShort(context)}
${study.caveats.map((caveat) => html`<p class="caution">${caveat}</p>`)}`;
}

/** Final wealth as multiples of that of the rivals. */
function wealthWords(
  context: Context,
  strategy: PortfolioFinding,
  rivals: readonly string[],
): Html | string {
  const ratios = rivals.flatMap((id) => {
    const ratio = comparisonOf(context, strategy.id, id)?.relativeWealth ?? null;
    return ratio === null
      ? []
      : [
          html`<strong>${significant(ratio)} times</strong> the wealth of ${shortTitleOf(context, id)}`,
        ];
  });
  return ratios.length === 0 ? "wealth that has no rival here" : joined(ratios);
}

/** The asset that gave most, and the one that the first comparison hangs on most, in a sentence. */
function hanging(context: Context, strategy: PortfolioFinding): Html | null {
  const [rival] = rivalsOf(context);
  const weakest = rival === undefined ? undefined : weakestLink(strategy, rival);
  const largest = largestLeg(strategy);
  const gave =
    largest === null
      ? null
      : html`${assetTitle(context, largest.asset)} alone gave <strong>${percent(largest.share, 0)}</strong> of its growth`;
  if (rival === undefined || weakest === undefined) return gave && html`<p>${gave}.</p>`;
  const isSame = weakest.asset === largest?.asset;
  const without = isSame ? "it" : assetTitle(context, weakest.asset);
  return html`<p>${gave}${gave === null ? "Without" : "; without"} ${without} the strategy would have ended with <strong>${significant(weakest.ratio)} times</strong> the wealth of ${shortTitleOf(context, rival)}.</p>`;
}

/** Whether it may be called more than luck, in a sentence. */
function luck(context: Context): Html | null {
  const decided = leadingDecisions(context);
  if (decided.length === 0) return null;
  const against = decided.map(
    (comparison) =>
      html`<strong>${SHOWN[comparison.decision]}</strong> against ${shortTitleOf(context, comparison.benchmark)} (${countWords(comparison)})`,
  );
  return html`<p>That this is more than luck is ${joined(against)}.</p>`;
}

const SHOWN = {
  beats: "shown",
  "no evidence": "not shown",
  "cannot be judged": "not to be judged",
} as const;

/** What was gained since the last phase began, where it is one spell alone, in the first unit. */
function lastPhase(
  { findings }: Context,
  strategy: PortfolioFinding,
  rivals: readonly PortfolioFinding[],
): Html | null {
  const regime = findings.regimes.find(({ causal }) => !causal);
  const spell = regime?.spells.at(-1);
  const [unit] = findings.numeraires;
  if (regime === undefined || spell === undefined || unit === undefined) return null;
  if (regime.spells.filter(({ label }) => label === spell.label).length > 1) return null;
  const returned = ({ id }: PortfolioFinding) =>
    html`<strong>${signedPercent(regime.statistics[spell.label]?.[id]?.[unit.id]?.totalReturn)}</strong>`;
  const title = regime.labels.find(({ id }) => id === spell.label)?.title ?? spell.label;
  const length = `${spell.periods} ${findings.period.frequency === "monthly" ? "months" : "trading days"}`;
  return html`<p>${title} (${length} to ${spell.to}), in ${inSentence(unit.title)}, not annualised: the strategy ${returned(strategy)}${rivals.map((rival) => html`, ${shortTitle(rival.title)} ${returned(rival)}`)}.</p>`;
}

function glance(context: Context): Html {
  const { portfolios, numeraires } = context.findings;
  const against = rivalsOf(context).slice(0, LEADING_RIVALS);
  const units = spoken(context);
  const columns = numberColumns([
    ...against.map(
      (rival) =>
        html`${defined("relativeWealth", "Wealth")} against ${shortTitleOf(context, rival)}`,
    ),
    ...numeraires.map(
      (unit) => html`${defined("cagr", "Growth a year")} in ${inSentence(unit.title)}`,
    ),
    ...units.map(
      (unit) => html`${defined("maxDrawdown", "Deepest fall")} in ${inSentence(unit.title)}`,
    ),
    ...units.map((unit) => html`${defined("sharpe", "Sharpe ratio")} in ${inSentence(unit.title)}`),
  ]);
  const row = (portfolio: PortfolioFinding) => {
    const measures = (unit: NumeraireFinding) => measuresIn(portfolio, unit);
    return {
      head: named(portfolio),
      cells: [
        ...against.map((rival) =>
          rival === portfolio.id
            ? "1×"
            : multiple(comparisonOf(context, portfolio.id, rival)?.relativeWealth),
        ),
        ...numeraires.map((unit) => signedPercent(measures(unit).cagr)),
        ...units.map((unit) => percent(measures(unit).maxDrawdown)),
        ...units.map((unit) => decimal(measures(unit).sharpe, 2)),
      ],
    };
  };
  const role = (wanted: PortfolioFinding["role"]) =>
    portfolios.filter((portfolio) => portfolio.role === wanted).map(row);
  return table({
    caption:
      "At a glance: final wealth against a benchmark (×, the same in every unit), compound growth a year, deepest fall and Sharpe ratio",
    corner: "Portfolio",
    columns,
    groups: [
      { title: "Strategies", rows: role("strategy") },
      { title: "Benchmarks", rows: role("benchmark") },
    ],
  });
}

function growthInEachUnit(context: Context): Promise<Html> {
  const { portfolios, numeraires } = context.findings;
  const dots = portfolios.flatMap((portfolio) =>
    numeraires.map((unit) => {
      const { cagr } = required(portfolio.measures, unit.id, "measures");
      return { row: portfolio.title, kind: unit.title, value: cagr, text: signedPercent(cagr) };
    }),
  );
  const unitNames = numeraires.map(({ title }) => title);
  return figureBlock(context, {
    id: "growth-in-each-unit",
    title: "The same wealth grows at another rate in every unit",
    note: "Each row is one portfolio, each mark its compound growth a year counted in one unit. Left of zero it lost what that unit buys.",
    source: "the run, measures of this page",
    table: "measures.csv",
    alternative: `Compound growth a year of ${portfolios.length} portfolios in ${unitNames.join(", ")}; the numbers stand in the table above.`,
    ...dotRows({
      data: "growth-in-each-unit",
      rows: portfolios.map(({ title }) => title),
      kinds: unitNames,
      dots,
      axisTitle: "growth a year",
    }),
  });
}

async function body(context: Context): Promise<Html> {
  const { period, portfolios } = context.findings;
  const first = portfolios.find(({ role }) => role === "strategy");
  return html`${first === undefined ? html`<p>This study has no strategy.</p>` : sentences(context, first)}
<p class="caution">${hindsight(context)} A wealth ratio is the same in every unit: being ahead in dollars and being ahead in gold are one result, not two.</p>
<p class="period">${period.from} to ${period.to}: ${period.periods} ${period.frequency} returns, ${decimal(period.years, 2)} years. The end is set by ${period.endedBy}.</p>
${glance(context)}
${await growthInEachUnit(context)}`;
}

export const answer: Section = { id: "answer", title: "The short answer", body };
