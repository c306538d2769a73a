import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { TopLevelSpec } from "vega-lite";
import { remembered } from "../series/remembered.ts";
import { forgetful, type Memory } from "../study/memory.ts";
import type { Compiled, Draw, Row, Sketch, Trace } from "./draw.ts";
import { type Html, verbatim } from "./html.ts";
import type { Lines } from "./lines.ts";
import { type PackedDays, packedDays, packedLines } from "./packed-lines.ts";

/** A chart of several marks over one another, and one of its layers. */
export type LayeredSpec = Extract<TopLevelSpec, { layer: unknown }>;
export type Layer = LayeredSpec["layer"][number];

export type { Row };

/** Data of a chart, by the name its specification uses. */
export type Dataset = Lines | readonly Row[];

/** What pointing at a day on a time chart shows: the values of these lines on that day. */
export interface Hover {
  readonly data: string;
  readonly lines: readonly {
    readonly key: string;
    readonly title: string;
    readonly color: string;
  }[];
  readonly format: "percent" | "number";
}

/** One chart: what is said about it, its specification and its data. */
export interface Figure {
  readonly id: string;
  /** What it shows. */
  readonly title: string;
  /** What to see, one sentence. */
  readonly note: string;
  readonly source: string;
  /** The file beside the page that holds its numbers. */
  readonly table: string;
  /** What its value axis counts. */
  readonly axis?: string;
  /** What a reader who cannot see it needs to know. */
  readonly alternative: string;
  readonly spec: TopLevelSpec;
  /** The same with a linear value axis, offered as a switch. */
  readonly linear?: TopLevelSpec;
  readonly data: Readonly<Record<string, Dataset>>;
  readonly hover?: Hover;
}

/** Draws figures and keeps what the browser needs to draw them again. */
export interface Drawing {
  /** The figure as an SVG picture. */
  draw(figure: Figure): Promise<Html>;
  /** Specifications and data of all figures drawn, for the page's script. */
  contents(): DrawingContents;
}

export interface DrawingContents {
  readonly config: unknown;
  readonly days: readonly PackedDays[];
  readonly data: Readonly<Record<string, unknown>>;
  readonly figures: Readonly<Record<string, unknown>>;
}

/** Vega's browser build, to be packed into a page once. */
export async function vegaRuntime(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("vega");
  const source = await readFile(join(dirname(entry), "vega.min.js"), "utf8");
  return source.replace(/\n?\/\/# sourceMappingURL=.*/g, "");
}

/** The parts of a specification that are not those of another. */
function changed(from: Compiled, to: Compiled): Partial<Compiled> {
  const parts = Object.entries(to).filter(
    ([key, part]) => JSON.stringify(part) !== JSON.stringify(from[key as keyof Compiled]),
  );
  return Object.fromEntries(parts);
}

/** A dataset of lines as it is drawn: when each value of a line stands. */
function tracesOf(
  { dates, lines, thinned }: Lines,
  timesOf: (dates: Dates) => Float64Array,
): Trace[] {
  const times = timesOf(dates);
  return Object.entries(lines).map(([key, values]) => {
    const kept = thinned?.rows[key];
    return {
      key,
      values,
      times: kept === undefined ? times : Float64Array.from(kept, (row) => times[row]!),
    };
  });
}

function isLines(dataset: Dataset): dataset is Lines {
  return !Array.isArray(dataset);
}

type Dates = Lines["dates"];

function timesOf(dates: Dates): Float64Array {
  return Float64Array.from(dates, (date) => Date.parse(date));
}

function sketchOf(
  { id, spec, linear, data }: Figure,
  times: (dates: Dates) => Float64Array,
): Sketch {
  const rows: Record<string, readonly Row[]> = {};
  const traces: Record<string, readonly Trace[]> = {};
  for (const [name, dataset] of Object.entries(data))
    if (isLines(dataset)) traces[name] = tracesOf(dataset, times);
    else rows[name] = dataset;
  return { id, spec, linear, rows, traces };
}

/** Starts the drawing of a page's figures: by the means given, or else here. */
export async function startDrawing(memory: Memory = forgetful, given?: Draw): Promise<Drawing> {
  const drawn = given ?? (await (await import("./draw.ts")).openDraw());
  const days: PackedDays[] = [];
  const places = new Map<string, number>();
  const times = remembered(timesOf);
  const data: Record<string, unknown> = {};
  const figures: Record<string, unknown> = {};
  let config: unknown;

  function placeOf(lines: Lines): number {
    const text = lines.dates.join();
    const place = places.get(text) ?? days.push(packedDays(lines)) - 1;
    places.set(text, place);
    return place;
  }

  function keep({ data: own, hover }: Figure): void {
    for (const [name, dataset] of Object.entries(own))
      data[name] = isLines(dataset)
        ? packedLines(dataset, placeOf(dataset), hover?.format ?? "number")
        : dataset;
  }

  async function draw(figure: Figure): Promise<Html> {
    if (figure.id in figures) throw new Error(`chart ${figure.id}: drawn twice`);
    // Kept before anything is waited for, so that the contents stand in the order of the page.
    figures[figure.id] = undefined;
    keep(figure);
    const { id, spec, linear, data: own, hover } = figure;
    const picture = await memory.recall(`figure ${id}`, [spec, linear, own], () =>
      drawn(sketchOf(figure, times)),
    );
    config ??= picture.config;
    const changes = picture.linear && changed(picture.spec, picture.linear);
    figures[id] = { spec: picture.spec, linear: changes, hover };
    return verbatim(picture.svg);
  }

  return { draw, contents: () => ({ config, days, data, figures }) };
}
