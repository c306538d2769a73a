import { formatDay } from "../../series/day.ts";
import type { Series } from "../../series/series.ts";
import { sharedDays } from "../../series/shared-days.ts";
import type { Fault } from "./fault.ts";

/** A fall of the ratio that rounding and the hour of two quotes do not explain. */
const LEAST_FALL = 0.005;

/**
 * Days on which a price with its income falls behind the price alone. Income is never negative, so the
 * ratio of the two only grows; where it falls back, rows of another download were appended to an older
 * one, whose adjusted levels end at the price of its own last day.
 */
export function adjustmentFaults(price: Series, byId: ReadonlyMap<string, Series>): Fault[] {
  const total = price.withIncome == null ? undefined : byId.get(price.withIncome);
  if (total === undefined) return [];
  const { days, columns } = sharedDays([total, price]);
  const [levels, prices] = columns;
  const faults: Fault[] = [];
  for (let row = 1; row < days.length; row += 1) {
    const change = Math.log(
      levels![row]! / levels![row - 1]! / (prices![row]! / prices![row - 1]!),
    );
    if (!(change < -LEAST_FALL)) continue;
    const isBack =
      Math.log(levels![row + 1]! / levels![row - 1]! / (prices![row + 1]! / prices![row - 1]!)) >
      -LEAST_FALL;
    if (isBack) continue;
    faults.push({
      series: total.id,
      kind: "adjustment",
      severity: "warning",
      from: days[row]!,
      to: days[row]!,
      text:
        `${formatDay(days[row]!)}: loses ${(-100 * Math.expm1(change)).toFixed(2)} % more than ` +
        `${price.id}, the same without income, and does not take it back`,
      remedy:
        "fetch the whole series anew: adjusted levels of two downloads do not join; or declare it as expected in the catalog",
    });
  }
  return faults;
}
