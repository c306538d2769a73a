import { percent } from "../../series/format.ts";
import type { Numbers } from "../../study/findings.ts";
import { type Html, html } from "../html.ts";
import type { LineStyle } from "../palette.ts";
import { linearTicks } from "./linear-ticks.ts";

/** Counts by bin: filled bars of one, the outline of another, and a smooth curve of what would be normal. */
export interface Histogram {
  /** Lower edges of the bins. */
  readonly edges: readonly number[];
  readonly width: number;
  readonly bars: { readonly style: LineStyle; readonly counts: readonly number[] };
  readonly outline?: { readonly style: LineStyle; readonly counts: readonly number[] };
  readonly normal: Numbers | null;
}

const WIDTH = 400;
const HEIGHT = 210;
const LEFT = 34;
const RIGHT = 8;
const TOP = 8;
const BOTTOM = 22;

/** The picture, drawn by hand; what it shows is said beside it. */
export function histogram({ edges, width, bars, outline, normal }: Histogram): Html {
  const low = edges[0] ?? 0;
  const high = (edges.at(-1) ?? 0) + width;
  const most = Math.max(
    1,
    ...bars.counts,
    ...(outline?.counts ?? []),
    ...(normal ?? []).map((one) => one ?? 0),
  );
  const tenth = (value: number) => Math.round(value * 10) / 10;
  const x = (value: number) =>
    tenth(LEFT + ((WIDTH - LEFT - RIGHT) * (value - low)) / (high - low));
  const y = (count: number) => tenth(HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * count) / most);
  const floor = y(0);
  const filled = bars.counts.flatMap((count, bin) => {
    const at = edges[bin] ?? 0;
    return count === 0
      ? []
      : [`M${x(at) + 0.5},${floor}V${y(count)}H${tenth(x(at + width) - 0.5)}V${floor}z`];
  });
  const steps = (counts: readonly number[]) =>
    `M${x(low)},${floor}${counts.map((count, bin) => `V${y(count)}H${x((edges[bin] ?? 0) + width)}`).join("")}V${floor}`;
  const curve = (normal ?? []).map(
    (count, bin) => `${bin === 0 ? "M" : "L"}${x((edges[bin] ?? 0) + width / 2)},${y(count ?? 0)}`,
  );
  return html`<svg class="small-lines" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">${linearTicks(
    0,
    most,
    4,
  ).map(
    (tick) =>
      html`<path d="M${LEFT},${y(tick)}H${WIDTH - RIGHT}" stroke="var(--grid)"/><text x="${LEFT - 5}" y="${y(tick) + 4}" text-anchor="end">${tick}</text>`,
  )}${linearTicks(low, high, 6).map(
    (tick) =>
      html`<path d="M${x(tick)},${floor}v4" stroke="var(--rule)"/><text x="${x(tick)}" y="${HEIGHT - 5}" text-anchor="middle">${percent(tick, 0)}</text>`,
  )}<path d="${filled.join("")}" fill="${bars.style.color}" fill-opacity=".6"/>${outline && html`<path d="${steps(outline.counts)}" fill="none" stroke="${outline.style.color}" stroke-width="1.5" stroke-dasharray="${outline.style.dash.join(" ")}"/>`}${curve.length > 0 && html`<path d="${curve.join("")}" fill="none" stroke="var(--ink)" stroke-width="1.6"/>`}${low < 0 && high > 0 && html`<path d="M${x(0)},${TOP}V${floor}" stroke="var(--muted)"/>`}</svg>`;
}
