import { decimal, listed, NOTHING, percent } from "../../series/format.ts";
import type { Findings } from "../../study/findings.ts";
import { type Html, html } from "../html.ts";
import { badge, countsOf } from "../outcome.ts";
import { prose } from "../prose.ts";
import { type TableColumn, type TableRow, table } from "../table.ts";
import { predictionTracks } from "./prediction-tracks.ts";
import { fileLink, type Section } from "./section.ts";

type Prediction = Findings["predictions"][number];
type Test = Prediction["tests"][number];

/** A base rate in whole percent, never called certain: `>99%`, `<1%`. */
function wholePercent(value: number | null): string {
  if (value === null) return NOTHING;
  if (value >= 0.995) return ">99%";
  return value < 0.005 ? "<1%" : percent(value, 0);
}

/** Tests that ask the same of the same quantity, and stand alike, on several days. */
function alike(tests: readonly Test[]): readonly (readonly [Test, ...Test[]])[] {
  const groups = new Map<string, [Test, ...Test[]]>();
  for (const test of tests) {
    const { check, outcome } = test;
    const key = outcome === "pending" && check ? JSON.stringify(check) : test.id;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [test]);
    else group.push(test);
  }
  return [...groups.values()];
}

/** Days in the order given; of the same day in several years the years only. */
function daysInWords(days: readonly string[]): string {
  const isSameDay = new Set(days.map((day) => day.slice(4))).size === 1;
  return (days.length > 1 && isSameDay ? days.map((day) => day.slice(0, 4)) : days).join(", ");
}

/** Where a test stands now: true or not true so far, or what became of it. */
function standing({ outcome, check }: Test): Html | string {
  if (outcome !== "pending" || check === null) return badge(outcome);
  return check.holds === true ? "true so far" : "not true so far";
}

function scoreOf({ brier }: Test): string {
  return brier === null ? "" : `${decimal(brier.stated, 2)} (${decimal(brier.baseRate, 2)})`;
}

function capital(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function row(tests: readonly [Test, ...Test[]], isScored: boolean): TableRow {
  const [first] = tests;
  const { check, title, reason } = first;
  const head = tests.length > 1 && check !== null ? capital(check.title) : title;
  return {
    head: prose(head),
    cells: [
      prose(check?.words ?? reason ?? ""),
      prose(first.expects),
      standing(first),
      prose(daysInWords(tests.map(({ due }) => due))),
      tests.map(({ baseRate }) => wholePercent(baseRate)).join(", "),
      ...(isScored ? [scoreOf(first)] : []),
    ],
  };
}

/** A prediction above its tests, with what has to be known to read them. */
function heading({ id, claim, outcome, note }: Prediction): Html {
  return html`${id} ${badge(outcome)} ${prose(claim)}${note === "" ? null : html` <span class="note">${prose(note)}</span>`}`;
}

function scoreboard(predictions: readonly Prediction[], isScored: boolean): Html {
  const columns: TableColumn[] = [
    { head: "So far", kind: "text" },
    { head: "True if", kind: "text" },
    { head: "Standing", kind: "text" },
    { head: "Due", kind: "text" },
    { head: "Base rate", kind: "text" },
  ];
  return table({
    caption:
      "Each prediction and its tests: what is measured so far, what would make it true, and how often that happens where the future is drawn from the past; one base rate for each day on which it is due",
    corner: "Test",
    stacks: true,
    columns: isScored ? [...columns, { head: "Score", kind: "number" }] : columns,
    groups: predictions.map((prediction) => ({
      title: heading(prediction),
      rows: alike(prediction.tests).map((tests) => row(tests, isScored)),
    })),
  });
}

/** What the registry says of these predictions, where the run was registered. */
function registry({ registry }: Findings): Html {
  if (registry === null)
    return html`<p>This run was not registered, and the day is the study’s own word. <code>assay run --register</code> adds the run to a chained log, in which a later change of its words, days or code shows.</p>`;
  const changed = registry.changed.map(
    ({ id, first, now }) =>
      `${id} was registered in entry ${first} and stands under another definition since entry ${now}`,
  );
  const removed = registry.removed.map(({ id, last }) => `${id}, last in entry ${last}`);
  const isSame = changed.length === 0 && removed.length === 0;
  return html`<p>Registered as entry ${registry.entry} (<code>${registry.hash.slice(0, 12)}</code>). ${isSame && "No prediction was removed, and none was changed in its words, days or code, since it was first registered. "}${changed.length > 0 && html`<strong>Changed after registration:</strong> ${listed(changed)}. `}${removed.length > 0 && html`<strong>Removed after registration:</strong> ${listed(removed)}. `}${registry.filesSince !== null && `The files of the study are what they are since entry ${registry.filesSince}: what predictions call in them may have changed before, without their own words and code. `}The log proves the order of its entries; the day is the study’s own word.</p>`;
}

/** The day or days that the study gives the predictions. */
function dated(predictions: readonly Prediction[]): Html {
  const days = [...new Set(predictions.map(({ registered }) => registered))];
  return prose(
    `Dated ${listed(days)} by the study: what is measured begins on that day, and base rates know nothing later.`,
  );
}

export const predictions: Section = {
  id: "predictions",
  title: "The predictions, and where they stand",
  applies: ({ predictions }) => predictions.length > 0,
  body: ({ findings }) => {
    const { predictions } = findings;
    const counts = countsOf(predictions.map(({ outcome }) => outcome));
    const isScored = predictions.some(({ tests }) => tests.some(({ brier }) => brier !== null));
    return html`<p>${dated(predictions)} Outcomes now: ${listed(counts.map(({ outcome, count }) => `${count} ${outcome}`))}. “So far” is read on the last day of the figures and decides nothing before the day on which a test is due. The base rate is the share of futures drawn from the past in which the test comes true${isScored ? "; the score (Brier) is the squared miss of the bare assertion, in brackets that of the base rate: lower is better" : ""}.</p>
${scoreboard(predictions, isScored)}
${predictionTracks(findings)}
${registry(findings)}
<p class="source">Numbers: ${fileLink("predictions.csv")}</p>`;
  },
};
