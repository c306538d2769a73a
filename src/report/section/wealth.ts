import { inSentence, multiple, signedPercent } from "../../series/format.ts";
import type { Numbers, NumeraireFinding, PortfolioFinding } from "../../study/findings.ts";
import { lineChart } from "../chart/line-chart.ts";
import { type Html, html } from "../html.ts";
import { stylesInWords } from "../palette.ts";
import { seriesFile } from "../series-csv.ts";
import { numberColumns, type TintedCell, table } from "../table.ts";
import {
  type Context,
  figureBlock,
  inEachUnit,
  named,
  required,
  type Section,
  styleOf,
} from "./section.ts";
import { yearFigure } from "./year-bars.ts";

/** A line divided by its first value. */
export function rebased(values: Numbers): Numbers {
  const first = values.find((value) => value !== null && value > 0) ?? null;
  return values.map((value) => (value === null || first === null ? null : value / first));
}

function chart(context: Context, unit: NumeraireFinding): Promise<Html> {
  const { portfolios } = context.findings;
  const dates = portfolios[0]?.wealth.dates ?? [];
  const lines = portfolios.map((portfolio) => ({
    key: portfolio.id,
    title: portfolio.title,
    style: styleOf(context, portfolio.id),
    values: rebased(portfolio.wealth[unit.id] as Numbers),
  }));
  const grown = portfolios.map(
    ({ title, measures }) =>
      `${title} ${signedPercent(required(measures, unit.id, "measures").totalReturn)}`,
  );
  return figureBlock(
    context,
    {
      id: `wealth-${unit.id}`,
      title: `Wealth counted in ${inSentence(unit.title)}`,
      note: `Every line starts at 1. ${stylesInWords(portfolios)} A line that ends above another ended richer in every unit.`,
      source: `the run; wealth in dollars divided by the price of the unit (${unit.unit})`,
      table: seriesFile("wealth", unit.id),
      alternative: `Total return over the whole run: ${grown.join(", ")}.`,
      ...lineChart({
        data: `wealth-${unit.id}`,
        frame: context.frame,
        dates,
        lines,
        scale: "log",
        switchable: true,
        unit: `wealth in ${unit.unit}, first day = 1`,
      }),
    },
    lines,
  );
}

function years(context: Context, unit: NumeraireFinding): Html {
  const { portfolios } = context.findings;
  const yearsOf = (portfolio: PortfolioFinding) =>
    required(portfolio.calendarYears, unit.id, "calendar years");
  const all = [
    ...new Set(portfolios.flatMap((portfolio) => yearsOf(portfolio).map(({ year }) => year))),
  ];
  const partial = new Set(
    portfolios.flatMap((portfolio) =>
      yearsOf(portfolio).flatMap((entry) => (entry.partial ? [entry.year] : [])),
    ),
  );
  return table({
    caption: `Return in each calendar year, in ${inSentence(unit.title)}; a star marks a year that the run covers in part`,
    corner: "Year",
    columns: numberColumns(portfolios.map(({ title }) => title)),
    groups: [
      {
        rows: all
          .sort((left, right) => left - right)
          .map((year) => ({
            head: partial.has(year) ? `${year}*` : `${year}`,
            cells: portfolios.map((portfolio) => {
              const found = yearsOf(portfolio).find((entry) => entry.year === year);
              return found === undefined ? "–" : tinted(found.return);
            }),
          })),
      },
    ],
  });
}

/** A return with a tint that deepens with its size; its sign stands in the text. */
function tinted(value: number): TintedCell {
  const step = Math.min(4, Math.ceil(Math.abs(value) / 0.1));
  return { tint: value < 0 ? `l${step}` : `g${step}`, text: signedPercent(value) };
}

function ends(context: Context): Html {
  const { portfolios, numeraires } = context.findings;
  return table({
    caption: "What one unit put in on the first day became (×), by the unit it is counted in",
    corner: "Portfolio",
    columns: numberColumns(numeraires.map(({ title }) => title)),
    groups: [
      {
        rows: portfolios.map((portfolio) => ({
          head: named(portfolio),
          cells: numeraires.map((unit) =>
            multiple(
              rebased(portfolio.wealth[unit.id] as Numbers).findLast((value) => value !== null),
            ),
          ),
        })),
      },
    ],
  });
}

async function body(context: Context): Promise<Html> {
  const blocks = await inEachUnit(
    context,
    async (unit) => html`${await chart(context, unit)}
${await yearFigure(context, unit)}
<details><summary>Calendar years in ${inSentence(unit.title)}</summary>${years(context, unit)}</details>`,
  );
  return html`${blocks}${ends(context)}`;
}

export const wealth: Section = { id: "wealth", title: "Wealth in each unit", body };
