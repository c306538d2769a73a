import { createHash } from "node:crypto";
import type { Findings } from "../study/findings.ts";
import { forgetful, type Memory } from "../study/memory.ts";
import { bar } from "./bar.ts";
import type { Draw } from "./draw.ts";
import { drawnLater } from "./drawn-later.ts";
import { withoutEndTags } from "./end-tags.ts";
import { startDrawing, vegaRuntime } from "./figure.ts";
import { type Html, html, verbatim } from "./html.ts";
import { packed } from "./packed.ts";
import { portfolioStyles } from "./palette.ts";
import { PAGE_SCRIPT } from "./script.ts";
import { answer } from "./section/answer.ts";
import { assumptions } from "./section/assumptions.ts";
import { books } from "./section/books.ts";
import { chains } from "./section/chains.ts";
import { claims } from "./section/claims.ts";
import { conventions } from "./section/conventions.ts";
import { data } from "./section/data.ts";
import { drawdowns } from "./section/drawdowns.ts";
import { growth } from "./section/growth.ts";
import { held } from "./section/held.ts";
import { inconsistencies } from "./section/inconsistencies.ts";
import { inference } from "./section/inference.ts";
import { measures } from "./section/measures.ts";
import { months } from "./section/months.ts";
import { leadingPhases, phases } from "./section/phases.ts";
import { pictures } from "./section/pictures.ts";
import { predictions } from "./section/predictions.ts";
import { regimes } from "./section/regimes.ts";
import { relative } from "./section/relative.ts";
import { reproduce } from "./section/reproduce.ts";
import { riskReturn } from "./section/risk-return.ts";
import { rolling } from "./section/rolling.ts";
import { type Context, type Section, swatchShelf } from "./section/section.ts";
import { sensitivity } from "./section/sensitivity.ts";
import { verdicts } from "./section/verdicts.ts";
import { wealth } from "./section/wealth.ts";
import { words } from "./section/words.ts";
import { styleSheet } from "./style.ts";

/** Sections that belong together, under a heading of the contents. */
interface Part {
  readonly title: string;
  readonly sections: readonly Section[];
}

/** The parts that a page may have, in their order. */
const PARTS: readonly Part[] = [
  { title: "The answer", sections: [answer, verdicts, pictures, chains] },
  {
    title: "Performance",
    sections: [wealth, relative, riskReturn, rolling, months, measures, drawdowns],
  },
  { title: "Times and causes", sections: [phases, regimes, growth, held] },
  { title: "Evidence", sections: [inference, claims, inconsistencies, predictions, sensitivity] },
  { title: "How it was done", sections: [books, data, assumptions, conventions, words, reproduce] },
];

/** The sections that a page may have, in their order. */
export const SECTIONS: readonly Section[] = PARTS.flatMap(({ sections }) => sections);

function appliesTo(findings: Findings) {
  return ({ applies }: Section) => applies?.(findings) ?? true;
}

/** The sections that these findings have something for. */
export function sectionsOf(findings: Findings): readonly Section[] {
  return SECTIONS.filter(appliesTo(findings));
}

/** Where everything stands: beside the text where there is room, folded where there is not. */
function contents(findings: Findings): Html {
  const parts = PARTS.map(({ title, sections }) => ({
    title,
    sections: sections.filter(appliesTo(findings)),
  })).filter(({ sections }) => sections.length > 0);
  return html`<nav class="contents" aria-label="Contents"><details><summary>Contents</summary>${parts.map(
    ({ title, sections }) =>
      html`<p>${title}</p><ol>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ol>`,
  )}</details></nav>`;
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

/** What may be said beside the findings of how a page is made; the page is the same. */
export interface Rendering {
  /** Told how many of all parts are done, and waited for: it may throw to stop the work. */
  readonly onStep?: (done: number, total: number) => void | Promise<void>;
  /** What earlier pages of the same process left to be used again. */
  readonly memory?: Memory;
  /** Draws the charts; without it they are drawn here. */
  readonly draw?: Draw;
}

/** A page whose pictures may still be in the making. */
export interface Page {
  /** The whole of it, as one text. @throws where a picture could not be drawn. */
  finished(): Promise<string>;
}

/** Begins the report: all of its text, and every picture asked for. */
export async function beginReport(
  findings: Findings,
  { onStep, memory = forgetful, draw }: Rendering = {},
): Promise<Page> {
  const runtime = await vegaRuntime();
  const packedRuntime = memory.recall("drawing", [runtime], () => packed(runtime));
  const { drawing, filled } = drawnLater(await startDrawing(memory, draw));
  const context = contextOf(findings, drawing);
  const sections = sectionsOf(findings);
  const parts: Html[] = [];
  for (const section of sections) {
    await onStep?.(parts.length, sections.length);
    parts.push(html`<section id="${section.id}" aria-labelledby="${section.id}-title">
<h2 id="${section.id}-title">${section.title}</h2>
${await section.body(context)}</section>
`);
  }
  const body = html`<body>
${swatchShelf(context.styles)}
<a class="skip" href="#answer">To the answer</a>
<div class="page report">
${contents(findings)}
<div class="content">
${title(findings)}
${bar(context)}
<main>
${parts}</main>
<footer>Made by assay from the findings of the study “${findings.study.id}”. Not investment advice.<span class="on-paper">Tables that are folded in the page are left out on paper.</span></footer>
</div>
</div>
`.markup;
  return {
    async finished() {
      const whole = verbatim(withoutEndTags(await filled(body)));
      const charts = await packed(JSON.stringify(drawing.contents()));
      return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy([runtime, PAGE_SCRIPT])}">
<title>${findings.study.title}</title>
<style>${verbatim(styleSheet())}</style>
</head>
${whole}<script type="text/plain" id="charts">${charts}</script>
<script type="text/plain" id="drawing">${await packedRuntime}</script>
<script>${verbatim(PAGE_SCRIPT)}</script>
</body>
</html>
`.markup;
    },
  };
}

/** The report as one HTML page that needs nothing beside it: no request, no script to be read. */
export async function renderReport(findings: Findings, rendering?: Rendering): Promise<string> {
  return (await beginReport(findings, rendering)).finished();
}
