import type { Numbers } from "../../study/findings.ts";
import type { Figure } from "../figure.ts";
import { drawnLines } from "../lines.ts";
import {
  CHART_WIDTH,
  CROSSHAIR,
  FOCUS_OPACITY,
  phaseLayers,
  type TimeFrame,
  timeParameters,
  timeX,
} from "./time-frame.ts";

/** Parts of a whole against time, those below zero laid downwards. */
export interface WeightsArea {
  readonly data: string;
  readonly frame: TimeFrame;
  readonly dates: readonly string[];
  readonly parts: readonly {
    readonly key: string;
    readonly title: string;
    readonly color: string;
    readonly values: Numbers;
  }[];
}

const HEIGHT = 280;

/** The drawable part of a figure of stacked areas; a thin edge of the ground parts neighbours. */
export function weightsArea(chart: WeightsArea): Pick<Figure, "axis" | "spec" | "data" | "hover"> {
  const { data, frame, dates, parts } = chart;
  const keys = parts.map(({ key }) => key);
  return {
    axis: "Vertical axis: share of wealth; shorts below zero",
    spec: {
      width: CHART_WIDTH,
      height: HEIGHT,
      autosize: { type: "fit-x", contains: "padding" },
      padding: { left: 2, right: 8, top: frame.phases.length > 0 ? 20 : 8, bottom: 4 },
      params: timeParameters(frame),
      layer: [
        ...phaseLayers(frame),
        {
          data: { name: data, format: { parse: null } },
          transform: [
            { filter: "datum.value !== null" },
            { calculate: `indexof(${JSON.stringify(keys)}, datum.key)`, as: "place" },
          ],
          mark: {
            type: "area",
            fillOpacity: 0.72,
            line: { stroke: "var(--ground)", strokeWidth: 0.8 },
          },
          encoding: {
            x: timeX(),
            y: {
              field: "value",
              type: "quantitative",
              title: null,
              stack: "zero",
              axis: { format: ".0%", tickCount: 6 },
            },
            order: { field: "place", type: "quantitative" },
            color: {
              field: "key",
              type: "nominal",
              legend: null,
              scale: { domain: keys, range: parts.map(({ color }) => color) },
            },
            opacity: FOCUS_OPACITY,
          },
        },
        {
          data: { values: [{ value: 0 }] },
          mark: { type: "rule", color: "var(--ink)" },
          encoding: { y: { field: "value", type: "quantitative" } },
        },
        CROSSHAIR,
      ],
    },
    data: {
      [data]: drawnLines(dates, Object.fromEntries(parts.map(({ key, values }) => [key, values]))),
    },
    hover: {
      data,
      lines: parts.map(({ key, title, color }) => ({ key, title, color })),
      format: "percent",
    },
  };
}
