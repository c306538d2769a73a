import {
  probability as asProbability,
  chance,
  count,
  decimal,
  percent,
  signedPercent,
} from "../../series/format.ts";
import { defined } from "../defined.ts";
import { type Html, html } from "../html.ts";
import { type TableColumn, table } from "../table.ts";
import { blockLengths } from "./block-lengths.ts";
import { type Context, fileLink, rivalsOf, shortTitleOf, titleOf } from "./section.ts";

type Overfitting = Context["findings"]["trials"]["overfitting"];

function overfitting({ probability, splits, lossProbability, slope, reason }: Overfitting): Html {
  if (probability === null)
    return html`<p>How often the best trial of one half would be a poor one in the other is not known: ${reason}.</p>`;
  return html`<p>Split into halves in ${count(splits)} ways, the trial that was best in one half was below the middle of all trials in the other in <strong>${percent(probability)}</strong> of them (the ${defined("PBO", "probability of overfitting")}), and had a Sharpe ratio below zero there in ${asProbability(lossProbability)}.${
    slope !== null && slope < 0
      ? html` A higher Sharpe ratio in one half went with a lower one in the other (slope ${decimal(slope, 2)}).`
      : null
  } This judges the choice among the trials, and not what all of them share.</p>`;
}

/** What everything that was tried makes of the best of it. */
export function trials(context: Context, strategy: string): Html {
  const { trials: found } = context.findings;
  const { byBenchmark, deflated, variants } = found;
  const name = (id: string) => variants.find((one) => one.id === id)?.title ?? id;
  const rivals = rivalsOf(context).filter((rival) => byBenchmark[rival] !== undefined);
  const columns: TableColumn[] = [
    { head: "Best of all trials", kind: "text" },
    { head: "Its log growth a year beyond", kind: "number" },
    { head: defined("reality check", "p, reality check"), kind: "number" },
    { head: defined("SPA", "p, superior ability"), kind: "number" },
    { head: "Trials found better (StepM, 5\u00a0%)", kind: "number" },
    {
      head: html`${defined("stepdown", html`p of ${shortTitleOf(context, strategy)}, stepdown`)} <small>just below 0.05 is nearer to 0.10</small>`,
      kind: "number",
    },
  ];
  const ratio = deflated[strategy] ?? null;
  const unknown = found.deflatedReason[strategy] ?? null;
  return html`<h3>What the search is worth</h3>
<p>The best of many trials looks good even where all of them are worthless. Tried were <strong>${count(found.count)}</strong>: ${found.description}. They are so alike that they amount to about ${count(found.effective)} independent ones. Every p below is how often the best of as many worthless trials would do as well; the trials that nobody wrote down are not in it.</p>
${ratio !== null && html`<p>The ${defined("deflated Sharpe", "deflated Sharpe ratio")} of ${shortTitleOf(context, strategy)} is <strong>${decimal(ratio, 2)}</strong>: the probability that its Sharpe ratio is more than the best of as many worthless trials would show, taking months as independent. It is judged by itself and knows no benchmark, so it is the same against each of them.</p>`}
${unknown !== null && html`<p>The deflated Sharpe ratio of ${shortTitleOf(context, strategy)} is not known: ${unknown}.</p>`}
${overfitting(found.overfitting)}
${table({
  caption:
    "All trials against each benchmark, by log growth beyond it: the best, and what is left of it once all are counted",
  corner: "Benchmark",
  columns,
  groups: [
    {
      rows: rivals.map((rival) => {
        const contest = byBenchmark[rival]!;
        const { best, realityCheck, spa, stepM, stepdown, reason } = contest;
        return {
          head: titleOf(context, rival),
          cells: [
            best === null ? html`<small>${reason ?? "–"}</small>` : name(best.id),
            signedPercent(best?.excess),
            chance(realityCheck),
            chance(spa?.consistent),
            stepM === null ? "–" : html`${stepM.length} of ${found.count}`,
            chance(stepdown[strategy]),
          ],
        };
      }),
    },
  ],
})}
<p class="source">Numbers: ${fileLink("trials.csv")}, ${fileLink("trial-contests.csv")}</p>
${blockLengths(context)}`;
}
