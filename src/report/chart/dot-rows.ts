import type { Figure } from "../figure.ts";
import { HUES } from "../palette.ts";
import { CHART_WIDTH } from "./time-frame.ts";

export interface DotRows {
  readonly data: string;
  /** In the order of the rows. */
  readonly rows: readonly string[];
  /** The kinds of dots: each has its colour and its shape. */
  readonly kinds: readonly string[];
  readonly dots: readonly {
    readonly row: string;
    readonly kind: string;
    readonly value: number | null;
    readonly text: string;
  }[];
  readonly axisTitle: string;
}

const SHAPES = ["circle", "diamond", "triangle-up", "square", "cross", "triangle-down"];
const ROW_HEIGHT = 26;
const LABEL_ROOM = 290;
/** Names longer than this stand in two lines where room is short. */
const ONE_LINE = 18;

/** A long name parted at the space nearest its middle. */
function twoLines(name: string): readonly string[] {
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const middle = name.length / 2;
  const [at] = spaces.sort((left, right) => Math.abs(left - middle) - Math.abs(right - middle));
  if (name.length <= ONE_LINE || at === undefined) return [name];
  return [name.slice(0, at), name.slice(at + 1)];
}

/** From the lowest to the highest dot of each row that has any. */
function reaches({ rows, dots }: DotRows) {
  return rows.flatMap((row) => {
    const values = dots.flatMap((dot) =>
      dot.row === row && dot.value !== null ? [dot.value] : [],
    );
    if (values.length === 0) return [];
    return [{ row, lowest: Math.min(...values), highest: Math.max(...values) }];
  });
}

/** One row a thing, one dot a kind, joined by a line: how far the kinds lie apart. */
export function dotRows(chart: DotRows): Pick<Figure, "axis" | "spec" | "data"> {
  const halved = Object.fromEntries(chart.rows.map((row) => [row, twoLines(row)]));
  const y = {
    field: "row",
    type: "nominal" as const,
    sort: [...chart.rows],
    title: null,
    axis: {
      labelLimit: { expr: "room" },
      labelFontSize: { expr: "room < 200 ? 10 : 12" },
      labelLineHeight: 11,
      labelExpr: `room < 200 ? ${JSON.stringify(halved)}[datum.label] : datum.label`,
      domain: false,
      ticks: false,
      grid: true,
      labelColor: "var(--ink)",
    },
  };
  const x = {
    field: "value",
    type: "quantitative" as const,
    title: null,
    axis: { format: ".0%", tickCount: 6 },
    scale: { zero: true, nice: true },
  };
  const domain = [...chart.kinds];
  const legend = {
    title: null,
    orient: "top" as const,
    columns: { expr: "room < 200 ? 1 : 6" },
    symbolSize: 90,
  };
  return {
    axis: `Horizontal axis: ${chart.axisTitle}`,
    spec: {
      width: CHART_WIDTH,
      height: ROW_HEIGHT * Math.max(1, chart.rows.length),
      autosize: { type: "fit-x", contains: "padding" },
      padding: { left: 2, right: 12, top: 4, bottom: 4 },
      params: [{ name: "room", value: LABEL_ROOM }],
      data: { name: chart.data },
      layer: [
        {
          data: { values: [{ value: 0 }] },
          mark: { type: "rule", color: "var(--muted)" },
          encoding: { x },
        },
        {
          data: { values: reaches(chart) },
          mark: { type: "rule", color: "var(--rule)", strokeWidth: 3 },
          encoding: { x: { ...x, field: "lowest" }, x2: { field: "highest" }, y },
        },
        {
          transform: [{ filter: "datum.value !== null" }],
          mark: { type: "point", filled: true, size: 90, opacity: 1 },
          encoding: {
            x,
            y,
            color: {
              field: "kind",
              type: "nominal",
              legend,
              scale: {
                domain,
                range: domain.map((_, place) => `var(--hue-${(place % HUES.length) + 1})`),
              },
            },
            shape: {
              field: "kind",
              type: "nominal",
              legend,
              scale: {
                domain,
                range: domain.map((_, place) => SHAPES[place % SHAPES.length] ?? "circle"),
              },
            },
            tooltip: [
              { field: "row", type: "nominal", title: "Of" },
              { field: "kind", type: "nominal", title: "In" },
              { field: "text", type: "nominal", title: "Growth a year" },
            ],
          },
        },
      ],
    },
    data: { [chart.data]: chart.dots },
  };
}
