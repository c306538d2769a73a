import { decimal, inSentence } from "../../series/format.ts";
import type { NumeraireFinding } from "../../study/findings.ts";
import { type Html, html } from "../html.ts";
import { numberColumns, table } from "../table.ts";
import { type Context, named } from "./section.ts";

interface Reading {
  readonly head: string;
  readonly meaning: string;
  /** One value a portfolio. */
  readonly values: readonly (number | null | undefined)[];
}

function readingsOf({ findings }: Context, unit: NumeraireFinding): readonly Reading[] {
  const found = findings.portfolios.map(({ sharpeReadings }) => sharpeReadings[unit.id]);
  return [
    {
      head: "Over the riskless",
      meaning: `holding the portfolio instead of what is riskless here (${inSentence(unit.riskless)}).`,
      values: found.map((one) => one?.total),
    },
    {
      head: "As a funded bet",
      meaning:
        "what it gained over cash in dollars, that gain counted in the unit; holding the unit itself is no part of it.",
      values: found.map((one) => one?.funded),
    },
    {
      head: "Against the unit",
      meaning:
        "its return less that of the unit, both in dollars: holding the portfolio instead of the unit.",
      values: found.map((one) => one?.relative),
    },
  ];
}

/** Ratios nearer than this are one. */
const SAME = 1e-9;

function coincide({ values: left }: Reading, { values: right }: Reading): boolean {
  return left.every((value, place) => {
    const other = right[place] ?? null;
    return value === other || Math.abs((value ?? Number.NaN) - (other ?? Number.NaN)) < SAME;
  });
}

const WAYS = ["", "one way", "two ways", "three ways"];

/** What a Sharpe ratio in a unit may mean, side by side; readings that coincide are one column. */
export function sharpeReadings(context: Context, unit: NumeraireFinding): Html | null {
  const { portfolios } = context.findings;
  if (portfolios.every(({ sharpeReadings }) => sharpeReadings[unit.id] === undefined)) return null;
  const shown: Reading[] = [];
  const meanings = readingsOf(context, unit).map((reading) => {
    const twin = shown.find((other) => coincide(other, reading));
    if (twin === undefined) shown.push(reading);
    return html`<li><b>${reading.head}:</b> ${reading.meaning}${twin && html` In this unit it is the same number as “${inSentence(twin.head)}”.`}</li>`;
  });
  return html`<details><summary>The Sharpe ratio in ${inSentence(unit.title)}, read ${WAYS[shown.length]}</summary>
<ul class="plain">
${meanings}
</ul>
${table({
  caption: `Sharpe ratio a year in ${inSentence(unit.title)}, by what the return is an excess over`,
  corner: "Portfolio",
  columns: numberColumns(shown.map(({ head }) => head)),
  groups: [
    {
      rows: portfolios.map((portfolio, place) => ({
        head: named(portfolio),
        cells: shown.map(({ values }) => decimal(values[place], 2)),
      })),
    },
  ],
})}</details>`;
}
