import { percent } from "../format.ts";
import { type Html, html } from "../html.ts";
import { numberColumns, table } from "../table.ts";
import { assetTitle, type Context, type Section } from "./section.ts";

function perAsset(context: Context): Html {
  const { costs, borrow, expenses } = context.findings.assumptions;
  return html`${table({
    caption: "Cost of trading, one way, in percent of what is traded",
    corner: "Asset",
    columns: numberColumns(["In force from", "One way"]),
    groups: [
      {
        rows: costs.map(({ asset, from, oneWay }) => ({
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
<dt>Interest</dt><dd>Short proceeds earn the bill rate less ${percent(spreads.rebate, 2)} a year, idle cash the bill rate less ${percent(spreads.idle, 2)}, debt costs the bill rate plus ${percent(spreads.debit, 2)}.</dd>
<dt>Margin</dt><dd>Initial ${percent(margin.initial, 0)}; maintenance ${percent(margin.maintenanceLong, 0)} of longs and ${percent(margin.maintenanceShort, 0)} of shorts${full === "" ? "" : html`; nothing may be borrowed against ${full}`}.</dd>
<dt>Small trades</dt><dd>Trades below ${percent(assumptions.noTradeBelow, 3)} of wealth are left out.</dd>
<dt>Start, delay, seed</dt><dd>Start wealth ${assumptions.startWealth} USD; ${assumptions.lag} rows between decision and trade; seed ${assumptions.seed}.</dd></dl>
${perAsset(context)}`;
}

export const assumptions: Section = { id: "assumptions", title: "What was assumed", body };
