import { inSentence, multiple, signedPercent } from "../series/format.ts";
import { DECISION_SIGNS } from "./decision.ts";
import { type Html, html, verbatim } from "./html.ts";
import { OUTCOMES } from "./outcome.ts";
import { styleSheet } from "./style.ts";
import type { Summary } from "./summary.ts";

/** A report in the folder that the list stands in. */
export interface ListedRun {
  /** Name of its folder. */
  readonly folder: string;
  readonly summary: Summary;
}

/** By this a list of reports is known for ours, so that no other page is ever written over. */
export const INDEX_MARK = '<meta name="generator" content="assay: list of reports">';

type Rival = Summary["rivals"][number];

const WIDTH = 220;
const HEIGHT = 44;
const EDGE = 3;

/** Relative wealth on a log scale with a rule at one; nothing where there is no line. */
function sparkline({ line, title }: Rival): Html | null {
  if (line.length < 2) return null;
  const logs = line.map(([, ratio]) => Math.log(ratio));
  const low = Math.min(0, ...logs);
  const span = Math.max(0, ...logs) - low || 1;
  const x = (place: number) => (EDGE + place * (WIDTH - 2 * EDGE)).toFixed(1);
  const y = (log: number) =>
    (HEIGHT - EDGE - ((log - low) / span) * (HEIGHT - 2 * EDGE)).toFixed(1);
  const path = line.map(([place], at) => `${at === 0 ? "M" : "L"}${x(place)},${y(logs[at]!)}`);
  const ratios = line.map(([, ratio]) => ratio);
  const words = `Wealth over that of ${title}, log scale, from 1 at the start: lowest ${multiple(Math.min(...ratios))}, highest ${multiple(Math.max(...ratios))}, last ${multiple(ratios.at(-1))}`;
  return html`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${words}"><line x1="${EDGE}" x2="${WIDTH - EDGE}" y1="${y(0)}" y2="${y(0)}" stroke="var(--rule)"/><path d="${path.join("")}" fill="none" stroke="var(--hue-1)" stroke-width="1.6" stroke-linejoin="round"/><circle cx="${x(line.at(-1)![0])}" cy="${y(logs.at(-1)!)}" r="2.4" fill="var(--hue-1)"/></svg>`;
}

/** One benchmark: how many times its wealth, drawn over time, and what was decided. */
function rivalRow(rival: Rival): Html {
  const { decision, passed, conditions } = rival;
  const decided =
    decision === null
      ? "not decided"
      : html`<span aria-hidden="true">${DECISION_SIGNS[decision]}</span> ${decision} <small>(${passed} of ${conditions} conditions)</small>`;
  return html`<tr><th scope="row">against ${rival.short ?? rival.title}</th><td class="times">${multiple(rival.relativeWealth)}</td><td>${sparkline(rival)}</td><td class="decided">${decided}</td></tr>`;
}

/** Growth a year in the first two units, the strategy's and its rivals'. */
function growthWords({ strategy, rivals, units }: Summary): Html | null {
  if (strategy === null) return null;
  const inUnits = (growth: Rival["growth"]) =>
    units.map(
      ({ id, title }, at) =>
        html`${at === 0 ? "" : ", "}<b>${signedPercent(growth[id])}</b> in ${inSentence(title)}`,
    );
  const others = rivals.map(
    (rival) => html`; ${rival.short ?? rival.title} ${inUnits(rival.growth)}`,
  );
  const ruined =
    strategy.ruined === null
      ? null
      : html` <span class="open">Ruined on ${strategy.ruined}.</span>`;
  return html`<p>Growth a year: ${inUnits(strategy.growth)}${others}.${ruined}</p>`;
}

function tally(noun: string, counts: Summary["verdicts"]): Html | null {
  if (counts.length === 0) return null;
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const parts = counts.map(
    ({ outcome, count }) =>
      html`<span class="verdict v-${outcome}"><span aria-hidden="true">${OUTCOMES[outcome]}</span> ${count} ${outcome}</span> `,
  );
  return html`<p class="counts">${all} ${noun}${all === 1 ? "" : "s"}: ${parts}</p>`;
}

