import { InputError } from "../input/input-error.ts";
import { type Day, formatDay } from "./day.ts";
import type { Dated, Part, Series } from "./series.ts";

/** A series that takes its turn in a splice; `proxy` where it stands in for something it is not. */
export interface SplicePart {
  readonly series: Series;
  readonly proxy: boolean;
}

interface Rows {
  readonly days: readonly Day[];
  readonly values: readonly number[];
}

/**
 * One series out of several, joined by returns: each part takes over on the first day that it shares
 * with what came before, scaled to the level reached there. On each side of a join the returns are
 * exactly those of the part in force; levels are those of the first part. Unknown rows are left out.
 * @throws InputError where two neighbouring parts share no day.
 */
export function spliceByReturns(
  id: string,
  parts: readonly SplicePart[],
): Dated & { readonly parts: readonly Part[] } {
  let joined: Rows = { days: [], values: [] };
  const inForce: Part[] = [];
  for (const { series, proxy } of parts) {
    const next = knownRows(series);
    const day = inForce.length === 0 ? next.days[0] : firstShared(joined, next);
    if (day === undefined) throw noJoin(id, series.id, joined);
    joined = inForce.length === 0 ? next : join(joined, next, day);
    inForce.push({ id: series.id, from: day, proxy });
  }
  return {
    days: Float64Array.from(joined.days),
    values: Float64Array.from(joined.values),
    parts: inForce,
  };
}

/** The rows of a series from a day on: what remains of a part that must not take over earlier. */
export function since(series: Series, from: Day): Series {
  const first = Array.from(series.days).findIndex((day) => day >= from);
  const tail = (column: ArrayLike<number>) =>
    first < 0 ? new Float64Array(0) : Float64Array.from(column).subarray(first);
  return {
    ...series,
    days: tail(series.days),
    values: tail(series.values),
    ...(series.known === undefined ? {} : { known: tail(series.known) }),
  };
}

function knownRows({ days, values }: Dated): Rows {
  const known: { days: Day[]; values: number[] } = { days: [], values: [] };
  for (let row = 0; row < days.length; row += 1) {
    if (Number.isNaN(values[row]!)) continue;
    known.days.push(days[row]!);
    known.values.push(values[row]!);
  }
  return known;
}

function firstShared(earlier: Rows, later: Rows): Day | undefined {
  const held = new Set(earlier.days);
  return later.days.find((day, row) => held.has(day) && later.values[row] !== 0);
}

function join(earlier: Rows, later: Rows, day: Day): Rows {
  const last = earlier.days.indexOf(day);
  const first = later.days.indexOf(day);
  const factor = earlier.values[last]! / later.values[first]!;
  return {
    days: [...earlier.days.slice(0, last), ...later.days.slice(first)],
    values: [
      ...earlier.values.slice(0, last + 1),
      ...later.values.slice(first + 1).map((value) => value * factor),
    ],
  };
}

function noJoin(id: string, part: string, before: Rows): InputError {
  const end = before.days.at(-1);
  return new InputError(
    end === undefined
      ? `${id}: "${part}" has no known value; a splice begins with a known one`
      : `${id}: "${part}" shares no day with the part before it, which ends on ${formatDay(end)}; ` +
          "a splice needs a common day",
  );
}
