import { decimal, inSentence, listed } from "../../series/format.ts";
import type { Numbers, NumeraireFinding } from "../../study/findings.ts";
import { type Html, html } from "../html.ts";
import { numberColumns, type TintedCell, table } from "../table.ts";
import { type Context, fileLink, shortTitleOf } from "./section.ts";

/** How many strategies are shown beside the benchmarks; the findings have all. */
const STRATEGIES_SHOWN = 3;
const UNITS_SHOWN = 2;

interface Matrix {
  readonly unit: NumeraireFinding;
  readonly rows: readonly Numbers[];
}

function tinted(value: number | null): TintedCell | string {
  if (value === null) return "–";
  const step = Math.min(5, Math.ceil(Math.abs(value) * 5));
  return { tint: value > 0 ? `c${step}` : "", text: decimal(value, 2) };
}

/** The mean of the known correlations of different portfolios. */
function meanOf(rows: readonly Numbers[], places: readonly number[]): number | null {
  const known = places.flatMap((row) =>
    places.flatMap((column) => (column < row ? (rows[row]?.[column] ?? []) : [])),
  );
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

function heatMap(context: Context, { unit, rows }: Matrix, places: readonly number[]): Html {
  const { portfolios } = context.findings.correlations;
  return table({
    caption: `Correlation of returns in ${inSentence(unit.title)}; the columns are numbered like the rows`,
    corner: "Portfolio",
    columns: numberColumns(places.map((_, place) => `${place + 1}`)),
    groups: [
      {
        rows: places.map((row, place) => ({
          head: `${place + 1} ${shortTitleOf(context, portfolios[row] ?? "")}`,
          cells: places.map((column) => tinted(rows[row]?.[column] ?? null)),
        })),
      },
    ],
  });
}

/** Correlations in the first units, side by side: how much the unit itself makes things move alike. */
export function correlations(context: Context): Html | null {
  const { correlations: found, portfolios, numeraires } = context.findings;
  const strategies = new Set(
    portfolios.filter(({ role }) => role === "strategy").map(({ id }) => id),
  );
  const leading = new Set([...strategies].slice(0, STRATEGIES_SHOWN));
  const places = found.portfolios.flatMap((id, place) =>
    strategies.has(id) && !leading.has(id) ? [] : [place],
  );
  const matrices = numeraires.slice(0, UNITS_SHOWN).flatMap((unit): Matrix[] => {
    const rows = found.matrices[unit.id];
    return rows === undefined ? [] : [{ unit, rows }];
  });
  if (places.length < 2 || matrices.length === 0) return null;
  const means = matrices.map(
    ({ unit, rows }) => `${decimal(meanOf(rows, places), 2)} in ${inSentence(unit.title)}`,
  );
  return html`<h3>How alike the portfolios move</h3>
<p>The wilder the unit, the nearer to 1: what is divided by the same jumping price jumps together. The mean of these correlations is ${listed(means)}.</p>
<div class="beside">${matrices.map((matrix) => heatMap(context, matrix, places))}</div>
<p class="source">All portfolios, in every unit: ${fileLink("correlations.csv")}</p>`;
}
