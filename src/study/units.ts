import { ratesKnown } from "../backtest/rates-known.ts";
import type { Clock } from "../backtest/world-of.ts";
import { InputError } from "../input/input-error.ts";
import { type Numeraire, risklessIn, wealthIn } from "../market/numeraire.ts";
import type { Panel } from "../market/panel.ts";
import { type Sample, sampleOf } from "../measure/sample.ts";
import { columnBy } from "../series/column-by.ts";
import { type Day, formatDay } from "../series/day.ts";

/** A numeraire on the rows of a run. */
export interface Unit {
  readonly numeraire: Numeraire;
  /** Price in the currency of the books by row; null for that currency itself. */
  readonly price: Float64Array | null;
  /** Riskless return of each period in the unit. */
  readonly riskless: Float64Array;
}

/** The numeraires of a study on its rows. @throws InputError where a price is not known on a row. */
export function unitsOf(panel: Panel, numeraires: readonly Numeraire[], clock: Clock): Unit[] {
  const { first, last, days } = panel.calendar;
  const bills = Float64Array.from(
    { length: last - first },
    (_, t) => clock.rate[t + 1]! * clock.years[t + 1]!,
  );
  const years = columnBy(last - first, (t) => clock.years[t + 1]!);
  return numeraires.map((numeraire) => {
    const rates = ratesOf(panel, numeraire);
    if (numeraire.series === null)
      return { numeraire, price: null, riskless: risklessIn(numeraire, bills, null, years, rates) };
    const column = panel.measured(numeraire.series);
    const price = columnBy(last - first + 1, (t) => column[first + t]!);
    const bad = price.findIndex((value) => !(value > 0));
    if (bad >= 0)
      throw new InputError(noPrice(numeraire, price, bad, formatDay(days[first + bad]!)));
    return { numeraire, price, riskless: risklessIn(numeraire, bills, price, years, rates) };
  });
}

/** The unit's own riskless rate a year by period, where it is a series; null where it is none. */
function ratesOf(panel: Panel, { id, riskless }: Numeraire): Float64Array | null {
  return typeof riskless === "object"
    ? ratesKnown(panel, riskless.rate, `numeraire ${id}: riskless rate`).subarray(1)
    : null;
}

function noPrice({ id, series }: Numeraire, price: Float64Array, row: number, day: string): string {
  const place = `numeraire ${id}: "${series}"`;
  if (!Number.isNaN(price[row]!))
    return `${place} is ${price[row]} on ${day}; a unit needs a price above zero on every row`;
  const isLate = price.some((value) => value > 0) && price.slice(0, row + 1).every(Number.isNaN);
  const remedy = isLate
    ? "start the study later, or leave out this unit"
    : "a unit needs a price on every row";
  return `${place} is not known on ${day}; ${remedy}`;
}

/**
 * What the statistics of a wealth series in a unit are computed from: rows 0 to `end`. A debt that a ruin
 * left is no wealth: the last return is -100 %.
 */
export function sampleIn(
  unit: Unit,
  wealth: ArrayLike<number>,
  days: readonly Day[],
  end: number,
  perYear: number,
): Sample {
  const rows = columnBy(end + 1, (row) => wealth[row]!);
  rows[end] = Math.max(0, rows[end]!);
  return sampleOf(
    wealthIn(rows, unit.price),
    days.slice(0, end + 1),
    unit.riskless.subarray(0, end),
    perYear,
  );
}
