import { type Html, html } from "./html.ts";

/** Days, percentages and options of a command: what a line must not break within. */
const WHOLE = /(\d{4}-\d{2}-\d{2}|[−+]?\d[\d,.]* ?%|--[a-z]+)/;

/** Text in which days (YYYY-MM-DD), percentages ("100 %") and options ("--name") stay on one line. */
export function prose(text: string): Html {
  const parts = text.split(WHOLE);
  return html`${parts.map((part, place) => (place % 2 === 0 ? part : html`<span class="whole">${part}</span>`))}`;
}
