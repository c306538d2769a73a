import { type Html, html } from "../html.ts";

/** A quantity on its way from the day of a prediction to the days on which it is decided. */
export interface TrackLine {
  readonly from: string;
  readonly due: readonly string[];
  readonly dates: readonly string[];
  readonly values: readonly (number | null)[];
  readonly claimed: number;
  /** Whether it is true so far where the line ends. */
  readonly holds: boolean;
}

const WIDTH = 300;
const HEIGHT = 36;
const SIDE = 6;

/** The picture: the threshold as a dashed line, the way so far, a dot where it stands, a tick for each day due. */
export function trackLine({ from, due, dates, values, claimed, holds }: TrackLine): Html {
  const start = Date.parse(from);
  const reach = Math.max(1, Date.parse(due.at(-1) ?? from) - start);
  const known = values.flatMap((value) => value ?? []);
  const [low, high] = [Math.min(claimed, ...known), Math.max(claimed, ...known)];
  const tenth = (value: number) => Math.round(value * 10) / 10;
  const x = (day: string) =>
    tenth(
      SIDE + ((WIDTH - 2 * SIDE) * Math.min(reach, Math.max(0, Date.parse(day) - start))) / reach,
    );
  const y = (value: number) =>
    high === low
      ? HEIGHT / 2
      : tenth(HEIGHT - 2 * SIDE - ((HEIGHT - 3 * SIDE) * (value - low)) / (high - low));
  const points = values.flatMap((value, row) =>
    value === null ? [] : [`${x(dates[row] ?? from)},${y(value)}`],
  );
  const [at, height] = (points.at(-1) ?? "").split(",");
  const color = holds ? "var(--gain)" : "var(--loss)";
  return html`<svg class="track" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true"><path d="M${SIDE},${HEIGHT - 4}H${WIDTH - SIDE}${due.map((day) => `M${x(day)},${HEIGHT - 8}v8`).join("")}" stroke="var(--rule)"/><path d="M${SIDE},${y(claimed)}H${WIDTH - SIDE}" stroke="var(--accent)" stroke-dasharray="4 3"/>${points.length > 0 && html`<path d="M${points.join("L")}" fill="none" stroke="${color}" stroke-width="2"/>${holds ? html`<circle cx="${at}" cy="${height}" r="4" fill="${color}"/>` : html`<circle cx="${at}" cy="${height}" r="3.4" fill="var(--ground)" stroke="${color}" stroke-width="1.8"/>`}`}</svg>`;
}
