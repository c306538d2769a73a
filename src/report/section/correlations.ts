import { decimal, inSentence, listed } from "../../series/format.ts";
import type { Numbers, NumeraireFinding } from "../../study/findings.ts";
import { type Html, html } from "../html.ts";
import { numberColumns, type TintedCell, table } from "../table.ts";
import { assetTitle, type Context, fileLink, shortTitleOf } from "./section.ts";

/** How many strategies are shown beside the benchmarks; the findings have all. */
const STRATEGIES_SHOWN = 3;
const UNITS_SHOWN = 2;

/** Correlations of some things in one unit. */
interface Matrix {
  readonly unit: NumeraireFinding;
  readonly rows: readonly Numbers[];
}

/** What a matrix is of: names by place, and the places shown. */
interface Shown {
  readonly corner: string;
  readonly names: readonly string[];
  readonly places: readonly number[];
}

function tinted(value: number | null): TintedCell | string {
  if (value === null) return "–";
  const step = Math.min(5, Math.ceil(Math.abs(value) * 5));
  const against = Math.min(4, step);
  if (step === 0) return decimal(value, 2);
  return { tint: value > 0 ? `c${step}` : `l${against}`, text: decimal(value, 2) };
}

/** The mean of the known correlations of different things. */
function meanOf(rows: readonly Numbers[], places: readonly number[]): number | null {
  const known = places.flatMap((row) =>
    places.flatMap((column) => (column < row ? (rows[row]?.[column] ?? []) : [])),
  );
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

function heatMap({ unit, rows }: Matrix, { corner, names, places }: Shown): Html {
  return table({
    caption: `Correlation of monthly returns in ${inSentence(unit.title)}, ${corner.toLowerCase()} by ${corner.toLowerCase()}; the columns are numbered like the rows`,
    corner,
    columns: numberColumns(places.map((_, place) => `${place + 1}`)),
    groups: [
      {
        rows: places.map((row, place) => ({
          head: `${place + 1} ${names[row] ?? ""}`,
          cells: places.map((column) => tinted(rows[row]?.[column] ?? null)),
        })),
      },
    ],
  });
}

function matricesIn(
  { findings }: Context,
  matrices: Readonly<Record<string, readonly Numbers[]>>,
): readonly Matrix[] {
  return findings.numeraires.slice(0, UNITS_SHOWN).flatMap((unit): Matrix[] => {
    const rows = matrices[unit.id];
    return rows === undefined ? [] : [{ unit, rows }];
  });
}

function means(matrices: readonly Matrix[], places: readonly number[]): string {
  return listed(
    matrices.map(
      ({ unit, rows }) => `${decimal(meanOf(rows, places), 2)} in ${inSentence(unit.title)}`,
    ),
  );
}

/** The assets themselves, before any portfolio mixes them. */
function assets(context: Context): Html | null {
  const { ids, matrices: found } = context.findings.correlations.assets;
  const matrices = matricesIn(context, found);
  const places = ids.map((_, place) => place);
  if (places.length < 2 || matrices.length === 0) return null;
  const shown = { corner: "Asset", names: ids.map((id) => assetTitle(context, id)), places };
  return html`<h3>How alike the assets move</h3>
<p>Each pair over the months in which both had a price, blue for together and orange for against. What is itself the unit stands still in it and has no correlation. The mean is ${means(matrices, places)}.</p>
<div class="beside">${matrices.map((matrix) => heatMap(matrix, shown))}</div>
<p class="source">All assets, in every unit: ${fileLink("asset-correlations.csv")}</p>`;
}

/** Correlations in the first units, side by side: how much the unit itself makes things move alike. */
export function correlations(context: Context): Html | null {
  const { correlations: found, portfolios } = context.findings;
  const strategies = new Set(
    portfolios.filter(({ role }) => role === "strategy").map(({ id }) => id),
  );
  const leading = new Set([...strategies].slice(0, STRATEGIES_SHOWN));
  const places = found.portfolios.flatMap((id, place) =>
    strategies.has(id) && !leading.has(id) ? [] : [place],
  );
  const matrices = matricesIn(context, found.matrices);
  if (places.length < 2 || matrices.length === 0) return assets(context);
  const shown = {
    corner: "Portfolio",
    names: found.portfolios.map((id) => shortTitleOf(context, id)),
    places,
  };
  return html`<h3>How alike the portfolios move</h3>
<p>The wilder the unit, the nearer to 1: what is divided by the same jumping price jumps together. The mean of these correlations is ${means(matrices, places)}.</p>
<div class="beside">${matrices.map((matrix) => heatMap(matrix, shown))}</div>
<p class="source">All portfolios, in every unit: ${fileLink("correlations.csv")}</p>
${assets(context)}`;
}
