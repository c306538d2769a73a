import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Config, Spec } from "vega";
import type { TopLevelSpec, Config as VegaLiteConfig } from "vega-lite";
import { type Html, verbatim } from "./html.ts";
import type { Lines } from "./lines.ts";
import { type PackedDays, packedDays, packedLines } from "./packed-lines.ts";
import { slimSvg } from "./slim-svg.ts";

/** A chart of several marks over one another, and one of its layers. */
export type LayeredSpec = Extract<TopLevelSpec, { layer: unknown }>;
export type Layer = LayeredSpec["layer"][number];

export type Row = Readonly<Record<string, string | number | null>>;

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

const CONFIG: VegaLiteConfig = {
  aria: false,
  background: "transparent",
  font: "system-ui, sans-serif",
  view: { stroke: "transparent" },
  axis: {
    labelColor: "var(--muted)",
    titleColor: "var(--muted)",
    gridColor: "var(--grid)",
    domainColor: "var(--rule)",
    tickColor: "var(--rule)",
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: "normal",
    labelPadding: 5,
  },
  legend: { labelColor: "var(--ink)", labelFontSize: 12 },
  text: { fontSize: 12, color: "var(--ink)" },
};

/** A logger that takes every warning of the compiler for a bug of the specification. */
function strictLogger(figure: string) {
  const logger = {
    level: () => logger,
    error: fail,
    warn: fail,
    info: () => logger,
    debug: () => logger,
  };
  function fail(...words: readonly unknown[]): never {
    throw new Error(`chart ${figure}: ${words.join(" ")}`);
  }
  return logger as never;
}

/** The parts of a specification that are not those of another. */
function changed(from: Compiled, to: Compiled): Partial<Compiled> {
  const parts = Object.entries(to).filter(
    ([key, part]) => JSON.stringify(part) !== JSON.stringify(from[key as keyof Compiled]),
  );
  return Object.fromEntries(parts);
}

/** A vega specification with the shared configuration left out. */
type Compiled = Spec & { readonly data: { name: string; values?: unknown }[] };

function rowsOf(dataset: Dataset): readonly Row[] {
  if (!isLines(dataset)) return dataset;
  const times = dataset.dates.map((date) => Date.parse(date));
  const rows: Row[] = [];
  for (const [key, values] of Object.entries(dataset.lines)) {
    const kept = dataset.thinned?.rows[key];
    values.forEach((value, place) => {
      rows.push({ t: times[kept?.[place] ?? place] ?? null, key, value });
    });
  }
  return rows;
}

function isLines(dataset: Dataset): dataset is Lines {
  return !Array.isArray(dataset);
}

function withData(compiled: Compiled, data: Figure["data"]): Compiled {
  const filled = compiled.data.map((entry) => {
    const dataset = data[entry.name];
    return dataset === undefined ? entry : { ...entry, values: rowsOf(dataset) };
  });
  return { ...compiled, data: filled };
}

const NARROW = /[iljtfrI.,:;'|!()[\] ]/;
const WIDE = /[mwMW@%]/;

/**
 * About how wide a text is in a sans serif, in pixels: there is no font to measure where the page is
 * made, and Vega's own guess (0.8 of the size a letter) cuts names that have room.
 */
function textWidth(item: { readonly fontSize?: number }, text: unknown): number {
  let width = 0;
  for (const letter of String(text ?? ""))
    width += NARROW.test(letter) ? 0.36 : WIDE.test(letter) ? 0.9 : 0.62;
  return width * (item.fontSize ?? 11);
}

/** Loads Vega and Vega-Lite, and gives the one place where charts are compiled and drawn. */
export async function startDrawing(): Promise<Drawing> {
  const [vega, vegaLite] = await Promise.all([import("vega"), import("vega-lite")]);
  const { textMetrics } = vega as unknown as { textMetrics: { width: typeof textWidth } };
  textMetrics.width = textWidth;
  const days: PackedDays[] = [];
  const places = new Map<string, number>();
  const data: Record<string, unknown> = {};
  const figures: Record<string, unknown> = {};
  let config: Config | undefined;

  function compile(id: string, spec: TopLevelSpec): Compiled {
    const options = { config: CONFIG, logger: strictLogger(id) };
    const { config: compiled, $schema: _, ...rest } = vegaLite.compile(spec, options).spec;
    config ??= compiled;
    return rest as Compiled;
  }

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
    if (figures[figure.id] !== undefined) throw new Error(`chart ${figure.id}: drawn twice`);
    const spec = compile(figure.id, figure.spec);
    const linear = figure.linear && compile(`${figure.id} (linear)`, figure.linear);
    keep(figure);
    figures[figure.id] = { spec, linear: linear && changed(spec, linear), hover: figure.hover };
    const runtime = vega.parse(withData(spec, figure.data), config);
    const view = new vega.View(runtime, { renderer: "none", logLevel: vega.Error });
    const svg = await view.toSVG();
    view.finalize();
    if (svg.includes("NaN"))
      throw new Error(`chart ${figure.id}: a place or a size is not a number`);
    return verbatim(slimSvg(svg, figure.id));
  }

  return { draw, contents: () => ({ config, days, data, figures }) };
}
