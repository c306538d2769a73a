import type { Panel } from "../market/panel.ts";
import { type Day, formatDay } from "../series/day.ts";
import type { Column } from "../series/series.ts";
import type { Numbers, Picture } from "./findings.ts";
import type { PictureLine, PictureSpec } from "./study.ts";

/** The lines of a picture on the rows of the run. */
export function pictureOf(panel: Panel, spec: PictureSpec, days: readonly Day[]): Picture {
  const { first } = panel.calendar;
  const rows = (column: Column) => days.map((_, row) => column[first + row]!);
  const line = ({ id, title, of, low, high }: PictureLine): Picture["lines"][number] => {
    const values = rows(panel.measured(of));
    const base = spec.rebased ? values.find((value) => !Number.isNaN(value)) : 1;
    const scaled = (list: readonly number[]): Numbers =>
      list.map((value) => (Number.isNaN(value) || base === undefined ? null : value / base));
    return {
      id,
      title,
      source: panel.series(of).origin,
      dates: days.map(formatDay),
      values: scaled(values),
      ...(low === undefined ? {} : { low: scaled(rows(panel.measured(low))) }),
      ...(high === undefined ? {} : { high: scaled(rows(panel.measured(high))) }),
    };
  };
  return {
    id: spec.id,
    title: spec.title,
    note: spec.note,
    unit: spec.unit,
    scale: spec.scale,
    lines: spec.lines.map(line),
    levels: spec.levels ?? [],
  };
}
