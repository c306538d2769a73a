import type { Findings } from "../study/findings.ts";
import { type Html, html } from "./html.ts";

export type Outcome = Findings["hypotheses"][number]["outcome"];

/** Every outcome, in the order in which they are counted, with the sign by which it is told without colour. */
export const OUTCOMES: Readonly<Record<Outcome, string>> = {
  supported: "✓",
  partly: "◐",
  refuted: "✗",
  undecided: "?",
  untestable: "–",
  pending: "…",
};

/** An outcome as a coloured word with its sign. */
export function badge(outcome: Outcome): Html {
  return html`<span class="verdict v-${outcome}"><span aria-hidden="true">${OUTCOMES[outcome]}</span> ${outcome}</span>`;
}

/** How often each outcome occurs, those that do not left out. */
export function countsOf(
  outcomes: readonly Outcome[],
): readonly { readonly outcome: Outcome; readonly count: number }[] {
  return (Object.keys(OUTCOMES) as Outcome[])
    .map((outcome) => ({ outcome, count: outcomes.filter((one) => one === outcome).length }))
    .filter(({ count }) => count > 0);
}
