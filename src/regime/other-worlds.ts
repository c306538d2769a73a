import { countBy } from "../market/publications.ts";
import { type KnownColumns, viewAt } from "../market/view.ts";
import { remembered } from "../series/remembered.ts";
import type { Column } from "../series/series.ts";
import type { CausalPeriods } from "./labelled.ts";
import { askedRows, type CausalRegime } from "./rule.ts";

/** Other values in place of known ones: as many, and of the same size. */
type World = (values: readonly number[]) => readonly number[];

/** High where they were low. */
const mirrored: World = (values) => {
  const [low, high] = values.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
  return values.map((value) => low + high - value);
};

/** The last first. */
const reversed: World = (values) => [...values].reverse();

/** What a rule did where it read other values: gave other labels, the same ones, or gave up and showed none. */
export type Following = "follows" | "same labels" | "gives up";

/**
 * Whether the labels of a rule follow from what it reads. The rule is asked again where every series that
 * it reads has its values mirrored around their middle, and where they come in reverse order; days,
 * publications and gaps stay. One label that differs is enough. A rule that says the same in both worlds has
 * its dates from elsewhere: typed into it, or read off the day alone; one that throws on other values has shown
 * nothing. That a rule reads one figure and ends on typed dates for some of its years is not found out by this.
 */
export function followsItsReads(
  rule: CausalRegime,
  columns: KnownColumns,
  states: CausalPeriods,
  first: number,
  last: number,
): Following {
  const asked = askedRows(columns.days, first, last);
  let gaveUp = false;
  for (const world of [mirrored, reversed]) {
    const other = inWorld(columns, last, world);
    for (const row of asked) {
      const label = labelIn(rule, other, row);
      if (label === GAVE_UP) gaveUp = true;
      else if (label !== states.labels[states.of[row - first]!]) return "follows";
    }
  }
  return gaveUp ? "gives up" : "same labels";
}

export const GAVE_UP = Symbol("gave up");

/** The label of a rule at a row of other values, or that it threw. */
export function labelIn(
  rule: CausalRegime,
  columns: KnownColumns,
  row: number,
): string | undefined | typeof GAVE_UP {
  try {
    return rule.at(viewAt(columns, row, `regime ${rule.id}`));
  } catch {
    return GAVE_UP;
  }
}

/** Columns up to a row with other values. */
function inWorld(columns: KnownColumns, last: number, world: World): KnownColumns {
  return {
    ids: columns.ids,
    days: columns.days,
    known: remembered((id) => changed(columns.known(id), last + 1, world)),
    publications: remembered((id) => {
      const own = columns.publications(id);
      const count = countBy(own.published, columns.days[last]!);
      return { ...own, values: changed(own.values, count, world) };
    }),
  };
}

/** The first values of a column changed, those that are missing left missing. */
function changed(column: Column, count: number, world: World): Float64Array {
  const rows = Array.from({ length: count }, (_, row) => row).filter(
    (row) => !Number.isNaN(column[row]!),
  );
  const values = world(rows.map((row) => column[row]!));
  const out = new Float64Array(column.length).fill(Number.NaN);
  for (const [i, row] of rows.entries()) out[row] = values[i]!;
  return out;
}
