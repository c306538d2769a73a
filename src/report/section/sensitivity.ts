import { listed, multiple, percent, signedPercent, significant } from "../../series/format.ts";
import type {
  BreakEvenFinding,
  PortfolioFinding,
  SensitivityFinding,
  TimingFinding,
  VariationFinding,
} from "../../study/findings.ts";
import { type Html, html } from "../html.ts";
import { largestLeg } from "../largest-leg.ts";
import { numberColumns, type TableRow, table } from "../table.ts";
import {
  assetTitle,
  type Context,
  comparisonOf,
  fileLink,
  required,
  type Section,
  shortTitleOf,
} from "./section.ts";

type Tested = PortfolioFinding & { readonly sensitivity: SensitivityFinding };

function isTested(portfolio: PortfolioFinding): portfolio is Tested {
  return portfolio.sensitivity !== null;
}

/** Every signal-driven result turns on when it was traded. */
function timingHead({ id, lag }: TimingFinding): string {
  if (lag === 0) return "Traded one row sooner: the same close, which cannot be done with a signal";
  return `Traded one row ${id}: ${lag} ${lag === 1 ? "row" : "rows"} after the decision`;
}

function variations(context: Context, portfolio: Tested): Html {
  const { sensitivity, title, id, measures } = portfolio;
  const rivals = Object.keys(sensitivity.breakEven);
  const base = context.findings.numeraires[0]?.id ?? "";
  const { cagr } = required(measures, base, "measures");
  const grew = cagr !== null;
  const row = (head: string, found: VariationFinding | null): TableRow => ({
    head,
    cells: [
      ...(grew ? [signedPercent(found?.cagr)] : []),
      ...rivals.map((rival) => multiple(found?.final[rival])),
    ],
  });
  const asItIs: VariationFinding = {
    cagr,
    final: Object.fromEntries(
      rivals.map((rival) => [rival, comparisonOf(context, id, rival)?.relativeWealth ?? null]),
    ),
  };
  return table({
    caption: `${title}: the run repeated with one thing changed; ${grew ? "growth a year in dollars, " : ""}final wealth against a benchmark (×). ${portfolio.weights === null ? "It decides as it did; the weight that it gives an asset left out lies in cash" : "The weight of an asset left out goes to the rest of its side"}. Changed costs are paid by the benchmarks too`,
    corner: "Run",
    columns: numberColumns([
      ...(grew ? ["Growth a year"] : []),
      ...rivals.map((rival) => `Wealth against ${shortTitleOf(context, rival)}`),
    ]),
    groups: [
      {
        rows: [
          row("As it is", asItIs),
          ...sensitivity.timing.map((one) => row(timingHead(one), one.run)),
          ...Object.entries(sensitivity.without).map(([asset, found]) =>
            row(`Without ${assetTitle(context, asset)}`, found),
          ),
          row("Trading costs and borrow fees doubled", sensitivity.costsDoubled),
          row("No costs at all", sensitivity.zeroCosts),
        ],
      },
    ],
  });
}

/**
 * Why a strategy may end richer without an asset; null where it nowhere does. Leaving one out is no test
 * of that asset alone: what it is replaced with decides.
 */
function higherWithout(context: Context, { sensitivity, ...portfolio }: Tested): Html | null {
  const rival = Object.keys(sensitivity.breakEven)[0] ?? "";
  const base = comparisonOf(context, portfolio.id, rival)?.relativeWealth ?? null;
  const [highest] = Object.entries(sensitivity.without)
    .flatMap(([asset, run]) => ({ asset, ratio: run?.final[rival] ?? 0 }))
    .filter(({ ratio }) => base !== null && ratio > base)
    .sort((left, right) => right.ratio - left.ratio);
  if (highest === undefined) return null;
  const name = assetTitle(context, highest.asset);
  if (portfolio.weights === null)
    return html`<p class="remark">“Without ${name}” ends higher: with the weight of ${name} left in cash it would have done better than with ${name}.</p>`;
  const most = largestLeg({ ...portfolio, sensitivity });
  const fed =
    most !== null && most.asset !== highest.asset
      ? `, of which ${assetTitle(context, most.asset)} gave most`
      : "";
  return html`<p class="remark">“Without ${name}” ends higher because the weight of ${name} goes to the others of its side${fed}: the row shows what they would have earned with it, not that ${name} lost.</p>`;
}

