import { InputError } from "../input/input-error.ts";
import { monthOf } from "./day.ts";
import type { Dated, Series } from "./series.ts";
import { sharedDays } from "./shared-days.ts";

/** A series in a basket with its share of it (a fraction; shares sum to 1). */
export interface Member {
  readonly series: Series;
  readonly weight: number;
}

/**
 * Index (100 at its first day) of a basket whose weights are set anew at the last close of each month
 * and drift in between, without cost. Rows are the days on which all members are known.
 */
export function basketIndex(id: string, members: readonly Member[]): Dated {
  const { days, columns } = sharedDays(members.map(({ series }) => series));
  if (days.length === 0)
    throw new InputError(`${id}: its members share no day; choose series that overlap`);
  const values = new Float64Array(days.length);
  values[0] = 100;
  let reset = 0;
  for (let row = 1; row < days.length; row += 1) {
    let growth = 0;
    for (let at = 0; at < members.length; at += 1)
      growth += (members[at]!.weight * columns[at]![row]!) / columns[at]![reset]!;
    values[row] = values[reset]! * growth;
    const isLastOfMonth = row + 1 < days.length && monthOf(days[row + 1]!) !== monthOf(days[row]!);
    if (isLastOfMonth) reset = row;
  }
  return { days, values };
}
