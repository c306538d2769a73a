import { percent, signedPercent } from "../../series/format.ts";
import type { Figure, Layer } from "../figure.ts";
import type { LineStyle } from "../palette.ts";
import { spread } from "./spread.ts";
import { CHART_WIDTH } from "./time-frame.ts";

interface Place {
  readonly volatility: number;
  readonly growth: number;
}

/** Arrows from where things stand in one unit to where the same things stand in another. */
export interface RiskReturn {
  readonly arrows: readonly {
    readonly key: string;
    /** Its sign in the plot, such as a number that the key has too. */
    readonly sign: string;
    readonly title: string;
    readonly style: LineStyle;
    readonly from: Place;
    readonly to: Place;
  }[];
  readonly fromTitle: string;
  readonly toTitle: string;
}

const HEIGHT = 430;
const LABEL_GAP = 13;

function domainOf(values: readonly number[]): [number, number] {
  const low = Math.min(0, ...values);
  const high = Math.max(0.01, ...values);
  const air = 0.06 * (high - low);
  return [low < 0 ? low - air : 0, high + air];
}

/** Signs moved apart up and down, as far as those that stand beside each other touch. */
function signs(
  { arrows }: RiskReturn,
  [low, high]: [number, number],
  [left, right]: [number, number],
) {
  const columns = new Map<number, RiskReturn["arrows"][number][]>();
  for (const arrow of arrows) {
    const column = Math.round(((arrow.to.volatility - left) / (right - left)) * 40);
    columns.set(column, [...(columns.get(column) ?? []), arrow]);
  }
  return [...columns.values()].flatMap((column) => {
    const wanted = column.map(({ to }) => ((high - to.growth) / (high - low)) * HEIGHT);
    const places = spread(wanted, LABEL_GAP, 6, HEIGHT - 6);
    return column.map(({ key, sign, to }, row) => ({
      ...{ key, sign, volatility: to.volatility },
      at: Number((high - ((places[row] ?? 0) / HEIGHT) * (high - low)).toPrecision(6)),
    }));
  });
}

/** Growth upwards, volatility to the right: a hollow ring in the first unit, a filled diamond in the second. */
export function riskReturnChart(chart: RiskReturn): Pick<Figure, "axis" | "spec" | "data"> {
  const { arrows, fromTitle, toTitle } = chart;
  const rows = arrows.map(({ key, title, from, to }) => ({
    ...{ key, title, volatility: from.volatility, growth: from.growth },
    ...{ toVolatility: to.volatility, toGrowth: to.growth },
    first: `growth ${signedPercent(from.growth)}, volatility ${percent(from.volatility)}`,
    second: `growth ${signedPercent(to.growth)}, volatility ${percent(to.volatility)}`,
  }));
  const xs = domainOf(arrows.flatMap(({ from, to }) => [from.volatility, to.volatility]));
  const ys = domainOf(arrows.flatMap(({ from, to }) => [from.growth, to.growth]));
  const scaled = (field: string, domain: [number, number]) => ({
    field,
    type: "quantitative" as const,
    title: null,
    scale: { domain, nice: false, zero: false },
    axis: { format: ".0%", tickCount: 6 },
  });
  const x = (field = "volatility") => scaled(field, xs);
  const y = (field = "growth") => scaled(field, ys);
  const color = {
    field: "key",
    type: "nominal" as const,
    legend: null,
    scale: { domain: arrows.map(({ key }) => key), range: arrows.map(({ style }) => style.color) },
  };
  const opacity = {
    condition: { test: "focus === '' || datum.key === focus", value: 1 },
    value: 0.12,
  };
  const tooltip = [
    { field: "title", type: "nominal" as const, title: "Of" },
    { field: "first", type: "nominal" as const, title: fromTitle },
    { field: "second", type: "nominal" as const, title: toTitle },
  ];
  const layers: Layer[] = [
    {
      data: { values: [{ growth: 0 }] },
      mark: { type: "rule", color: "var(--muted)" },
      encoding: { y: y() },
    },
    {
      mark: { type: "rule", strokeWidth: 1.6 },
      encoding: {
        x: x(),
        y: y(),
        x2: { field: "toVolatility" },
        y2: { field: "toGrowth" },
        color,
        opacity,
        tooltip,
      },
    },
    {
      mark: {
        type: "point",
        shape: "circle",
        size: 55,
        filled: true,
        fill: "var(--ground)",
        strokeWidth: 2,
      },
      encoding: { x: x(), y: y(), stroke: color, opacity, tooltip },
    },
    {
      mark: { type: "point", shape: "diamond", size: 95, filled: true },
      encoding: { x: x("toVolatility"), y: y("toGrowth"), color, opacity, tooltip },
    },
    {
      data: { values: signs(chart, ys, xs) },
      mark: {
        type: "text",
        align: "left",
        baseline: "middle",
        dx: 9,
        fontWeight: "bold",
        stroke: "var(--ground)",
        strokeWidth: 4,
        strokeJoin: "round",
      },
      encoding: { x: x(), y: y("at"), text: { field: "sign" }, fill: color, opacity },
    },
  ];
  return {
    axis: "Vertical axis: growth a year; horizontal axis: volatility a year",
    spec: {
      width: CHART_WIDTH,
      height: HEIGHT,
      autosize: { type: "fit-x", contains: "padding" },
      padding: { left: 2, right: 12, top: 8, bottom: 4 },
      params: [{ name: "focus", value: "" }],
      data: { name: "risk-return" },
      layer: layers,
    },
    data: { "risk-return": rows },
  };
}
