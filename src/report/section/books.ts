import { count, decimal, listed, percent } from "../../series/format.ts";
import type { PortfolioFinding } from "../../study/findings.ts";
import { defined } from "../defined.ts";
import { type Html, html } from "../html.ts";
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
      "Trading and exposure: turnover one-way a year (0.5 × trades over wealth), exposures as means over the run in percent of wealth; last, what would end in ruin: longs falling and shorts rising by this much in one period (a dash for books that were never geared)",
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

function costs(context: Context): Html {
  const kinds = ["trading", "borrow", "financing", "fees"] as const;
  return table({
    caption:
      "Costs a year as a mean share of wealth, interest received over the run per dollar put in, and growth a year lost to each kind of cost (the run repeated without it)",
    corner: "Portfolio",
    columns: numberColumns([
      "Trading",
      "Borrow",
      "Financing",
      "Fund fees",
      defined("interest", "Interest on cash"),
      "Interest on short proceeds",
      defined("costDrag", "Lost to all costs"),
      "to trading",
      "to borrow",
      "to financing",
      "to fees",
    ]),
    groups: [
      {
        rows: context.findings.portfolios.map((portfolio) => {
          const { costsPerYear, interest, costDrag } = portfolio.ledger;
          return {
            head: named(portfolio),
            cells: [
              ...kinds.map((kind) => percent(costsPerYear[kind], 2)),
              `${decimal(interest.idle, 2)} $`,
              `${decimal(interest.rebate, 2)} $`,
              percent(costDrag.all, 2),
              ...kinds.map((kind) => percent(costDrag[kind], 2)),
            ],
          };
        }),
      },
    ],
  });
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

function composition(context: Context, portfolio: PortfolioFinding): Html {
  const assets = [...new Set(portfolio.composition.flatMap(({ weights }) => Object.keys(weights)))];
  const shown = portfolio.composition.slice(0, CHANGES_SHOWN);
  const block = table({
    caption: `${portfolio.title}: target weights in percent of wealth from each day on which they changed`,
    corner: "From",
    columns: numberColumns(assets.map((asset) => assetTitle(context, asset))),
    groups: [
      {
        rows: shown.map(({ from, weights }) => ({
          head: from,
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
