import { countBy, type Figures } from "../market/publications.ts";
import type { KnownColumns } from "../market/view.ts";
import type { CausalPeriods } from "../regime/labelled.ts";
import { GAVE_UP, labelIn } from "../regime/other-worlds.ts";
import { askedRows, type CausalRegime } from "../regime/rule.ts";
import { remembered } from "../series/remembered.ts";
import type { Column } from "../series/series.ts";
import { type Uniform, uniformOf } from "./random.ts";

/** Seeds of the two worlds: of the test and not of a run, so that no choice of a seed lets a rule through. */
const SEEDS = [1, 2] as const;

/**
 * The chance that labels agree as much as they do with those that the same rule gives where everything it reads
 * walks at random: two worlds, drawn independently, in which each series starts where it did and takes its own
 * changes in an order drawn at random. A rule that follows what it reads says in each world what that world led
 * it to, so that agreement of the three is chance; one with dates of its own repeats them in all three.
 *
 * Agreement is counted over the rows on which the rule is asked and has a label in all three, over the three
 * pairs; it is compared with that of all shifts of both worlds around the circle, which keep the spells as they
 * are: `p` is the share of the pairs of shifts that agree as much. A row on which the rule throws counts for
 * agreement: it has shown nothing else.
 */
export function chanceOfAgreement(
  rule: CausalRegime,
  columns: KnownColumns,
  states: CausalPeriods,
  first: number,
  last: number,
): number {
  const asked = askedRows(columns.days, first, last);
  const own = asked.map((row) => states.of[row - first]!);
  const worlds = SEEDS.map((seed) => {
    const world = walking(columns, last, seed);
    return asked.map((row, i) => {
      const label = labelIn(rule, world, row);
      if (label === GAVE_UP) return own[i]!;
      return label === undefined ? -1 : states.labels.indexOf(label);
    });
  });
  const all = [own, ...worlds];
  const kept = asked.map((_, i) => i).filter((i) => all.every((labels) => labels[i]! >= 0));
  const [a, b, c] = all.map((labels) => kept.map((i) => labels[i]!));
  return shareOfShifts(a!, b!, c!);
}

/** The share of the pairs of shifts of two rows of labels in which the three agree at least as much as unshifted. */
function shareOfShifts(a: readonly number[], b: readonly number[], c: readonly number[]): number {
  const n = a.length;
  if (n === 0) return 1;
  const [ab, ac, bc] = [agreements(a, b), agreements(a, c), agreements(b, c)];
  const found = ab[0]! + ac[0]! + bc[0]!;
  let asMuch = 0;
  for (let j = 0; j < n; j += 1)
    for (let k = 0; k < n; k += 1) if (ab[j]! + ac[k]! + bc[(k - j + n) % n]! >= found) asMuch += 1;
  return asMuch / (n * n);
}

/** For each shift of the second, the rows on which both are the same. */
function agreements(a: readonly number[], b: readonly number[]): Int32Array {
  const n = a.length;
  const out = new Int32Array(n);
  for (let shift = 0; shift < n; shift += 1)
    for (let i = 0; i < n; i += 1) if (a[i] === b[(i + shift) % n]) out[shift]! += 1;
  return out;
}

/** Columns up to a row in which every series walks at random by its own changes; days and gaps stay. */
function walking(columns: KnownColumns, last: number, seed: number): KnownColumns {
  const { ids, days } = columns;
  const publications = remembered((id: string): Figures => {
    const own = columns.publications(id);
    const count = countBy(own.published, days[last]!);
    const uniform = uniformOf(seed, ids.indexOf(id));
    return { ...own, values: walked(own.values, count, uniform) };
  });
  const known = remembered((id: string): Column => {
    const [own, figures] = [columns.known(id), publications(id)];
    return Float64Array.from({ length: last + 1 }, (_, row) => {
      const at = countBy(figures.published, days[row]!) - 1;
      return at < 0 || Number.isNaN(own[row]!) ? Number.NaN : figures.values[at]!;
    });
  });
  return { ids, days, known, publications };
}

/** A walk from the first value by changes drawn from those of the values: of their logarithms where all are positive. */
function walked(values: Column, count: number, uniform: Uniform): Float64Array {
  const own = Float64Array.from({ length: count }, (_, i) => values[i]!);
  const positive = own.every((value) => value > 0);
  const levels = positive ? own.map(Math.log) : own;
  const out = new Float64Array(values.length).fill(Number.NaN);
  let level = levels[0] ?? Number.NaN;
  for (let i = 0; i < count; i += 1) {
    if (i > 0) {
      const drawn = 1 + Math.floor(uniform() * (count - 1));
      level += levels[drawn]! - levels[drawn - 1]!;
    }
    out[i] = positive ? Math.exp(level) : level;
  }
  return out;
}
