import { html } from "../html.ts";
import { prose } from "../prose.ts";
import { fileLink, type Section } from "./section.ts";

/** Where the source does not fit itself, in sentences made of computed numbers. */
export const inconsistencies: Section = {
  id: "inconsistencies",
  title: "Where the source does not fit itself",
  applies: ({ inconsistencies }) => inconsistencies.length > 0,
  body: ({ findings }) =>
    html`<p>Arithmetic and logic inside the source. None of it is a verdict.</p>
<dl class="words">${findings.inconsistencies.map(
      ({ id, title, text, claims }) =>
        html`<dt id="inconsistency-${id}">${prose(title)} <small>${id}; ${claims.map((claim, at) => html`${at === 0 ? "" : ", "}<a href="#claim-${claim}">${claim}</a>`)}</small></dt><dd>${prose(text)}</dd>`,
    )}</dl>
<p class="source">Numbers: ${fileLink("inconsistencies.csv")}</p>`,
};
