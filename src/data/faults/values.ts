import { formatDay } from "../../series/day.ts";
import type { SeriesKind } from "../../series/series.ts";
import { type Fault, figure } from "./fault.ts";
import type { Known } from "./figures.ts";

const ALWAYS_POSITIVE: readonly SeriesKind[] = ["price", "total", "index"];

/** Numbers that are not finite, or that a price or an index cannot have; a series without any number. */
export function valueFaults({ series, days, values }: Known): Fault[] {
  const { id, kind } = series;
  if (days.length === 0) {
    const remedy = "give it figures, or take it out of the catalog";
    const empty = { from: series.days[0] ?? 0, to: series.days[series.days.length - 1] ?? 0 };
    return [
      { series: id, kind: "value", severity: "error", ...empty, text: "no value is known", remedy },
    ];
  }
  const faults: Fault[] = [];
  const fault = (row: number, text: string, remedy: string) =>
    faults.push({
      series: id,
      kind: "value",
      severity: "error",
      from: days[row]!,
      to: days[row]!,
      value: values[row]!,
      text: `${formatDay(days[row]!)}: ${text}`,
      remedy,
    });
  for (let row = 0; row < days.length; row += 1) {
    const value = values[row]!;
    if (!Number.isFinite(value))
      fault(row, `${value} is not a finite number`, "leave the cell blank where nothing is known");
    else if (value <= 0 && ALWAYS_POSITIVE.includes(kind))
      fault(
        row,
        `${figure(value)}, which no ${kind === "price" ? "price" : "index"} can be`,
        "correct the file, leave the cell blank, or declare the value as expected in the catalog",
      );
  }
  return faults;
}
