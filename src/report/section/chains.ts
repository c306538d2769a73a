import { multiple, signedDecimal } from "../../series/format.ts";
import type { ChainFinding, ChainGrowth } from "../../study/findings.ts";
import { stackedRows } from "../chart/stacked-rows.ts";
import { type Html, html } from "../html.ts";
import { strongLine } from "../palette.ts";
import { numberColumns, table } from "../table.ts";
import {
  type Context,
  figureBlock,
  formulaTitle,
  logPart,
  phaseTitle,
  type Section,
} from "./section.ts";

/** The whole span and each phase in which the chain is known. */
function spansOf(context: Context, { growth, phases }: ChainFinding) {
  const inPhases = Object.entries(phases).flatMap(([label, found]) =>
    found === null ? [] : [[phaseTitle(context, label), found] as const],
  );
  return [["Whole span", growth] as const, ...inPhases];
}

function one(context: Context, chain: ChainFinding): Promise<Html> {
  const titles = chain.links.map((link) => formulaTitle(context, link));
  const spans = spansOf(context, chain);
  const parts = titles.map((title, place) => ({
    key: title,
    title,
    style: { ...strongLine(place), width: 7 },
  }));
  const words = ([label, { whole, links }]: readonly [string, ChainGrowth]) =>
    `${label}: ${signedDecimal(whole, 2)}, of which ${chain.links
      .map((link, place) => `${titles[place]} ${signedDecimal(links[link], 2)}`)
      .join(", ")}`;
  const figure = {
    id: `chain-${chain.id}`,
    title: `What moved ${chain.title}`,
    note: `${formulaTitle(context, chain.of)} is the product of ${titles.join(" × ")}. Each bar adds up their log growth (+0.69 doubles, −0.69 halves); the diamond is the sum, the growth of the whole.`,
    source: `the series named; ${chain.from} to ${chain.to}`,
    table: "chains.csv",
    alternative: spans.map(words).join(". "),
    ...stackedRows({
      data: `chain-${chain.id}`,
      parts,
      rows: spans.map(([label, { whole, links }]) => ({
        label,
        values: chain.links.map((link) => links[link] ?? 0),
        whole,
      })),
      axisTitle: "log growth",
    }),
  };
  return figureBlock(context, figure, parts);
}

function numbers(context: Context, chain: ChainFinding): Html {
  return html`<details><summary>Numbers of ${chain.title}</summary>${table({
    caption: `${chain.title}: log growth of each link and of the whole, and the whole as a multiple`,
    corner: "Span",
    columns: numberColumns([
      ...chain.links.map((link) => formulaTitle(context, link)),
      "Whole",
      "Multiple",
    ]),
    groups: [
      {
        rows: spansOf(context, chain).map(([label, { whole, links }]) => ({
          head: label,
          cells: [
            ...chain.links.map((link) => logPart(links[link])),
            signedDecimal(whole, 3),
            multiple(Math.exp(whole)),
          ],
        })),
      },
    ],
  })}</details>
`;
}

async function body(context: Context): Promise<Html> {
  const drawn: Html[] = [];
  for (const chain of context.findings.chains)
    drawn.push(html`${await one(context, chain)}${numbers(context, chain)}`);
  return html`<p>A price counted in something else is a product of ratios, and the logarithms of its parts add up: so it can be said how much of a fall in gold was gold, and how much the thing itself.</p>
${drawn}`;
}

export const chains: Section = {
  id: "chains",
  title: "What moved the ratios",
  applies: ({ chains }) => chains.length > 0,
  body,
};
