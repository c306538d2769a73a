import type { Comparison, NumeraireFinding, PortfolioFinding } from "../../study/findings.ts";
import { dotRows } from "../chart/dot-rows.ts";
import { decimal, multiple, percent, signedPercent } from "../format.ts";
import { type Html, html } from "../html.ts";
import { numberColumns, table } from "../table.ts";
import { type Context, figureBlock, named, required, type Section, titleOf } from "./section.ts";

/** Benchmarks that strategies are compared with, in the order of the findings. */
function rivals({ findings }: Context): readonly string[] {
  return [...new Set(findings.comparisons.map(({ benchmark }) => benchmark))];
}

function comparison(
  context: Context,
  portfolio: string,
  benchmark: string,
): Comparison | undefined {
  return context.findings.comparisons.find(
    (entry) => entry.portfolio === portfolio && entry.benchmark === benchmark,
  );
}

/** The two units that the short answer speaks in: the first two of the study. */
function spoken({ findings }: Context): readonly NumeraireFinding[] {
  return findings.numeraires.slice(0, 2);
}

function growthClause(portfolio: PortfolioFinding, units: readonly NumeraireFinding[]): string {
  return units
    .map((unit) => {
      const { cagr, totalReturn } = required(portfolio.measures, unit.id, "measures");
      return cagr === null
        ? `${signedPercent(totalReturn)} in all in ${unit.title}`
        : `${signedPercent(cagr)} a year in ${unit.title}`;
    })
    .join(" and ");
}

function depthClause(portfolio: PortfolioFinding, units: readonly NumeraireFinding[]): string {
  return units
    .map((unit) => {
      const { maxDrawdown } = required(portfolio.measures, unit.id, "measures");
      return `${percent(maxDrawdown)} in ${unit.title}`;
    })
    .join(" and ");
}

function sentence(context: Context, portfolio: PortfolioFinding): Html {
  const units = spoken(context);
  const ratios = rivals(context)
    .slice(0, 2)
    .flatMap((rival) => {
      const found = comparison(context, portfolio.id, rival);
      if (found === undefined) return [];
      return [
        html`<strong>${multiple(found.relativeWealth)}</strong> the wealth of ${titleOf(context, rival)}`,
      ];
    });
  const against = ratios.map((ratio, place) => html`${place === 0 ? "" : " and "}${ratio}`);
  const ruin = portfolio.ruined === null ? "" : ` It was ruined on ${portfolio.ruined}.`;
  return html`<li><b>${named(context, portfolio)}</b> ended with ${against.length === 0 ? "no rival to be compared with" : against}. It grew ${growthClause(portfolio, units)}; its deepest fall was ${depthClause(portfolio, units)}.${ruin}</li>`;
}

function glance(context: Context): Html {
  const { portfolios, numeraires } = context.findings;
  const against = rivals(context).slice(0, 2);
  const units = spoken(context);
  const columns = numberColumns([
    ...against.map((rival) => html`Wealth against ${titleOf(context, rival)}`),
    ...numeraires.map((unit) => html`Growth a year, ${unit.title}`),
    ...units.map((unit) => html`Deepest fall, ${unit.title}`),
    ...units.map((unit) => html`Sharpe ratio, ${unit.title}`),
  ]);
  const row = (portfolio: PortfolioFinding) => {
    const measures = (unit: NumeraireFinding) => required(portfolio.measures, unit.id, "measures");
    return {
      head: named(context, portfolio),
      cells: [
        ...against.map((rival) =>
          rival === portfolio.id
            ? "1×"
            : multiple(comparison(context, portfolio.id, rival)?.relativeWealth),
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
  const strategies = portfolios.filter(({ role }) => role === "strategy");
  return html`<p class="period">${period.from} to ${period.to}, ${period.frequency}, ${period.periods} returns, ${decimal(period.years, 2)} years. The run ends where it does because of this: ${period.endedBy}.</p>
<ul class="answer">${strategies.map((strategy) => sentence(context, strategy))}</ul>
<p class="caution">These are records of one past. Tests of significance are not part of this run, so nothing here says that a difference is more than luck. A wealth ratio is the same in every unit: being ahead in dollars and being ahead in gold are one result, not two.</p>
${glance(context)}
${await growthInEachUnit(context)}`;
}

export const answer: Section = { id: "answer", title: "The short answer", body };
