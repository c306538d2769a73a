import { type Html, html } from "../html.ts";
import type { Context, Section } from "./section.ts";

function body({ findings }: Context): Html {
  const { study } = findings;
  const command = ["npx assay run", ...study.options].join(" ");
  return html`<p>The same inputs, study and seed give the same bytes. In the folder of the project:</p>
<pre><code>npm ci
${command}</code></pre>
<p>Run so, assay takes the study that comes with it; where the study “${study.id}” stands in a file of your own, its path goes after <code>run</code>. What this page was made from is listed under <a href="#data">Data</a> with its hashes.</p>
<p>Everything on this page stands in <a href="findings.json">findings.json</a>, fractions in full precision, <code>null</code> for what is not known; the page adds no more than shares, means and factors of them. Source of the study: ${study.source}</p>`;
}

export const reproduce: Section = { id: "reproduce", title: "How to do it again", body };
