import { type Html, html } from "../html.ts";
import type { LineStyle } from "../palette.ts";
import { fileLink, swatch } from "./section.ts";

/** A picture that stays as it is drawn, with what is said about it. */
export interface SmallFigure {
  readonly id: string;
  /** What it shows, with its unit. */
  readonly title: string;
  /** What to see, one sentence. */
  readonly note: string;
  readonly source: string;
  /** The file beside the page that holds its numbers. */
  readonly table: string;
  /** What a reader who cannot see it needs to know. */
  readonly alternative: string;
  readonly legend: readonly { readonly title: string; readonly style: LineStyle }[];
  readonly picture: Html;
}

/** A small picture in its frame. Nothing of it goes to the page's script. */
export function smallFigure(figure: SmallFigure): Html {
  const keys = figure.legend.map(({ title, style }) => html`<span>${swatch(style)}${title}</span>`);
  return html`<figure class="small" id="figure-${figure.id}">
<figcaption><p class="figure-title">${figure.title}</p><p>${figure.note}</p></figcaption>
${keys.length < 2 ? null : html`<p class="small-key">${keys}</p>`}
<div role="img" aria-label="${figure.title}. ${figure.alternative}">${figure.picture}</div>
<p class="source">Source: ${figure.source}. Numbers: ${fileLink(figure.table)}</p>
</figure>
`;
}

/** Small figures side by side, as many as there is room for. */
export function smallFigures(figures: readonly SmallFigure[]): Html {
  return html`<div class="smalls">${figures.map(smallFigure)}</div>`;
}
