import { percent, significant } from "../../series/format.ts";
import { type Html, html } from "../html.ts";
import { linearTicks } from "./linear-ticks.ts";

/** The stretch of values that all bars of one column of a table share. */
export interface IntervalScale {
  readonly low: number;
  readonly high: number;
}

export interface Interval {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const WIDTH = 200;
const HEIGHT = 18;
const EDGE = 4;
const MOST_TICKS = 4;

/** A scale that holds zero and all intervals given. */
export function intervalScale(intervals: readonly Interval[]): IntervalScale {
  const values = intervals
    .flatMap(({ estimate, low, high }) => [estimate, low, high])
    .filter((value) => value !== null);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return high > low ? { low, high } : { low: -1, high: 1 };
}

function placeOn({ low, high }: IntervalScale): (value: number) => number {
  return (value) =>
    Math.round((EDGE + ((WIDTH - 2 * EDGE) * (value - low)) / (high - low)) * 10) / 10;
}

/**
 * An interval as a bar with its estimate as a dot, and zero as an upright line; its numbers stand beside
 * it. What lies beyond the scale ends at its edge, without the cross stroke of an end.
 */
export function intervalBar(scale: IntervalScale, { estimate, low, high }: Interval): Html {
  const place = placeOn(scale);
  const x = (value: number) => Math.max(0, Math.min(WIDTH, place(value)));
  const isInside = (value: number) => value >= scale.low && value <= scale.high;
  const end = (value: number) => (isInside(value) ? `M${x(value)},${middle - 4}v8` : "");
  const middle = HEIGHT / 2;
  const isClear = low !== null && high !== null && (low > 0 || high < 0);
  return html`<svg class="interval" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true"><path class="zero" d="M${x(0)},0v${HEIGHT}"/>${low !== null && high !== null && html`<path class="reach" d="M${x(low)},${middle}H${x(high)}${end(low)}${end(high)}"/>`}${estimate !== null && isInside(estimate) && html`<circle${isClear ? null : html` class="hollow"`} cx="${x(estimate)}" cy="${middle}" r="3.6"/>`}</svg>`;
}

/** The marks of a scale, for the head of a column of bars. */
export function intervalAxis(scale: IntervalScale, format: "percent" | "number"): Html {
  const x = placeOn(scale);
  const text = (tick: number) => (format === "percent" ? percent(tick, 0) : signedMark(tick));
  return html`<svg class="interval" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">${linearTicks(
    scale.low,
    scale.high,
    MOST_TICKS,
  ).map(
    (tick) =>
      html`<path class="zero" d="M${x(tick)},13v5"/><text x="${x(tick)}" y="10" text-anchor="middle">${text(tick)}</text>`,
  )}</svg>`;
}

function signedMark(tick: number): string {
  return tick === 0 ? "0" : significant(tick, 2);
}
