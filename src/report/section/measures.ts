import { inSentence, percent } from "../../series/format.ts";
import type { NumeraireFinding, PortfolioFinding } from "../../study/findings.ts";
import { METRIC_GROUPS, type Metric, metricsOf } from "../../words/metric.ts";
import { defined } from "../defined.ts";
import { type Html, html } from "../html.ts";
import { numberColumns, table } from "../table.ts";
import { type Context, inEachUnit, leadingFirst, required, type Section } from "./section.ts";
import { sharpeReadings } from "./sharpe-readings.ts";

function measured(portfolio: PortfolioFinding, unit: NumeraireFinding) {
  return required(portfolio.measures, unit.id, "measures");
}

/** The unit of a measure, its period called by what it is in this run. */
function unitIn({ findings }: Context, { unit }: Metric): string {
  const period = findings.period.frequency === "monthly" ? "month" : "day";
  return unit.replace(/\bperiod(?=s?\b)/, period);
}

function metrics(context: Context, unit: NumeraireFinding): Html {
  const portfolios = leadingFirst(context);
  return table({
    caption: `All measures in ${inSentence(unit.title)}; riskless here: ${unit.riskless}`,
    corner: "Measure",
    columns: numberColumns(portfolios.map(({ title }) => title)),
    groups: METRIC_GROUPS.map((title) => ({
      title,
      rows: metricsOf(title).map(([key, metric]) => ({
        head: html`${defined(key, metric.name)} <small>${unitIn(context, metric)}</small>`,
        cells: portfolios.map((portfolio) => metric.show(measured(portfolio, unit)[key])),
      })),
    })),
  });
}

function windows(context: Context, unit: NumeraireFinding): Html {
  const portfolios = leadingFirst(context);
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

async function body(context: Context): Promise<Html> {
  const blocks = await inEachUnit(
    context,
    (unit) =>
      html`${metrics(context, unit)}<details><summary>Windows of some years in ${inSentence(unit.title)}</summary>${windows(context, unit)}</details>${sharpeReadings(context, unit)}`,
  );
  return html`<p>Every measure is computed on wealth counted in the unit, never converted from dollars. The names lead to their definitions. A dash stands where a measure is not defined. Exact numbers: <a href="measures.csv">measures.csv</a>, <a href="windows.csv">windows.csv</a>.</p>
${blocks}`;
}

export const measures: Section = { id: "measures", title: "All measures", body };
