import { InputError } from "../input/input-error.ts";
import { type Day, monthsBetweenEnds } from "./day.ts";
import type { Dated } from "./series.ts";

const QUARTER_BILL_DAYS = 91;

/**
 * Bond-equivalent yield of a bill from its bank discount: `365 d / (360 - n d)`, both fractions per
 * year, n the days to maturity. Simple interest on a 365-day year (Stigum and Robinson 1996).
 */
export function bondEquivalentYield(discount: number, billDays = QUARTER_BILL_DAYS): number {
  return (365 * discount) / (360 - billDays * discount);
}

/**
 * Total-return index (100 at its start) of cash that earns the bill rate: between two quotes the rate
 * known at the first accrues simply, over calendar days / 365, or over months / 12 between month-ends. Discounts in percent per year;
 * unknown rows are left out. A negative rate is used as it is.
 */
export function billIndex(id: string, discounts: Dated): Dated {
  const rows: number[] = [];
  for (let row = 0; row < discounts.days.length; row += 1)
    if (!Number.isNaN(discounts.values[row]!)) rows.push(row);
  if (rows.length === 0)
    throw new InputError(`${id}: no bill rate is known; give its source figures`);
  const days = Float64Array.from(rows, (row) => discounts.days[row]!);
  const values = new Float64Array(rows.length);
  values[0] = 100;
  for (let row = 1; row < rows.length; row += 1) {
    const rate = bondEquivalentYield(discounts.values[rows[row - 1]!]! / 100);
    values[row] = values[row - 1]! * (1 + rate * billYears(days[row - 1]!, days[row]!));
  }
  return { days, values };
}

function billYears(from: Day, to: Day): number {
  const months = monthsBetweenEnds(from, to);
  return months === undefined ? (to - from) / 365 : months / 12;
}
