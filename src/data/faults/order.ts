import { formatDay } from "../../series/day.ts";
import type { Series } from "../../series/series.ts";
import type { Fault } from "./fault.ts";

/** Rows whose day does not come after the one before it. */
export function orderFaults({ id, days }: Series): Fault[] {
  const faults: Fault[] = [];
  for (let row = 1; row < days.length; row += 1) {
    const [before, day] = [days[row - 1]!, days[row]!];
    if (day > before) continue;
    faults.push({
      series: id,
      kind: "order",
      severity: "error",
      from: day,
      to: day,
      text:
        day === before
          ? `${formatDay(day)} stands twice`
          : `${formatDay(day)} stands after ${formatDay(before)}`,
      remedy: "give each day once, in ascending order",
    });
  }
  return faults;
}
