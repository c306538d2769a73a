import { chance, inSentence, signedDecimal, signedPercent } from "../../series/format.ts";
import type { Comparison } from "../../study/findings.ts";
import { intervalAxis, intervalBar, intervalScale } from "../chart/interval-bar.ts";
import { DECISION_SIGNS, decisionWords, isDecided } from "../decision.ts";
import { defined } from "../defined.ts";
import { type Html, html } from "../html.ts";
import { type TableColumn, table } from "../table.ts";
import {
  type Context,
  fileLink,
  LEADING_RIVALS,
  rivalsOf,
  shortTitleOf,
  strategyComparisons,
  titleOf,
} from "./section.ts";

/** How the interval of a difference is read, told once beside each picture of them. */
const READ =
  "A dot is what was seen, its bar the 95 % interval, the upright line no difference at all; a hollow dot has zero inside its interval.";

function range(
  { low, high }: { readonly low: number | null; readonly high: number | null },
  words: (value: number) => string,
): string {
  return low === null || high === null ? "–" : `${words(low)} to ${words(high)}`;
}

/** The head of a column of bars: their axis, and for those who hear it what stands under it. */
function drawnHead(axis: Html): Html {
  return html`${axis}<span class="out-of-sight">Drawn</span>`;
}

function decisionCell(comparison: Comparison): Html {
  if (!isDecided(comparison)) return html`–`;
  const { decision } = comparison;
  return html`<span class="decision" data-decision="${decision}"><span aria-hidden="true">${DECISION_SIGNS[decision]}</span> ${decisionWords(comparison)}</span>`;
}

/** One block a benchmark, those after the first two folded. */
function byRival(
  context: Context,
  caption: string,
  columns: readonly TableColumn[],
  cells: (comparison: Comparison) => readonly Html[],
): Html {
  const comparisons = strategyComparisons(context);
  const blocks = (rivals: readonly string[], title: string) =>
    table({
      caption: title,
      corner: "Strategy",
      columns,
      stacks: true,
      groups: rivals.map((rival) => ({
        title: `Against ${shortTitleOf(context, rival)}`,
        rows: comparisons
          .filter(({ benchmark }) => benchmark === rival)
          .map((comparison) => ({
            head: titleOf(context, comparison.portfolio),
            cells: cells(comparison),
          })),
      })),
    });
  const rivals = rivalsOf(context);
  const others = rivals.slice(LEADING_RIVALS);
  return html`${blocks(rivals.slice(0, LEADING_RIVALS), caption)}${others.length > 0 && html`<details><summary>The same against the other benchmarks</summary>${blocks(others, `${caption}, the other benchmarks`)}</details>`}`;
}

/** Growth beyond every benchmark with its interval and what is decided: a forest plot that is a table. */
export function growthIntervals(context: Context): Html {
  const scale = intervalScale(
    strategyComparisons(context).map(({ growthDifference }) => growthDifference),
  );
  const columns: TableColumn[] = [
    { head: drawnHead(intervalAxis(scale, "percent")), label: "", kind: "text" },
    { head: "More growth a year, compounded", label: "More a year", kind: "number" },
    { head: defined("interval", "95 % interval"), label: "95 %", kind: "number" },
    { head: defined("decision", "Decision"), label: "Decision", kind: "text" },
  ];
  return html`<figure id="figure-growth-intervals">
<figcaption><p class="figure-title">How much more each strategy grew, and how much of it the draw of the months could undo</p><p>${READ} An interval clear of zero is not enough for “beats”, which asks for all conditions above.</p></figcaption>
${byRival(
  context,
  "Growth a year beyond the benchmark (unit-free), its 95 % interval from resampled months, and the decision",
  columns,
  (comparison) => [
    html`${intervalBar(scale, comparison.growthDifference)}`,
    html`${signedPercent(comparison.growthDifference.estimate)}`,
    html`${range(comparison.growthDifference, signedPercent)}`,
    decisionCell(comparison),
  ],
)}
<p class="source">Source: the months of the run, resampled. Numbers: ${fileLink("inference.csv")}</p></figure>
`;
}

/** Differences of Sharpe ratios in the first two units. */
export function sharpeIntervals(context: Context): Html {
  const units = context.findings.numeraires.slice(0, 2);
  const found = (comparison: Comparison, unit: string) => comparison.sharpeDifferences[unit];
  const leading = rivalsOf(context).slice(0, LEADING_RIVALS);
  const scale = intervalScale(
    strategyComparisons(context)
      .filter(({ benchmark }) => leading.includes(benchmark))
      .flatMap((comparison) => units.flatMap(({ id }) => found(comparison, id) ?? [])),
  );
  const columns = units.flatMap(({ title }): TableColumn[] => [
    { head: drawnHead(intervalAxis(scale, "number")), label: "", kind: "text" },
    { head: `In ${inSentence(title)}`, kind: "number" },
    { head: defined("p-value", "p"), label: "p", kind: "number" },
  ]);
  return html`<figure id="figure-sharpe-intervals">
<figcaption><p class="figure-title">The same question for return per unit of risk</p><p>${READ} p is how often chance alone makes a difference as large; below 0.05 is asked for.</p></figcaption>
${byRival(
  context,
  "Annual Sharpe ratio less the benchmark's, with its 95 % interval and p",
  columns,
  (comparison) =>
    units.flatMap(({ id }) => {
      const one = found(comparison, id);
      if (one === undefined) return [html`–`, html`–`, html`–`];
      return [
        html`${intervalBar(scale, one)}`,
        html`${signedDecimal(one.estimate, 2)}`,
        html`${chance(one.p, 2)}`,
      ];
    }),
)}
<p class="source">Source: the months of the run; against the first ${LEADING_RIVALS} benchmarks by resampling, against the others by errors that hold under autocorrelation. Numbers: ${fileLink("sharpe-differences.csv")}</p></figure>
`;
}
