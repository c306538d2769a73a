import { percent } from "../../series/format.ts";
import { type Html, html } from "../html.ts";
import { numberColumns, table } from "../table.ts";
import { assetTitle, type Context, type Section } from "./section.ts";

function perAsset(context: Context): Html {
  const { costs, borrow, expenses } = context.findings.assumptions;
  const start = context.findings.period.from;
  /** False for a cost that a later one of the same asset replaced before the run began. */
  const inForce = ({ asset, from }: (typeof costs)[number]) =>
    !costs.some(
      (other) =>
        other.asset === asset &&
        other.from !== null &&
        other.from <= start &&
        other.from > (from ?? ""),
    );
  return html`${table({
    caption: "Cost of trading, one way, in percent of what is traded",
    corner: "Asset",
    columns: numberColumns(["In force from", "One way"]),
    groups: [
      {
        rows: costs.filter(inForce).map(({ asset, from, oneWay }) => ({
          head: assetTitle(context, asset),
          cells: [from ?? "the start", percent(oneWay, 3)],
        })),
      },
    ],
  })}${table({
    caption: "Costs of holding, a year, in percent of what is held or sold short",
    corner: "Asset",
    columns: numberColumns(["Borrow fee while short", "Fund expenses"]),
    groups: [
      {
        rows: [...new Set([...Object.keys(borrow), ...Object.keys(expenses)])].map((asset) => ({
          head: assetTitle(context, asset),
          cells: [percent(borrow[asset], 2), percent(expenses[asset], 2)],
        })),
      },
    ],
  })}`;
}

/** Rows between decision and trade, those of most portfolios first. */
function delay({ portfolios }: Context["findings"]): string {
  const lags = [...new Set(portfolios.map(({ lag }) => lag))];
  const having = (lag: number) => portfolios.filter((one) => one.lag === lag);
  const sorted = lags.sort((a, b) => having(b).length - having(a).length || a - b);
  return sorted
    .map((lag, at) =>
      at === 0
        ? `${lag}`
        : `${lag} (${having(lag)
            .map(({ title }) => title)
            .join(", ")})`,
    )
    .join("; ");
}

function rebateWords(rebate: number | "none"): string {
  return rebate === "none" ? "nothing" : `the bill rate less ${percent(rebate, 2)} a year`;
}

function body(context: Context): Html {
  const { assumptions, numeraires } = context.findings;
  const { spreads, margin } = assumptions;
  const full = margin.full.map((asset) => assetTitle(context, asset)).join(", ");
  return html`<dl class="words">${assumptions.words.map(
    ({ topic, text }) => html`<dt>${topic}</dt><dd>${text}</dd>`,
  )}
<dt>Riskless asset of each unit</dt><dd><ul>${numeraires.map(
    (unit) => html`<li>${unit.title} (${unit.unit}): ${unit.riskless}</li>`,
  )}</ul></dd>
<dt>Interest</dt><dd>Short proceeds earn ${rebateWords(spreads.rebate)}, idle cash the bill rate less ${percent(spreads.idle, 2)}, debt costs the bill rate plus ${percent(spreads.debit, 2)}.</dd>
<dt>Margin</dt><dd>Initial ${percent(margin.initial, 0)}; maintenance ${percent(margin.maintenanceLong, 0)} of longs and ${percent(margin.maintenanceShort, 0)} of shorts${full === "" ? "" : html`; nothing may be borrowed against ${full}`}.</dd>
<dt>Small trades</dt><dd>Trades below ${percent(assumptions.noTradeBelow, 3)} of wealth are left out.</dd>
<dt>Start, delay, seed</dt><dd>Start wealth ${assumptions.startWealth} USD; rows between decision and trade: ${delay(context.findings)}; seed ${assumptions.seed}.</dd></dl>
${perAsset(context)}`;
}

export const assumptions: Section = { id: "assumptions", title: "What was assumed", body };
