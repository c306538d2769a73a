import { factor, signedDecimal } from "../../series/format.ts";
import type { Figure, Row } from "../figure.ts";
import { CHART_WIDTH } from "./time-frame.ts";

/** Steps from nothing to a total, group after group. */
export interface WaterfallRows {
  readonly data: string;
  readonly groups: readonly {
    readonly title: string;
    readonly steps: readonly { readonly label: string; readonly value: number }[];
    readonly total: number;
  }[];
}

const ROW_HEIGHT = 19;
const LABEL_ROOM = 186;
const SHORT_FROM = 150;
/** Pixels of the text at the end of a bar where names are short, and else. */
const SHORT_TEXT = 44;
const TEXT = 104;

/** Each step from where the one before ended; the total from zero. */
function rowsOf({ groups }: WaterfallRows) {
  let place = 0;
  return groups.flatMap(({ title, steps, total }) => {
    let at = 0;
    const written = (value: number) => `${signedDecimal(value, 2)} (${factor(value)})`;
    const bars = steps.map(({ label, value }) => {
      const from = at;
      at += value;
      const color = value < 0 ? "var(--loss)" : "var(--hue-2)";
      return { label, from, to: at, text: written(value), color, kind: "step" };
    });
    const sum = { label: "Whole growth", from: 0, to: total, text: written(total) };
    return [
      { label: title, from: 0, to: 0, text: "", color: "var(--ink)", kind: "head" },
      ...bars,
      { ...sum, color: "var(--ink)", kind: "total" },
    ].map((row) => ({
      ...row,
      place: place++,
      low: Math.min(row.from, row.to),
      high: Math.max(row.from, row.to),
      group: title,
    }));
  });
}

/** The drawable part of a figure of a waterfall lying on its side, a thin line leading from step to step. */
export function waterfallRows(chart: WaterfallRows): Pick<Figure, "axis" | "spec" | "data"> {
  const rows = rowsOf(chart);
  const low = Math.min(0, ...rows.map((row) => row.low));
  const high = Math.max(0, ...rows.map((row) => row.high));
  const text = `(room < ${SHORT_FROM} ? ${SHORT_TEXT} : ${TEXT})`;
  const span = Math.max(high - low, 1e-6);
  const x = (field: string) => ({
    field,
    type: "quantitative" as const,
    title: null,
    axis: { tickCount: 6, format: "~r" },
    scale: {
      domainMin: low,
      domainMax: { expr: `${high} + ${span} * ${text} / max(60, width - ${text})` },
      nice: false,
      zero: false,
    },
  });
  const y = {
    field: "place",
    type: "ordinal" as const,
    axis: null,
    scale: { paddingInner: 0.28, paddingOuter: 0.2 },
  };
  const middle = { baseline: "middle" as const, type: "text" as const };
  return {
    axis: "Horizontal axis: log growth in dollars so far (0.69 doubles)",
    spec: {
      width: CHART_WIDTH,
      height: ROW_HEIGHT * Math.max(1, rows.length),
      autosize: { type: "fit-x", contains: "padding" },
      padding: { left: 2, right: 10, top: 4, bottom: 4 },
      params: [{ name: "room", value: LABEL_ROOM }],
      data: { name: chart.data },
      layer: [
        {
          data: { values: [{ at: 0 }] },
          mark: { type: "rule", color: "var(--muted)" },
          encoding: { x: x("at") },
        },
        {
          transform: [{ filter: "datum.kind !== 'head'" }],
          mark: { type: "bar" },
          encoding: {
            x: x("from"),
            x2: { field: "to" },
            y,
            color: { field: "color", type: "nominal", scale: null, legend: null },
            tooltip: [
              { field: "group", type: "nominal", title: "In" },
              { field: "label", type: "nominal", title: "Of" },
              { field: "text", type: "nominal", title: "Log growth" },
            ],
          },
        },
        {
          transform: [{ filter: "datum.kind === 'step'" }],
          mark: { type: "tick", thickness: 1, color: "var(--ink)", height: ROW_HEIGHT },
          encoding: { x: x("to"), y },
        },
        {
          transform: [{ filter: "datum.kind !== 'head'" }],
          mark: {
            ...middle,
            align: "right",
            x: -8,
            limit: { expr: "room" },
            fontWeight: { expr: "datum.kind === 'total' ? 'bold' : 'normal'" },
          },
          encoding: { y, text: { field: "label" } },
        },
        {
          transform: [{ filter: "datum.kind === 'head'" }],
          mark: { ...middle, align: "left", x: { expr: "-room - 8" }, fontWeight: "bold" },
          encoding: { y, text: { field: "label" } },
        },
        {
          transform: [{ filter: "datum.kind !== 'head'" }],
          mark: {
            ...middle,
            align: "left",
            dx: 5,
            fontSize: 11,
            fill: "var(--muted)",
            text: { expr: `room < ${SHORT_FROM} ? split(datum.text, ' (')[0] : datum.text` },
          },
          encoding: { x: x("high"), y },
        },
      ],
    },
    data: { [chart.data]: rows as readonly Row[] },
  };
}
