import { percent } from "../../series/format.ts";
import type { Numbers } from "../../study/findings.ts";
import type { Figure, Layer } from "../figure.ts";
import { drawnLines } from "../lines.ts";
import type { LineStyle } from "../palette.ts";
import {
  CHART_WIDTH,
  CROSSHAIR,
  FOCUS_OPACITY,
  phaseLayers,
  type TimeFrame,
  timeParameters,
  timeX,
} from "./time-frame.ts";

export interface UnderwaterChart {
  readonly data: string;
  readonly frame: TimeFrame;
  readonly dates: readonly string[];
  /** Worst depth as the findings give it, for the label of each strip. */
  readonly strips: readonly {
    readonly key: string;
    readonly title: string;
    readonly style: LineStyle;
    readonly values: Numbers;
    readonly deepest: number;
  }[];
  /** Depth that a whole strip stands for, the same for all. */
  readonly reach: number;
}

/** Depths that may be marked on every strip: the first that it reaches below. */
const MARKS = [0.5, 0.2, 0.1];
const STRIP_HEIGHT = 58;
/** Shares of a strip: the name above its zero line, then the depth. */
const NAME_SHARE = 0.3;
const DEPTH_SHARE = 0.68;

/** One strip a portfolio, all of one depth: zero at the top of each, falls hanging from it. */
export function underwaterChart(chart: UnderwaterChart): Pick<Figure, "spec" | "data" | "hover"> {
  const { strips, reach } = chart;
  const keys = strips.map(({ key }) => key);
  const color = {
    field: "key",
    type: "nominal" as const,
    legend: null,
    scale: { domain: keys, range: strips.map(({ style }) => style.color) },
  };
  const zeros = strips.map(({ key, title, deepest }, place) => ({
    key,
    title,
    zero: -(place + NAME_SHARE),
    deepest: percent(deepest),
  }));
  const y = (field: string) => ({
    field,
    type: "quantitative" as const,
    axis: null,
    scale: { domain: [-strips.length, 0], nice: false, zero: false },
  });
  const label = (end: "left" | "right"): Layer => ({
    data: { values: zeros },
    mark: {
      type: "text",
      align: end,
      baseline: "bottom",
      dy: -3,
      x: end === "left" ? 0 : "width",
      ...(end === "right" ? { fill: "var(--muted)" } : { limit: { expr: "width - 56" } }),
    },
    encoding: {
      y: y("zero"),
      text: { field: end === "left" ? "title" : "deepest" },
      ...(end === "left" ? { color } : {}),
    },
  });
  const depth = MARKS.find((mark) => mark < reach);
  const marks = zeros.map(({ zero }) => ({ at: zero - (DEPTH_SHARE * (depth ?? 0)) / reach }));
  const scaleLayers: Layer[] =
    depth === undefined
      ? []
      : [
          {
            data: { values: marks },
            mark: { type: "rule", color: "var(--muted)", opacity: 0.45, strokeDash: [2, 4] },
            encoding: { y: y("at") },
          },
          {
            data: { values: marks },
            mark: {
              type: "text",
              align: "left",
              baseline: "middle",
              x: "width",
              dx: 3,
              fontSize: 10,
              fill: "var(--muted)",
              text: percent(-depth, 0),
            },
            encoding: { y: y("at") },
          },
        ];
  return {
    spec: {
      width: CHART_WIDTH,
      height: STRIP_HEIGHT * strips.length,
      autosize: { type: "fit-x", contains: "padding" },
      padding: { left: 8, right: 8, top: chart.frame.phases.length > 0 ? 20 : 6, bottom: 4 },
      params: timeParameters(chart.frame),
      layer: [
        ...phaseLayers(chart.frame),
        {
          data: { values: zeros },
          mark: { type: "rule", color: "var(--rule)" },
          encoding: { y: y("zero") },
        },
        {
          data: { name: chart.data, format: { parse: null } },
          transform: [
            {
              calculate: `-(indexof(${JSON.stringify(keys)}, datum.key) + ${NAME_SHARE})`,
              as: "zero",
            },
            { calculate: `datum.zero + ${DEPTH_SHARE} * datum.value / ${reach}`, as: "depth" },
          ],
          mark: { type: "area", fillOpacity: 0.6 },
          encoding: {
            x: timeX(),
            y: y("depth"),
            y2: { field: "zero" },
            color,
            opacity: FOCUS_OPACITY,
          },
        },
        ...scaleLayers,
        label("left"),
        label("right"),
        CROSSHAIR,
      ],
    },
    data: {
      [chart.data]: drawnLines(
        chart.dates,
        Object.fromEntries(strips.map(({ key, values }) => [key, values])),
      ),
    },
    hover: {
      data: chart.data,
      lines: strips.map(({ key, title, style }) => ({ key, title, color: style.color })),
      format: "percent",
    },
  };
}
