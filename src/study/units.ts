import type { Clock } from "../backtest/world-of.ts";
import { InputError } from "../input/input-error.ts";
import { type Numeraire, risklessIn, wealthIn } from "../market/numeraire.ts";
import type { Panel } from "../market/panel.ts";
import { type Sample, sampleOf } from "../measure/sample.ts";
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
  return numeraires.map((numeraire) => {
    if (numeraire.series === null)
      return { numeraire, price: null, riskless: risklessIn(numeraire, bills, null) };
    const column = panel.measured(numeraire.series);
    const price = Float64Array.from({ length: last - first + 1 }, (_, t) => column[first + t]!);
    const bad = price.findIndex((value) => !(value > 0));
    if (bad >= 0)
      throw new InputError(
        `numeraire ${numeraire.id}: "${numeraire.series}" is ${price[bad]} on ${formatDay(days[first + bad]!)}; a unit needs a price above zero on every row`,
      );
    return { numeraire, price, riskless: risklessIn(numeraire, bills, price) };
  });
}

/** What the statistics of a wealth series in a unit are computed from: rows 0 to `end`. */
export function sampleIn(
  unit: Unit,
  wealth: ArrayLike<number>,
  days: readonly Day[],
  end: number,
  perYear: number,
): Sample {
  const rows = Float64Array.from({ length: end + 1 }, (_, row) => wealth[row]!);
  return sampleOf(
    wealthIn(rows, unit.price),
    days.slice(0, end + 1),
    unit.riskless.subarray(0, end),
    perYear,
  );
}
