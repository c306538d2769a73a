import { formatDay } from "../../series/day.ts";
import type { Series } from "../../series/series.ts";
import { type Fault, figure } from "./fault.ts";
import type { Figures } from "./figures.ts";
import { isSparse } from "./gaps.ts";

/** Days by which a series may end before the calendar does, beside its period and its lag. */
const LATE = 92;
const PERIOD = { month: 31, quarter: 92 } as const;

/** A series that ended long before the master calendar, more than its lag can explain. */
export function endFaults(figures: Figures, master: Series): Fault[] {
  const { series, days, values } = figures;
  const last = days[days.length - 1];
  const end = master.days[master.days.length - 1];
  if (isSparse(figures) || last === undefined || end === undefined) return [];
  const period = series.period === undefined ? 0 : PERIOD[series.period];
  if (end - last <= LATE + period + series.lag) return [];
  return [
    {
      series: series.id,
      kind: "end",
      severity: "warning",
      from: last,
      to: end,
      value: values[values.length - 1]!,
      text:
        `ends on ${formatDay(last)} at ${figure(values[values.length - 1]!)}, ` +
        `${end - last} days before the calendar does (${formatDay(end)})`,
      remedy: "bring it up to date, or declare its end as expected in the catalog",
    },
  ];
}
