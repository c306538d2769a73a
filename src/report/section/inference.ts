import { count } from "../../series/format.ts";
import { untestedWords } from "../decision.ts";
import { type Html, html } from "../html.ts";
import { conditionsTable } from "./conditions.ts";
import { decisionParagraph, firstStrategy, leadingDecisions, untested } from "./decided.ts";
import { fans } from "./fans.ts";
import { growthIntervals, sharpeIntervals } from "./interval-tables.ts";
import { otherDecisions } from "./other-decisions.ts";
import { type Context, fileLink, type Section } from "./section.ts";
import { startMaps } from "./start-maps.ts";
import { trials } from "./trials.ts";

/** How the months were resampled. */
function method({ findings }: Context): Html {
  const { months, resamples, seed, reason } = findings.inference;
  if (reason !== null) return html`<p class="remark">Nothing was resampled: ${reason}.</p>`;
  return html`<p class="remark">Intervals come from ${count(resamples)} records drawn from the ${months} months of the run in blocks, which keep months together that depend on each other: of random length for growth, starts, trials and fans (stationary bootstrap), of one length for Sharpe ratios (circular bootstrap). Each benchmark has blocks of its own length, told above; all that is asked about it, of whatever portfolio and unit, is drawn with the same ones. Seed ${seed}. In daily runs months are used too.</p>`;
}

/** What simulations found of the tests themselves. */
const KNOWN: readonly string[] = [
  "“No evidence” is not evidence of no difference. In simulated records of 27 years, a strategy that truly gains 3 % a year beyond what its benchmark explains was found in one record of four, growth of 3 % more a year in one of five.",
  "The t of alpha, the test of the Sharpe difference and its interval do what they say over 27 years: they raise a false alarm in 4 to 6 of 100 records; over ten years in up to 8.",
  "The tests over many trials (superior ability, StepM, stepdown) find something in 8 to 10 of 100 worthless families where months depend on each other or turbulence comes in waves, and the deflated Sharpe ratio in 7: a p just below 0.05 is nearer to 0.10. The reality check holds its level and finds less.",
  "Intervals of growth are slightly too narrow: they hold the truth in 92 to 94 of 100 records instead of 95.",
  "No interval is shown for the deepest fall. Blocks cut long falls, so resampled falls are too shallow, and the fall of the next record lies outside their range in 10 to 25 of 100: it would be no bound.",
  "The share of start dates, and overfitting below 0.2, are filters that many worthless strategies pass.",
];

async function body(context: Context): Promise<Html> {
  const why = untested(context);
  if (untestedWords(context.findings) !== null)
    return html`<p>${why}. What ended with more, and with how much, stands in the other sections; whether that is more than luck cannot be asked.</p>`;
  const strategy = why === null ? firstStrategy(context) : undefined;
  const decided = leadingDecisions(context);
  return html`${why !== null && html`<p>${why}.</p>`}${decided.map((comparison) => decisionParagraph(context, comparison))}
<p>No test can allow for the assets having been chosen afterwards: whoever knows which assets rose will always pass. The record is one draw of what might have happened, and each test asks whether a difference this large would be common if the strategy were no better than the benchmark. In a terminal <code>npx assay explain &lt;word&gt;</code> explains each word of the trade used here, such as <code>stepdown</code> or <code>power</code>.</p>
${decided.length > 0 && conditionsTable(context, decided)}
${otherDecisions(context)}
${growthIntervals(context)}
<details><summary>The same for return per unit of risk</summary>${sharpeIntervals(context)}</details>
${strategy && trials(context, strategy.id)}
${strategy && (await startMaps(context))}
${strategy && fans(context)}
<details><summary>How it was resampled, and what is known of these tests</summary>${method(context)}
<ul class="plain">${KNOWN.map((text) => html`<li>${text}</li>`)}</ul></details>
<p class="source">Conditions: ${fileLink("decision-conditions.csv")}. Windows: ${fileLink("start-windows.csv")}.</p>`;
}

export const inference: Section = {
  id: "inference",
  title: "What may be concluded",
  applies: ({ comparisons }) => comparisons.some(({ decision }) => decision !== null),
  body,
};
