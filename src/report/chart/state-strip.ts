import { type Html, html } from "../html.ts";

/** Spells of states along a stretch of days. */
export interface StateStrip {
  readonly from: string;
  readonly to: string;
  /** In the order of their lanes, the first on top. */
  readonly states: readonly { readonly id: string; readonly color: string }[];
  readonly spells: readonly {
    readonly label: string;
    readonly from: string;
    readonly to: string;
  }[];
}

const WIDTH = 1000;
const HEIGHT = 24;

/**
 * One lane a state, so that a state is told by its height and not by its colour alone. It is stretched
 * to the width there is and holds no text; what it shows is said beside it.
 */
export function stateStrip({ from, to, states, spells }: StateStrip): Html {
  const start = Date.parse(from);
  const reach = Math.max(1, Date.parse(to) - start);
  const x = (day: string) =>
    Math.round(WIDTH * Math.max(0, Math.min(1, (Date.parse(day) - start) / reach)));
  const height = HEIGHT / Math.max(1, states.length);
  const lanes = states.map(({ id, color }, lane) => {
    const top = Math.round(lane * height * 10) / 10;
    const deep = Math.round(height * 10) / 10;
    const path = spells
      .filter(({ label }) => label === id)
      .map((spell) => {
        const [left, wide] = [x(spell.from), Math.max(1, x(spell.to) - x(spell.from))];
        return `M${left},${top}h${wide}v${deep}h-${wide}z`;
      });
    return html`<path d="${path.join("")}" fill="${color}"/>`;
  });
  return html`<svg class="lanes" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">${lanes}</svg>`;
}
