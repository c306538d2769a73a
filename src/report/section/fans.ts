import { inSentence, multiple, percent } from "../../series/format.ts";
import type { FanFinding } from "../../study/inference-finding.ts";
import { smallLines } from "../chart/small-lines.ts";
import { type Html, html } from "../html.ts";
import type { LineStyle } from "../palette.ts";
import { type Context, shortTitleOf, styleOf } from "./section.ts";
import { type SmallFigure, smallFigures } from "./small-figure.ts";

const MIDDLE: LineStyle = { color: "var(--muted)", dash: [4, 3], width: 1.5 };

/** Pairs of the outermost, the next and so on, of ascending lists. */
function pairs<T>(ascending: readonly T[]): readonly (readonly [T, T])[] {
  return ascending
    .slice(0, Math.floor(ascending.length / 2))
    .map((low, place) => [low, ascending[ascending.length - 1 - place]!] as const);
}

function titleWords(context: Context, { of, benchmark, numeraire }: FanFinding): string {
  if (of === "log relative wealth")
    return `Wealth for each 1 of ${shortTitleOf(context, benchmark ?? "")}`;
  const unit = context.findings.numeraires.find(({ id }) => id === numeraire);
  return `Wealth in ${inSentence(unit?.title ?? numeraire ?? "")}`;
}

function figure(context: Context, fan: FanFinding, place: number): SmallFigure {
  const shown = fan.of === "wealth" ? (value: number) => value : Math.exp;
  const lists = fan.values.map((values) => values.map(shown));
  const [outer, ...inner] = pairs(lists);
  const shares = pairs(fan.shares);
  const middle = lists.length % 2 === 1 ? lists[(lists.length - 1) / 2] : undefined;
  const color = styleOf(context, fan.portfolio).color;
  const own: LineStyle = { color, dash: [], width: 2 };
  const ends = (outer ?? []).map((values) => multiple(values.at(-1)));
  const actual = fan.actual.map(shown);
  const widths = shares.map(([low, high]) => percent(high - low, 0));
  return {
    id: `fan-${place + 1}`,
    title: titleWords(context, fan),
    note: `The grounds hold ${widths.join(" and ")} of the resampled records; at the end ${ends[0] ?? "–"} to ${ends[1] ?? "–"}.`,
    source: `${fan.resamples} records of the same months, drawn again in blocks`,
    table: "fans.csv",
    alternative: `What was seen ends at ${multiple(actual.at(-1))}, resampled records between ${ends.join(" and ")}.`,
    legend: [
      { title: "what was seen", style: own },
      { title: "middle of the resampled", style: MIDDLE },
    ],
    picture: smallLines({
      dates: fan.dates,
      scale: "log",
      bands: [outer, ...inner].flatMap((pair) =>
        pair === undefined ? [] : [{ color, low: pair[0], high: pair[1] }],
      ),
      lines: [
        ...(middle === undefined ? [] : [{ style: MIDDLE, values: middle }]),
        { style: own, values: actual },
      ],
      levels: fan.of === "wealth" ? [] : [{ value: 1, label: "equal wealth" }],
    }),
  };
}

/** Where wealth could have ended with the same months in another order and number. */
export function fans(context: Context): Html | null {
  const drawn = context.findings.fans.filter(({ dates }) => dates.length > 1);
  if (drawn.length === 0) return null;
  return html`<details><summary>The same months, drawn again: where wealth could have ended</summary>
<p>Each resampled record is made of blocks of the months that really were, some more than once and some not at all. They centre on what happened, so they show how widely a record like this one scatters, and not what is to come.</p>
<div class="by-two">${smallFigures(drawn.map((fan, place) => figure(context, fan, place)))}</div></details>`;
}
