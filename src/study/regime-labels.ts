import { InputError } from "../input/input-error.ts";
import type { Panel } from "../market/panel.ts";
import { type Hindsight, labelledAfterwards } from "../regime/hindsight.ts";
import {
  CAUSAL,
  type CausalPeriods,
  type Label,
  type Labelled,
  spellsIn,
} from "../regime/labelled.ts";
import { monthEndRows } from "../regime/month-ends.ts";
import { type Phases, type Spell, spellsOf } from "../regime/phases.ts";
import { type CausalRegime, statesOf } from "../regime/rule.ts";
import { type Day, formatDay } from "../series/day.ts";
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

/**
 * Stops what only looks like a regime: what was not made by the functions that check it.
 * @throws InputError with what it is and what may be written instead.
 */
export function checkRegime(regime: unknown): void {
  const one = regime as { readonly [key: string]: unknown; readonly [CAUSAL]?: unknown } | null;
  if (typeof one !== "object" || one === null)
    throw new InputError(`a regime is ${String(one)}; give one made by ${MAKERS}`);
  const place = `regime ${typeof one.id === "string" ? one.id : "without an id"}`;
  if ("phases" in one) {
    const dated =
      one.causal === false &&
      typeof one.start === "number" &&
      Array.isArray(one.phases) &&
      one.phases.every((phase) => phase?.until === null || typeof phase?.until === "number");
    if (!dated) throw new InputError(`${place}: has phases, but was not made by phases({...})`);
    return;
  }
  const listed = Array.isArray(one.labels) && Array.isArray(one.reads);
  if (one.causal === true) {
    if (one[CAUSAL] === true && listed && typeof one.at === "function") return;
    throw new InputError(
      `${place}: says causal: true, but was not made by regime({...}), which lets a rule read what was known at each close and nothing else; labels that were found afterwards describe, and stay causal: false`,
    );
  }
  const found = one.causal === false && typeof one.label === "function";
  if (!found || !listed || typeof one.because !== "string")
    throw new InputError(`${place}: is no regime that a study can run; give one made by ${MAKERS}`);
}

const MAKERS =
  "regime({...}) or a ready-made rule, by phases({...}), or by hindsight({...}) and its kind";

/** The series that a regime reads. @throws InputError for what is no regime. */
export function readBy(regime: Regime): readonly string[] {
  checkRegime(regime);
  return isPhases(regime) ? [] : regime.reads;
}

/** The labels of a regime on the periods of a run; those of a rule as it said, where it was asked already. */
export function labelsOn(definition: Regime, panel: Panel, said?: CausalPeriods): RegimeRun {
  checkRegime(definition);
  if (isPhases(definition))
    return run(definition, definition.phases, spellsOf(definition, panel.calendar), panel, {
      states: null,
      because: "its phases were dated by hand",
    });
  if (definition.causal) {
    const states = said ?? statesOf(definition, panel);
    return run(definition, definition.labels, spellsIn(states), panel, { states, because: null });
  }
  const spells = spellsIn(labelledAfterwards(definition, panel));
  const labels =
    definition.changes === undefined ? definition.labels : dated(definition.labels, spells, panel);
  return run(definition, labels, spells, panel, { states: null, because: definition.because });
}

/** The labels of segments between changes, named by the months that they cover. */
function dated(
  labels: readonly Label[],
  spells: readonly Spell[],
  { calendar: { days, first } }: Panel,
): readonly Label[] {
  const monthAt = (row: number) => formatDay(days[first + row]!).slice(0, 7);
  return labels.map((label) => {
    const spell = spells.find((one) => one.label === label.id);
    if (spell === undefined) return label;
    const reach = `${monthAt(spell.from)} to ${monthAt(spell.to)}`;
    const title = spells.length === 1 ? "No change found" : label.title;
    return { ...label, title: `${title}, ${reach}` };
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
