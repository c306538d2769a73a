import { CONVENTIONS } from "../../words/convention.ts";
import { type Html, html } from "../html.ts";
import { table } from "../table.ts";
import { card } from "./convention-card.ts";
import type { Context, Section } from "./section.ts";

function general(): Html {
  return table({
    caption: "Conventions of this page, and how other tools differ",
    corner: "About",
    stacks: true,
    columns: [
      { head: "Here", kind: "text" },
      { head: "Elsewhere", kind: "text" },
    ],
    groups: [
      {
        rows: CONVENTIONS.map(({ about, ours, elsewhere }) => ({
          head: about,
          cells: [ours, elsewhere],
        })),
      },
    ],
  });
}

function body(context: Context): Html {
  const { period } = context.findings;
  return html`<p>This run: ${period.frequency} data, ${period.perYear} periods a year, ${period.periods} returns. Fractions are shown as percent; a star, a dash or the word “open” always says that something is missing.</p>
${card(context)}
${general()}`;
}

export const conventions: Section = { id: "conventions", title: "Conventions", body };
