import { WORDS } from "../words/words.ts";
import { type Html, html, type Part } from "./html.ts";

/** The place of a word among the words of the page. */
export function wordPlace(key: string): string {
  return `word-${key.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}

const KEYS = new Set(WORDS.map(({ key }) => key));

/**
 * A name that leads to its definition in the page, by the key under which `assay explain` tells it.
 * @throws Error for a key that is no word.
 */
export function defined(key: string, name: Part): Html {
  if (!KEYS.has(key)) throw new Error(`no word "${key}"`);
  return html`<a class="word" href="#${wordPlace(key)}">${name}</a>`;
}
