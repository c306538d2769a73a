import { columnBy } from "../../series/column-by.ts";
import { formatDay } from "../../series/day.ts";
import type { Part, Series } from "../../series/series.ts";
import { sharedDays } from "../../series/shared-days.ts";
import type { Fault } from "./fault.ts";

/** Days around a join on which the two sources are compared. */
const AROUND = 31;
const LEAST_SHARED = 5;
const LEAST_DEVIATIONS = 6;
const LEAST_STEP = Math.log(1.005);

/**
 * Joins of sources of one thing (no proxies) at a day on which their ratio was out of line with the
 * shared days around it: the joined series carries that difference on as a return that nobody earned.
 */
export function seamFaults(series: Series, byId: ReadonlyMap<string, Series>): Fault[] {
  return series.parts.slice(1).flatMap((part, at) => {
    const before = series.parts[at]!;
    if (part.proxy || before.proxy) return [];
    const [earlier, later] = [before, part].map((one) =>
      one.id === series.id ? until(series, part) : byId.get(one.id),
    );
    if (earlier?.kind !== series.kind || later?.kind !== series.kind) return [];
    return seamFault(series, part, earlier, later) ?? [];
  });
}

function seamFault(series: Series, part: Part, earlier: Series, later: Series): Fault | undefined {
  const { days, columns } = sharedDays([earlier, later]);
  const near: number[] = [];
  let joined = Number.NaN;
  for (let row = 0; row < days.length; row += 1) {
    const ratio = Math.log(columns[1]![row]! / columns[0]![row]!);
    if (days[row] === part.from) joined = ratio;
    else if (Math.abs(days[row]! - part.from) <= AROUND && !Number.isNaN(ratio)) near.push(ratio);
  }
  if (near.length < LEAST_SHARED || Number.isNaN(joined)) return undefined;
  const usual = median(near);
  const deviation = median(near.map((ratio) => Math.abs(ratio - usual)));
  const step = joined - usual;
  if (Math.abs(step) <= Math.max(LEAST_STEP, LEAST_DEVIATIONS * deviation)) return undefined;
  return {
    series: series.id,
    kind: "seam",
    severity: "warning",
    from: part.from,
    to: part.from,
    text:
      `${part.id} takes over on ${formatDay(part.from)}, when its ratio to what went before was ` +
      `${(100 * Math.expm1(step)).toFixed(2)} % off the days around it`,
    remedy: "join them on another day, or declare the seam as expected in the catalog",
  };
}

/** What a series that is carried on by another was until then. */
function until(series: Series, part: Part): Series {
  const rows = Array.from(series.days).filter((day) => day <= part.from).length;
  return {
    ...series,
    days: columnBy(rows, (row) => series.days[row]!),
    values: columnBy(rows, (row) => series.values[row]!),
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >>> 1]!;
}
