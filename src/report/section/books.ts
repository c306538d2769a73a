import { count, listed, NOTHING, percent, significant } from "../../series/format.ts";
import type { LedgerFinding, PortfolioFinding } from "../../study/findings.ts";
import { defined } from "../defined.ts";
import { type Html, html, type Part } from "../html.ts";
import { numberColumns, table } from "../table.ts";
import { events } from "./events.ts";
import { assetTitle, type Context, fileLink, named, type Section } from "./section.ts";

const CHANGES_SHOWN = 40;

const REASONS = {
  first: "to begin",
  calendar: "by the calendar",
  band: "because a weight left its band",
} as const;

function exposure(context: Context): Html {
  return table({
    caption:
      "Trading and exposure: turnover one-way a year (0.5 × trades over wealth), exposures as means over the run in percent of wealth; last, what would end in ruin: longs falling and shorts rising by this much in one period (a dash where gross exposure never was above 101%: fees owed for a while are no gearing)",
    corner: "Portfolio",
    columns: numberColumns([
      defined("turnover", "Turnover a year"),
      "Rebalances",
      defined("grossExposure", "Gross"),
      defined("netExposure", "Net"),
      "Long",
      "Short",
      "Highest gross",
      defined("lossToRuin", "Adverse move to ruin"),
    ]),
    groups: [
      {
        rows: context.findings.portfolios.map((portfolio) => {
          const { ledger } = portfolio;
          return {
            head: named(portfolio),
            cells: [
              percent(ledger.turnover),
              count(ledger.rebalances),
              percent(ledger.grossExposure),
              percent(ledger.netExposure),
              percent(ledger.longExposure),
              percent(ledger.shortExposure),
              percent(ledger.maxGrossExposure),
              percent(ledger.lossToRuin),
            ],
          };
        }),
      },
    ],
  });
}

/** One column of the costs. */
interface CostColumn {
  readonly head: Part;
  /** Its name in a sentence. */
  readonly name: string;
  readonly value: (ledger: LedgerFinding) => number | null;
  readonly show: (value: number | null) => string;
}

const inPercent = (value: number | null) => percent(value, 2);

/** Dollars for each one put in: small amounts keep their digits. */
function dollars(value: number | null): string {
  if (value === null) return NOTHING;
  return Math.abs(value) < 0.00005 ? "0 $" : `${significant(value)} $`;
}

const KINDS = [
  ["trading", "Trading"],
  ["borrow", "Borrow"],
  ["financing", "Financing"],
  ["fees", "Fund fees"],
] as const;

const COST_COLUMNS: readonly CostColumn[] = [
  ...KINDS.map(([kind, head]) => ({
    head,
    name: head.toLowerCase(),
    value: ({ costsPerYear }: LedgerFinding) => costsPerYear[kind],
    show: inPercent,
  })),
  {
    head: defined("interest", "Interest on cash"),
    name: "interest on cash",
    value: ({ interest }) => interest.idle,
    show: dollars,
  },
  {
    head: "Interest on short proceeds",
    name: "interest on short proceeds",
    value: ({ interest }) => interest.rebate,
    show: dollars,
  },
  {
    head: defined("costDrag", "Lost to all costs"),
    name: "growth lost to costs",
    value: ({ costDrag }) => costDrag.all,
    show: inPercent,
  },
  ...KINDS.map(([kind, head]) => ({
    head: `to ${head.toLowerCase()}`,
    name: `growth lost to ${head.toLowerCase()}`,
    value: ({ costDrag }: LedgerFinding) => costDrag[kind],
    show: inPercent,
  })),
];

function costs(context: Context): Html {
  const { portfolios } = context.findings;
  const isNothing = ({ value, show }: CostColumn) =>
    portfolios.every(({ ledger }) => !/[1-9]/.test(show(value(ledger))));
  const columns = COST_COLUMNS.filter((column) => !isNothing(column));
  const left = COST_COLUMNS.filter(isNothing).map(({ name }) => name);
  return html`${table({
    caption:
      "Costs a year as a mean share of wealth, interest received over the run per dollar put in, and growth a year lost to each kind of cost (the run repeated without it)",
    corner: "Portfolio",
    columns: numberColumns(columns.map(({ head }) => head)),
    groups: [
      {
        rows: portfolios.map((portfolio) => ({
          head: named(portfolio),
          cells: columns.map(({ value, show }) => show(value(portfolio.ledger))),
        })),
      },
    ],
  })}
${left.length > 0 && html`<p class="remark">Nothing of any portfolio, and so left out: ${listed(left)}.</p>`}`;
}

/** How often, why and how much was traded, in a sentence. */
function trades({ ledger: { rebalanceLog: log } }: PortfolioFinding): Html | null {
  if (log.dates.length === 0) return null;
  const reasons = [...new Set(log.reasons)].map(
    (reason) =>
      `${count(log.reasons.filter((other) => other === reason).length)} ${REASONS[reason]}`,
  );
  const later = log.turnover.slice(1);
  const largest = later.reduce((most, share, row) => (share > (later[most] ?? 0) ? row : most), 0);
  return html`<p>Traded on ${count(log.dates.length)} ${log.dates.length === 1 ? "day" : "days"}: ${listed(reasons)}.${
    later.length === 0
      ? null
      : html` The largest after the first moved ${percent(later[largest])} of wealth, on ${log.dates[largest + 1]}.`
  } All stand in ${fileLink("rebalances.csv")}.</p>`;
}

/** The days before the first trade. */
function untilWords(from: string, next: string | undefined): string {
  return `${from}, cash ${next === undefined ? "to the end" : `until ${next}`}`;
}

function composition(context: Context, portfolio: PortfolioFinding): Html {
  const assets = [...new Set(portfolio.composition.flatMap(({ weights }) => Object.keys(weights)))];
  const shown = portfolio.composition.slice(0, CHANGES_SHOWN);
  const block = table({
    caption: `${portfolio.title}: target weights in percent of wealth, from each day on which other ones were traded`,
    corner: "From",
    columns: numberColumns(assets.map((asset) => assetTitle(context, asset))),
    groups: [
      {
        rows: shown.map(({ from, decided, weights }, at) => ({
          head: decided === null ? untilWords(from, portfolio.composition[at + 1]?.from) : from,
          cells: assets.map((asset) => percent(weights[asset])),
        })),
      },
    ],
  });
  const rest = portfolio.composition.length - shown.length;
  const more =
    rest > 0 ? html`<p>${rest} later changes stand in ${fileLink("composition.csv")}.</p>` : null;
  return html`<h4>${named(portfolio)}</h4>
<p>${portfolio.rationale} Rebalanced: ${portfolio.rebalance}.</p>
${trades(portfolio)}${block}${more}`;
}

function body(context: Context): Html {
  const { portfolios } = context.findings;
  const strategies = portfolios.filter(({ role }) => role === "strategy");
  const benchmarks = portfolios.filter(({ role }) => role === "benchmark");
  return html`${exposure(context)}
${costs(context)}
<h3>What was held, from when</h3>
${strategies.slice(0, 1).map((portfolio) => composition(context, portfolio))}
${strategies.slice(1).map((portfolio) => html`<details><summary>The same for ${portfolio.title}</summary>${composition(context, portfolio)}</details>`)}
<details><summary>The same for the benchmarks</summary>${benchmarks.map((portfolio) => composition(context, portfolio))}</details>
<h3>What happened in the books</h3>
${portfolios.map(events)}`;
}

export const books: Section = { id: "books", title: "Costs, exposure and holdings", body };
