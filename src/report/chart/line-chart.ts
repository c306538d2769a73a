import { percent, significant } from "../../series/format.ts";
import type { Numbers } from "../../study/findings.ts";
import type { Dataset, Figure, Hover, Layer, LayeredSpec, Row } from "../figure.ts";
import { crowded, drawnLines } from "../lines.ts";
import type { LineStyle } from "../palette.ts";
import { m4 } from "./m4.ts";
import { spread } from "./spread.ts";
import {
  CHART_WIDTH,
  CROSSHAIR,
  FOCUS_OPACITY,
  phaseLayers,
  type TimeFrame,
  timeParameters,
  timeX,
} from "./time-frame.ts";
import { placeOf, type ScaleKind, type ValueScale, valueAt, valueScale } from "./value-scale.ts";

export interface ChartLine {
  readonly key: string;
  readonly title: string;
  readonly style: LineStyle;
  readonly values: Numbers;
  readonly low?: Numbers;
  readonly high?: Numbers;
}

/** Lines against time, with what is marked on them. */
export interface LineChart {
  /** Name of its data among those of the page; charts of the same lines share one. */
  readonly data: string;
  readonly frame: TimeFrame;
  readonly dates: readonly string[];
  readonly lines: readonly ChartLine[];
  readonly scale: ScaleKind;
  /** Offers the linear axis beside a logarithmic one. */
  readonly switchable: boolean;
  readonly unit: string;
  /** How values are written; "number" unless given. */
  readonly format?: Hover["format"];
  /** Of the plot, in pixels; 380 unless given. */
  readonly height?: number;
  readonly levels?: readonly {
    readonly value: number;
    readonly label: string;
    readonly line?: string;
  }[];
}

const HEIGHT = 380;
const LABEL_ROOM = 265;
/** Length of the lines that lead from the end of a line to its name. */
const LEADER = 14;
const LABEL_GAP = 14;
const SOLID = [1, 0];

function heightOf({ height = HEIGHT }: LineChart): number {
  return height;
}

/** What a log axis cannot show is not drawn. */
function drawable(values: Numbers, scale: ScaleKind): Numbers {
  return scale === "log"
    ? values.map((value) => (value === null || value <= 0 ? null : value))
    : values;
}

function keyed(lines: readonly ChartLine[]) {
  const domain = lines.map(({ key }) => key);
  const of = <T>(pick: (style: LineStyle) => T) => ({
    field: "key",
    type: "nominal" as const,
    legend: null,
    scale: { domain, range: lines.map(({ style }) => pick(style)) },
  });
  const ordinal = (channel: ReturnType<typeof of<number>>) => ({
    ...channel,
    type: "ordinal" as const,
    scale: { ...channel.scale, type: "ordinal" as const },
  });
  return {
    color: of(({ color }) => color),
    strokeDash: of(({ dash }) => (dash.length === 0 ? SOLID : [...dash])),
    strokeWidth: ordinal(of(({ width }) => width)),
  };
}

function lastOf(values: Numbers): number | null {
  return values.findLast((value) => value !== null) ?? null;
}

interface Label {
  readonly key: string;
  readonly title: string;
  readonly value: number;
}

/** Labels with the values at which they stand once they are moved apart. */
function apart(labels: readonly Label[], scale: ValueScale, height: number) {
  const wanted = labels.map(({ value }) => placeOf(scale, value, height));
  const places = spread(wanted, LABEL_GAP, 4, height - 4);
  return labels.map((label, row) => ({
    ...label,
    labelAt: Number(valueAt(scale, places[row] ?? 0, height).toPrecision(6)),
  }));
}

function lineEnds(chart: LineChart, scale: ValueScale): Label[] {
  return chart.lines.flatMap(({ key, title, values }) => {
    const value = lastOf(drawable(values, scale.kind));
    const text = chart.format === "percent" ? percent(value) : significant(value);
    return value === null ? [] : [{ key, title: `${text}  ${title}`, value }];
  });
}

function levelsInside(chart: LineChart, scale: ValueScale): Label[] {
  return (chart.levels ?? [])
    .filter(({ value }) => value >= scale.low && value <= scale.high)
    .map(({ value, label }) => ({ key: "", title: label, value }));
}

const labelY = { field: "labelAt", type: "quantitative" as const };

/** Names of the lines and of the levels, in the right margin where there is room, moved apart. */
function marginLabels(chart: LineChart, scale: ValueScale): Layer[] {
  const labels = [...lineEnds(chart, scale), ...levelsInside(chart, scale)];
  const values = apart(labels, scale, heightOf(chart));
  const mark = {
    type: "text" as const,
    align: "left" as const,
    baseline: "middle" as const,
    dx: LEADER + 4,
    limit: LABEL_ROOM,
    x: "width" as const,
  };
  const leader = {
    x: { value: "width" as const },
    x2: { value: { expr: `width + ${LEADER}` } },
    y: { field: "value", type: "quantitative" as const },
    y2: { field: "labelAt" },
  };
  const levels = values.filter(({ key }) => key === "");
  const layers: Layer[] = [
    {
      data: { values },
      transform: [{ filter: "named" }],
      mark: { type: "rule", strokeWidth: 0.8, color: "var(--muted)", clip: false },
      encoding: { ...leader, opacity: FOCUS_OPACITY },
    },
    {
      data: { values: values.filter(({ key }) => key !== "") },
      transform: [{ filter: "named" }],
      mark,
      encoding: {
        y: labelY,
        text: { field: "title" },
        color: keyed(chart.lines).color,
        opacity: FOCUS_OPACITY,
      },
    },
  ];
  if (levels.length === 0) return layers;
  return [
    ...layers,
    {
      data: { values: levels },
      transform: [{ filter: "named" }],
      mark: { ...mark, fontSize: 11, fill: "var(--accent)" },
      encoding: { y: labelY, text: { field: "title" } },
    },
  ];
}

