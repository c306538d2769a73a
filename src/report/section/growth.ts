import { factor, inSentence, shareOf, signedDecimal } from "../../series/format.ts";
import type { NumeraireFinding, PortfolioFinding } from "../../study/findings.ts";
import { type BarRow, barRows } from "../chart/bar-rows.ts";
import { defined } from "../defined.ts";
import { type Html, html } from "../html.ts";
import { numberColumns, table } from "../table.ts";
import { legsFigure, legTables } from "./legs.ts";
import {
  type Context,
  figureBlock,
  inEachUnit,
  LEADING_RIVALS,
  logPart,
  named,
  required,
  rivalsOf,
  type Section,
} from "./section.ts";
import { waterfall } from "./waterfall.ts";

/** How many strategies are drawn; the table has all. */
const DRAWN = 4;

function headRow(label: string): BarRow {
  return { label, head: true, value: null, text: "", color: "var(--ink)" };
}

function barRow(label: string, value: number | null, color: string): BarRow {
  return {
    label,
    head: false,
    value,
    text: value === null ? "" : `${signedDecimal(value, 2)} (${factor(value)})`,
    color,
  };
}

/** The portfolios that are drawn: the first strategies, and the benchmarks that lead. */
function leading(context: Context): readonly PortfolioFinding[] {
  const { portfolios } = context.findings;
  const rivals = rivalsOf(context).slice(0, LEADING_RIVALS);
  const strategies = portfolios.filter(({ role }) => role === "strategy").slice(0, DRAWN);
  const benchmarks = portfolios.filter(({ id, role }) =>
    rivals.length === 0 ? role === "benchmark" : rivals.includes(id),
  );
  return [...strategies, ...benchmarks];
}

function splitFigure(context: Context, unit: NumeraireFinding): Promise<Html> {
  const rows = leading(context).flatMap((portfolio): BarRow[] => {
    const split = required(portfolio.growth, unit.id, "growth");
    if (split === null) return [headRow(`${portfolio.title} (ruined)`)];
    const real = `Growth in ${inSentence(unit.title)}`;
    return [
      headRow(portfolio.title),
      barRow("Growth in dollars", split.nominal, "var(--ink)"),
      barRow("Dollar losing value", split.depreciation, "var(--hue-5)"),
      barRow(real, split.real, split.real < 0 ? "var(--loss)" : "var(--hue-2)"),
    ];
  });
  return figureBlock(context, {
    id: `split-${unit.id}`,
    title: `Growth in dollars, split by ${inSentence(unit.title)}`,
    note: `The dark bar is log growth in dollars. It is the sum of the two below: what the dollar lost against ${inSentence(unit.title)}, and what is left as growth counted in it. In brackets, the factor.`,
    source: "the run; logarithms of multiples",
    table: "growth.csv",
    alternative: rows.map(({ label, text }) => `${label} ${text}`).join(", "),
    ...barRows({ data: `split-${unit.id}`, rows, axisTitle: "log growth (0.69 doubles)" }),
  });
}

function splitTable(context: Context): Html {
  const { portfolios, numeraires } = context.findings;
  return table({
    caption:
      "Log growth in dollars = depreciation of the dollar + growth in the unit; share = depreciation over the whole (above 100%: wealth shrank in the unit; a dash where the parts cancel); the other reading divides the gains instead of the logarithms and does not add up",
    corner: "Portfolio",
    columns: numberColumns(["In dollars", "Depreciation", "In the unit", "Share", "Other reading"]),
    groups: numeraires.map((unit) => ({
      title: unit.title,
      rows: portfolios.map((portfolio) => {
        const parts = required(portfolio.growth, unit.id, "growth");
        return {
          head: named(portfolio),
          cells: [
            logPart(parts?.nominal),
            logPart(parts?.depreciation),
            logPart(parts?.real),
            shareOf(parts?.depreciationShare),
            shareOf(parts?.linearShare),
          ],
        };
      }),
    })),
  });
}

/** True where the unit is the dollar itself and nothing is left to split. */
function trivial(context: Context, unit: NumeraireFinding): boolean {
  return context.findings.portfolios.every(
    ({ growth }) => (required(growth, unit.id, "growth")?.depreciation ?? 0) === 0,
  );
}

async function body(context: Context): Promise<Html> {
  const splits = await inEachUnit(context, (unit) =>
    trivial(context, unit)
      ? html`<p>Counted in ${inSentence(unit.title)} nothing is to be split: choose another unit to see how much of the growth was the dollar losing value.</p>`
      : splitFigure(context, unit),
  );
  return html`<p>Growth is told here as ${defined("log growth", "log growth")}, because logarithms add up over causes: +0.69 doubles, −0.69 halves.</p>
${await legsFigure(context)}
${legTables(context)}
${await waterfall(context)}
${splits}
<details><summary>The split in every unit</summary>${splitTable(context)}</details>`;
}

export const growth: Section = { id: "growth", title: "Where growth came from", body };
