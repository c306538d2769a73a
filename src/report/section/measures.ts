import type { NumeraireFinding, PortfolioFinding } from "../../study/findings.ts";
import { decimal, inSentence, percent } from "../format.ts";
import { type Html, html } from "../html.ts";
import { METRIC_GROUPS, metricsOf } from "../metric.ts";
import { numberColumns, table } from "../table.ts";
import { type Context, inEachUnit, named, required, type Section } from "./section.ts";

function measured(portfolio: PortfolioFinding, unit: NumeraireFinding) {
  return required(portfolio.measures, unit.id, "measures");
}

function metrics(context: Context, unit: NumeraireFinding): Html {
  const { portfolios } = context.findings;
  return table({
    caption: `All measures in ${inSentence(unit.title)}; riskless here: ${unit.riskless}`,
    corner: "Measure",
    columns: numberColumns(portfolios.map(({ title }) => title)),
    groups: METRIC_GROUPS.map((title) => ({
      title,
      rows: metricsOf(title).map(([key, metric]) => ({
        head: html`<a href="#metric-${key}">${metric.name}</a> <small>${metric.unit}</small>`,
        cells: portfolios.map((portfolio) => metric.show(measured(portfolio, unit)[key])),
      })),
    })),
  });
}

function windows(context: Context, unit: NumeraireFinding): Html {
  const { portfolios } = context.findings;
  const lengths = [
    ...new Set(
      portfolios.flatMap((portfolio) =>
        measured(portfolio, unit).windows.map(({ years }) => years),
      ),
    ),
  ];
  const facts = [
    ["Worst", "worst"],
    ["Median", "median"],
    ["Best", "best"],
    ["Share below zero", "shareNegative"],
  ] as const;
  return table({
    caption: `Total return over every window of some years, in ${inSentence(unit.title)}; the windows overlap`,
    corner: "Window",
    columns: numberColumns(portfolios.map(({ title }) => title)),
    groups: lengths.map((years) => ({
      title: `${years} ${years === 1 ? "year" : "years"}`,
      rows: facts.map(([head, key]) => ({
        head,
        cells: portfolios.map((portfolio) =>
          percent(measured(portfolio, unit).windows.find((entry) => entry.years === years)?.[key]),
        ),
      })),
    })),
  });
}

/** Three answers to what a Sharpe ratio in a unit is, side by side. */
function readings(context: Context, unit: NumeraireFinding): Html | null {
  const { portfolios } = context.findings;
  if (portfolios.every(({ sharpeReadings }) => sharpeReadings[unit.id] === undefined)) return null;
  return html`<details><summary>The Sharpe ratio in ${inSentence(unit.title)}, read three ways</summary>
<ul class="plain">
<li><b>Over the riskless:</b> holding the portfolio instead of what is riskless here (${inSentence(unit.riskless)}).</li>
<li><b>As a funded bet:</b> what it gained over cash in dollars, that gain counted in the unit; holding the unit itself is no part of it.</li>
<li><b>Against the unit:</b> its return less that of the unit, both in dollars: holding the portfolio instead of the unit.</li>
</ul>
${table({
  caption: `Sharpe ratio a year in ${inSentence(unit.title)}, by what the return is an excess over`,
  corner: "Portfolio",
  columns: numberColumns(["Over the riskless", "As a funded bet", "Against the unit"]),
  groups: [
    {
      rows: portfolios.map((portfolio) => {
        const found = portfolio.sharpeReadings[unit.id];
        return {
          head: named(portfolio),
          cells: [found?.total, found?.funded, found?.relative].map((value) => decimal(value, 2)),
        };
      }),
    },
  ],
})}</details>`;
}

async function body(context: Context): Promise<Html> {
  const blocks = await inEachUnit(
    context,
    (unit) =>
      html`${metrics(context, unit)}<details><summary>Windows of some years in ${inSentence(unit.title)}</summary>${windows(context, unit)}</details>${readings(context, unit)}`,
  );
  return html`<p>Every measure is computed on wealth counted in the unit, never converted from dollars. The names lead to their definitions. A dash stands where a measure is not defined. Exact numbers: <a href="measures.csv">measures.csv</a>, <a href="windows.csv">windows.csv</a>.</p>
${blocks}`;
}

export const measures: Section = { id: "measures", title: "All measures", body };