/** What leaves a strategy level with a benchmark, a sentence each. */
function breakEvenWords(
  context: Context,
  portfolio: Tested,
  rival: string,
  { borrow, costTimes, weight }: BreakEvenFinding,
): Html[] {
  const ratio = comparisonOf(context, portfolio.id, rival)?.relativeWealth ?? null;
  const name = shortTitleOf(context, rival);
  if (ratio === null) return [];
  const ahead = ratio > 1;
  const words: Html[] = [];
  if (borrow !== null)
    words.push(
      ahead
        ? html`The borrow fee on its shorts could be <strong>${percent(borrow)} a year</strong> before it only equalled ${name}.`
        : html`The borrow fee on its shorts would have had to be ${percent(borrow, 2)} a year for it to equal ${name}.`,
    );
  if (costTimes !== null)
    words.push(
      ahead
        ? html`Trading could cost <strong>${significant(costTimes, 2)} times</strong> as much before it only equalled ${name}.`
        : html`Trading would have had to cost ${significant(costTimes, 2)} times as much as assumed for it to equal ${name}.`,
    );
  const held = Object.entries(weight ?? {});
  for (const [asset, least] of held)
    if (least !== null && !(least < LEAST_WEIGHT && leavesRival(context, portfolio, asset, rival)))
      words.push(
        html`With <strong>${percent(least)}</strong> in ${assetTitle(context, asset)} instead of ${percent(portfolio.weights?.[asset])} it only equalled ${name}.`,
      );
  if (ahead && held.length > 1 && held.every(([, least]) => least === null))
    words.push(html`It stayed ahead of ${name} with less, or none, of any one of its assets.`);
  if (words.length === 0)
    words.push(
      html`Nothing that was tried brings it ${ahead ? "down" : "up"} to ${name}: ${tried(portfolio, held.length)}.`,
    );
  return words;
}

/** A weight below this is none. */
const LEAST_WEIGHT = 0.0005;

/** Whether a strategy without an asset is the benchmark itself, so that the two are level by construction. */
function leavesRival(
  { findings }: Context,
  { weights }: PortfolioFinding,
  asset: string,
  rival: string,
): boolean {
  const target = findings.portfolios.find(({ id }) => id === rival)?.weights ?? null;
  if (weights === null || target === null) return false;
  const others = Object.entries(weights).filter(([id, weight]) => id !== asset && weight !== 0);
  const sleeve = others.filter(([, weight]) => weight > 0);
  const kept = sleeve.reduce((sum, [, weight]) => sum + weight, 0);
  const scale = kept === 0 ? 1 : (kept + (weights[asset] ?? 0)) / kept;
  const left = others.map(([id, weight]) => [id, weight > 0 ? weight * scale : weight] as const);
  const held = Object.values(target).filter((weight) => weight !== 0).length;
  return (
    left.length === held &&
    left.every(([id, weight]) => Math.abs(weight - (target[id] ?? 0)) < 1e-9)
  );
}

/** What a search for a level result went through, in words. */
function tried({ ledger }: Tested, assets: number): string {
  return listed([
    ...(ledger.shortExposure === 0 ? [] : ["no borrow fee on shorts from none to 50% a year"]),
    "no trading costs from none to 1,000 times those assumed",
    ...(assets > 0 ? ["no lower weight of one of its assets, down to none"] : []),
  ]);
}

function breakEvens(context: Context, portfolio: Tested): Html {
  const sentences = Object.entries(portfolio.sensitivity.breakEven).flatMap(([rival, found]) =>
    breakEvenWords(context, portfolio, rival, found),
  );
  return sentences.length === 0
    ? html``
    : html`<ul class="plain">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}

/** The asset without which least of the wealth against the first benchmark is left. */
export function weakestLink(
  portfolio: PortfolioFinding,
  rival: string,
): { readonly asset: string; readonly ratio: number } | undefined {
  const found = Object.entries(portfolio.sensitivity?.without ?? {}).flatMap(([asset, run]) => {
    const ratio = run?.final[rival] ?? null;
    return ratio === null ? [] : [{ asset, ratio }];
  });
  return found.sort((left, right) => left.ratio - right.ratio)[0];
}

function body(context: Context): Html {
  const tested = context.findings.portfolios.filter(isTested);
  const rivals = listed(
    Object.keys(tested[0]?.sensitivity.breakEven ?? {}).map((rival) =>
      shortTitleOf(context, rival),
    ),
  );
  const blocks = tested.map((portfolio, place) => {
    const block = html`${breakEvens(context, portfolio)}${variations(context, portfolio)}${higherWithout(context, portfolio)}`;
    return place === 0
      ? html`<h3>${portfolio.title}</h3>${block}`
      : html`<details><summary>${portfolio.title}</summary>${block}</details>`;
  });
  return html`<p>Each strategy was run again with one thing changed, and it was sought what would leave nothing between it and ${rivals || "a benchmark"}. The result is the same in every unit.</p>
${blocks}
<p class="source">Numbers, against all benchmarks: ${fileLink("sensitivity.csv")}, ${fileLink("break-even.csv")}</p>`;
}

export const sensitivity: Section = {
  id: "sensitivity",
  title: "What the result hangs on",
  applies: ({ portfolios }) => portfolios.some(isTested),
  body,
};
