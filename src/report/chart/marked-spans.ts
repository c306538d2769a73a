import type { Numbers } from "../../study/findings.ts";
import type { Figure, Layer } from "../figure.ts";
import { drawnLines } from "../lines.ts";
import type { LineStyle } from "../palette.ts";
import { CHART_WIDTH, CROSSHAIR, type TimeFrame, timeParameters, timeX } from "./time-frame.ts";
import { valueScale } from "./value-scale.ts";

/** One line against time on a log axis, with numbered spans of days marked behind it. */
export interface MarkedSpans {
  readonly data: string;
  readonly frame: TimeFrame;
  readonly dates: readonly string[];
  readonly line: {
    readonly key: string;
    readonly title: string;
    readonly style: LineStyle;
    readonly values: Numbers;
  };
  readonly spans: readonly {
    readonly mark: string;
    readonly from: string;
    readonly to: string;
    /** A day inside to be marked by a rule. */
    readonly at: string;
  }[];
  readonly unit: string;
}

const HEIGHT = 260;

/** The drawable part of a figure of a line with marked spans. */
export function markedSpans(chart: MarkedSpans): Pick<Figure, "axis" | "spec" | "data" | "hover"> {
  const { data, frame, line } = chart;
  const scale = valueScale("log", line.values);
  const values = chart.spans.map(({ mark, from, to, at }) => ({
    ...{ mark, from: Date.parse(from), to: Date.parse(to), at: Date.parse(at) },
  }));
  const inside = [
    { filter: "datum.to > from && datum.from < to" },
    { calculate: "max(datum.from, from)", as: "start" },
    { calculate: "min(datum.to, to)", as: "end" },
    { calculate: "(datum.start + datum.end) / 2", as: "middle" },
  ];
  const marks: Layer[] =
    values.length === 0
      ? []
      : [
          {
            data: { values },
            transform: inside,
            mark: { type: "rect", fill: "var(--loss)", fillOpacity: 0.13 },
            encoding: { x: timeX("start"), x2: { field: "end" } },
          },
          {
            data: { values },
            transform: inside,
            mark: { type: "rule", color: "var(--loss)", strokeDash: [2, 3], opacity: 0.8 },
            encoding: { x: timeX("at") },
          },
          {
            data: { values },
            transform: inside,
            mark: {
              type: "text",
              baseline: "bottom",
              fontWeight: "bold",
              fill: "var(--loss)",
              fontSize: 13,
            },
            encoding: { x: timeX("middle"), y: { value: -4 }, text: { field: "mark" } },
          },
        ];
  return {
    axis: `Vertical axis: ${chart.unit}`,
    spec: {
      width: CHART_WIDTH,
      height: HEIGHT,
      autosize: { type: "fit-x", contains: "padding" },
      padding: { left: 2, right: 8, top: 22, bottom: 4 },
      params: timeParameters(frame),
      layer: [
        ...marks,
        {
          data: { name: data, format: { parse: null } },
          transform: [{ filter: "!(datum.value <= 0)" }],
          mark: { type: "line", strokeJoin: "round", color: line.style.color, strokeWidth: 1.8 },
          encoding: {
            x: timeX(),
            y: {
              field: "value",
              type: "quantitative",
              title: null,
              scale: { type: "log", domain: [scale.low, scale.high], nice: false },
              axis: {
                format: ",~r",
                ...(scale.ticks === undefined ? { tickCount: 6 } : { values: [...scale.ticks] }),
              },
            },
          },
        },
        CROSSHAIR,
      ],
    },
    data: { [data]: drawnLines(chart.dates, { [line.key]: line.values }) },
    hover: {
      data,
      lines: [{ key: line.key, title: line.title, color: line.style.color }],
      format: "number",
    },
  };
}
