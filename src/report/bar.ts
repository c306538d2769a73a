import type { Findings } from "../study/findings.ts";
import { type Html, html, verbatim } from "./html.ts";
import { overview } from "./overview.ts";
import type { Context } from "./section/section.ts";

function choice(name: string, value: string, title: string, isChosen: boolean): Html {
  return html`<label class="choice"><input type="radio" name="${name}" value="${value}"${isChosen && verbatim(" checked")}><span>${title}</span></label>`;
}

/** The switch of unit. */
function units({ numeraires }: Findings): Html {
  return html`<fieldset class="units"><legend>Counted in</legend>${numeraires.map(({ id, title }, place) => choice("unit", id, title, place === 0))}</fieldset>`;
}

/** The span of days that time charts show: a brush over the wealth of the run, and its ends as days. */
function span(context: Context): Html | null {
  const chart = overview(context);
  if (chart === null) return null;
  const { from, to } = context.findings.period;
  const handle = (end: string, title: string) =>
    html`<input type="range" class="${end}" aria-label="${title}" min="0" max="1" step="1" value="${end === "from" ? 0 : 1}">`;
  const day = (end: string, title: string, value: string) =>
    html`<label>${title} <input type="date" class="day-${end}" min="${from}" max="${to}" value="${value}" required></label>`;
  return html`<div class="span" data-from="${from}" data-to="${to}"><div class="span-body" id="span-body"><div class="brush" role="group" aria-label="Span of time">${chart}<div class="window"></div>${handle("from", "First day shown")}${handle("to", "Last day shown")}</div>
${day("from", "from", from)}${day("to", "to", to)}<button type="button" class="whole-run" disabled>Whole run</button>
<p class="span-note">All time charts follow. Tables, sentences and small pictures are of the whole run.</p></div></div>`;
}

/** The choices that hold for the whole page; without scripts they stay unseen and everything is shown. */
export function bar(context: Context): Html {
  return html`<div class="bar" role="region" aria-label="How the page is shown">
${units(context.findings)}
<button type="button" class="open-all" aria-expanded="false">View: <span class="span-words">the whole run</span></button>
<fieldset class="axes"><legend>Axes</legend>${choice("scale", "log", "log", true)}${choice("scale", "linear", "linear", false)}</fieldset>
<select name="theme" aria-label="Colours"><option value="system">System</option><option value="light">Light</option><option value="dark">Dark</option></select>
<button type="button" class="copy" aria-label="Copy link to this view">Copy link</button><span class="copied" role="status"></span>
${span(context)}
</div>`;
}
