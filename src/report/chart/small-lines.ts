import { significant } from "../../series/format.ts";
import type { Numbers } from "../../study/findings.ts";
import { type Html, html } from "../html.ts";
import type { LineStyle } from "../palette.ts";
import { slimPath } from "../svg/path.ts";
import { placeLevels } from "./level-labels.ts";
import { linearTicks } from "./linear-ticks.ts";
import { m4, pixelColumns } from "./m4.ts";
import { placeOf, type ScaleKind, type ValueScale, valueScale } from "./value-scale.ts";

/** A few lines against time in a picture of about 4 kB, drawn by hand: many of them cost next to nothing. */
export interface SmallLines {
  readonly dates: readonly string[];
  readonly lines: readonly { readonly style: LineStyle; readonly values: Numbers }[];
  /** Grounds between two lines, each in a colour so thin that those over one another add up. */
  readonly bands?: readonly {
    readonly color: string;
    readonly low: Numbers;
    readonly high: Numbers;
  }[];
  readonly scale: ScaleKind;
  /** Unit of the values; a "fraction" or "fraction a year" is marked in percent. */
  readonly unit?: string;
  /** Values marked by a rule across the plot, each with its name. */
  readonly levels?: readonly { readonly value: number; readonly label: string }[];
  /** Spans of days shaded behind the lines. */
  readonly spans?: readonly { readonly from: string; readonly to: string }[];
}

const WIDTH = 360;
const HEIGHT = 170;
const LEFT = 46;
const RIGHT = 6;
const TOP = 8;
/** Room over the plot for the word that tells a log axis. */
const TOP_OF_LOG = 18;
const BOTTOM = 20;
const PLOT_WIDTH = WIDTH - LEFT - RIGHT;
/** Half of the width of a year under the axis. */
const HALF_YEAR = 13;
/** Columns that long lines are thinned to, their extremes kept. */
const COLUMNS = 150;
const STEPS = [1, 2, 5, 10, 20, 50];
const MOST_YEARS = 5;
const MOST_TICKS = 4;

/** At most about four of the marks of an axis, the same distance apart. */
function ticksOf({ ticks, low, high }: ValueScale): readonly number[] {
  if (ticks === undefined) return linearTicks(low, high, MOST_TICKS);
  const every = Math.ceil(ticks.length / MOST_TICKS);
  return ticks.filter((_, place) => place % every === 0);
}

/** True of "fraction" and of "fraction a year". */
function isFraction(unit: string): boolean {
  return /^fraction\b/.test(unit);
}

/** A round value without zeros at its end, a fraction in percent. */
function markOf(value: number, unit: string): string {
  const isShare = isFraction(unit);
  const text = significant(isShare ? value * 100 : value);
  const mark = text.replace(/\.0+$|(\.\d*[1-9])0+$/, "$1");
  return isShare ? `${mark}%` : mark;
}

/** Years whose first day is marked. */
function yearsOf(from: string, to: string): readonly number[] {
  const [first, last] = [Number(from.slice(0, 4)) + 1, Number(to.slice(0, 4))];
  const step = STEPS.find((years) => (last - first) / years <= MOST_YEARS) ?? 100;
  const years: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) years.push(year);
  return years;
}

/** The picture: axes with their values, shaded spans, levels and lines. What it shows is said beside it. */
export function smallLines({
  dates,
  lines,
  bands = [],
  scale: kind,
  unit = "",
  levels = [],
  spans = [],
}: SmallLines): Html {
  const times = dates.map((date) => Date.parse(date));
  const start = times[0] ?? 0;
  const reach = Math.max(1, (times.at(-1) ?? 0) - start);
  const scale = valueScale(kind, [
    ...lines.flatMap(({ values }) => values),
    ...bands.flatMap(({ low, high }) => [...low, ...high]),
    ...levels.map(({ value }) => value),
  ]);
  const top = kind === "log" ? TOP_OF_LOG : TOP;
  const height = HEIGHT - top - BOTTOM;
  const x = (time: number) => Math.round((LEFT + (PLOT_WIDTH * (time - start)) / reach) * 10) / 10;
  const y = (value: number) => Math.round((top + placeOf(scale, value, height)) * 10) / 10;
  const inside = (time: number) => x(Math.max(start, Math.min(start + reach, time)));
  const columns = times.length > 4 * COLUMNS ? pixelColumns(times, COLUMNS) : undefined;
  const isDrawn = (value: number | null): value is number =>
    value !== null && (kind === "linear" || value > 0);
  const path = (values: Numbers): string => {
    const rows = columns === undefined ? values.keys() : m4(values, columns);
    let text = "";
    let pen = "M";
    for (const row of rows) {
      const value = values[row] ?? null;
      const drawn = isDrawn(value);
      if (drawn) text += `${pen}${x(times[row] ?? start)},${y(value)}`;
      pen = drawn ? "L" : "M";
    }
    return slimPath(text);
  };
  const outline = (low: Numbers, high: Numbers): string => {
    const corners = (values: Numbers) =>
      values.flatMap((value, row) =>
        isDrawn(value) ? [`${x(times[row] ?? start)},${y(value)}`] : [],
      );
    return slimPath(`M${[...corners(high), ...corners(low).reverse()].join("L")}Z`);
  };
  const names = placeLevels(
    levels.map(({ value, label }) => ({
      text: isFraction(unit) ? `${label}: ${markOf(value, unit)}` : label,
      y: y(value),
    })),
    { left: LEFT, right: WIDTH - RIGHT, top: 0, bottom: top + height },
    lines.map(({ values }) =>
      values.map((value, row) => (isDrawn(value) ? [x(times[row] ?? start), y(value)] : null)),
    ),
  );
  return html`<svg class="small-lines" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">${spans.map(
    ({ from, to }) =>
      html`<rect x="${inside(Date.parse(from))}" y="${top}" width="${Math.max(1, inside(Date.parse(to)) - inside(Date.parse(from)))}" height="${height}" fill="var(--band)"/>`,
  )}${ticksOf(scale).map(
    (tick) =>
      html`<path d="M${LEFT},${y(tick)}h${PLOT_WIDTH}" stroke="var(--grid)"/><text x="${LEFT - 5}" y="${y(tick) + 4}" text-anchor="end">${markOf(tick, unit)}</text>`,
  )}${yearsOf(dates[0] ?? "", dates.at(-1) ?? "").map(
    (year) =>
      html`<path d="M${inside(Date.UTC(year, 0, 1))},${top + height}v4" stroke="var(--rule)"/><text x="${Math.min(WIDTH - HALF_YEAR, inside(Date.UTC(year, 0, 1)))}" y="${HEIGHT - 4}" text-anchor="middle">${year}</text>`,
  )}${bands.map(
    ({ color, low, high }) =>
      html`<path d="${outline(low, high)}" fill="${color}" fill-opacity=".2"/>`,
  )}${lines.map(
    ({ style, values }) =>
      html`<path d="${path(values)}" fill="none" stroke="${style.color}" stroke-width="1.6" stroke-linejoin="round" stroke-dasharray="${style.dash.join(" ")}"/>`,
  )}${levels.map(
    ({ value }) =>
      html`<path d="M${LEFT},${y(value)}h${PLOT_WIDTH}" stroke="var(--accent)" stroke-dasharray="3 3"/>`,
  )}${names.map(
    ({ text, x, y, anchor }) =>
      html`<text class="level" x="${x}" y="${y}" text-anchor="${anchor}">${text}</text>`,
  )}${kind === "log" && html`<text x="${LEFT}" y="10">log scale</text>`}</svg>`;
}
