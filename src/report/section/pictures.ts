import type { Picture } from "../../study/findings.ts";
import { lineChart } from "../chart/line-chart.ts";
import { significant } from "../format.ts";
import { type Html, html } from "../html.ts";
import { strongLine } from "../palette.ts";
import { type Context, figureBlock, type Section } from "./section.ts";

function ends(picture: Picture): string {
  return picture.lines
    .map(({ title, dates, values }) => {
      const first = values.findIndex((value) => value !== null);
      const last = values.findLastIndex((value) => value !== null);
      return first < 0
        ? `${title} has no values`
        : `${title} goes from ${significant(values[first])} on ${dates[first]} to ${significant(values[last])} on ${dates[last]}`;
    })
    .join("; ");
}

/** All days that any line of the picture has, ascending. */
function allDates(picture: Picture): readonly string[] {
  return [...new Set(picture.lines.flatMap(({ dates }) => dates))].sort();
}

function aligned(
  dates: readonly string[],
  own: readonly string[],
  values: readonly (number | null)[] | undefined,
): (number | null)[] | undefined {
  if (values === undefined) return undefined;
  const byDate = new Map(own.map((date, row) => [date, values[row] ?? null]));
  return dates.map((date) => byDate.get(date) ?? null);
}

function draw(context: Context, picture: Picture): Promise<Html> {
  const dates = allDates(picture);
  const lines = picture.lines.map((line, place) => {
    const low = aligned(dates, line.dates, line.low);
    const high = aligned(dates, line.dates, line.high);
    return {
      key: line.id,
      title: line.title,
      style: strongLine(place),
      values: aligned(dates, line.dates, line.values) ?? [],
      ...(low && high ? { low, high } : {}),
    };
  });
  const levels = picture.levels.map(({ value, label, line }) => ({
    value,
    label,
    ...(line === undefined ? {} : { line }),
  }));
  const banded = lines.some((line) => "low" in line);
  const sources = [...new Set(picture.lines.map(({ source }) => source))].join("; ");
  return figureBlock(
    context,
    {
      id: `picture-${picture.id}`,
      title: picture.title,
      note: picture.note,
      source: sources,
      table: "pictures.csv",
      alternative: `${ends(picture)}. Unit: ${picture.unit}.`,
      ...lineChart({
        data: `picture-${picture.id}`,
        frame: { ...context.frame, from: dates[0] ?? "", to: dates.at(-1) ?? "" },
        dates,
        lines,
        scale: picture.scale,
        switchable: true,
        unit: picture.unit,
        levels,
      }),
    },
    lines.length > 1 ? lines : [],
    banded
      ? "The pale band spans the lowest and highest daily close inside each period."
      : undefined,
  );
}

async function body(context: Context): Promise<Html> {
  const drawn: Html[] = [];
  for (const picture of context.findings.pictures) drawn.push(await draw(context, picture));
  return drawn.length === 0
    ? html`<p>This study brings no pictures of its own.</p>`
    : html`${drawn}`;
}

export const pictures: Section = { id: "pictures", title: "The source's own pictures", body };
