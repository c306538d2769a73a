/** Markup that is safe to stand in a page: made by `html`, or vouched for by `verbatim`. */
export interface Html {
  readonly markup: string;
}

/** What may stand in a hole of the template; text is escaped, nothing prints nothing. */
export type Part = Html | string | number | null | undefined | false | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** The one place where text becomes markup. */
function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

function markupOf(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (typeof part === "string") return escapeText(part);
  if (typeof part === "number") return String(part);
  if ("markup" in part) return part.markup;
  return part.map(markupOf).join("");
}

/** A tagged template that escapes every text put into it: html`<p>${anything}</p>`. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let markup = strings[0] ?? "";
  for (let hole = 0; hole < parts.length; hole += 1)
    markup += markupOf(parts[hole]) + (strings[hole + 1] ?? "");
  return { markup };
}

/** Markup taken as it is: for drawings, styles and scripts of our own making, never for text. */
export function verbatim(markup: string): Html {
  return { markup };
}
