import type { Config, Spec } from "vega";
import type { TopLevelSpec, Config as VegaLiteConfig } from "vega-lite";
import { slimSvg } from "./svg/slim.ts";

export type Row = Readonly<Record<string, string | number | null>>;

/** A line of a chart: its values and when they stand (ms, UTC). */
export interface Trace {
  readonly key: string;
  readonly times: Float64Array;
  readonly values: readonly (number | null)[];
}

/** All that is needed to draw a chart, as plain data that another thread can be given. */
export interface Sketch {
  readonly id: string;
  readonly spec: TopLevelSpec;
  readonly linear: TopLevelSpec | undefined;
  /** Data by the name that the specification uses: as rows, and as lines. */
  readonly rows: Readonly<Record<string, readonly Row[]>>;
  readonly traces: Readonly<Record<string, readonly Trace[]>>;
}

/** A vega specification with the shared configuration left out. */
export type Compiled = Spec & { readonly data: { name: string; values?: unknown }[] };

/** A chart that was drawn, and its compiled specifications, with which a browser draws it again. */
export interface Drawn {
  readonly svg: string;
  readonly spec: Compiled;
  readonly linear: Compiled | undefined;
  /** Shared by all charts. */
  readonly config: Config | undefined;
}

/** Draws charts in the order in which they are given. */
export type Draw = (sketch: Sketch) => Promise<Drawn>;

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
function strictLogger(chart: string) {
  const logger = {
    level: () => logger,
    error: fail,
    warn: fail,
    info: () => logger,
    debug: () => logger,
  };
  function fail(...words: readonly unknown[]): never {
    throw new Error(`chart ${chart}: ${words.join(" ")}`);
  }
  return logger as never;
}

function rowsOf(traces: readonly Trace[]): readonly Row[] {
  return traces.flatMap(({ key, times, values }) =>
    values.map((value, place) => ({ t: times[place] ?? null, key, value })),
  );
}

function withData(compiled: Compiled, { rows, traces }: Sketch): Compiled {
  const filled = compiled.data.map((entry) => {
    const lines = traces[entry.name];
    const values = lines === undefined ? rows[entry.name] : rowsOf(lines);
    return values === undefined ? entry : { ...entry, values };
  });
  return { ...compiled, data: filled };
}

const NARROW = /[iljtfrI.,:;'|!()[\] ]/;
const WIDE = /[mwMW@%]/;

/**
 * About how wide a text is in a sans serif, in pixels: there is no font to measure where the page is
 * made, and Vega's own guess (0.8 of the size a letter) cuts names that have room.
 */
export function textWidth(item: { readonly fontSize?: number }, text: unknown): number {
  let width = 0;
  for (const letter of String(text ?? ""))
    width += NARROW.test(letter) ? 0.36 : WIDE.test(letter) ? 0.9 : 0.62;
  return width * (item.fontSize ?? 11);
}

/** Loads Vega and Vega-Lite, and gives the one place where charts are compiled and drawn. */
export async function openDraw(): Promise<Draw> {
  const [vega, vegaLite] = await Promise.all([import("vega"), import("vega-lite")]);
  const { textMetrics } = vega as unknown as { textMetrics: { width: typeof textWidth } };
  textMetrics.width = textWidth;
  let config: Config | undefined;

  function compile(id: string, spec: TopLevelSpec): Compiled {
    const options = { config: CONFIG, logger: strictLogger(id) };
    const { config: compiled, $schema: _, ...rest } = vegaLite.compile(spec, options).spec;
    config ??= compiled;
    return rest as Compiled;
  }

  return async (sketch) => {
    const { id } = sketch;
    const spec = compile(id, sketch.spec);
    const linear = sketch.linear && compile(`${id} (linear)`, sketch.linear);
    const runtime = vega.parse(withData(spec, sketch), config);
    const view = new vega.View(runtime, { renderer: "none", logLevel: vega.Error });
    const svg = await view.toSVG();
    view.finalize();
    if (svg.includes("NaN")) throw new Error(`chart ${id}: a place or a size is not a number`);
    return { svg: slimSvg(svg, id), spec, linear, config };
  };
}
