import { InputError } from "../input/input-error.ts";
import { unknownName } from "../input/nearest.ts";
import { remembered } from "../series/remembered.ts";
import type { Column, Series } from "../series/series.ts";
import type { Calendar } from "./calendar.ts";
import { type Figures, figuresOnRows, publicationsOf } from "./publications.ts";
import { asInterpolated, asKnown, asMeasured, type Sampled } from "./sample.ts";
import type { KnownColumns } from "./view.ts";

/** Several series aligned on one calendar. Rows before `calendar.first` are look-back for views. */
export interface Panel extends KnownColumns {
  readonly calendar: Calendar;
  /** As measured afterwards: the value of the row's own period. */
  measured(id: string): Column;
  /** 1 where the value is of that very row. */
  fresh(id: string): ArrayLike<number>;
  /**
   * As it stood published on each row. A formula over prices is computed row by row from what is known of each,
   * so that no leg is staler than it is by itself; one over figures of the same periods, or that looks back, from
   * figures of the same day, as it was published.
   */
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
  const rows = { days: calendar.days, maxStale: maxStale[calendar.frequency] };
  const known = remembered((id: string): Column => {
    const byRow = rowByRow(id);
    if (byRow === null) return asKnown(publicationsOf(series(id), rows), calendar.days);
    const columns = Object.fromEntries(series(id).inputs.map((input) => [input, known(input)]));
    return byRow(columns, calendar.days.length);
  });
  /** How a formula of prices is computed from what is known of each; null for what was published as it is. */
  const rowByRow = (id: string) => {
    const { byRow, period, inputs, lag } = series(id);
    if (byRow === undefined || period !== undefined) return null;
    return inputs.some((input) => series(input).lag >= lag) ? byRow : null;
  };
  const publications = remembered(
    (id: string): Figures =>
      rowByRow(id) === null
        ? publicationsOf(series(id), rows)
        : figuresOnRows(calendar.days, known(id)),
  );
  return {
    calendar,
    ids: [...byId.keys()],
    days: calendar.days,
    series,
    measured: (id) => sampled(id).values,
    fresh: (id) => sampled(id).fresh,
    known,
    publications,
    refused: (id) => series(id).hindsight,
  };
}
