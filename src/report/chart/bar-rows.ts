import type { Figure } from "../figure.ts";
import { CHART_WIDTH } from "./time-frame.ts";

export interface BarRow {
  readonly label: string;
  /** The head of a group: a strong label and no bar. */
  readonly head: boolean;
  readonly value: number | null;
  /** The value as text, at the end of its bar; what stands in brackets is left out where room is short. */
  readonly text: string;
  readonly color: string;
}

export interface BarRows {
  readonly data: string;
  readonly rows: readonly BarRow[];
  readonly axisTitle: string;
}

const ROW_HEIGHT = 19;
const LABEL_ROOM = 186;
/** Room for names below which a value stands without its brackets, and the pixels of either text. */
const SHORT_FROM = 150;
const SHORT_TEXT = 44;
const TEXT = 104;

/** From the lowest to the highest value, and beyond each the pixels that the text at a bar's end takes. */
function domainAround(low: number, high: number) {
  const span = Math.max(high - low, 1e-6);
  const text = `(room < ${SHORT_FROM} ? ${SHORT_TEXT} : ${TEXT})`;
  const sides = low < 0 ? 2 : 1;
  const air = `${span} * ${text} / max(60, width - ${sides} * ${text})`;
  return {
    domainMin: low < 0 ? { expr: `${low} - ${air}` } : 0,
    domainMax: { expr: `${high} + ${air}` },
    nice: false,
  };
}

/** Bars lying in rows, each named on the left and valued at its end, so that colour says nothing alone. */
export function barRows(chart: BarRows): Pick<Figure, "axis" | "spec" | "data"> {
  const rows = chart.rows.map((row, place) => ({
    place,
    label: row.label,
    head: row.head ? 1 : 0,
    value: row.value,
    text: row.text,
    color: row.color,
  }));
  const ends = rows.flatMap(({ value }) => (value === null ? [] : [value]));
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const y = {
    field: "place",
    type: "ordinal" as const,
    axis: null,
    scale: { paddingInner: 0.28, paddingOuter: 0.2 },
  };
  const x = {
    field: "value",
    type: "quantitative" as const,
    title: null,
    axis: { tickCount: 6, format: "~r" },
    scale: domainAround(low, high),
  };
  const name = {
    transform: [{ filter: "datum.head === 0" }],
    mark: {
      type: "text" as const,
      align: "right" as const,
      baseline: "middle" as const,
      x: -8,
      limit: { expr: "room" },
    },
    encoding: { y, text: { field: "label" } },
  };
  const head = {
    transform: [{ filter: "datum.head === 1" }],
    mark: {
      type: "text" as const,
      align: "left" as const,
      baseline: "middle" as const,
      x: { expr: "-room - 8" },
      fontWeight: "bold" as const,
    },
    encoding: { y, text: { field: "label" } },
  };
  const tip = (side: "left" | "right") => ({
    transform: [{ filter: side === "right" ? "datum.value >= 0" : "datum.value < 0" }],
    mark: {
      type: "text" as const,
      align: side === "right" ? ("left" as const) : ("right" as const),
      baseline: "middle" as const,
      dx: side === "right" ? 4 : -4,
      fontSize: 11,
      fill: "var(--muted)",
      text: { expr: `room < ${SHORT_FROM} ? split(datum.text, ' (')[0] : datum.text` },
    },
    encoding: { x, y },
  });
  return {
    axis: `Horizontal axis: ${chart.axisTitle}`,
    spec: {
      width: CHART_WIDTH,
      height: ROW_HEIGHT * Math.max(1, rows.length),
      autosize: { type: "fit-x", contains: "padding" },
      padding: { left: 2, right: 10, top: 4, bottom: 4 },
      params: [{ name: "room", value: LABEL_ROOM }],
      data: { name: chart.data },
      layer: [
        {
          mark: { type: "bar" },
          encoding: {
            x,
            y,
            color: { field: "color", type: "nominal", scale: null, legend: null },
            tooltip: [
              { field: "label", type: "nominal", title: "Of" },
              { field: "text", type: "nominal", title: "Value" },
            ],
          },
        },
        {
          data: { values: [{ value: 0 }] },
          mark: { type: "rule", color: "var(--muted)" },
          encoding: { x },
        },
        name,
        head,
        tip("left"),
        tip("right"),
      ],
    },
    data: { [chart.data]: rows },
  };
}
