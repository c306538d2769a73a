import { listed } from "../../series/format.ts";
import { defined } from "../defined.ts";
import { type Html, html } from "../html.ts";
import { badge, countsOf } from "../outcome.ts";
import { prose } from "../prose.ts";
import { byPlace, type Claim } from "./claims.ts";
import { fileLink, type Section } from "./section.ts";

/** The count of each outcome, as a bar of their shares and in words. */
function counts(claims: readonly Claim[]): Html {
  const found = countsOf(claims.map(({ outcome }) => outcome));
  return html`<div class="tally" role="img" aria-label="${listed(found.map(({ outcome, count }) => `${count} ${outcome}`))}">${found.map(
    ({ outcome, count }) =>
      html`<span class="v-${outcome}" style="flex:${count}"><b>${count}</b> ${outcome}</span>`,
  )}</div>`;
}

/** What decided, or why nothing could. */
function numbers({ gist, outcome, missing }: Claim): Html | null {
  if (gist !== null)
    return html`<b>${prose(gist.measured)}</b> <small>must be ${prose(gist.mustBe)}</small>`;
  if (outcome !== "untestable") return null;
  return html`<small>${missing.length > 0 ? "its figures are not at hand" : "no number decides it"}</small>`;
}

/** One claim on one line: its verdict, its words, the number that decided it. */
function row(claim: Claim): Html {
  const { id, outcome } = claim;
  return html`<tr><th scope="row"><a href="#claim-${id}">${id}</a></th><td>${badge(outcome)}</td><td>${prose(claim.claim)}</td><td>${numbers(claim)}</td></tr>`;
}

/** All claims under the headings of their source. */
function verdictTable(claims: readonly Claim[]): Html {
  const groups = [...byPlace(claims)].map(
    ([where, claims]) =>
      html`<tbody><tr class="group"><th scope="rowgroup" colspan="4">${where}</th></tr>${claims.map(row)}</tbody>`,
  );
  return html`<table class="verdicts"><caption>Each claim with its verdict and the number that decided it; the id leads to its test</caption><thead><tr><th scope="col">Claim</th><th scope="col">${defined("verdict", "Verdict")}</th><th scope="col">What it says</th><th scope="col">Measured, and what it had to be</th></tr></thead>${groups}</table>`;
}

export const verdicts: Section = {
  id: "verdicts",
  title: "The verdicts",
  applies: ({ hypotheses }) => hypotheses.length > 0,
  body: ({ findings: { hypotheses } }) =>
    html`<p>Every claim of the source that can be put in numbers, in our own words. A claim is supported where its own reading holds and at least two thirds of the other ${defined("robustness share", "choices of data and dates")} agree.</p>
${counts(hypotheses)}
${verdictTable(hypotheses)}
<p class="source">Numbers: ${fileLink("hypotheses.csv")}</p>`,
};
