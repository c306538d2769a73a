import { type Day, formatDay } from "../../series/day.ts";
import { knownRows } from "../../series/known-rows.ts";
import { lowerBound } from "../../series/lower-bound.ts";
import type { Series, SeriesKind } from "../../series/series.ts";
import { type Fault, figure } from "./fault.ts";
import { span } from "./figures.ts";

/** Kinds whose level means something: indices are set to another base, and totals begin anywhere. */
const WITH_LEVEL: readonly SeriesKind[] = ["price", "yield", "rate", "amount"];
/** A factor that no hour of a quote and no mean over a month explains. */
const LEAST_FACTOR = 1.5;
const LEAST_MONTHS = 12;
/** Days that a figure may be older than the shipped one that it is held against. */
const OLD = 10;

/**
 * Figures of another unit than the shipped ones of the same series, which are of one unit by the catalog:
 * off by a factor above 1.5 in more than half of the months that both have. What is not above zero is
 * not compared.
 */
export function levelFaults(series: Series, shipped: Series): Fault[] {
  if (!WITH_LEVEL.includes(series.kind)) return [];
  const pairs = pairsOf(series, shipped);
  const off = pairs.filter(({ ratio }) => Math.abs(Math.log(ratio)) > Math.log(LEAST_FACTOR));
  const [first] = off;
  if (pairs.length < LEAST_MONTHS || 2 * off.length <= pairs.length || first === undefined)
    return [];
  const { day: to } = off[off.length - 1]!;
  const ratios = off.map(({ ratio }) => ratio).sort((a, b) => a - b);
  return [
    {
      series: series.id,
      kind: "disagreement",
      severity: "error",
      from: first.day,
      to,
      value: first.value,
      text:
        `${span(first.day, to)}: counts another unit than the shipped figures: about ` +
        `${figure(ratios[ratios.length >>> 1]!)} times them in ${off.length} of ${pairs.length} months; ` +
        `the first: ${figure(first.value)} for ${figure(first.value / first.ratio)} on ${formatDay(first.day)}`,
      remedy: `bring figures in ${series.unit}, or multiply them to it; a split since then reads the same`,
    },
  ];
}

interface Pair {
  readonly day: Day;
  readonly value: number;
  /** The value by the shipped one. */
  readonly ratio: number;
}

/** The last value until the day of each shipped one. */
function pairsOf(series: Series, shipped: Series): Pair[] {
  const own = knownRows(series);
  const other = knownRows(shipped);
  const pairs: Pair[] = [];
  for (let row = 0; row < other.days.length; row += 1) {
    const day = other.days[row]!;
    const at = lowerBound(own.days, day + 1) - 1;
    if (at < 0 || day - own.days[at]! > OLD) continue;
    const [value, level] = [own.values[at]!, other.values[row]!];
    if (value > 0 && level > 0 && Number.isFinite(value))
      pairs.push({ day, value, ratio: value / level });
  }
  return pairs;
}
