import type { Measures } from "../../measure/measures.ts";
import {
  decimal,
  inSentence,
  listed,
  multiple,
  NOTHING,
  percent,
  signedPercent,
  significant,
} from "../../series/format.ts";
import type { NumeraireFinding, PortfolioFinding } from "../../study/findings.ts";
import { dotRows } from "../chart/dot-rows.ts";
import { BEHIND, countInShort, type Decided, isBehind } from "../decision.ts";
import { defined } from "../defined.ts";
import { type Html, html, type Part } from "../html.ts";
import { largestLeg } from "../largest-leg.ts";
import { lastPhaseOf } from "../last-phase.ts";
import { isSameClose, sameCloseIn } from "../same-close.ts";
import { numberColumns, table } from "../table.ts";
import { decisionInShort, hindsight, idleCaution, leadingDecisions, untested } from "./decided.ts";
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

/** A portfolio's title for a sentence, its number kept on the line of its name. */
function spokenTitle(context: Context, id: string): string {
  return shortTitleOf(context, id).replace(/ (?=\d)/g, "\u00a0");
}

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

/** What no line may part. */
function whole(text: string): Html {
  return html`<span class="whole">${text}</span>`;
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
  return html`${idleCaution(context)}${sameClose(context)}<div class="answer">
<p>From ${whole(period.from)} to ${whole(period.to)} the strategy “${strategy.title}” ended with ${wealthWords(context, strategy, leading)}, whatever the unit: it grew ${grew(strategy)}${rivals.map((rival) => html`; ${spokenTitle(context, rival.id)} grew ${grew(rival)}`)}.${strategy.ruined === null ? null : html` It was ruined on ${strategy.ruined}.`}</p>
${hanging(context, strategy)}
${luck(context)}</div>
<p>Its deepest fall was ${fell(strategy)}${rivals.map((rival) => html`; that of ${spokenTitle(context, rival.id)} ${fell(rival)}`)}.</p>
${lastPhase(context, strategy, rivals)}
${decisionInShort(context)}
${study.caveats.map((caveat) => html`<p class="caution">${caveat}</p>`)}`;
}

/** That a portfolio trades at the close that it decides on, before its figures. */
function sameClose({ findings }: Context): Html | null {
  const titles = sameCloseIn(findings).map(({ title }) => `“${title}”`);
  if (titles.length === 0) return null;
  const [trade, its] =
    titles.length === 1
      ? ["trades at the very close that it decides on", "its"]
      : ["trade at the very close that they decide on", "their"];
  return html`<p class="caution">${defined("same-close", "Same-close")}: ${listed(titles)} ${trade}, which nobody can do; ${its} figures are no record of what could have been earned.</p>`;
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
          html`<strong>${significant(ratio)} times</strong> the wealth of ${spokenTitle(context, id)}`,
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
  return html`<p>${gave}${gave === null ? "Without" : "; without"} ${without} the strategy would have ended with <strong>${significant(weakest.ratio)} times</strong> the wealth of ${spokenTitle(context, rival)}.</p>`;
}

/** Whether it may be called more than luck, in a sentence. */
function luck(context: Context): Html | null {
  const why = untested(context);
  if (why !== null) return html`<p>${why}.</p>`;
  const decided = leadingDecisions(context);
  const named = ({ benchmark }: Decided) => spokenTitle(context, benchmark);
  const behind = decided.filter(isBehind);
  const open = decided.filter((comparison) => !isBehind(comparison));
  const shown = open.map(
    (comparison) =>
      html`<strong>${SHOWN[comparison.decision]}</strong> against ${named(comparison)} (${countInShort(comparison)})`,
  );
  return html`${behind.length > 0 && html`<p>Against ${listed(behind.map(named))} <strong>${BEHIND}</strong>.</p>`}${open.length > 0 && html`<p>That this is more than luck is ${joined(shown)}.</p>`}`;
}

const SHOWN = {
  beats: "shown",
  "no evidence": "not shown",
  "cannot be judged": "not to be judged",
} as const;

