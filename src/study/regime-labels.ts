import type { Panel } from "../market/panel.ts";
import { type Hindsight, labelledAfterwards } from "../regime/hindsight.ts";
import { type CausalPeriods, type Label, type Labelled, spellsIn } from "../regime/labelled.ts";
import { monthEndRows } from "../regime/month-ends.ts";
import { type Phases, type Spell, spellsOf } from "../regime/phases.ts";
import { type CausalRegime, statesOf } from "../regime/rule.ts";
import type { Day } from "../series/day.ts";
import { logChanges } from "../series/log-changes.ts";
import type { Column } from "../series/series.ts";
import type { Measured } from "./measured.ts";

/** Anything that a study can be split by. */
export type Regime = Phases | Hindsight | CausalRegime;

/** A regime with its labels on the periods of a run. */
export interface RegimeRun {
  readonly definition: Regime;
  /** The labels that occur. */
  readonly labels: readonly Label[];
  readonly spells: readonly Spell[];
  /** By period, among the labels that occur. */
  readonly periods: Labelled;
  /** Null for labels known only afterwards. */
  readonly states: CausalPeriods | null;
  readonly because: string | null;
}

export function isPhases(regime: Regime): regime is Phases {
  return "phases" in regime;
}

/** The series that a regime reads. */
export function readBy(regime: Regime): readonly string[] {
  return isPhases(regime) ? [] : regime.reads;
}

/** The labels of a regime on the periods of a run. */
export function labelsOn(definition: Regime, panel: Panel): RegimeRun {
  if (isPhases(definition))
    return run(definition, definition.phases, spellsOf(definition, panel.calendar), panel, {
      states: null,
      because: "its phases were dated by hand",
    });
  if (definition.causal) {
    const states = statesOf(definition, panel);
    return run(definition, definition.labels, spellsIn(states), panel, { states, because: null });
  }
  const spells = spellsIn(labelledAfterwards(definition, panel));
  return run(definition, definition.labels, spells, panel, {
    states: null,
    because: definition.because,
  });
}

function run(
  definition: Regime,
  all: readonly Label[],
  spells: readonly Spell[],
  { calendar }: Panel,
  known: Pick<RegimeRun, "states" | "because">,
): RegimeRun {
  const labels = all
    .filter(({ id }) => spells.some((spell) => spell.label === id))
    .map(({ id, title }) => ({ id, title }));
  const ids = labels.map(({ id }) => id);
  const of = new Int16Array(calendar.last - calendar.first).fill(-1);
  for (const { label, from, to } of spells) of.fill(ids.indexOf(label), from, to);
  return { definition, labels, spells, periods: { id: definition.id, labels: ids, of }, ...known };
}

/** The base row, the rows that end a month, and the last row of a run. */
export function monthRows(days: readonly Day[]): number[] {
  const inside = monthEndRows(days).filter((row) => row > 0 && row < days.length - 1);
  return [0, ...inside, days.length - 1];
}

/** The labels of months: each has that of its first period. */
export function byMonth(of: Int16Array, months: readonly number[]): Int16Array {
  return Int16Array.from({ length: months.length - 1 }, (_, m) => of[months[m]!]!);
}

/** Log returns from each row to the next; NaN where one has no value. */
export function logReturns(values: Column, rows: readonly number[]): Float64Array {
  return logChanges(Float64Array.from(rows, (row) => values[row]!));
}

/** Monthly log returns of a portfolio in the currency of the books; NaN after a ruin. */
export function monthlyReturns({ books }: Measured, months: readonly number[]): Float64Array {
  const returns = logReturns(books.ledger.wealth, months);
  return returns.map((value, m) => (months[m + 1]! > books.end ? Number.NaN : value));
}
