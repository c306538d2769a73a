import { formatDay } from "../../series/day.ts";
import type { Series } from "../../series/series.ts";
import { sharedDays } from "../../series/shared-days.ts";
import type { Fault } from "./fault.ts";
import { span } from "./figures.ts";

/** Shared rows by which the usual ratio of two sources is taken: it may drift with income and fees. */
const BLOCK = 125;
const LEAST_SHARED = 20;

/**
 * Days on which a series and another source of the same thing part by more than the catalog allows: their
 * ratio against its median over some months, so that two bases, or a fee, are no disagreement. One fault
 * a stretch of shared days without a break.
 */
export function disagreementFaults(series: Series, byId: ReadonlyMap<string, Series>): Fault[] {
  const other = series.sameAs && byId.get(series.sameAs.id);
  if (series.sameAs === undefined || other === undefined) return [];
  const { within } = series.sameAs;
  const { days, columns } = sharedDays([series, other]);
  if (days.length < LEAST_SHARED) return [];
  const gaps = gapsOf(days.map((_, row) => Math.log(columns[0]![row]! / columns[1]![row]!)));
  const faults: Fault[] = [];
  for (let row = 0; row < days.length; row += 1) {
    if (!(Math.abs(gaps[row]!) > Math.log1p(within))) continue;
    const first = row;
    let widest = row;
    while (Math.abs(gaps[row + 1] ?? 0) > Math.log1p(within)) {
      row += 1;
      if (Math.abs(gaps[row]!) > Math.abs(gaps[widest]!)) widest = row;
    }
    faults.push({
      series: series.id,
      kind: "disagreement",
      severity: "warning",
      from: days[first]!,
      to: days[row]!,
      text:
        `${span(days[first]!, days[row]!)}: up to ${percent(gaps[widest]!)} off ${other.id} ` +
        `(on ${formatDay(days[widest]!)}), another source of the same; ${percent(within)} is allowed`,
      remedy:
        "look at both sources and correct the wrong one, or declare it as expected in the catalog",
    });
  }
  return faults;
}

/** Logarithms of ratios less the median of their block; what is not finite is no gap. */
function gapsOf(ratios: Float64Array): Float64Array {
  const blocks = Math.max(1, Math.floor(ratios.length / BLOCK));
  const gaps = new Float64Array(ratios.length);
  for (let block = 0; block < blocks; block += 1) {
    const from = Math.floor((block * ratios.length) / blocks);
    const to = Math.floor(((block + 1) * ratios.length) / blocks);
    const finite = ratios.subarray(from, to).filter(Number.isFinite).sort();
    const usual = finite[finite.length >>> 1] ?? 0;
    for (let row = from; row < to; row += 1)
      gaps[row] = Number.isFinite(ratios[row]!) ? ratios[row]! - usual : 0;
  }
  return gaps;
}

/** A share, or a log ratio as the share that it is. */
function percent(share: number): string {
  return `${Number((100 * Math.abs(share)).toPrecision(2))} %`;
}