/** What was gained since the last phase began, where it is one spell alone, in the first unit. */
function lastPhase(
  context: Context,
  strategy: PortfolioFinding,
  rivals: readonly PortfolioFinding[],
): Html | null {
  const phase = lastPhaseOf(context.findings);
  if (phase === null) return null;
  const returned = ({ id }: PortfolioFinding) =>
    html`<strong>${signedPercent(phase.returned(id))}</strong>`;
  return html`<p>${phase.title} (${phase.length} to ${whole(phase.to)}), in ${inSentence(phase.unit.title)}, not annualised: the strategy ${returned(strategy)}${rivals.map((rival) => html`, ${spokenTitle(context, rival.id)} ${returned(rival)}`)}.</p>`;
}

/** Whether the run is too short for growth a year of any portfolio. */
function isUnderAYear({ findings }: Context): boolean {
  return findings.portfolios.every(({ measures }) =>
    Object.values(measures).every(({ cagr }) => cagr === null),
  );
}

/** One column at a glance. */
interface GlanceColumn {
  readonly head: Part;
  readonly of: (portfolio: PortfolioFinding) => string;
}

/** What is told of every portfolio at a glance; what no portfolio has is left out. */
function glanceColumns(context: Context): readonly GlanceColumn[] {
  const { portfolios, numeraires } = context.findings;
  const units = spoken(context);
  const isShort = isUnderAYear(context);
  const inUnits = (
    of: readonly NumeraireFinding[],
    name: Html,
    value: (measures: Measures) => string,
  ): GlanceColumn[] =>
    of.map((unit) => ({
      head: html`${name} in ${inSentence(unit.title)}`,
      of: (portfolio) => value(measuresIn(portfolio, unit)),
    }));
  const columns: GlanceColumn[] = [
    ...rivalsOf(context)
      .slice(0, LEADING_RIVALS)
      .map((rival) => ({
        head: html`${defined("relativeWealth", "Wealth")} against ${spokenTitle(context, rival)}`,
        of: ({ id }: PortfolioFinding) =>
          rival === id ? "1×" : multiple(comparisonOf(context, id, rival)?.relativeWealth),
      })),
    ...(isShort
      ? inUnits(numeraires, defined("totalReturn", "Return in all"), ({ totalReturn }) =>
          signedPercent(totalReturn),
        )
      : inUnits(numeraires, defined("cagr", "Growth a year"), ({ cagr }) => signedPercent(cagr))),
    ...inUnits(units, defined("maxDrawdown", "Deepest fall"), ({ maxDrawdown }) =>
      percent(maxDrawdown),
    ),
    ...inUnits(units, defined("sharpe", "Sharpe ratio"), ({ sharpe }) => decimal(sharpe, 2)),
  ];
  return columns.filter(({ of }) => portfolios.some((portfolio) => of(portfolio) !== NOTHING));
}

function glance(context: Context): Html {
  const { portfolios } = context.findings;
  const columns = glanceColumns(context);
  const row = (portfolio: PortfolioFinding) => ({
    head: isSameClose(portfolio)
      ? html`${named(portfolio)} <small>${defined("same-close", "same-close")}: trades at the close it decides on</small>`
      : named(portfolio),
    cells: columns.map(({ of }) => of(portfolio)),
  });
  const role = (wanted: PortfolioFinding["role"]) =>
    portfolios.filter((portfolio) => portfolio.role === wanted).map(row);
  return table({
    caption: `At a glance: final wealth against a benchmark (×, the same in every unit), ${isUnderAYear(context) ? "return over the run" : "compound growth a year"}, deepest fall and Sharpe ratio`,
    corner: "Portfolio",
    columns: numberColumns(columns.map(({ head }) => head)),
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
${isUnderAYear(context) ? html`<p class="remark">The run is under a year: no growth a year is reckoned, and none is drawn.</p>` : await growthInEachUnit(context)}`;
}

export const answer: Section = { id: "answer", title: "The short answer", body };
