import { count } from "../../series/format.ts";
import type { Input } from "../../study/findings.ts";
import { type Html, html } from "../html.ts";
import { numberColumns, type TableColumn, table } from "../table.ts";
import type { Context, Section } from "./section.ts";

const DATES_SHOWN = 6;
const WARNINGS_SHOWN = 8;

function filled({ filled: dates }: Input): string {
  if (dates.length === 0) return "–";
  const shown = dates.slice(0, DATES_SHOWN).join(", ");
  return dates.length > DATES_SHOWN ? `${shown} and ${dates.length - DATES_SHOWN} more` : shown;
}

function inputs({ findings }: Context): Html {
  const words = (head: string): TableColumn => ({ head, kind: "text" });
  return table({
    caption: "Series that the run read or derived",
    corner: "Series",
    columns: [
      words("Unit and kind"),
      ...numberColumns(["First", "Last", "Rows", "Lag, days"]),
      words("Origin"),
      words("Terms"),
      words("Derived from"),
      words("Filled dates"),
      words("Known faults"),
      words("SHA-256"),
    ],
    groups: [
      {
        rows: findings.inputs.map((input) => ({
          head: html`${input.title} <small>${input.id}</small>`,
          cells: [
            `${input.unit}; ${input.kind}`,
            input.first,
            input.last,
            count(input.rows),
            count(input.lagDays),
            input.origin,
            input.terms,
            input.inputs.join(", ") || "–",
            filled(input),
            input.faults.join("; ") || "–",
            html`<code title="${input.sha256}">${input.sha256.slice(0, 12)}…</code>`,
          ],
        })),
      },
    ],
  });
}

function splices({ findings }: Context): Html | null {
  if (findings.splices.length === 0) return null;
  return table({
    caption: "Splices: which source is in force when; all are joined by returns, never by levels",
    corner: "Source",
    columns: [
      ...numberColumns(["From", "To"]),
      { head: "Stands in for something else", kind: "text" },
    ],
    groups: findings.splices.map((splice) => ({
      title: splice.title,
      rows: splice.parts.map((part) => ({
        head: html`${part.title} <small>${part.id}</small>`,
        cells: [part.from, part.to, part.proxy ? "yes, a proxy" : "no"],
      })),
    })),
  });
}

function warnings({ findings }: Context): Html | null {
  const found = findings.inputs.flatMap(({ id, warnings }) =>
    warnings.map(
      (warning) => html`<li>${warning.startsWith(id) ? null : html`<b>${id}</b> `}${warning}</li>`,
    ),
  );
  if (found.length === 0)
    return html`<p>The check of the figures before the run found nothing that is not listed as a known fault.</p>`;
  const list = html`<ul>${found}</ul>`;
  return html`<h3>What the check of the figures warns of</h3>
<p>None of it stopped the run, and none was changed. Each names the rule that would answer it.</p>
${found.length > WARNINGS_SHOWN ? html`<details><summary>${found.length} warnings</summary>${list}</details>` : list}`;
}

function body(context: Context): Html {
  return html`<p>Whole hashes and all filled dates: <a href="inputs.csv">inputs.csv</a>. A hash is taken of the dated values, so that the same numbers have the same hash wherever they were read.</p>
<details><summary>All ${context.findings.inputs.length} series, where they come from, their terms, faults and hashes</summary>${inputs(context)}</details>
${warnings(context)}
${splices(context)}`;
}

export const data: Section = { id: "data", title: "Data", body };
