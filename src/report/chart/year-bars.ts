import { signedPercent } from "../../series/format.ts";
import type { Figure, Row } from "../figure.ts";
import type { LineStyle } from "../palette.ts";
import { CHART_WIDTH } from "./time-frame.ts";

/** Bars of each year standing side by side. */
export interface YearBars {
  readonly data: string;
  readonly bars: readonly {
    readonly key: string;
    readonly title: string;
    readonly style: LineStyle;
    /** Year with a star where it is covered in part, and the return. */
    readonly years: readonly { readonly label: string; readonly value: number }[];
  }[];
}

const HEIGHT = 300;

/**
 * One group a year, one bar a portfolio, upwards for a gain: told apart by their place in the group, which
 * is that of the key, by colour and, the first, by being filled where the others are pale.
 */
export function yearBars({ data, bars }: YearBars): Pick<Figure, "axis" | "spec" | "data"> {
  const labels = [...new Set(bars.flatMap(({ years }) => years.map(({ label }) => label)))].sort();
  const keys = bars.map(({ key }) => key);
  const rows = bars.flatMap(({ key, title, years }): Row[] =>
    years.map(({ label, value }) => ({
      key,
      title,
      year: label,
      value: Number(value.toPrecision(6)),
      text: signedPercent(value),
    })),
  );
  const y = {
    field: "value",
    type: "quantitative" as const,
    title: null,
    axis: { format: ".0%", tickCount: 6 },
    scale: { nice: true },
  };
  return {
    axis: "Vertical axis: return in the calendar year",
    spec: {
      width: CHART_WIDTH,
      height: HEIGHT,
      autosize: { type: "fit-x", contains: "padding" },
      padding: { left: 2, right: 8, top: 8, bottom: 4 },
      params: [{ name: "focus", value: "" }],
      layer: [
        {
          data: { name: data },
          mark: { type: "bar" },
          encoding: {
            x: {
              field: "year",
              type: "ordinal",
              sort: labels,
              title: null,
              scale: { paddingInner: 0.28, paddingOuter: 0.1 },
              axis: {
                domain: false,
                ticks: false,
                labelAngle: 0,
                labelOverlap: true,
                labelSeparation: 6,
              },
            },
            xOffset: { field: "key", type: "nominal", sort: keys },
            y,
            color: {
              field: "key",
              type: "nominal",
              legend: null,
              scale: { domain: keys, range: bars.map(({ style }) => style.color) },
            },
            fillOpacity: {
              condition: { test: `datum.key === ${JSON.stringify(keys[0] ?? "")}`, value: 1 },
              value: 0.55,
            },
            opacity: {
              condition: { test: "focus === '' || datum.key === focus", value: 1 },
              value: 0.14,
            },
            tooltip: [
              { field: "year", type: "nominal", title: "Year" },
              { field: "title", type: "nominal", title: "Of" },
              { field: "text", type: "nominal", title: "Return" },
            ],
          },
        },
        {
          data: { values: [{ value: 0 }] },
          mark: { type: "rule", color: "var(--muted)" },
          encoding: { y },
        },
      ],
    },
    data: { [data]: rows },
  };
}
