import type { Layer } from "../figure.ts";

/** The days that a chart covers, and the named phases shaded behind it. */
export interface TimeFrame {
  readonly from: string;
  readonly to: string;
  readonly phases: readonly {
    readonly title: string;
    readonly from: string;
    readonly to: string;
  }[];
}

/** The sign of a phase where its name has no room: the number that its title begins with, or its place. */
export function phaseMark(title: string, place: number): string {
  return /^\d+(?= )/.exec(title)?.[0] ?? `${place + 1}`;
}

/** Width at which charts are drawn into the page; scripts redraw them at the width there is. */
export const CHART_WIDTH = 1140;

/** Pixels from which a phase has room for its name, and for its sign. */
const NAME_FROM = 44;
const SIGN_FROM = 3;

const SPAN = {
  type: "utc" as const,
  domainMin: { expr: "from" },
  domainMax: { expr: "to" },
};

/** The time axis: its ends are parameters, so that every time chart can follow one choice of span. */
export function timeX(field = "t") {
  return {
    field,
    type: "temporal" as const,
    title: null,
    scale: SPAN,
    axis: { grid: false, labelSeparation: 4, tickCount: { expr: "ceil(width / 90)" } },
  };
}

/** Parameters of every time chart: span, day pointed at (0 for none), portfolio brought forward. */
export function timeParameters(frame: TimeFrame) {
  return [
    { name: "from", value: Date.parse(frame.from) },
    { name: "to", value: Date.parse(frame.to) },
    { name: "at", value: 0 },
    { name: "focus", value: "" },
  ];
}

/** Full strength for the portfolio brought forward, or for all when none is. */
export const FOCUS_OPACITY = {
  condition: { test: "focus === '' || datum.key === focus", value: 1 },
  value: 0.14,
};

/** Phases as shaded bands, every second one tinted, with their names above where there is room. */
export function phaseLayers(frame: TimeFrame): Layer[] {
  const values = frame.phases.map((phase, place) => ({
    from: Date.parse(phase.from),
    to: Date.parse(phase.to),
    title: phase.title,
    sign: phaseMark(phase.title, place),
    tinted: place % 2,
  }));
  if (values.length === 0) return [];
  const inside = [
    { filter: "datum.to > from && datum.from < to" },
    { calculate: "max(datum.from, from)", as: "start" },
    { calculate: "min(datum.to, to)", as: "end" },
  ];
  const x = timeX("start");
  const wide = "(scale('x', datum.end) - scale('x', datum.start))";
  return [
    {
      data: { values },
      transform: [...inside, { filter: "datum.tinted === 1" }],
      mark: { type: "rect", fill: "var(--band)" },
      encoding: { x, x2: { field: "end" } },
    },
    {
      data: { values },
      transform: inside,
      mark: {
        type: "text",
        align: "left",
        baseline: "bottom",
        dx: { expr: `${wide} > ${NAME_FROM} ? 3 : max(0, ${wide} / 2 - 3)` },
        fontSize: 11,
        fill: "var(--muted)",
        limit: { expr: `${wide} > ${NAME_FROM} ? ${wide} - 6 : 20` },
        text: {
          expr: `${wide} > ${NAME_FROM} ? datum.title : ${wide} > ${SIGN_FROM} ? datum.sign : ''`,
        },
      },
      encoding: { x, y: { value: -4 } },
    },
  ];
}

/** The upright line at the day pointed at; unseen while there is none. */
export const CROSSHAIR: Layer = {
  data: { values: [{}] },
  transform: [{ calculate: "at ? at : from", as: "t" }],
  mark: { type: "rule", color: "var(--muted)", opacity: { expr: "at ? 0.8 : 0" } },
  encoding: { x: timeX() },
};
