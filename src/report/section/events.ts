import { count } from "../../series/format.ts";
import type { LedgerEvent, PortfolioFinding } from "../../study/findings.ts";
import { type Html, html } from "../html.ts";
import { fileLink } from "./section.ts";

const EVENTS_SHOWN = 40;

/** Events told in the same words: the same thing to the same asset, again and again. */
export interface EventGroup {
  readonly kind: string;
  readonly text: string;
  readonly first: string;
  readonly last: string;
  /** How often in each year that it happened in. */
  readonly years: ReadonlyMap<string, number>;
  readonly times: number;
}

/** Events with repetitions as one, in the order in which each began. */
export function eventGroups(events: readonly LedgerEvent[]): readonly EventGroup[] {
  const groups = new Map<string, EventGroup>();
  for (const { date, kind, text } of events) {
    const key = JSON.stringify([kind, text]);
    const { first = date, times = 0, years = new Map<string, number>() } = groups.get(key) ?? {};
    const year = date.slice(0, 4);
    groups.set(key, {
      kind,
      text,
      first,
      last: date,
      years: new Map([...years, [year, (years.get(year) ?? 0) + 1]]),
      times: times + 1,
    });
  }
  return [...groups.values()];
}

function line({ kind, text, first, last, years, times }: EventGroup): Html {
  const day = (date: string) => html`<time datetime="${date}">${date}</time>`;
  if (times === 1) return html`<li>${day(first)} <b>${kind}</b> ${text}</li>`;
  const counts = [...years].map(([year, number]) => (number === 1 ? year : `${year} (${number})`));
  return html`<li>${day(first)} to ${day(last)} <b>${kind}</b>, ${count(times)} times: ${text}: ${counts.join(", ")}</li>`;
}

/** What happened in the books of a portfolio, folded; every single event stands in the table. */
export function events({ title, ledger }: PortfolioFinding): Html {
  const groups = eventGroups(ledger.events);
  const shown = groups.slice(0, EVENTS_SHOWN);
  const told = shown.reduce((sum, { times }) => sum + times, 0);
  const rest = ledger.events.length - told;
  const total = ledger.events.length;
  return html`<details><summary>${title}: ${count(total)} ${total === 1 ? "event" : "events"}</summary>
<ul class="events">${shown.map(line)}</ul>
${groups.length === total ? null : html`<p class="remark">What happened again and again is one line here, with its years and, in brackets, how often in each; every day stands in ${fileLink("events.csv")}.</p>`}
${rest > 0 ? html`<p class="remark">And ${count(rest)} more in ${fileLink("events.csv")}.</p>` : null}</details>
`;
}
