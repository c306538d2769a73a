import { factor, inSentence, signedDecimal } from "../../series/format.ts";
import type {
  Comparison,
  Findings,
  NumeraireFinding,
  PortfolioFinding,
} from "../../study/findings.ts";
import { phaseMark, type TimeFrame } from "../chart/time-frame.ts";
import type { Drawing, Figure } from "../figure.ts";
import { type Html, html, type Part } from "../html.ts";
import type { LineStyle } from "../palette.ts";
import { assetTitleIn, shortTitleIn } from "../short-title.ts";

/** A comparison of a strategy, not of one benchmark with another. */
export function strategyComparisons({ findings }: Context): readonly Comparison[] {
  const strategies = new Set(
    findings.portfolios.filter(({ role }) => role === "strategy").map(({ id }) => id),
  );
  return findings.comparisons.filter(({ portfolio }) => strategies.has(portfolio));
}

/** How many benchmarks are shown in full; the others stand folded. */
export const LEADING_RIVALS = 2;

/** The benchmarks that strategies are compared with, in the order of the findings. */
export function rivalsOf(context: Context): readonly string[] {
  return [...new Set(strategyComparisons(context).map(({ benchmark }) => benchmark))];
}

/** Every portfolio, the first strategy and its leading rivals before the others. */
export function leadingFirst(context: Context): readonly PortfolioFinding[] {
  const { portfolios } = context.findings;
  const strategy = portfolios.find(({ role }) => role === "strategy");
  const leading = [strategy?.id, ...rivalsOf(context).slice(0, LEADING_RIVALS)];
  const first = leading.flatMap((wanted) => portfolios.filter(({ id }) => id === wanted));
  return [...first, ...portfolios.filter(({ id }) => !leading.includes(id))];
}

/** What every section is made from. */
export interface Context {
  readonly findings: Findings;
  readonly drawing: Drawing;
  readonly styles: ReadonlyMap<string, LineStyle>;
  readonly frame: TimeFrame;
}

/** One part of the page, in its place in the list of contents. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** Whether these findings have anything for it; a section without this has always. */
  readonly applies?: (findings: Findings) => boolean;
  readonly body: (context: Context) => Promise<Html> | Html;
}

/** The style of a portfolio's lines. */
export function styleOf({ styles }: Context, id: string): LineStyle {
  const style = styles.get(id);
  if (style === undefined) throw new Error(`report: portfolio ${id} has no style`);
  return style;
}

/** A value that must be there for a key that the findings themselves name. */
export function required<T>(record: Readonly<Record<string, T>>, key: string, what: string): T {
  const value = record[key];
  if (value === undefined) throw new Error(`report: the findings have no ${what} for ${key}`);
  return value;
}

/** The title of a portfolio, or its id where the findings do not list it. */
export function titleOf({ findings }: Context, id: string): string {
  return findings.portfolios.find((portfolio) => portfolio.id === id)?.title ?? id;
}

/** The title of an input up to its first comma or colon, or its id where it is not one (cash, costs). */
export function assetTitle({ findings }: Context, id: string): string {
  return assetTitleIn(findings, id);
}

/** A portfolio's title for a sentence: see `shortTitleIn`. */
export function shortTitleOf({ findings }: Context, id: string): string {
  return shortTitleIn(findings, id);
}

/** A log contribution with the factor that it stands for. */
export function logPart(value: number | null | undefined): Html {
  return html`${signedDecimal(value, 3)}${value === null || value === undefined ? null : html` <small>${factor(value)}</small>`}`;
}

/** A formula of series in their titles, cut short where the short ones tell them apart. */
export function formulaTitle(context: Context, formula: string): string {
  const ids = formula.match(/[A-Za-z]\w*/g) ?? [];
  const short = ids.map((id) => assetTitle(context, id));
  const clear = new Set(short).size === new Set(ids).size;
  const title = (id: string) =>
    clear
      ? assetTitle(context, id)
      : (context.findings.inputs.find((input) => input.id === id)?.title ?? id);
  return formula.replace(/[A-Za-z]\w*/g, title);
}

/** The title of a phase by its label, in whichever regime has it. */
export function phaseTitle({ findings }: Context, label: string): string {
  const labels = findings.regimes.flatMap((regime) => regime.labels);
  return labels.find(({ id }) => id === label)?.title ?? label;
}

