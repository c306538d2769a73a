import { textWidth } from "./draw.ts";
import { type Html, html, verbatim } from "./html.ts";
import { lightColours } from "./light-colours.ts";
import type { PageFigure } from "./page-figures.ts";
import { styleSheet } from "./style.ts";

const MARGIN = 20;
const FAMILY = "system-ui, Helvetica, Arial, DejaVu Sans, sans-serif";

/** Width of a drawing that has none of its own: a small one, made larger. */
const SMALL = 640;

/** Letters of the fonts that stand in may be this much wider than those that widths are reckoned by. */
const ROOM = 1.12;

interface Block {
  readonly height: number;
  readonly markup: (top: number) => Html;
}

/**
 * A figure as a file of its own: title, what to see, key, drawing and source, in the light colours, with
 * nothing that it needs beside it. Valid XML.
 */
export function standaloneSvg(figure: PageFigure): string {
  const drawings = figure.drawings.map(sized);
  const width = Math.max(...drawings.map((drawing) => drawing.width));
  const axis = figure.axis === "" ? [] : paragraph(figure.axis, width, 12, "var(--muted)");
  const blocks: readonly Block[] = [
    ...paragraph(figure.title, width, 18, "var(--ink)", true),
    ...paragraph(figure.note, width, 13, "var(--muted)"),
    space(8),
    ...keyRows(figure.keys, width),
    ...axis,
    space(6),
    ...drawings,
    space(10),
    ...paragraph(figure.source, width, 12, "var(--muted)"),
  ];
  const height = blocks.reduce((sum, block) => sum + block.height, 2 * MARGIN);
  let top = MARGIN;
  const parts = blocks.map((block) => {
    const markup = block.markup(top);
    top += block.height;
    return markup;
  });
  const [outer, tall] = [width + 2 * MARGIN, Math.ceil(height)];
  const { markup } =
    html`<svg xmlns="http://www.w3.org/2000/svg" width="${outer}" height="${tall}" viewBox="0 0 ${outer} ${tall}" role="img" font-family="${FAMILY}" color="var(--ink)">
<title>${figure.title}</title>
<desc>${figure.alternative}</desc>
<style>${verbatim(smallStyle())}</style>
<rect width="${outer}" height="${tall}" fill="var(--ground)"/>
${parts}
</svg>
`;
  return lightColours()(markup);
}

/** What the page's style says of drawings made by hand, with `font` in its parts, as not every program knows it whole. */
function smallStyle(): string {
  const rules = styleSheet().match(/^\.small-lines[^{]*\{[^}]*\}/gm) ?? [];
  return rules.join("").replace(/\bfont:([\d.]+px) [^;}]+/g, "font-size:$1");
}

function space(height: number): Block {
  return { height, markup: () => html`` };
}

/** Lines of a text, broken where they would be too wide. */
function paragraph(
  text: string,
  width: number,
  fontSize: number,
  fill: string,
  isBold = false,
): Block[] {
  const lines: string[] = [];
  const room = width / (isBold ? ROOM * 1.08 : ROOM);
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth({ fontSize }, longer) <= room)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const weight = isBold ? verbatim(' font-weight="600"') : null;
  return lines
    .filter((line) => line !== "")
    .map((line) => ({
      height: fontSize * 1.4,
      markup: (top) =>
        html`<text x="${MARGIN}" y="${tidy(top + fontSize)}" font-size="${fontSize}" fill="${fill}"${weight}>${line}</text>\n`,
    }));
}

const SWATCH = 26;
const KEY_SIZE = 13;
const KEY_HEIGHT = 20;

/** The key of the lines, in rows. */
function keyRows(keys: PageFigure["keys"], width: number): Block[] {
  const rows: { readonly left: number; readonly key: PageFigure["keys"][number] }[][] = [];
  let left = 0;
  for (const key of keys) {
    const own = SWATCH + 7 + textWidth({ fontSize: KEY_SIZE }, key.title) * ROOM + 18;
    if (rows.length === 0 || left + own > width) {
      rows.push([]);
      left = 0;
    }
    rows.at(-1)!.push({ left, key });
    left += own;
  }
  return rows.map((row) => ({
    height: KEY_HEIGHT,
    markup: (top) =>
      html`${row.map(
        ({ left, key }) =>
          html`<g transform="translate(${tidy(MARGIN + left)},${tidy(top)})"><g transform="translate(0,5)">${verbatim(key.line)}</g><text x="${SWATCH + 7}" y="13.5" font-size="${KEY_SIZE}" fill="var(--ink)">${key.title}</text></g>\n`,
      )}`,
  }));
}

/** A drawing in its size; one without a size of its own is as wide as `SMALL`. */
function sized(drawing: string): Block & { readonly width: number } {
  const [, across = "0", down = "0"] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(drawing) ?? [];
  const own = /^<svg[^>]* width="([\d.]+)"/.exec(drawing)?.[1];
  const width = own === undefined ? SMALL : Number(own);
  const height = (width * Number(down)) / Number(across);
  const inner = drawing
    .replace(/^<svg/, "")
    .replace(/^([^>]*?) width="[^"]*" height="[^"]*"/, "$1");
  return {
    width,
    height,
    markup: (top) =>
      html`${verbatim(`<svg x="${MARGIN}" y="${tidy(top)}" width="${width}" height="${tidy(height)}"${inner}`)}\n`,
  };
}

function tidy(value: number): string {
  return String(Math.round(value * 10) / 10);
}