function card({ folder, summary }: ListedRun): Html {
  const { study, period, strategy, rivals } = summary;
  const answer =
    strategy === null || rivals.length === 0
      ? html`<p>No strategy is compared with a benchmark here.</p>`
      : html`<table class="rivals"><caption>Wealth of “${strategy.title}” at the end, the same in every unit</caption><tbody>${rivals.map(rivalRow)}</tbody></table>`;
  return html`<article>
<h2><a href="${encodeURIComponent(folder)}/index.html">${study.title}</a></h2>
<p class="question">${study.question}</p>
<p class="period"><b>${folder}</b> · ${period.frequency} · ${period.from} to ${period.to} · ${period.periods} return${period.periods === 1 ? "" : "s"}</p>
${answer}
${growthWords(summary)}
${tally("claim", summary.verdicts)}
${tally("prediction", summary.predictions)}
</article>
`;
}

/** The style of the list, on top of that of the reports. */
const STYLE = `
article{padding:2rem 0;border-top:1px solid var(--rule)}
article h2{margin:0 0 .3rem;font-size:1.6rem}
article .question{font-size:1.12rem;max-width:46rem;margin:0 0 .4rem}
article p{max-width:46rem;margin:0 0 .5rem}
article .period{font-size:.88rem;max-width:none}
.rivals{min-width:0;font-size:.94rem;margin:.4rem 0 .8rem}
.rivals caption{position:static}
.rivals th,.rivals td{border-top:1px solid var(--grid);vertical-align:middle;padding:.25rem 1.2rem .25rem 0;text-align:left}
.rivals tr>th:first-child{position:static;min-width:0;max-width:none}
.rivals .times{font-size:1.25rem;font-weight:600;color:var(--accent)}
.rivals .decided{white-space:normal}
.rivals tbody tr:hover>*{background:none}
.spark{display:block;width:220px;height:44px}
.counts .verdict{margin-right:.6rem}
@media (max-width:40rem){.rivals,.rivals tbody,.rivals tr,.rivals caption{display:block;max-width:none}.rivals tr{display:grid;grid-template-columns:220px 1fr;gap:0 .8rem;padding:.4rem 0;border-top:1px solid var(--grid)}.rivals th,.rivals td{border:0;padding:.1rem 0}.rivals .times{text-align:right}}
@media print{.rivals{width:auto}article{break-inside:avoid}}
`;

/**
 * The list of the reports in a folder: what each asks, its short answer and a link, in the order of
 * study ids and folders. One page without scripts; nothing in it tells when it was made.
 */
export function renderIndex(
  runs: readonly ListedRun[],
  /** Folders whose findings cannot be read. */
  unread: readonly string[] = [],
): string {
  const sorted = [...runs].sort((a, b) => byId(a, b));
  const count = `${runs.length} run${runs.length === 1 ? "" : "s"} in this folder`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${verbatim(INDEX_MARK)}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Reports</title>
<style>${verbatim(styleSheet())}${verbatim(STYLE)}</style>
</head>
<body>
<div class="page">
<header class="title"><p class="kind">Tests of theses on dated data</p>
<h1>Reports</h1>
<p>${count}, in the order of their ids. Each number stands with its test and its limits in the report.</p></header>
<main>
${sorted.map(card)}</main>
${unread.length === 0 ? null : html`<p class="remark">Not listed, as their findings are of another version of assay or broken: ${[...unread].sort().join(", ")}.</p>`}
<footer>Made by assay from the reports beside it. Not investment advice.</footer>
</div>
</body>
</html>
`.markup;
}

function byId(a: ListedRun, b: ListedRun): number {
  const [one, other] = [a, b].map(({ summary, folder }) => `${summary.study.id}\n${folder}`);
  return one! < other! ? -1 : one! > other! ? 1 : 0;
}
