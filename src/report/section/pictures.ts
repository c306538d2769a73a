import { significant } from "../../series/format.ts";
import type { Picture } from "../../study/findings.ts";
import { lineChart } from "../chart/line-chart.ts";
import { type Html, html } from "../html.ts";
import { strongLine } from "../palette.ts";
import { alignedTo, datesOf } from "../picture-lines.ts";
import { seriesFile } from "../series-csv.ts";
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

/** Where a line comes from: the titles of the inputs it was derived from, else its own words. */
function sourcesOf({ findings }: Context, source: string): readonly string[] {
  const ids = /^derived from ([^:]+):/.exec(source)?.[1]?.split(", ") ?? [];
  const titles = ids.flatMap((id) => findings.inputs.find((input) => input.id === id)?.title ?? []);
  return titles.length === 0 || titles.length < ids.length ? [source] : titles;
}

function draw(context: Context, picture: Picture): Promise<Html> {
  const dates = datesOf(picture);
  const banded =
    context.findings.period.frequency !== "daily" && picture.lines.some(({ low }) => low);
  const lines = picture.lines.map((line, place) => {
    const low = banded && line.low && alignedTo(dates, line.dates, line.low);
    const high = banded && line.high && alignedTo(dates, line.dates, line.high);
    return {
      key: line.id,
      title: line.title,
      style: strongLine(place),
      values: alignedTo(dates, line.dates, line.values),
      ...(low && high ? { low, high } : {}),
    };
  });
  const levels = picture.levels.map(({ value, label, line }) => ({
    value,
    label,
    ...(line === undefined ? {} : { line }),
  }));
  const sources = [...new Set(picture.lines.flatMap(({ source }) => sourcesOf(context, source)))];
  return figureBlock(
    context,
    {
      id: `picture-${picture.id}`,
      title: picture.title,
      note: picture.note,
      source: sources.join("; "),
      table: seriesFile("picture", picture.id),
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
  return html`${drawn}`;
}

export const pictures: Section = {
  id: "pictures",
  title: "The source's own pictures",
  applies: ({ pictures }) => pictures.length > 0,
  body,
};
