import { percent } from "../../series/format.ts";
import { type Html, html } from "../html.ts";
import type { LineStyle } from "../palette.ts";
import { linearTicks } from "./linear-ticks.ts";

/** Boxes of quantiles lying in rows, a few to a group. */
export interface RangeBars {
  readonly groups: readonly {
    readonly title: string;
    readonly bars: readonly {
      readonly style: LineStyle;
      readonly ends: readonly [number, number];
      readonly box: readonly [number, number];
      readonly middle: number;
    }[];
  }[];
}

const WIDTH = 400;
const LEFT = 84;
const RIGHT = 10;
const TOP = 4;
const BOTTOM = 22;
const BAR = 13;
const GAP = 9;

/** The picture, drawn by hand: whisker, box and middle, one row a thing and one group a title. */
export function rangeBars({ groups }: RangeBars): Html {
  const ends = groups.flatMap(({ bars }) => bars.flatMap(({ ends }) => ends));
  const [low, high] = [Math.min(0, ...ends), Math.max(0.01, ...ends)];
  const tenth = (value: number) => Math.round(value * 10) / 10;
  const x = (value: number) =>
    tenth(LEFT + ((WIDTH - LEFT - RIGHT) * (value - low)) / (high - low));
  let top = TOP;
  const placed = groups.map((group) => {
    const from = top;
    top += group.bars.length * BAR + GAP;
    return { ...group, from };
  });
  const floor = top;
  const row = (bar: RangeBars["groups"][number]["bars"][number], y: number): Html => {
    const middle = y + BAR / 2;
    const { color, dash } = bar.style;
    return html`<path d="M${x(bar.ends[0])},${middle}H${x(bar.ends[1])}" stroke="${color}" stroke-width="1.6" stroke-dasharray="${dash.join(" ")}"/><path d="M${x(bar.box[0])},${y + 2}H${x(bar.box[1])}v${BAR - 4}H${x(bar.box[0])}z" fill="${color}" fill-opacity="${dash.length === 0 ? ".75" : ".4"}" stroke="${color}"/><path d="M${x(bar.middle)},${y}v${BAR}" stroke="var(--ink)" stroke-width="2.4"/>`;
  };
  return html`<svg class="small-lines" viewBox="0 0 ${WIDTH} ${floor + BOTTOM}" aria-hidden="true">${linearTicks(
    low,
    high,
    6,
  ).map(
    (tick) =>
      html`<path d="M${x(tick)},${TOP}V${floor}" stroke="var(--${tick === 0 ? "muted" : "grid"})"/><text x="${x(tick)}" y="${floor + 15}" text-anchor="middle">${percent(tick, 0)}</text>`,
  )}${placed.map(
    ({ title, bars, from }) =>
      html`<text x="${LEFT - 8}" y="${from + (bars.length * BAR) / 2 + 4}" text-anchor="end">${title}</text>${bars.map((bar, place) => row(bar, from + place * BAR))}`,
  )}</svg>`;
}
