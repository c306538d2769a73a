import { signedDecimal } from "../../series/format.ts";
import type { Figure, Row } from "../figure.ts";
import type { LineStyle } from "../palette.ts";
import { CHART_WIDTH } from "./time-frame.ts";

/** Bars of parts that add up: what is positive stands to the right of zero, what is negative to the left. */
export interface StackedRows {
  readonly data: string;
  /** The parts in the order in which they are laid. */
  readonly parts: readonly { readonly key: string; readonly style: LineStyle }[];
  readonly rows: readonly {
    readonly label: string;
    /** One value for each part. */
    readonly values: readonly number[];
    /** Their sum, marked on the bar. */
    readonly whole: number;
  }[];
  readonly axisTitle: string;
}

const ROW_HEIGHT = 34;
const LABEL_ROOM = 186;
/** Shown where the part has room for it and the mark of the sum does not stand on it. */
const NUMBER =
  "abs(scale('x', datum.to) - scale('x', datum.from)) > 34 && abs(scale('x', datum.whole) - scale('x', datum.middle)) > 22 ? datum.text : ''";

/** Where each part begins and ends once they are laid outwards from zero. */
function laid({ parts, rows }: StackedRows) {
  return rows.flatMap(({ label, values, whole }) => {
    let above = 0;
    let below = 0;
    return parts.map(({ key }, place) => {
      const value = values[place] ?? 0;
      const from = value < 0 ? below : above;
      const to = from + value;
      if (value < 0) below = to;
      else above = to;
      return {
        label,
        part: key,
        from,
        to,
        middle: (from + to) / 2,
        whole,
        text: signedDecimal(value, 2),
      };
    });
  });
}

/** The drawable part of a figure of stacked bars; a diamond marks the sum of each. */
export function stackedRows(chart: StackedRows): Pick<Figure, "axis" | "spec" | "data"> {
  const pieces = laid(chart);
  const sums = chart.rows.map(({ label, whole }) => ({
    label,
    whole,
    text: signedDecimal(whole, 2),
  }));
  const ends = [...pieces.map(({ to }) => to), ...sums.map(({ whole }) => whole)];
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const span = Math.max(high - low, 1e-6);
  const labels = chart.rows.map(({ label }) => label);
  const y = {
    field: "label",
    type: "nominal" as const,
    sort: labels,
    title: null,
    axis: { labelLimit: LABEL_ROOM, domain: false, ticks: false, labelColor: "var(--ink)" },
    scale: { paddingInner: 0.3, paddingOuter: 0.15 },
  };
  const x = {
    field: "from",
    type: "quantitative" as const,
    title: null,
    axis: { tickCount: 6, format: "~r" },
    scale: { domain: [low - 0.04 * span, high + 0.04 * span], nice: false, zero: false },
  };
  const color = {
    field: "part",
    type: "nominal" as const,
    scale: {
      domain: chart.parts.map(({ key }) => key),
      range: chart.parts.map(({ style }) => style.color),
    },
    legend: null,
  };
  const number = { type: "text" as const, baseline: "middle" as const, fontSize: 11 };
  return {
    axis: `Horizontal axis: ${chart.axisTitle}`,
    spec: {
      width: CHART_WIDTH,
      height: ROW_HEIGHT * Math.max(1, chart.rows.length),
      autosize: { type: "fit-x", contains: "padding" },
      padding: { left: 2, right: 12, top: 4, bottom: 4 },
      params: [{ name: "focus", value: "" }],
      layer: [
        {
          data: { name: chart.data },
          mark: { type: "bar", stroke: "var(--ground)", strokeWidth: 1 },
          encoding: {
            x,
            x2: { field: "to" },
            y,
            color,
            opacity: {
              condition: { test: "focus === '' || datum.part === focus", value: 1 },
              value: 0.2,
            },
            tooltip: [
              { field: "label", type: "nominal", title: "In" },
              { field: "part", type: "nominal", title: "Of" },
              { field: "text", type: "nominal", title: "Log growth" },
            ],
          },
        },
        {
          data: { name: chart.data },
          mark: { ...number, fill: "var(--ground)", text: { expr: NUMBER } },
          encoding: { x: { ...x, field: "middle" }, y },
        },
        {
          data: { values: [{ from: 0 }] },
          mark: { type: "rule", color: "var(--muted)" },
          encoding: { x },
        },
        {
          data: { values: sums },
          mark: {
            type: "point",
            shape: "diamond",
            size: 110,
            filled: true,
            fill: "var(--ink)",
            stroke: "var(--ground)",
            strokeWidth: 2,
            opacity: 1,
          },
          encoding: {
            x: { ...x, field: "whole" },
            y,
            tooltip: [
              { field: "label", type: "nominal", title: "In" },
              { field: "text", type: "nominal", title: "Sum" },
            ],
          },
        },
      ],
    },
    data: { [chart.data]: pieces as readonly Row[] },
  };
}
