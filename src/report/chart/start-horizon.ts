import { signedPercent } from "../../series/format.ts";
import type { MapFinding } from "../../study/inference-finding.ts";
import type { Figure, Row } from "../figure.ts";
import { CHART_WIDTH } from "./time-frame.ts";

const HEIGHT = 300;
/** Log growth a year at which the colour changes. */
export const MAP_STEPS = [-0.2, -0.1, -0.05, 0, 0.05, 0.1, 0.2] as const;
const QUARTER = (86_400_000 * 365.25) / 4;

/** Starts that are drawn, one in so many: cells are then wide enough to be seen. */
const DRAWN = 2;
/** What is left free on every side of a cell that was behind, as a share of it. */
const APART = 0.17;

/** One cell a start and horizon, from its start to the next, with what a tooltip says. */
function cells({ starts, horizons, values }: MapFinding): readonly Row[] {
  const times = starts.map((day) => Date.parse(day));
  const step = times.length > 1 ? times[1]! - times[0]! : QUARTER;
  const last = times.length - 1;
  return starts.flatMap((start, row) => {
    if (row % DRAWN !== 0) return [];
    const from = times[row]!;
    const wide = (times[row + DRAWN] ?? times[last]! + (row + DRAWN - last) * step) - from;
    return horizons.flatMap((years, column) => {
      const value = values[row]?.[column] ?? null;
      if (value === null) return [];
      const free = value < 0 ? APART : 0;
      return [
        {
          ...{ t: from + free * wide, end: from + (1 - free) * wide },
          ...{ low: years - 0.5 + free, high: years + 0.5 - free },
          ...{ start, years, value: Number(value.toPrecision(3)) },
          text: signedPercent(Math.expm1(value)),
        },
      ];
    });
  });
}

/** The growth a year over a benchmark by the day of the start and the years held; cells where it was behind stand apart. */
export function startHorizonMap(
  map: MapFinding,
  data: string,
): Pick<Figure, "axis" | "spec" | "data"> {
  const longest = Math.max(1, ...map.horizons);
  const x = {
    field: "t",
    type: "temporal" as const,
    title: null,
    scale: { type: "utc" as const, nice: false as const },
    axis: { grid: false, tickCount: { expr: "ceil(width / 90)" } },
  };
  const y = {
    field: "low",
    type: "quantitative" as const,
    title: null,
    scale: { domain: [0.5, longest + 0.5], nice: false as const, zero: false },
    axis: { grid: false, tickCount: 7, format: "d" },
  };
  const classes = MAP_STEPS.length + 1;
  return {
    axis: "Vertical axis: years held; horizontal axis: the start",
    spec: {
      width: CHART_WIDTH,
      height: HEIGHT,
      autosize: { type: "fit-x", contains: "padding" },
      padding: { left: 2, right: 12, top: 8, bottom: 4 },
      data: { name: data },
      mark: { type: "rect" },
      encoding: {
        x,
        x2: { field: "end" },
        y,
        y2: { field: "high" },
        color: {
          field: "value",
          type: "quantitative",
          legend: null,
          scale: {
            type: "threshold",
            domain: [...MAP_STEPS],
            range: Array.from({ length: classes }, (_, place) => `var(--map-${place + 1})`),
          },
        },
        tooltip: [
          { field: "start", type: "nominal", title: "Start" },
          { field: "years", type: "nominal", title: "Years" },
          { field: "text", type: "nominal", title: "More a year" },
        ],
      },
    },
    data: { [data]: cells(map) },
  };
}
