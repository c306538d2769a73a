import type { Numbers } from "../study/findings.ts";
import { m4, pixelColumns } from "./chart/m4.ts";
import { type Html, html } from "./html.ts";
import { type Context, LEADING_RIVALS, rivalsOf, styleOf } from "./section/section.ts";
import { slimPath } from "./svg/path.ts";

const WIDTH = 1000;
const HEIGHT = 44;
const COLUMNS = 250;

/** Wealth of the first strategy and of its leading rivals in the first unit, on a log axis: where the span is chosen. */
export function overview(context: Context): Html | null {
  const { portfolios, numeraires } = context.findings;
  const [unit] = numeraires;
  const strategy = portfolios.find(({ role }) => role === "strategy");
  const rivals = rivalsOf(context).slice(0, LEADING_RIVALS);
  const shown = portfolios.filter(({ id }) => id === strategy?.id || rivals.includes(id));
  const dates = shown[0]?.wealth.dates ?? [];
  if (unit === undefined || dates.length < 2) return null;
  const logs = shown.map(({ wealth }) => logsOf(wealth[unit.id] as Numbers));
  const known = logs.flat().filter((value) => value !== null);
  const low = Math.min(...known);
  const height = Math.max(...known) - low || 1;
  const times = dates.map((date) => Date.parse(date));
  const [first = 0, last = 1] = [times[0], times.at(-1)];
  const columns = pixelColumns(times, COLUMNS);
  const path = (values: Numbers) => {
    const points = m4(values, columns).flatMap((row) => {
      const value = values[row] ?? null;
      if (value === null) return [];
      const x = ((times[row] ?? first) - first) / (last - first || 1);
      return [`${x * WIDTH},${(1 - (value - low) / height) * (HEIGHT - 4) + 2}`];
    });
    return slimPath(`M${points.join("L")}`);
  };
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">${shown.map(
    ({ id }, place) =>
      html`<path d="${path(logs[place] ?? [])}" fill="none" stroke="${styleOf(context, id).color}" stroke-width="1.3" vector-effect="non-scaling-stroke"/>`,
  )}</svg>`;
}

/** Logarithms from the first value on; where wealth is gone there is none. */
function logsOf(values: Numbers): Numbers {
  const first = values.find((value) => value !== null && value > 0) ?? 1;
  return values.map((value) => (value === null || value <= 0 ? null : Math.log(value / first)));
}
