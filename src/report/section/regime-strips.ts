import { listed, percent } from "../../series/format.ts";
import type { RegimeFinding } from "../../study/findings.ts";
import { stateStrip } from "../chart/state-strip.ts";
import { type Html, html } from "../html.ts";
import { statesOf } from "./regime-states.ts";
import { type Context, fileLink } from "./section.ts";

/** More states than this are steps of a staircase, which need no names. */
const NAMED = 3;
const YEARS_APART = 5;

function row(context: Context, regime: RegimeFinding): Html {
  const { period } = context.findings;
  const states = statesOf(regime);
  const shares = states.map(
    ({ id, title }) => `${title} ${percent(regime.durations[id]?.share, 0)} of the time`,
  );
  const names =
    states.length > NAMED
      ? html`${states.length} states, from the top down`
      : states.map(
          ({ title, color }) => html`<span><i style="background:${color}"></i>${title}</span>`,
        );
  return html`<div class="strip-row"><p><b>${regime.title}</b>${regime.causal || regime.title.endsWith("seen afterwards") ? null : html` <small>seen afterwards</small>`}<span class="strip-states">${names}</span></p>
<div role="img" aria-label="${regime.title}: ${listed(shares)}, in ${regime.spells.length} spells">${stateStrip({ from: period.from, to: period.to, states, spells: regime.spells })}</div></div>
`;
}

/** Years under the strips, at the share of the width at which they begin. */
function years({ findings }: Context): Html {
  const { from, to } = findings.period;
  const start = Date.parse(from);
  const reach = Math.max(1, Date.parse(to) - start);
  const marks: Html[] = [];
  const first = Math.ceil((Number(from.slice(0, 4)) + 1) / YEARS_APART) * YEARS_APART;
  for (let year = first; year <= Number(to.slice(0, 4)); year += YEARS_APART) {
    const at = (100 * (Date.UTC(year, 0, 1) - start)) / reach;
    marks.push(html`<span style="left:${at.toFixed(2)}%">${year}</span>`);
  }
  return html`<div class="strip-years" aria-hidden="true"><div>${marks}</div></div>`;
}

/** All regimes under one another along the same time. */
export function regimeStrips(context: Context): Html {
  const { regimes } = context.findings;
  return html`<figure id="figure-regimes">
<figcaption><p class="figure-title">Which state ruled when, by every rule and dating</p><p>One row a regime, one lane a state: the state named first runs on top. Gaps have no state.</p></figcaption>
<div class="strips">${regimes.map((regime) => row(context, regime))}${years(context)}</div>
<p class="source">Source: the run. Numbers: ${fileLink("spells.csv")}, ${fileLink("regimes.csv")}</p></figure>
`;
}
