import { listed, percent } from "../../series/format.ts";
import type { CourseFinding } from "../../study/findings.ts";
import { barRows } from "../chart/bar-rows.ts";
import { lineChart } from "../chart/line-chart.ts";
import { weightsArea } from "../chart/weights-area.ts";
import { defined } from "../defined.ts";
import { type Html, html } from "../html.ts";
import { HUES, strongLine } from "../palette.ts";
import {
  assetTitle,
  type Context,
  figureBlock,
  fileLink,
  type Section,
  titleOf,
} from "./section.ts";

type Held = CourseFinding["held"][number];

/** What every text says of the moment. */
const WHEN = "at the close of each month, before the trades of that close";

function range(values: readonly (number | null)[]): string {
  const known = values.flatMap((value) => value ?? []);
  return `${percent(Math.min(...known), 0)} to ${percent(Math.max(...known), 0)}`;
}

function weights(context: Context, held: Held): Promise<Html> {
  const parts = Object.entries(held.weights)
    .filter(([, values]) => values.some((value) => value !== null && value !== 0))
    .map(([asset, values], place) => ({
      key: `held-${asset}`,
      title: assetTitle(context, asset),
      color: `var(--hue-${(place % HUES.length) + 1})`,
      values,
    }));
  return figureBlock(
    context,
    {
      id: "weights",
      title: `What “${titleOf(context, held.portfolio)}” held`,
      note: `Longs are stacked above zero in the order of the key, shorts below it; what is missing to 100% is cash. A band that swells between two trades is an asset that ran ahead of the others.`,
      source: `the books; value over wealth ${WHEN}`,
      table: "held.csv",
      alternative: `Share of wealth: ${parts.map(({ title, values }) => `${title} ${range(values)}`).join(", ")}.`,
      ...weightsArea({ data: "weights", frame: context.frame, dates: held.dates, parts }),
    },
    parts.map(({ key, title, color }) => ({ key, title, style: { color, dash: [], width: 7 } })),
  );
}

function exposures(context: Context, held: Held): Promise<Html> {
  const lines = (
    [
      ["gross", "Gross: longs and shorts"],
      ["net", "Net: longs less shorts"],
      ["cash", "Cash: wealth less net"],
    ] as const
  ).map(([key, title], place) => ({
    key: `exposure-${key}`,
    title,
    style: { ...strongLine(place), dash: [[], [7, 3], [2, 2]][place] ?? [] },
    values: held[key],
  }));
  const ledger = context.findings.portfolios.find(({ id }) => id === held.portfolio)?.ledger;
  const leverage =
    ledger === undefined || ledger.lossToRuin === null
      ? "It never was above here."
      : `At its highest of all closes, ${percent(ledger.maxGrossExposure, 0)}, prices that all move against the books by ${percent(ledger.lossToRuin, 0)} would take all wealth.`;
  return figureBlock(
    context,
    {
      id: "exposure",
      title: `Exposure and leverage of “${titleOf(context, held.portfolio)}”`,
      note: `Gross above 100% is leverage. ${leverage} Cash below zero is money borrowed; that above zero holds the proceeds of the shorts too.`,
      source: `the books; fractions of wealth ${WHEN}`,
      table: "held.csv",
      alternative: `${lines.map(({ title, values }) => `${title} from ${range(values)}`).join(", ")}.`,
      ...lineChart({
        data: "exposure",
        frame: context.frame,
        dates: held.dates,
        lines,
        scale: "linear",
        switchable: false,
        unit: "fractions of wealth",
        format: "percent",
        height: 230,
        levels: [{ value: 1, label: "all of wealth" }],
      }),
    },
    lines,
  );
}

function risks(context: Context, held: Held): Promise<Html> | null {
  if (held.risk === null || held.risk.length < 2) return null;
  const name = (asset: string | null) =>
    asset === null ? "Cash, interest and costs" : assetTitle(context, asset);
  const row = (label: string, value: number | null, color: string) => ({
    ...{ label, head: false, value, text: percent(value, 0), color },
  });
  const rows = held.risk.flatMap(({ asset, weight, share }) => [
    { label: name(asset), head: true, value: null, text: "", color: "var(--ink)" },
    row("Mean share of wealth", weight, "var(--muted)"),
    row("Share of the risk", share, "var(--hue-2)"),
  ]);
  const [first] = [...held.risk].sort((left, right) => right.share - left.share);
  return figureBlock(context, {
    id: "risk-shares",
    title: `Whose moves were the moves of “${titleOf(context, held.portfolio)}”`,
    note: `The upper bar is what was put in, on average; the lower is the part of the variance of returns in dollars that came from it. ${name(first?.asset ?? null)}, with ${percent(first?.weight, 0)} of wealth, made ${percent(first?.share, 0)} of the risk.`,
    source: "the books; covariance of each asset’s gain with the return of the whole",
    table: "risk-shares.csv",
    alternative: `Share of wealth and of risk: ${held.risk.map(({ asset, weight, share }) => `${name(asset)} ${percent(weight, 0)} and ${percent(share, 0)}`).join(", ")}.`,
    ...barRows({
      data: "risk-shares",
      rows,
      axisTitle: "fraction of wealth, fraction of variance",
    }),
  });
}

export const held: Section = {
  id: "held",
  title: "What was held, and whose risk it was",
  applies: ({ course }) => course.held.length > 0,
  body: async (context) => {
    const [first, ...others] = context.findings.course.held;
    if (first === undefined) return html``;
    const rest = others.map(({ portfolio }) => `“${titleOf(context, portfolio)}”`);
    return html`<p>Fractions of wealth are the same in every unit. They are read at the close of each month, ${defined("exposure before the trades", "before the trades")} of that close, when what the month did to them shows most; whose moves they were tells the ${defined("share of risk", "share of risk")} below.${rest.length > 0 && html` ${listed(rest)} ${rest.length === 1 ? "stands" : "stand"} beside it in ${fileLink("held.csv")}.`}</p>
${await weights(context, first)}
${await exposures(context, first)}
${await risks(context, first)}`;
  },
};
