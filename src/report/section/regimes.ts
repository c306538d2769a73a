import { count, decimal, listed } from "../../series/format.ts";
import { defined } from "../defined.ts";
import { type Html, html } from "../html.ts";
import { leadingPhases } from "./phases.ts";
import { regimeProbabilities } from "./regime-probabilities.ts";
import { regimeStrips } from "./regime-strips.ts";
import { leadingTests, regimeTable } from "./regime-table.ts";
import { type Context, fileLink, type Section } from "./section.ts";

/** What a p below this is called low. */
const LOW = 0.05;

/** How many of the tests between states found something, alone and with all of them counted. */
function summary(context: Context): Html | null {
  const tests = context.findings.regimes.flatMap((regime) =>
    leadingTests(context, regime).map((test) => ({ ...test, title: regime.title })),
  );
  const known = tests.filter(({ rotation }) => rotation.p !== null);
  if (known.length === 0) return null;
  const alone = known.filter(({ rotation }) => rotation.p! < LOW);
  const names = [...new Set(alone.map(({ title }) => `“${title}”`))];
  const family = known.filter(({ rotation }) => rotation.family !== null && rotation.family < LOW);
  return html`<p><strong>${count(alone.length)} of ${count(known.length)}</strong> comparisons of the strategy's gain between states have a ${defined("p-value", "p")} below ${LOW} taken alone${names.length > 0 && ` (${listed(names)})`}, <strong>${family.length === 0 && names.length > 0 ? "none survives" : count(family.length)}</strong> once all tests of all rules are counted; by chance alone about ${decimal(LOW * known.length, LOW * known.length < 1 ? 1 : 0)} would. p comes from shifting the states along the calendar in a circle: how often a shift parts the returns as far. That a rule may have been thought of afterwards no test can know.</p>`;
}

/** When the strategies of the run that decide by what they see act on a state. */
function lags({ findings }: Context): Html | null {
  const asking = findings.portfolios.filter(({ weights }) => weights === null);
  if (asking.length === 0) return null;
  const row = findings.period.frequency === "monthly" ? "month" : "trading day";
  const when = (lag: number) =>
    lag === 0
      ? html`at the very close of the state (${defined("same-close", "same-close")}, which nobody can do)`
      : html`${lag === 1 ? `one ${row}` : `${count(lag)} ${row}s`} after the state shown here`;
  const sentences = [...new Set(asking.map(({ lag }) => lag))].map((lag) => {
    const titles = asking.filter((one) => one.lag === lag).map(({ title }) => `“${title}”`);
    return html` ${listed(titles)} ${titles.length === 1 ? "acts" : "act"} ${when(lag)}.`;
  });
  return html` A strategy that asks a rule trades by its own <code>lag</code>:${sentences}`;
}

function body(context: Context): Html {
  const { findings } = context;
  const phases = leadingPhases(findings);
  const others = findings.regimes.filter((regime) => regime !== phases);
  const causal = others.filter((regime) => regime.causal && !regime.dated);
  const dated = others.filter((regime) => regime.dated);
  const afterwards = others.filter((regime) => !regime.causal);
  return html`<p>A regime sorts months into states: by a rule that uses only what was known when a month began, or afterwards by what is known now. Did the strategy do better in one state than in another?</p>
<p>A rule's state is what was known at the close with which a month begins, and is set against the returns of that month.${lags(context)}</p>
${summary(context)}
${regimeStrips(context)}
${
  causal.length > 0 &&
  regimeTable(
    context,
    causal,
    "Rules that use only what was known at the time: growth a year by state; grey where a state has under 24 months",
  )
}
${
  dated.length > 0 &&
  html`<h3>Rules whose labels do not depend on what they read</h3>
${regimeTable(
  context,
  dated,
  "Rules by their form, typed dates by what they do: growth a year by state. They describe, and no test may use them",
)}`
}
${
  afterwards.length > 0 &&
  regimeTable(
    context,
    afterwards,
    "States that were dated afterwards: growth a year by state. They describe; nobody could have acted on them, and no test may use them",
  )
}
${regimeProbabilities(context)}
<p class="source">All portfolios, units, tests and correlations by state: ${["phases.csv", "phase-excess.csv", "regime-tests.csv", "regime-correlations.csv", "regime-transitions.csv", "regime-changes.csv"].map((name, place) => html`${place > 0 && ", "}${fileLink(name)}`)}</p>`;
}

export const regimes: Section = {
  id: "regimes",
  title: "Regimes",
  applies: (findings) => findings.regimes.some((regime) => regime !== leadingPhases(findings)),
  body,
};