/** The comparison of a portfolio with a benchmark, where there is one. */
export function comparisonOf(
  { findings }: Context,
  portfolio: string,
  benchmark: string,
): Comparison | undefined {
  return findings.comparisons.find(
    (entry) => entry.portfolio === portfolio && entry.benchmark === benchmark,
  );
}

/** A portfolio's name with the swatch of its line. */
export function named({ id, title }: PortfolioFinding): Html {
  return html`${portfolioSwatch(id)}${title}`;
}

/** A short piece of a line as it is drawn in the charts. */
export function swatch({ color, dash, width }: LineStyle): Html {
  return html`<svg class="swatch" viewBox="0 0 26 8" aria-hidden="true"><line y1="4" x2="26" y2="4" stroke="${color}" stroke-width="${width + 0.4}" stroke-dasharray="${dash.join(" ")}"/></svg>`;
}

/** The swatch of a portfolio, drawn once in the page (see `swatchShelf`) and used where it is named. */
function portfolioSwatch(id: string): Html {
  return html`<svg class="swatch" aria-hidden="true"><use href="#line-${id}"/></svg>`;
}

/** The swatches of all portfolios, to stand unseen at the head of the page. */
export function swatchShelf(styles: Context["styles"]): Html {
  const symbols = [...styles].map(
    ([id, { color, dash, width }]) =>
      html`<symbol id="line-${id}" viewBox="0 0 26 8"><line y1="4" x2="26" y2="4" stroke="${color}" stroke-width="${width + 0.4}" stroke-dasharray="${dash.join(" ")}"/></symbol>`,
  );
  return html`<svg class="out-of-sight" aria-hidden="true">${symbols}</svg>`;
}

/** The same block once for each unit: all stand one after the other until a script offers the choice. */
export async function inEachUnit(
  { findings }: Context,
  block: (unit: NumeraireFinding) => Promise<Html> | Html,
): Promise<Html> {
  const blocks: Html[] = [];
  for (const unit of findings.numeraires)
    blocks.push(
      html`<div class="in-unit" data-in="${unit.id}"><h3 class="unit-head">In ${inSentence(unit.title)} <small>(${unit.unit})</small></h3>
${await block(unit)}</div>
`,
    );
  return html`${blocks}`;
}

/** A link to a file beside the page. */
export function fileLink(name: string): Html {
  return html`<a href="${name}">${name}</a>`;
}

/** True where a line of the figure has more days than are drawn. */
function isThinned({ data }: Figure): boolean {
  return Object.values(data).some((dataset) => "thinned" in dataset);
}

/** Phases more numerous than this are not listed under every chart. */
const PHASES_LISTED = 12;

/** The names of the phases behind a time chart, each with the number that stands where it has no room. */
function phaseKey({ phases }: TimeFrame): Html | null {
  if (phases.length === 0 || phases.length > PHASES_LISTED) return null;
  const names = phases.map(({ title }, place) => {
    const sign = phaseMark(title, place);
    return title.startsWith(`${sign} `) ? title : `${sign} ${title}`;
  });
  return html`<p class="remark">Phases: ${names.join(" · ")}</p>`;
}

/** A chart in its frame: title, what to see, the picture, its key, its source and its numbers. */
export async function figureBlock(
  { drawing, styles, frame }: Context,
  figure: Figure,
  legend: readonly {
    readonly key: string;
    readonly title: string;
    readonly style: LineStyle;
  }[] = [],
  remark?: Part,
): Promise<Html> {
  const picture = await drawing.draw(figure);
  const keys = legend.map(
    ({ key, title, style }) =>
      html`<li data-key="${key}">${styles.get(key) === style ? portfolioSwatch(key) : swatch(style)}${title}</li>`,
  );
  return html`<figure id="figure-${figure.id}">
<figcaption><p class="figure-title">${figure.title}</p><p>${figure.note}</p></figcaption>
${keys.length === 0 ? null : html`<ul class="key">${keys}</ul>`}
${figure.axis === undefined ? null : html`<p class="axis">${figure.axis}</p>`}
<div class="chart" role="img" data-figure="${figure.id}" aria-label="${figure.title}. ${figure.alternative}">${picture}</div>
${!remark ? null : html`<p class="remark">${remark}</p>`}
${figure.hover === undefined ? null : phaseKey(frame)}
${isThinned(figure) ? html`<p class="remark">Thinned for drawing: of every few pixels the first, last, lowest and highest value are kept. Every day stands, exact, in ${fileLink(figure.table)}.</p>` : null}
<p class="source">Source: ${figure.source}. Numbers: ${fileLink(figure.table)}</p>
</figure>
`;
}
