import { checkId, checkKeys, checkUnique } from "../input/check.ts";
import { InputError } from "../input/input-error.ts";
import { type Calendar, rowOfBoundary } from "../market/calendar.ts";
import { type Day, formatDay, parseDay } from "../series/day.ts";
import { type Afterwards, afterwards } from "./afterwards.ts";

/** Phases dated by hand, one after another: they describe, and nothing may be decided or tested on them. */
export interface Phases extends Afterwards {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly note: string;
  readonly start: Day;
  readonly phases: readonly {
    readonly id: string;
    readonly title: string;
    readonly until: Day | null;
  }[];
}

export interface PhasesSpec {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly note: string;
  readonly start: string;
  /** In order of time, each beginning where the one before ends; the last may be open (`until: null`). */
  readonly phases: readonly {
    readonly id: string;
    readonly title: string;
    readonly until: string | null;
  }[];
}

/** A contiguous stretch of returns under one label: those after row `from` up to row `to`. */
export interface Spell {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** Phases dated by hand, checked. */
export function phases(spec: PhasesSpec): Phases {
  const id = checkId("phases", spec.id);
  checkKeys(`phases ${id}`, spec, ["id", "title", "question", "note", "start", "phases"]);
  checkUnique(
    `phases ${id}`,
    spec.phases.map((phase) => checkId(`phases ${id}`, phase.id)),
  );
  const start = parseDay(spec.start, `phases ${id}: start`);
  const dated = spec.phases.map((phase) => ({
    ...phase,
    until: phase.until === null ? null : parseDay(phase.until, `phases ${id}: ${phase.id}`),
  }));
  let before = start;
  for (const [index, { id: label, until }] of dated.entries()) {
    if (until === null && index < dated.length - 1)
      throw new InputError(`phases ${id}: ${label} is open, but is not the last; date its end`);
    if (until !== null && until <= before)
      throw new InputError(
        `phases ${id}: ${label} ends on ${formatDay(until)}, not after ${formatDay(before)}; write phases in order of time`,
      );
    before = until ?? before;
  }
  return afterwards({ ...spec, id, start, phases: dated }, "its phases were dated by hand");
}

/**
 * The spells of the phases on the rows of a run, counted from its base row; phases outside it are left
 * out. A boundary belongs to the phase that it ends; on monthly data it is the row of its month.
 */
export function spellsOf(definition: Phases, calendar: Calendar): Spell[] {
  const { frequency, days, first, last } = calendar;
  const clip = (day: Day) =>
    Math.min(Math.max(rowOfBoundary(frequency, days, day), first), last) - first;
  const spells: Spell[] = [];
  let from = clip(definition.start);
  for (const { id, until } of definition.phases) {
    const to = until === null ? last - first : clip(until);
    if (to > from) spells.push({ label: id, from, to });
    from = Math.max(from, to);
  }
  return spells;
}

/** How often each label was followed by each label from one period to the next. */
export function transitionsOf(
  labels: readonly string[],
  spells: readonly Spell[],
): Record<string, Record<string, number>> {
  const counts = Object.fromEntries(
    labels.map((from) => [from, Object.fromEntries(labels.map((to) => [to, 0]))]),
  );
  for (const [index, spell] of spells.entries()) {
    counts[spell.label]![spell.label]! += spell.to - spell.from - 1;
    const next = spells[index + 1];
    if (next !== undefined && next.from === spell.to) counts[spell.label]![next.label]! += 1;
  }
  return counts;
}
