import { type Html, html } from "./html.ts";

/** Days and percentages: what a line must not break within. */
const WHOLE = /(\d{4}-\d{2}-\d{2}|[−+]?\d[\d,.]* ?%)/;

/** Text in which days (YYYY-MM-DD) and percentages ("100 %") stay on one line. */
export function prose(text: string): Html {
  const parts = text.split(WHOLE);
  return html`${parts.map((part, place) => (place % 2 === 0 ? part : html`<span class="whole">${part}</span>`))}`;
}
