import { factor, percent, signedDecimal } from "../../series/format.ts";
import type { Leg, LegsFinding, PortfolioFinding } from "../../study/findings.ts";
import { type BarRow, barRows } from "../chart/bar-rows.ts";
import { type Html, html, type Part } from "../html.ts";
import { largestLeg } from "../largest-leg.ts";
import { numberColumns, type TableRow, table } from "../table.ts";
import { assetTitle, type Context, figureBlock, fileLink, logPart, phaseTitle } from "./section.ts";

/** Parts of log growth smaller than this are not drawn. */
const NEGLIGIBLE = 5e-4;

/** How many strategies are drawn; the tables have all. */
const DRAWN = 4;

/** What stands beside the legs, under the names the page uses. */
const REST = [
  ["Cash alone, on all wealth", "riskless"],
  ["Spreads of the broker", "spreads"],
  ["Management fee", "management"],
] as const;

const SOURCES = [
  ["Price", "price"],
  ["Income", "income"],
  ["Financing", "financing"],
  ["Borrow fee", "borrow"],
  ["Fund fee", "expense"],
  ["Trading", "trading"],
] as const;

function barRow(label: string, value: number, color: string): BarRow {
  return {
    label,
    head: false,
    value,
    text: `${signedDecimal(value, 2)} (${factor(value)})`,
    color,
  };
}

function barsOf(context: Context, { title, legs }: PortfolioFinding): BarRow[] {
  const head = { label: title, head: true, value: null, text: "", color: "var(--ink)" };
  if (legs === null) return [{ ...head, label: `${title} (ruined)` }];
  const parts = [
    ...Object.entries(legs.log.assets).map(
      ([asset, { total }]) => [assetTitle(context, asset), total] as const,
    ),
    ...REST.map(([name, key]) => [name, legs.log[key]] as const),
  ];
  return [
    head,
    barRow("Whole growth", legs.log.total, "var(--ink)"),
    ...parts
      .filter(([, value]) => Math.abs(value) >= NEGLIGIBLE)
      .sort(([, left], [, right]) => right - left)
      .map(([name, value]) => barRow(name, value, value < 0 ? "var(--loss)" : "var(--hue-2)")),
  ];
}

/** Bars of what each leg of each strategy gave after its financing and its costs. */
export function legsFigure(context: Context): Promise<Html> {
  const strategies = context.findings.portfolios.filter(({ role }) => role === "strategy");
  const rows = strategies.slice(0, DRAWN).flatMap((portfolio) => barsOf(context, portfolio));
  const figure = {
    id: "legs",
    title: "What each leg gave and took",
    note: "The dark bar is the whole logarithmic growth in dollars; the bars below it add up to it; in brackets the factor by which each multiplied wealth. A leg counts after its own financing, fees and trading: what it earned over cash. Blue gave, red took.",
    source: "the run; contributions to log growth in dollars",
    table: "legs.csv",
    alternative: rows.map(({ label, text }) => `${label} ${text}`).join(", "),
    ...barRows({
      data: "legs",
      rows,
      axisTitle: "contribution to log growth in dollars (0.69 doubles)",
    }),
  };
  const rest = strategies.length - DRAWN;
  return figureBlock(
    context,
    figure,
    [],
    rest > 0 && `The other ${rest} stand in the tables below.`,
  );
}

/** Only the sources that some leg has. */
function sourcesOf(legs: LegsFinding) {
  return SOURCES.filter(([, key]) => Object.values(legs.assets).some((leg) => leg[key]));
}

function sourceTable(context: Context, title: string, legs: LegsFinding): Html {
  const sources = sourcesOf(legs);
  const row = (head: Part, leg: Partial<Leg>, total: number): TableRow => ({
    head,
    cells: [...sources.map(([, key]) => logPart(leg[key])), logPart(total)],
  });
  const share = (value: number): Html => html`<b>${logPart(value)}</b>`;
  return table({
    caption: `${title}: log growth in dollars by leg and source, with the factor each multiplies wealth by; a cost is negative, financing is the riskless rate on the capital that a leg ties up or, short, sets free; where income has a dash the price holds it`,
    corner: "Leg",
    columns: numberColumns([...sources.map(([name]) => name), "Funded leg"]),
    groups: [
      {
        rows: [
          ...Object.entries(legs.assets).map(([asset, leg]) =>
            row(assetTitle(context, asset), leg, leg.total),
          ),
          ...REST.filter(([, key]) => Math.abs(legs[key]) >= NEGLIGIBLE).map(([name, key]) =>
            row(name, {}, legs[key]),
          ),
          {
            head: html`<b>Whole growth</b>`,
            cells: [...sources.map(() => ""), share(legs.total)],
          },
        ],
      },
    ],
  });
}

function phaseTable(context: Context, portfolio: PortfolioFinding): Html | null {
  const { legs, title } = portfolio;
  const phases = Object.entries(legs?.phases ?? {});
  if (legs === null || phases.length === 0) return null;
  const spans = [...phases.map(([, found]) => found), legs.log];
  const row = (head: Part, pick: (found: LegsFinding) => number | undefined): TableRow => ({
    head,
    cells: spans.map((found) => logPart(pick(found))),
  });
  return table({
    caption: `${title}: log growth in dollars that each funded leg gave in each phase`,
    corner: "Leg",
    columns: numberColumns([...phases.map(([label]) => phaseTitle(context, label)), "Sum"]),
    groups: [
      {
        rows: [
          ...Object.keys(legs.log.assets).map((asset) =>
            row(assetTitle(context, asset), ({ assets }) => assets[asset]?.total),
          ),
          ...REST.filter(([, key]) => Math.abs(legs.log[key]) >= NEGLIGIBLE).map(([name, key]) =>
            row(name, (found) => found[key]),
          ),
          row(html`<b>Whole growth</b>`, ({ total }) => total),
        ],
      },
    ],
  });
}

/** The largest single part of the growth, in a sentence. */
function largest(context: Context, portfolio: PortfolioFinding): Html | null {
  const leg = largestLeg(portfolio);
  if (leg === null) return null;
  return html`<p>Of the growth of “${portfolio.title}”, ${assetTitle(context, leg.asset)} alone gave <strong>${percent(leg.share, 0)}</strong>, counted after its financing and its costs.</p>`;
}

/** Tables by leg and source and by phase: the first strategy's unfolded by its sentence, all folded. */
export function legTables(context: Context): Html {
  const strategies = context.findings.portfolios.filter(({ role }) => role === "strategy");
  const [first] = strategies;
  const blocks = strategies.map((portfolio) =>
    portfolio.legs === null
      ? html`<p>${portfolio.title} was ruined: nothing is left to be split.</p>`
      : html`<details><summary>${portfolio.title}: leg by leg</summary>${sourceTable(context, portfolio.title, portfolio.legs.log)}${phaseTable(context, portfolio)}</details>`,
  );
  return html`${first === undefined ? null : largest(context, first)}
${blocks}
<p class="source">In money, and for the benchmarks too: ${fileLink("legs.csv")}; by calendar year: ${fileLink("attribution-by-year.csv")}.</p>`;
}
