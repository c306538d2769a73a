import { count, inSentence, percent } from "../../series/format.ts";
import type { Numbers, NumeraireFinding, PortfolioFinding } from "../../study/findings.ts";
import { underwaterChart } from "../chart/underwater-chart.ts";
import { type Html, html } from "../html.ts";
import { seriesFile } from "../series-csv.ts";
import { table } from "../table.ts";
import { drawdownMarks } from "./drawdown-marks.ts";
import {
  type Context,
  figureBlock,
  inEachUnit,
  named,
  required,
  type Section,
  styleOf,
} from "./section.ts";

const WORST = 5;

function chart(context: Context, unit: NumeraireFinding): Promise<Html> {
  const { portfolios } = context.findings;
  const strips = portfolios.map((portfolio) => ({
    key: portfolio.id,
    title: portfolio.title,
    style: styleOf(context, portfolio.id),
    values: portfolio.underwater[unit.id] as Numbers,
    deepest: required(portfolio.measures, unit.id, "measures").maxDrawdown,
  }));
  const reach = Math.max(0.05, ...strips.map(({ deepest }) => Math.ceil(-deepest * 20) / 20));
  const deepest = strips.map((strip) => `${strip.title} ${percent(strip.deepest)}`);
  return figureBlock(context, {
    id: `underwater-${unit.id}`,
    title: `Below the peak, in ${inSentence(unit.title)}`,
    note: `Each strip hangs from zero, the highest wealth so far, and reaches down to ${percent(-reach, 0)}; the dotted line marks a depth, the number at its right end is the deepest fall. Wide shapes are long waits, deep ones great losses.`,
    source: "the run; wealth over its running maximum, less 1",
    table: seriesFile("underwater", unit.id),
    alternative: `Deepest falls: ${deepest.join(", ")}.`,
    ...underwaterChart({
      data: `underwater-${unit.id}`,
      frame: context.frame,
      dates: portfolios[0]?.underwater.dates ?? [],
      strips,
      reach,
    }),
  });
}

function group(portfolio: PortfolioFinding, unit: NumeraireFinding) {
  const episodes = required(portfolio.drawdowns, unit.id, "drawdowns");
  return {
    title: named(portfolio),
    rows: episodes.slice(0, WORST).map((episode, place) => ({
      head: `${place + 1}`,
      cells: [
        percent(episode.depth),
        episode.peak,
        episode.trough,
        episode.recovery ?? html`<em class="open">open</em>`,
        count(episode.daysToTrough),
        count(episode.daysToRecovery),
        count(episode.days),
      ],
    })),
  };
}

function worst(context: Context, unit: NumeraireFinding): Html {
  return table({
    caption: `The ${WORST} deepest drawdowns of each portfolio in ${inSentence(unit.title)}; lengths in calendar days, an open one counted to the end of the run`,
    corner: "Rank",
    columns: [
      { head: "Depth", kind: "number" },
      { head: "Peak", kind: "number" },
      { head: "Trough", kind: "number" },
      { head: "Recovered", kind: "number" },
      { head: "Days down", kind: "number" },
      { head: "Days back", kind: "number" },
      { head: "Days in all", kind: "number" },
    ],
    groups: context.findings.portfolios
      .map((portfolio) => group(portfolio, unit))
      .filter(({ rows }) => rows.length > 0),
  });
}

async function body(context: Context): Promise<Html> {
  const blocks = await inEachUnit(
    context,
    async (unit) => html`${await chart(context, unit)}
${await drawdownMarks(context, unit)}
<details><summary>Drawdown table in ${inSentence(unit.title)}</summary>${worst(context, unit)}</details>`,
  );
  return html`<p>A drawdown begins on the day of the peak and ends on the first day back at or above it. One that has not ended is open: it has no recovery date. Depth and dates depend on the unit.</p>
${blocks}`;
}

export const drawdowns: Section = { id: "drawdowns", title: "Drawdowns", body };
