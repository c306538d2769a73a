/** A figure as it stands in a page, taken apart: texts are plain, drawings are markup. */
export interface PageFigure {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** What its value axis counts; empty where the drawing says it. */
  readonly axis: string;
  readonly alternative: string;
  readonly source: string;
  readonly keys: readonly { readonly title: string; readonly line: string }[];
  /** Whole SVG elements, one over the other. */
  readonly drawings: readonly string[];
}

const FIGURE = /<figure\b[^>]*\bid="figure-([^"]+)"[^>]*>(.*?)<\/figure>/gs;
const DRAWING = /<svg class="(?:marks|small-lines)".*?<\/svg>/gs;

/**
 * The figures of a page of ours that are drawings, in their order, so that a figure on its own is the very
 * one of the page. Figures set as text and tables are left out.
 */
export function figuresIn(page: string): PageFigure[] {
  const lines = new Map(
    [...page.matchAll(/<symbol id="(line-[^"]+)"[^>]*>(.*?)<\/symbol>/gs)].map(
      ([, id = "", line = ""]) => [id, line] as const,
    ),
  );
  return [...page.matchAll(FIGURE)].flatMap(([, id = "", body = ""]) => {
    const drawings = [...body.matchAll(DRAWING)].map(([drawing]) => drawing);
    return drawings.length === 0 ? [] : [{ id, ...partsOf(body, lines), drawings }];
  });
}

function partsOf(body: string, lines: ReadonlyMap<string, string>) {
  const [, title = "", note = ""] =
    /<p class="figure-title">(.*?)<\/p>\s*<p>(.*?)<\/p>/s.exec(body) ?? [];
  const first = (pattern: RegExp) => plain(pattern.exec(body)?.[1] ?? "");
  const keys = /<(ul|p) class="(?:small-)?key">(.*?)<\/\1>/s.exec(body)?.[2] ?? "";
  return {
    title: plain(title),
    note: plain(note),
    axis: first(/<p class="axis">(.*?)<\/p>/s),
    alternative: first(/role="img"[^>]* aria-label="([^"]*)"/s),
    source: first(/<p class="source">(.*?)<\/p>/s),
    keys: [...keys.matchAll(/<(li|span)\b[^>]*>(.*?)(?:<\/\1>|(?=<li\b)|$)/gs)].map(
      ([, , entry = ""]) => ({
        title: plain(entry),
        line: lineIn(entry, lines),
      }),
    ),
  };
}

/** The line of a swatch: drawn in its place, or once for the page. */
function lineIn(entry: string, lines: ReadonlyMap<string, string>): string {
  const shared = /<use href="#(line-[^"]+)"/.exec(entry)?.[1];
  return (shared === undefined ? /<line [^>]*\/>/.exec(entry)?.[0] : lines.get(shared)) ?? "";
}

const SIGNS: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/** Markup as the text that is read. */
function plain(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => SIGNS[entity]!)
    .replace(/\s+/g, " ")
    .trim();
}