/** Named levels as rules; their names stand inside the plot where the margin is too narrow. */
function levelLayers(chart: LineChart, scale: ValueScale): Layer[] {
  const levels = levelsInside(chart, scale);
  if (levels.length === 0) return [];
  return [
    {
      data: { values: levels },
      mark: { type: "rule", color: "var(--accent)", strokeDash: [3, 3], strokeWidth: 1.2 },
      encoding: { y: { field: "value", type: "quantitative" } },
    },
    {
      data: { values: apart(levels, scale, heightOf(chart)) },
      transform: [{ filter: "!named" }],
      mark: {
        type: "text",
        align: "left",
        baseline: "bottom",
        dy: -2,
        x: 6,
        fontSize: 11,
        fill: "var(--accent)",
        stroke: "var(--ground)",
        strokeWidth: 7,
        strokeJoin: "round",
      },
      encoding: { y: labelY, text: { field: "title" } },
    },
  ];
}

/** The band of each line, as coarse as the lines are drawn, its own extremes kept. */
function bandRows({ dates, lines }: LineChart): Row[] {
  const columns = crowded(dates);
  return lines.flatMap(({ key, low, high }) => {
    if (low === undefined || high === undefined) return [];
    const kept = columns && new Set([...m4(low, columns), ...m4(high, columns)]);
    return dates.flatMap((date, row) => {
      const [least, most] = [low[row] ?? null, high[row] ?? null];
      if (least === null || most === null || kept?.has(row) === false) return [];
      return [{ t: Date.parse(date), key, low: least, high: most }];
    });
  });
}

function bandLayer(chart: LineChart): Layer {
  return {
    data: { name: `${chart.data}-band` },
    mark: { type: "area", opacity: 0.2 },
    encoding: {
      x: timeX(),
      y: { field: "low", type: "quantitative" },
      y2: { field: "high" },
      color: keyed(chart.lines).color,
    },
  };
}

function specification(chart: LineChart, kind: ScaleKind, rows: readonly Row[]): LayeredSpec {
  const scale = valueScale(kind, [
    ...chart.lines.flatMap(({ values }) => values),
    ...rows.flatMap(({ low, high }) => [low as number, high as number]),
  ]);
  const unshown =
    kind === "log" &&
    chart.lines.some(({ values }) => values.some((value) => value !== null && value <= 0));
  const phased = chart.frame.phases.length > 0;
  return {
    width: CHART_WIDTH,
    height: heightOf(chart),
    autosize: { type: "fit-x", contains: "padding" },
    padding: { left: 2, right: 8, top: phased ? 20 : 8, bottom: 4 },
    params: [
      ...timeParameters(chart.frame),
      { name: "named", value: 1 },
      { name: "low", value: scale.low },
      { name: "high", value: scale.high },
      { name: "ticks", value: scale.ticks === undefined ? null : [...scale.ticks] },
    ],
    layer: [
      ...phaseLayers(chart.frame),
      ...(rows.length === 0 ? [] : [bandLayer(chart)]),
      {
        data: { name: chart.data, format: { parse: null } },
        ...(unshown ? { transform: [{ filter: "!(datum.value <= 0)" }] } : {}),
        mark: { type: "line", strokeJoin: "round" },
        encoding: {
          x: timeX(),
          y: {
            field: "value",
            type: "quantitative",
            title: null,
            scale: {
              type: kind,
              domain: { expr: "[low, high]" },
              nice: false,
              ...(kind === "log" ? {} : { zero: false }),
            },
            axis: {
              format: chart.format === "percent" ? ".0%" : ",~r",
              tickCount: 6,
              values: { expr: "ticks" },
            },
          },
          ...keyed(chart.lines),
          opacity: FOCUS_OPACITY,
        },
      },
      ...levelLayers(chart, scale),
      ...marginLabels(chart, scale),
      CROSSHAIR,
    ],
  };
}

/** The drawable part of a figure of lines. */
export function lineChart(
  chart: LineChart,
): Pick<Figure, "axis" | "spec" | "data" | "hover"> & { readonly linear?: Figure["spec"] } {
  const rows = bandRows(chart);
  const whole = Object.fromEntries(chart.lines.map(({ key, values }) => [key, values]));
  const lines = drawnLines(chart.dates, whole);
  const drawn: LineChart = {
    ...chart,
    lines: chart.lines.map((line) => ({ ...line, values: lines.lines[line.key] ?? [] })),
  };
  const data: Record<string, Dataset> = { [chart.data]: lines };
  if (rows.length > 0) data[`${chart.data}-band`] = rows;
  const hover: Hover = {
    data: chart.data,
    lines: chart.lines.map(({ key, title, style }) => ({ key, title, color: style.color })),
    format: chart.format ?? "number",
  };
  const axis = `Vertical axis: ${chart.unit}`;
  const spec = specification(drawn, chart.scale, rows);
  if (chart.scale === "linear" || !chart.switchable) return { axis, spec, data, hover };
  return { axis, spec, linear: specification(drawn, "linear", rows), data, hover };
}
