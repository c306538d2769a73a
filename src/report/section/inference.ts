import { count, decimal } from "../../series/format.ts";
import { type Html, html } from "../html.ts";
import { conditionsTable } from "./conditions.ts";
import { decisionParagraph, firstStrategy, leadingDecisions } from "./decided.ts";
import { fans } from "./fans.ts";
import { growthIntervals, sharpeIntervals } from "./interval-tables.ts";
import { type Context, fileLink, type Section } from "./section.ts";
import { startMaps } from "./start-maps.ts";
import { trials } from "./trials.ts";

/** How the months were resampled. */
function method({ findings }: Context): Html {
  const { months, resamples, seed, stationaryBlock, circularBlock, reason } = findings.inference;
  if (reason !== null) return html`<p class="remark">Nothing was resampled: ${reason}.</p>`;
  return html`<p class="remark">Intervals come from ${count(resamples)} records drawn from the ${months} months of the run in blocks, which keep months together that depend on each other: of ${decimal(stationaryBlock, 0)} months on average for growth, starts, trials and fans (stationary bootstrap), of ${decimal(circularBlock, 0)} for Sharpe ratios (circular bootstrap). Every portfolio and every unit is drawn with the same blocks. Seed ${seed}. In daily runs months are used too.</p>`;
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
  const strategy = firstStrategy(context);
  const decided = leadingDecisions(context);
  return html`<p>The record is one draw of what might have happened. Here is asked whether a difference this large would be common if the strategy were no better than the benchmark. No test can allow for the assets having been chosen afterwards: whoever knows which assets rose will always pass. In a terminal <code>npx assay explain &lt;word&gt;</code> explains each word of the trade used here, such as <code>stepdown</code> or <code>power</code>.</p>
${decided.map((comparison) => decisionParagraph(context, comparison))}
${decided.length > 0 && conditionsTable(context, decided)}
${growthIntervals(context)}
${sharpeIntervals(context)}
${method(context)}
${strategy && trials(context, strategy.id)}
${await startMaps(context)}
${fans(context)}
<h3>What is known of these tests</h3>
<ul class="plain">${KNOWN.map((text) => html`<li>${text}</li>`)}</ul>
<p class="source">Conditions: ${fileLink("decision-conditions.csv")}. Windows: ${fileLink("start-windows.csv")}.</p>`;
}

export const inference: Section = {
  id: "inference",
  title: "What may be concluded",
  applies: ({ comparisons }) => comparisons.some(({ decision }) => decision !== null),
  body,
};
