import { type Fault, figure } from "./fault.ts";
import { type Figures, type Rhythm, span } from "./figures.ts";
import { isSparse } from "./gaps.ts";

/** Rows on either side of a run that tell how often this series repeats a value. */
const AROUND: Readonly<Record<Rhythm, number>> = {
  day: 250,
  week: 52,
  month: 24,
  quarter: 12,
  none: 0,
};
/** A series that never repeats a value is taken to do so on this share of its rows. */
const LEAST_SHARE = 0.05;
/** A run is a fault where it is less likely than this to begin on a row. */
const LIKELY = 1e-6;

const remedy =
  "leave cells blank where nothing was quoted, or declare the run as expected in the catalog";

/**
 * Runs of one value that are too long for how often the series repeats a value in the rows around
 * them: `p^(repeats) < 1e-6`, p the share of rows there that repeat the one before. A pegged price
 * repeats itself all the time and is let be; so are rates, which are set for months, and yields of zero.
 */
export function staleFaults(figures: Figures): Fault[] {
  const { series, days, values, rhythm } = figures;
  if (isSparse(figures) || series.kind === "rate") return [];
  const around = AROUND[rhythm];
  const faults: Fault[] = [];
  let first = 0;
  for (let row = 1; row <= values.length; row += 1) {
    if (row < values.length && values[row] === values[first]) continue;
    const repeats = row - 1 - first;
    const isFloor = series.kind === "yield" && values[first] === 0;
    const isLong = () => repeats >= shortestFault(share(values, first, row, around));
    if (repeats >= shortestFault(LEAST_SHARE) && !isFloor && isLong())
      faults.push({
        series: series.id,
        kind: "stale",
        severity: "warning",
        from: days[first]!,
        to: days[row - 1]!,
        value: values[first]!,
        text: `${span(days[first]!, days[row - 1]!)}: ${figure(values[first]!)} on ${repeats + 1} rows`,
        remedy,
      });
    first = row;
  }
  return faults;
}

function shortestFault(share: number): number {
  return share >= 1 ? Number.POSITIVE_INFINITY : Math.log(LIKELY) / Math.log(share);
}

/** The share of rows around a run, outside it, that repeat the one before them. */
function share(values: Float64Array, first: number, end: number, around: number): number {
  let repeated = 0;
  let judged = 0;
  for (
    let row = Math.max(1, first - around);
    row < Math.min(values.length, end + around);
    row += 1
  ) {
    if (row > first && row <= end) continue;
    judged += 1;
    if (values[row] === values[row - 1]) repeated += 1;
  }
  return judged === 0 ? 1 : Math.max(LEAST_SHARE, repeated / judged);
}
