import { InputError } from "../input/input-error.ts";
import type { Panel } from "../market/panel.ts";
import { formatDay } from "../series/day.ts";
import type { Column } from "../series/series.ts";
import type { World } from "./world.ts";

/** Riskless rate and length of each accrual period of a run, shared by all its strategies. */
export interface Clock {
  readonly rate: Column;
  readonly years: Column;
}

/**
 * The accrual clock of a run: the rate known at the row before, and calendar days / 365 on daily data
 * (bond-equivalent yields) or one twelfth of a year on monthly data.
 * @throws InputError where the rate is not known
 */
export function clockOf(panel: Panel, cashRate: string): Clock {
  const { first, last, days, frequency } = panel.calendar;
  const known = panel.known(cashRate);
  const rows = last - first + 1;
  const rate = new Float64Array(rows);
  const years = new Float64Array(rows);
  for (let t = 1; t < rows; t++) {
    const before = first + t - 1;
    rate[t] = known[before]!;
    if (Number.isNaN(rate[t]!))
      throw new InputError(
        `cash rate "${cashRate}" is not known on ${formatDay(days[before]!)}; start the study later`,
      );
    years[t] = frequency === "monthly" ? 1 / 12 : (days[before + 1]! - days[before]!) / 365;
  }
  return { rate, years };
}

/** The rows of a run as the kernel reads them, for the assets of one strategy. */
export function worldOf(panel: Panel, assets: readonly string[], clock: Clock): World {
  const { first, last } = panel.calendar;
  const rows = last - first + 1;
  const prices = new Float64Array(rows * assets.length);
  const fresh = new Uint8Array(rows * assets.length);
  for (const [i, asset] of assets.entries()) {
    const values = panel.measured(asset);
    const ownRow = panel.fresh(asset);
    let mark = 0;
    for (let t = 0, cell = i; t < rows; t++, cell += assets.length) {
      const value = values[first + t]!;
      if (!Number.isNaN(value)) mark = value;
      if (mark < 0 || (mark === 0 && ownRow[first + t] === 1))
        throw new InputError(
          `asset "${asset}" has the price ${mark} on ${formatDay(panel.days[first + t]!)}; only what has a price above zero can be held`,
        );
      prices[cell] = mark;
      fresh[cell] = ownRow[first + t]!;
    }
  }
  return { rows, assets: assets.length, prices, fresh, ...clock };
}
