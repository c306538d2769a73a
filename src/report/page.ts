import { createHash } from "node:crypto";
import type { Findings } from "../study/findings.ts";
import { startDrawing, vegaRuntime } from "./figure.ts";
import { type Html, html, verbatim } from "./html.ts";
import { packed } from "./packed.ts";
import { portfolioStyles } from "./palette.ts";
import { PAGE_SCRIPT } from "./script.ts";
import { answer } from "./section/answer.ts";
import { assumptions } from "./section/assumptions.ts";
import { books } from "./section/books.ts";
import { chains } from "./section/chains.ts";
import { conventions } from "./section/conventions.ts";
import { data } from "./section/data.ts";
import { drawdowns } from "./section/drawdowns.ts";
import { growth } from "./section/growth.ts";
import { inconsistencies } from "./section/inconsistencies.ts";
import { inference } from "./section/inference.ts";
import { measures } from "./section/measures.ts";
import { leadingPhases, phases } from "./section/phases.ts";
import { pictures } from "./section/pictures.ts";
import { predictions } from "./section/predictions.ts";
import { regimes } from "./section/regimes.ts";
import { relative } from "./section/relative.ts";
import { reproduce } from "./section/reproduce.ts";
import { type Context, type Section, swatchShelf } from "./section/section.ts";
import { sensitivity } from "./section/sensitivity.ts";
import { verdicts } from "./section/verdicts.ts";
import { wealth } from "./section/wealth.ts";
import { styleSheet } from "./style.ts";

/** The parts that a page may have, in their order. */
export const SECTIONS: readonly Section[] = [
  answer,
  verdicts,
  inconsistencies,
  predictions,
  inference,
  pictures,
  chains,
  wealth,
  relative,
  drawdowns,
  measures,
  phases,
  regimes,
  growth,
  sensitivity,
  books,
  assumptions,
  conventions,
  data,
  reproduce,
];

/** The parts that these findings have something for. */
export function sectionsOf(findings: Findings): readonly Section[] {
  return SECTIONS.filter(({ applies }) => applies?.(findings) ?? true);
}

function contents(sections: readonly Section[]): Html {
  return html`<nav class="contents" aria-label="Contents"><h2>Contents</h2><ol>${sections.map(
    ({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`,
  )}</ol></nav>`;
}

/** The switch of unit; without scripts it stays unseen and every unit is shown. */
function unitSwitch({ numeraires }: Findings): Html {
  const choices = numeraires.map(
    ({ id, title }, place) =>
      html`<label><input type="radio" name="unit" value="${id}"${place === 0 ? verbatim(" checked") : null}><span>${title}</span></label>`,
  );
  return html`<fieldset class="units"><legend>Counted in</legend>${choices}</fieldset>`;
}

function title({ study }: Findings): Html {
  return html`<header class="title"><p class="kind">A test of a thesis on dated data</p>
<h1>${study.title}</h1>
<p class="question">${study.question}</p>
<p>${study.about}</p></header>`;
}

/** Allows the page's own two scripts by their hashes, and no request to anywhere. */
function policy(scripts: readonly string[]): string {
  const hashes = scripts.map(
    (script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  return `default-src 'none'; style-src 'unsafe-inline'; script-src ${hashes.join(" ")} 'unsafe-eval'`;
}

/** What the sections are made from: the findings with a style for each portfolio and phases to shade. */
export function contextOf(findings: Findings, drawing: Context["drawing"]): Context {
  const regime = leadingPhases(findings);
  const titles = new Map(regime?.labels.map((label) => [label.id, label.title]));
  const phasesShaded = (regime?.spells ?? []).map((spell) => ({
    title: titles.get(spell.label) ?? spell.label,
    from: spell.from,
    to: spell.to,
  }));
  return {
    findings,
    drawing,
    styles: portfolioStyles(findings.portfolios),
    frame: { from: findings.period.from, to: findings.period.to, phases: phasesShaded },
  };
}

/** The report as one HTML page that needs nothing beside it: no request, no script to be read. */
export async function renderReport(findings: Findings): Promise<string> {
  const [drawing, runtime] = await Promise.all([startDrawing(), vegaRuntime()]);
  const context = contextOf(findings, drawing);
  const sections = sectionsOf(findings);
  const parts: Html[] = [];
  for (const section of sections)
    parts.push(html`<section id="${section.id}" aria-labelledby="${section.id}-title">
<h2 id="${section.id}-title">${section.title}</h2>
${await section.body(context)}</section>
`);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy([runtime, PAGE_SCRIPT])}">
<title>${findings.study.title}</title>
<style>${verbatim(styleSheet())}</style>
</head>
<body>
${swatchShelf(context.styles)}
<div class="page">
${title(findings)}
${contents(sections)}
<main>
${unitSwitch(findings)}
${parts}</main>
<footer>Made by assay from the findings of the study “${findings.study.id}”. Not investment advice.</footer>
</div>
<script type="text/plain" id="charts">${packed(JSON.stringify(drawing.contents()))}</script>
<script type="text/plain" id="drawing">${packed(runtime)}</script>
<script>${verbatim(PAGE_SCRIPT)}</script>
</body>
</html>
`.markup;
}
