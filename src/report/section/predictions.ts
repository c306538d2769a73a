import type { Findings } from "../../study/findings.ts";
import { decimal, listed, probability } from "../format.ts";
import { type Html, html } from "../html.ts";
import { badge, countsOf } from "../outcome.ts";
import { table } from "../table.ts";
import { fileLink, type Section } from "./section.ts";

type Prediction = Findings["predictions"][number];
type Test = Prediction["tests"][number];

/** Where a test stands now: true or not true so far, or why it cannot be read. */
function standing({ outcome, check, reason }: Test): Html | string {
  if (outcome !== "pending") return badge(outcome);
  if (check === null) return reason ?? "";
  return check.holds === true ? "true so far" : "not true so far";
}

function scoreboard(predictions: readonly Prediction[]): Html {
  return table({
    caption:
      "Each prediction and its tests: what is measured so far, what would make it true, and how often that happens where the future is drawn from the past",
    corner: "Test",
    stacks: true,
    columns: [
      { head: "So far", kind: "text" },
      { head: "True if", kind: "text" },
      { head: "Standing", kind: "text" },
      { head: "Due", kind: "text" },
      { head: "Base rate", kind: "number" },
      { head: "Score", kind: "number" },
    ],
    groups: predictions.map(({ id, claim, outcome, tests }) => ({
      title: html`${id} ${badge(outcome)} ${claim}`,
      rows: tests.map((test) => ({
        head: test.title,
        cells: [
          test.check?.words ?? "",
          test.check?.expects ?? "",
          standing(test),
          test.due,
          probability(test.baseRate),
          test.brier === null
            ? ""
            : `${decimal(test.brier.stated, 2)} (${decimal(test.brier.baseRate, 2)})`,
        ],
      })),
    })),
  });
}

/** What the registry says of these predictions, where the run was registered. */
function registry({ registry }: Findings): Html {
  if (registry === null)
    return html`<p>This run was not registered. <code>assay run --register</code> adds it to a chained log, so that nobody can change a prediction unseen.</p>`;
  const changed = registry.changed.map(
    ({ id, first, now }) =>
      `${id} was registered in entry ${first} and stands under another definition since entry ${now}`,
  );
  return html`<p>Registered as entry ${registry.entry} (<code>${registry.hash.slice(0, 12)}</code>). ${changed.length === 0 ? "No prediction was changed since it was first registered." : html`<strong>Changed after registration:</strong> ${listed(changed)}.`}</p>`;
}

export const predictions: Section = {
  id: "predictions",
  title: "The predictions, and where they stand",
  applies: ({ predictions }) => predictions.length > 0,
  body: ({ findings }) => {
    const counts = countsOf(findings.predictions.map(({ outcome }) => outcome));
    return html`<p>Registered on ${findings.predictions[0]?.registered}, before their outcome could be known: ${listed(counts.map(({ outcome, count }) => `${count} ${outcome}`))}. “So far” is read on the last day of the figures and decides nothing before the day on which a test is due. The base rate is the share of futures drawn from the past in which the test comes true; the score (Brier) is the squared miss of the bare assertion, in brackets that of the base rate: lower is better.</p>
${scoreboard(findings.predictions)}
${registry(findings)}
<p class="source">Numbers: ${fileLink("predictions.csv")}</p>`;
  },
};
