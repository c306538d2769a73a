import { InputError } from "../input/input-error.ts";
import type { Panel } from "../market/panel.ts";
import { formatDay } from "../series/day.ts";

/** A rate above this is not a fraction a year: no currency of these figures ever paid 100 %. */
const MOST_RATE = 1;

/**
 * The rate a year at which each period of a run accrues: at row t the one that was known at t - 1, and
 * nothing on the base row. `place` names the rate in errors.
 * @throws InputError where it is not known, or looks like percent
 */
export function ratesKnown(panel: Panel, id: string, place: string): Float64Array {
  const { first, last, days } = panel.calendar;
  const known = panel.known(id);
  const rates = new Float64Array(last - first + 1);
  for (let t = 1; t < rates.length; t++) {
    const before = first + t - 1;
    const rate = known[before]!;
    const on = formatDay(days[before]!);
    if (Math.abs(rate) > MOST_RATE)
      throw new InputError(
        `${place} "${id}" is ${rate} on ${on}; that looks like percent, give a series in fractions a year`,
      );
    if (Number.isNaN(rate))
      throw new InputError(
        `${place} "${id}" is not known on ${on}; complete its figures, or start the study later`,
      );
    rates[t] = rate;
  }
  return rates;
}
