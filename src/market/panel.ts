import { InputError } from "../input/input-error.ts";
import { unknownName } from "../input/nearest.ts";
import { remembered } from "../series/remembered.ts";
import type { Column, Series } from "../series/series.ts";
import type { Calendar } from "./calendar.ts";
import { publicationsOf } from "./publications.ts";
import { asInterpolated, asKnown, asMeasured, type Sampled } from "./sample.ts";
import type { KnownColumns } from "./view.ts";

/** Several series aligned on one calendar. Rows before `calendar.first` are look-back for views. */
export interface Panel extends KnownColumns {
  readonly calendar: Calendar;
  /** As measured afterwards: the value of the row's own period. */
  measured(id: string): Column;
  /** 1 where the value is of that very row. */
  fresh(id: string): ArrayLike<number>;
  /** As it stood published on each row. */
  known(id: string): Column;
  series(id: string): Series;
}

/** Rows for which the last price of a series stands in for a missing one, by frequency. */
const maxStale = { monthly: 0, daily: 5 } as const;

/** Aligns series on a calendar. Columns are made when first asked for, and shared afterwards. */
export function openPanel(calendar: Calendar, all: readonly Series[]): Panel {
  const byId = new Map(all.map((series) => [series.id, series]));
  const series = (id: string): Series => {
    const found = byId.get(id);
    if (found === undefined) throw new InputError(unknownName("series", id, byId.keys()));
    return found;
  };
  const sampled = remembered((id: string): Sampled => sample(series(id)));
  const sample = (one: Series): Sampled => {
    if (calendar.frequency === "monthly") return asMeasured(one, calendar.days, maxStale.monthly);
    if (one.period !== undefined) return asInterpolated(one, calendar.days, one.period);
    return one.byRow === undefined
      ? asMeasured(one, calendar.days, maxStale.daily)
      : evaluated(one.inputs, one.byRow);
  };
  const evaluated = (inputs: readonly string[], byRow: NonNullable<Series["byRow"]>): Sampled => {
    const columns = Object.fromEntries(inputs.map((id) => [id, sampled(id).values]));
    const fresh = Uint8Array.from(calendar.days, (_, row) =>
      inputs.every((id) => sampled(id).fresh[row] === 1) ? 1 : 0,
    );
    return { values: byRow(columns, calendar.days.length), fresh };
  };
  const publications = remembered((id: string) => publicationsOf(series(id)));
  return {
    calendar,
    ids: [...byId.keys()],
    days: calendar.days,
    series,
    measured: (id) => sampled(id).values,
    fresh: (id) => sampled(id).fresh,
    known: remembered((id) => asKnown(publications(id), calendar.days)),
    publications,
  };
}
