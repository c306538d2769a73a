import { listed, percent, significant } from "../../series/format.ts";
import type { Findings } from "../../study/findings.ts";
import { smallLines } from "../chart/small-lines.ts";
import { type Html, html } from "../html.ts";
import { badge, OUTCOMES } from "../outcome.ts";
import { strongLine } from "../palette.ts";
import { prose } from "../prose.ts";
import { type Context, fileLink, type Section } from "./section.ts";

export type Claim = Findings["hypotheses"][number];
type Cell = Claim["grid"]["cells"][number];

/** Claims that stand under one heading of their source, in their order. */
export function byPlace(claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> {
  const places = new Map<string, Claim[]>();
  for (const claim of claims) places.set(claim.where, [...(places.get(claim.where) ?? []), claim]);
  return places;
}

/** One claim: its line, and what opens under it. */
function row(claim: Claim): Html {
  return html`<details class="claim" id="claim-${claim.id}"><summary><span class="claim-id">${claim.id}</span>${badge(claim.outcome)}<span class="claim-words">${prose(claim.claim)}</span></summary>
<div class="claim-body"><div><p class="why">${prose(claim.why)}</p>
${checks(claim)}
${strip(claim)}
${about(claim)}</div>${chart(claim)}</div></details>
`;
}

const HOLDS = { true: "✓ holds", false: "✗ does not", null: "told" } as const;

/** Every part of the claim under the headline choices. */
function checks({ checks }: Claim): Html | null {
  if (checks.length === 0) return null;
  return html`<table class="checks stacks"><thead><tr><th scope="col">Test</th><th scope="col">Measured</th><th scope="col">Must be</th><th scope="col">Answer</th></tr></thead><tbody>${checks.map(
    ({ title, words, expects, holds, isAside }) =>
      html`<tr><th scope="row">${prose(title)}${isAside ? html` <small>beside the claim</small>` : null}</th><td>${prose(words)}</td><td>${prose(expects ?? "")}</td><td>${HOLDS[`${holds}`]}</td></tr>`,
  )}</tbody></table>`;
}

const LETTERS: Readonly<Record<string, string>> = {
  supported: "s",
  partly: "p",
  refuted: "r",
};

/** One combination: its sign, and an outline where the verdict stands on it. */
function sign({ answer, choices }: Cell, headline: Claim["headline"]): Html {
  const isHeadline = JSON.stringify(choices) === JSON.stringify(headline);
  const look = `${answer === null ? "n" : (LETTERS[answer] ?? "n")}${isHeadline ? " head" : ""}`;
  return html`<i class="${look}">${answer === null ? "\u00b7" : OUTCOMES[answer]}</i>`;
}

/** Whether the combinations are all there, the last axis turning first, so that a place tells its choices. */
function isInOrder({ axes, cells }: Claim["grid"]): boolean {
  const names = Object.keys(axes);
  let combinations: readonly (readonly string[])[] = [[]];
  for (const choices of Object.values(axes))
    combinations = combinations.flatMap((before) => choices.map((choice) => [...before, choice]));
  return (
    combinations.length === cells.length &&
    cells.every((cell, place) =>
      names.every((name, axis) => cell.choices[name] === combinations[place]?.[axis]),
    )
  );
}

/** The grid of alternative choices as a strip, one mark a combination. */
function strip({ grid, headline }: Claim): Html | null {
  const applying = grid.cells.filter(({ answer }) => answer !== null);
  if (applying.length === 0 || grid.cells.length < 2) return null;
  const holding = applying.filter(({ answer }) => answer === "supported").length;
  const axes = Object.entries(grid.axes).map(
    ([axis, choices]) => `${axis} (${choices.join(", ")})`,
  );
  const left = grid.cells.length - applying.length;
  const words = `Holds under ${holding} of ${applying.length} choices${left === 0 ? "" : `; ${left} more ${left === 1 ? "does" : "do"} not apply or ${left === 1 ? "has" : "have"} no figures`}`;
  return html`<p class="strip-words">${words}: ${listed(axes)}.</p>
<div class="strip" role="img" aria-label="${words}"${isInOrder(grid) && html` data-choices="${JSON.stringify(Object.values(grid.axes))}"`}>${grid.cells.map((cell) => sign(cell, headline))}</div>`;
}

function about({ kind, vintage, headline, reads, missing, note, gate }: Claim): Html {
  const choices = Object.entries(headline ?? {}).map(([axis, choice]) => `${axis}: ${choice}`);
  const facts: readonly (readonly [string, string])[] = [
    ["Kind", kind],
    ["Headline choices", choices.join("; ")],
    ["Edition of revised figures", vintage ?? ""],
    ["Not at hand", listed(missing)],
    ["Series", reads.join(", ")],
    ["Gate", gate ? "a refutation fails a strict run" : ""],
  ];
  return html`${note === "" ? null : html`<p class="remark">${prose(note)}</p>`}<p class="remark">${facts
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}: ${value}.`)
    .join(" ")}</p>`;
}

function chart({ id, chart }: Claim): Html | null {
  if (chart === null || chart.values.length < 2) return null;
  const { title, unit, dates, values, levels } = chart;
  const [first, last] = [values[0], values.at(-1)];
  const positive =
    values.every((value) => value > 0) && Math.max(...values) > 4 * Math.min(...values);
  const alternative = `${title} in ${unit}: ${significant(first)} on ${dates[0]}, ${significant(last)} on ${dates.at(-1)}`;
  return html`<figure class="small" id="figure-claim-${id}"><figcaption><p class="figure-title">${title}</p><p>${unit === "fraction" ? "percent" : unit}${levels.length === 0 ? null : `; dashed: ${listed(levels.map(({ label, value }) => `${label} ${unit === "fraction" ? percent(value) : significant(value)}`))}`}</p></figcaption>
<div role="img" aria-label="${alternative}">${smallLines({ unit, dates, lines: [{ style: strongLine(0), values }], scale: positive ? "log" : "linear", levels })}</div>
<p class="source">Numbers: ${fileLink("claim-charts.csv")}</p></figure>`;
}

function body({ findings }: Context): Html {
  const { hypotheses } = findings;
  const groups = [...byPlace(hypotheses)].map(
    ([where, claims]) => html`<h3>${where}</h3>
<div class="claims">${claims.map(row)}</div>`,
  );
  return html`<p>Every claim of the source in our own words. A row opens to its test: what was measured, what it had to be, the other choices of data and dates, and the series it reads.</p>
${groups}
<p class="source">Numbers: ${fileLink("hypothesis-parts.csv")}, ${fileLink("hypothesis-choices.csv")}</p>`;
}

export const claims: Section = {
  id: "claims",
  title: "The claims in detail",
  applies: ({ hypotheses }) => hypotheses.length > 0,
  body,
};
