import type { Findings } from "../../study/findings.ts";
import { type Html, html } from "../html.ts";
import { fileLink, type Section } from "./section.ts";

/** What has to be the same for the same bytes to come out, in a list. */
function identity({ code, assumptions, inputs, schema, registry }: Findings): Html {
  const facts: readonly (readonly [string, Html | string])[] = [
    ...(code === null
      ? []
      : ([
          ["assay", code.version],
          ["Code of the study", html`<code>${code.hash}</code>`],
        ] as const)),
    ["Seed", String(assumptions.seed)],
    ["Inputs", html`${inputs.length} series, each with its hash in ${fileLink("inputs.csv")}`],
    ["Findings", `schema ${schema}`],
    ...(registry === null
      ? []
      : ([["Entry in the log", html`${registry.entry}, <code>${registry.hash}</code>`]] as const)),
  ];
  return html`<dl class="facts">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

/** The files of the study with their hashes. */
function files({ code }: Findings): Html | null {
  const entries = Object.entries(code?.files ?? {});
  if (entries.length === 0) return null;
  return html`<details><summary>${entries.length} ${entries.length === 1 ? "file" : "files"} of the study, by hash</summary><dl class="facts">${entries.map(([path, hash]) => html`<dt>${path}</dt><dd><code>${hash}</code></dd>`)}</dl></details>`;
}

function body({ findings }: { readonly findings: Findings }): Html {
  const { study } = findings;
  const command = ["npx assay run", ...study.options].join(" ");
  return html`<p>The same inputs, study, version and seed give the same bytes, on any machine with the same major version of Node (20.19 or later). In the folder of the project:</p>
<pre><code>npm ci
${command}</code></pre>
<p>Run so, assay takes the study that comes with it; where the study “${study.id}” stands in a file of your own, its path goes after <code>run</code>.</p>
${identity(findings)}
${files(findings)}
<p>Everything on this page stands in ${fileLink("findings.json")}, fractions in full precision, <code>null</code> for what is not known; the page adds no more than shares, means and factors of them. Source of the study: ${study.source}</p>`;
}

export const reproduce: Section = { id: "reproduce", title: "How to do it again", body };
