import {
  count,
  decimal,
  factor,
  inSentence,
  multiple,
  percent,
  shareOf,
  signedDecimal,
  signedPercent,
} from "../../series/format.ts";
import type { Findings, NumeraireFinding, RegimeFinding } from "../../study/findings.ts";
import { type Html, html } from "../html.ts";
import { numberColumns, table } from "../table.ts";
import {
  type Context,
  inEachUnit,
  LEADING_RIVALS,
  named,
  rivalsOf,
  type Section,
  shortTitleOf,
  strategyComparisons,
  titleOf,
} from "./section.ts";

function statistics(context: Context, regime: RegimeFinding, unit: NumeraireFinding): Html {
  return table({
    caption: `${regime.title}, in ${inSentence(unit.title)}: within each phase`,
    corner: "Portfolio",
    columns: numberColumns([
      "Total return",
      "Growth a year",
      "Deepest fall",
      "Sharpe ratio",
      "Volatility a year",
      "Periods with a gain",
      "Periods",
      "Share of time",
    ]),
    groups: regime.labels.map((label) => ({
      title: label.title,
      rows: context.findings.portfolios.flatMap((portfolio) => {
        const found = regime.statistics[label.id]?.[portfolio.id]?.[unit.id];
        if (found === undefined) return [];
        return [
          {
            head: named(portfolio),
            cells: [
              signedPercent(found.totalReturn),
              signedPercent(found.cagr),
              percent(found.maxDrawdown),
              decimal(found.sharpe, 2),
              percent(found.volatility),
              percent(found.hitRate),
              count(found.periods),
              percent(found.share),
            ],
          },
        ];
      }),
    })),
  });
}

function excess(context: Context, regime: RegimeFinding, rivals: readonly string[]): Html {
  const comparisons = strategyComparisons(context);
  const cell = (label: string, portfolio: string, benchmark: string) => {
    const found = regime.logExcess[label]?.[portfolio]?.[benchmark];
    if (found === undefined) return "–";
    return html`${signedDecimal(found.logExcess, 3)}<br><small>${factor(found.logExcess)} · ${shareOf(found.share)}</small>`;
  };
  const total = (portfolio: string, benchmark: string) =>
    regime.labels.reduce(
      (sum, label) => sum + (regime.logExcess[label.id]?.[portfolio]?.[benchmark]?.logExcess ?? 0),
      0,
    );
  return table({
    caption:
      "Where the excess was earned: logarithm of the wealth ratio gained in each phase, the factor it stands for, and its share of the whole (a dash where the parts cancel); the phases add up to the sum, whose exponential is the wealth ratio (unit-free)",
    corner: "Strategy",
    columns: numberColumns(["Wealth ratio", "Sum", ...regime.labels.map(({ title }) => title)]),
    groups: rivals.map((rival) => ({
      title: `Against ${shortTitleOf(context, rival)}`,
      rows: comparisons
        .filter(({ benchmark }) => benchmark === rival)
        .map(({ portfolio, relativeWealth }) => ({
          head: titleOf(context, portfolio),
          cells: [
            multiple(relativeWealth),
            signedDecimal(total(portfolio, rival), 3),
            ...regime.labels.map((label) => cell(label.id, portfolio, rival)),
          ],
        })),
    })),
  });
}

function spells(regime: RegimeFinding): Html {
  const title = (id: string) => regime.labels.find((label) => label.id === id)?.title ?? id;
  return table({
    caption: "Spells: each covers the returns after its first day up to and with its last",
    corner: "Phase",
    columns: numberColumns(["After", "Up to", "Periods"]),
    groups: [
      {
        rows: regime.spells.map((spell) => ({
          head: title(spell.label),
          cells: [spell.from, spell.to, count(spell.periods)],
        })),
      },
    ],
  });
}

async function one(context: Context, regime: RegimeFinding): Promise<Html> {
  const rivals = rivalsOf(context);
  return html`<h3>${regime.title}</h3>
<p>${regime.question} ${regime.note} The phases were named knowing how they went: they describe, and no test of significance may use them.</p>
${regime.spells.length > 24 ? html`<details><summary>${regime.spells.length} spells</summary>${spells(regime)}</details>` : spells(regime)}
${excess(context, regime, rivals.slice(0, LEADING_RIVALS))}
${rivals.length > LEADING_RIVALS ? html`<details><summary>The excess over the other benchmarks</summary>${excess(context, regime, rivals.slice(LEADING_RIVALS))}</details>` : null}
${await inEachUnit(context, (unit) => statistics(context, regime, unit))}`;
}

/** The phases that the page shades and shows in full: the first regime that was dated with hindsight, if any. */
export function leadingPhases({ regimes }: Findings): RegimeFinding | undefined {
  return regimes.find(({ causal }) => !causal);
}

async function body(context: Context): Promise<Html> {
  const regime = leadingPhases(context.findings);
  return regime === undefined ? html`` : one(context, regime);
}

export const phases: Section = {
  id: "phases",
  title: "Phase by phase",
  applies: (findings) => leadingPhases(findings) !== undefined,
  body,
};
