import { percent, significant } from "../../series/format.ts";
import type { Findings } from "../../study/findings.ts";
import { trackLine } from "../chart/track-line.ts";
import { type Html, html } from "../html.ts";
import { prose } from "../prose.ts";
import { type TableRow, table } from "../table.ts";
import { fileLink } from "./section.ts";

type Track = Findings["tracks"][number];

/** A value with its unit, as its check would write it. */
function written(value: number | null | undefined, unit: string): string {
  if (unit === "fraction") return percent(value, 1);
  if (unit === "points") return `${value == null ? "–" : significant(value * 100)} points`;
  return unit === "times" ? `${significant(value)}×` : `${significant(value)} ${unit}`;
}

function capital(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function row(track: Track, holds: boolean): TableRow {
  const { prediction, title, unit, expects, registered, due, dates, values, claimed } = track;
  return {
    head: html`<span class="thin">${prediction}</span> ${prose(capital(title))}`,
    cells: [
      trackLine({ from: registered, due, dates, values, claimed, holds }),
      `${written(values[0], unit)} → ${written(values.at(-1), unit)}`,
      prose(expects),
      due.length === 1 ? due[0] : due.map((day) => day.slice(0, 4)).join(", "),
    ],
  };
}

/** Whether the tests of a track hold so far. */
function isTrueSoFar({ predictions }: Findings, { prediction, tests }: Track): boolean {
  const found = predictions.find(({ id }) => id === prediction)?.tests;
  return found?.find(({ id }) => tests.includes(id))?.check?.holds === true;
}

/** Where each quantity stands on its way from the day of registration to the day on which it is due. */
export function predictionTracks(findings: Findings): Html | null {
  const tracks = findings.tracks.filter(({ values }) => values.length > 0);
  if (tracks.length === 0) return null;
  return html`<h3>On the way</h3>
<p>Each picture reaches from the day of registration to the last day on which the prediction is decided, which the ticks at its foot mark. The dashed line is what has to be passed or kept to; the strong line is the way so far, read at the end of each month. It ends in a full dot where the prediction is true so far, and in a ring where it is not.</p>
${table({
  caption:
    "The way of each quantity that is predicted, each on a scale of its own; of several days due, the years",
  corner: "Quantity",
  columns: [
    { head: "The way so far", kind: "text" },
    { head: "First → last", kind: "text" },
    { head: "True if", kind: "text" },
    { head: "Due", kind: "text" },
  ],
  stacks: true,
  groups: [{ rows: tracks.map((track) => row(track, isTrueSoFar(findings, track))) }],
})}
<p class="source">Numbers: ${fileLink("prediction-tracks.csv")}</p>`;
}
