import { percent, signedPercent } from "../../series/format.ts";
import { MAP_STEPS, startHorizonMap } from "../chart/start-horizon.ts";
import { type Html, html } from "../html.ts";
import { type Context, figureBlock, shortTitleOf } from "./section.ts";

type Map = Context["findings"]["maps"][number];

/** The steps of the colours, from behind to ahead. */
function key(): Html {
  const [low = 0] = MAP_STEPS;
  const words = MAP_STEPS.map((step, place) => {
    const next = MAP_STEPS[place + 1];
    const from = signedPercent(step, 0);
    return next === undefined ? `above ${from}` : `${from} to ${signedPercent(next, 0)}`;
  });
  return html`<p class="map-key" aria-hidden="true">${[
    `below ${signedPercent(low, 0)}`,
    ...words,
  ].map(
    (text, place) => html`<span><i style="background:var(--map-${place + 1})"></i>${text}</span>`,
  )}</p>`;
}

function summary({ values, horizons }: Map, years: number): string | null {
  const column = horizons.indexOf(years);
  const found = values.flatMap((row) => row[column] ?? []);
  if (found.length === 0) return null;
  const ahead = found.filter((value) => value > 0).length / found.length;
  return `over ${years} ${years === 1 ? "year" : "years"} from ${percent(ahead, 0)} of the starts`;
}

async function one(context: Context, map: Map, place: number): Promise<Html> {
  const rival = shortTitleOf(context, map.benchmark);
  const spans = [1, 5, 10, 20].flatMap((years) => summary(map, years) ?? []);
  return figureBlock(context, {
    id: `start-horizon-${place + 1}`,
    title: `From which start, and for how long, ${shortTitleOf(context, map.portfolio)} was ahead of ${rival}`,
    note: `Each cell is one start, half a year apart, and one number of years held. Blue is ahead, orange and apart from its neighbours is behind, the stronger the more a year in log growth. Neighbouring cells share most of their months: a large patch is not many proofs.`,
    source: "the run, relative wealth at month-ends (unit-free)",
    table: "start-horizon.csv",
    alternative: `It was ahead ${spans.join(", ")}.`,
    ...startHorizonMap(map, `start-horizon-${place + 1}`),
  });
}

/** Growth over the benchmark by start and years held. */
export async function startMaps(context: Context): Promise<Html | null> {
  const drawn = context.findings.maps.filter(({ starts }) => starts.length > 0);
  if (drawn.length === 0) return null;
  const figures: Html[] = [];
  for (const [place, map] of drawn.entries()) figures.push(await one(context, map, place));
  return html`<h3>How much hangs on the day of the start</h3>
<p>The share of starts that won is a filter and no evidence: in simulations, a strategy no better than its benchmark wins from more than two thirds of the starts in four of ten records, since all starts share their end.</p>
${key()}
${figures}`;
}
