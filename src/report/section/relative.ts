import { decimal, inSentence, multiple, percent, signedPercent } from "../../series/format.ts";
import type { Numbers } from "../../study/findings.ts";
import { lineChart } from "../chart/line-chart.ts";
import { defined } from "../defined.ts";
import { type Html, html } from "../html.ts";
import { seriesFile } from "../series-csv.ts";
import { numberColumns, table } from "../table.ts";
import { correlations } from "./correlations.ts";
import {
  type Context,
  figureBlock,
  fileLink,
  inEachUnit,
  LEADING_RIVALS,
  required,
  rivalsOf,
  type Section,
  shortTitleOf,
  strategyComparisons,
  styleOf,
  titleOf,
} from "./section.ts";

/** One wealth line over another, both as drawn: the same in whatever unit both are counted. */
export function ratioLine(upper: Numbers, lower: Numbers): Numbers {
  const first = (upper[0] ?? 1) / (lower[0] ?? 1);
  return upper.map((value, row) => {
    const below = lower[row] ?? null;
    return value === null || below === null || below === 0 ? null : value / below / first;
  });
}

function chart(context: Context, rival: string): Promise<Html> {
  const { findings } = context;
  const unit = findings.numeraires[0]?.id ?? "";
  const below = findings.portfolios.find(({ id }) => id === rival);
  const against = strategyComparisons(context).filter(({ benchmark }) => benchmark === rival);
  const lines = against.flatMap(({ portfolio }) => {
    const above = findings.portfolios.find(({ id }) => id === portfolio);
    if (above === undefined || below === undefined) return [];
    const values = ratioLine(above.wealth[unit] as Numbers, below.wealth[unit] as Numbers);
    return [{ key: portfolio, title: above.title, style: styleOf(context, portfolio), values }];
  });
  const ended = against.map(
    ({ portfolio, relativeWealth }) => `${titleOf(context, portfolio)} ${multiple(relativeWealth)}`,
  );
  return figureBlock(
    context,
    {
      id: `relative-${rival}`,
      title: `Wealth over that of ${shortTitleOf(context, rival)}`,
      note: "Where a line rises the strategy gains on the benchmark; above 1 it is ahead since the start. The picture is the same in dollars, gold or anything else.",
      source: "the run; one wealth line divided by the other",
      table: seriesFile("wealth", unit),
      alternative: `At the end: ${ended.join(", ")}.`,
      ...lineChart({
        data: `relative-${rival}`,
        frame: context.frame,
        dates: below?.wealth.dates ?? [],
        lines,
        scale: "log",
        switchable: false,
        unit: "wealth ratio, first day = 1 (unit-free)",
        levels: [{ value: 1, label: "as rich as the benchmark" }],
      }),
    },
    lines,
  );
}

function unitFree(context: Context, rivals: readonly string[]): Html {
  const comparisons = strategyComparisons(context);
  return table({
    caption:
      "Unit-free: final wealth ratio (×), growth a year of the ratio, and its deepest fall from a peak",
    corner: "Strategy",
    columns: numberColumns([
      defined("relativeWealth", "Wealth ratio"),
      defined("excessGrowth", "Excess growth a year"),
      defined("relativeDrawdown", "Deepest fall of the ratio"),
    ]),
    groups: rivals.map((rival) => ({
      title: `Against ${shortTitleOf(context, rival)}`,
      rows: comparisons
        .filter(({ benchmark }) => benchmark === rival)
        .map((entry) => ({
          head: titleOf(context, entry.portfolio),
          cells: [
            multiple(entry.relativeWealth),
            signedPercent(entry.excessGrowth),
            percent(entry.relativeDrawdown),
          ],
        })),
    })),
  });
}

function unitBound(context: Context, unit: string, unitTitle: string): Html {
  const comparisons = strategyComparisons(context);
  const rivals = rivalsOf(context);
  return table({
    caption: `Counted in ${inSentence(unitTitle)}: regression and capture against each benchmark (alpha, tracking error a year); t of alpha is of one pair alone, blind to how the strategy was chosen`,
    corner: "Strategy",
    columns: numberColumns([
      defined("beta", "Beta"),
      defined("alpha", "Alpha a year"),
      defined("alpha t", "t of alpha (of this pair alone)"),
      defined("correlation", "Correlation"),
      defined("spearman", "Rank correlation"),
      defined("trackingError", "Tracking error"),
      defined("informationRatio", "Information ratio"),
      defined("upCapture", "Up capture"),
      defined("downCapture", "Down capture"),
      "Periods ahead",
    ]),
    groups: rivals.map((rival) => ({
      title: `Against ${shortTitleOf(context, rival)}`,
      rows: comparisons
        .filter(({ benchmark }) => benchmark === rival)
        .map((entry) => {
          const measured = required(entry.measures, unit, "relative measures");
          return {
            head: titleOf(context, entry.portfolio),
            cells: [
              decimal(measured.beta, 2),
              signedPercent(measured.alpha.annual),
              decimal(measured.alpha.t, 2),
              decimal(measured.correlation, 2),
              decimal(measured.spearman, 2),
              percent(measured.trackingError),
              decimal(measured.informationRatio, 2),
              decimal(measured.upCapture, 2),
              decimal(measured.downCapture, 2),
              percent(measured.hitRate),
            ],
          };
        }),
    })),
  });
}

async function body(context: Context): Promise<Html> {
  const rivals = rivalsOf(context);
  const charts: Html[] = [];
  for (const rival of rivals.slice(0, LEADING_RIVALS)) charts.push(await chart(context, rival));
  return html`<p>Both sides of a comparison are divided by the same price of the unit, so <strong>relative wealth is the same in every unit</strong>: it is shown here once and counts once. What the unit does change: whether wealth grew at all, how much it swung, its Sharpe ratio and the order by Sharpe ratio, how deep and when it fell, and what counts as riskless. Those stand once for each unit.</p>
${charts}
${unitFree(context, rivals.slice(0, LEADING_RIVALS))}
${rivals.length > LEADING_RIVALS ? html`<details><summary>Against the other benchmarks</summary>${unitFree(context, rivals.slice(LEADING_RIVALS))}</details>` : null}
<p>How the benchmarks stand against each other: ${fileLink("comparisons.csv")}.</p>
<details><summary>Regression, correlation and capture in each unit</summary>${await inEachUnit(
    context,
    (unit) => unitBound(context, unit.id, unit.title),
  )}</details>
${correlations(context)}`;
}

export const relative: Section = { id: "relative", title: "Against the benchmarks, once", body };
