import { type Day, formatDay } from "../../series/day.ts";
import type { Column } from "../../series/series.ts";
import type { Figures } from "../store/figures.ts";

/** How far two figures of a day may part, as a share of them, and be the same. */
const SAME = 1e-6;
/** Where most of what two downloads share parts by more than this, unevenly, they are of different things. */
const OTHER = 0.05;

/** A history that is not what it was. */
export interface Change {
  readonly column: string;
  /** The first day whose figure differs. */
  readonly from: Day;
  readonly before: number;
  readonly now: number;
  /** Days on which it differs. */
  readonly days: number;
}

/** Stored figures and a download in one. */
export interface Merged {
  readonly figures: Figures;
  /** Days that the store had not. */
  readonly added: number;
  /** Stored days that the download lacks, and that stay. */
  readonly kept: number;
  readonly changes: readonly Change[];
}

/**
 * Joins a download to what is stored. Where they agree on the days of both, its other days are added and
 * nothing goes; where they differ, the download takes the place of the whole column, if it has every
 * stored day, for rows of two histories do not join.
 * @returns a clause that says why it is refused, where joining would make the store worse
 */
export function merged(stored: Figures | undefined, got: Figures): Merged | string {
  if (stored === undefined) return { figures: got, added: got.days.length, kept: 0, changes: [] };
  const days = union(stored.days, got.days);
  const columns = new Map<string, Column>();
  const changes: Change[] = [];
  const lackingDays = new Set<Day>();
  for (const name of new Set([...stored.columns.keys(), ...got.columns.keys()])) {
    const old = aligned(stored, name, days);
    const young = aligned(got, name, days);
    const { change, lacking, parting } = compared(name, days, old, young);
    if (got.columns.has(name) && change !== undefined) {
      if (lacking.length > 0)
        return (
          `its history differs from ${formatDay(change.from)} on, and it lacks ${lacking.length} of the stored days, ` +
          `the first ${formatDay(lacking[0]!)}: rows of two histories do not join`
        );
      if (isOther(parting))
        return `it differs on ${change.days} days without any common measure, by ${percentOf(change)} on ${formatDay(change.from)}: it looks like another series`;
      changes.push(change);
    } else if (got.columns.has(name)) for (const day of lacking) lackingDays.add(day);
    columns.set(name, over(young, old));
  }
  const known = new Set<Day>(Array.from(stored.days));
  return {
    figures: { days, columns },
    added: Array.from(got.days).filter((day) => !known.has(day)).length,
    kept: lackingDays.size,
    changes,
  };
}

/** A change in percent of what was there, or in figures where that was zero. */
export function percentOf({ before, now }: Change): string {
  if (before === 0) return `${now}`;
  const percent = 100 * (now / before - 1);
  return `${percent < 0 ? "" : "+"}${Number(percent.toPrecision(3))} %`;
}

function union(one: ArrayLike<Day>, other: ArrayLike<Day>): Float64Array {
  return Float64Array.from(new Set([...Array.from(one), ...Array.from(other)])).sort();
}

/** A column on other days: NaN where it has none of them. */
function aligned({ days, columns }: Figures, name: string, onto: Float64Array): Float64Array {
  const values = new Float64Array(onto.length).fill(Number.NaN);
  const column = columns.get(name);
  if (column === undefined) return values;
  let at = 0;
  for (let row = 0; row < days.length; row += 1) {
    while (onto[at]! < days[row]!) at += 1;
    values[at] = column[row]!;
  }
  return values;
}

function over(young: Float64Array, old: Float64Array): Float64Array {
  return young.map((value, row) => (Number.isNaN(value) ? old[row]! : value));
}

interface Compared {
  readonly change?: Change;
  /** Days that are known in the store and not in the download. */
  readonly lacking: readonly Day[];
  /** Logarithms of the ratio, on days known in both and positive. */
  readonly parting: readonly number[];
}

function compared(
  name: string,
  days: Float64Array,
  old: Float64Array,
  young: Float64Array,
): Compared {
  const lacking: Day[] = [];
  const parting: number[] = [];
  let first = -1;
  let count = 0;
  for (let row = 0; row < days.length; row += 1) {
    const [before, now] = [old[row]!, young[row]!];
    if (Number.isNaN(before)) continue;
    if (Number.isNaN(now)) {
      lacking.push(days[row]!);
      continue;
    }
    if (before > 0 && now > 0) parting.push(Math.log(now / before));
    if (Math.abs(now - before) <= SAME * Math.max(Math.abs(now), Math.abs(before))) continue;
    if (first < 0) first = row;
    count += 1;
  }
  if (first < 0) return { lacking, parting };
  const change: Change = {
    column: name,
    from: days[first]!,
    before: old[first]!,
    now: young[first]!,
    days: count,
  };
  return { change, lacking, parting };
}

/**
 * True where most ratios are far from one and they are not steps: splits and dividends change a history
 * by few ratios, each for a long time, and a change of unit by one.
 */
function isOther(parting: readonly number[]): boolean {
  const far = parting.filter((ratio) => Math.abs(ratio) > Math.log(1 + OTHER)).length;
  if (parting.length < 10 || far <= parting.length / 2) return false;
  let uneven = 0;
  for (let row = 1; row < parting.length; row += 1)
    if (Math.abs(parting[row]! - parting[row - 1]!) > Math.log(1 + OTHER) / 10) uneven += 1;
  return uneven > parting.length / 4;
}
