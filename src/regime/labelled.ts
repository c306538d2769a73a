import { InputError } from "../input/input-error.ts";
import { unknownName } from "../input/nearest.ts";
import type { Spell } from "./phases.ts";

/** A label of a regime: a word for data, and one for people. */
export interface Label<L extends string = string> {
  readonly id: L;
  readonly title: string;
}

/** A label for each period of a run: index t belongs to the return from row t to row t + 1. */
export interface Labelled {
  /** Id of the regime. */
  readonly id: string;
  readonly labels: readonly string[];
  /** Index of the label of each period; -1 where it has none. */
  readonly of: Int16Array;
}

export const CAUSAL = Symbol.for("assay.causal");

/** Labels that were known when their period began: they may be traded on and tested. */
export interface CausalPeriods extends Labelled {
  readonly [CAUSAL]: true;
  readonly causal: true;
  /** The label at the last close, of the period that is still to come. */
  readonly latest: string | undefined;
}

/** Labels that were known only afterwards: they describe. */
export interface HindsightPeriods extends Labelled {
  readonly causal: false;
  readonly because: string;
}

/** The index of a label; -1 for none. @throws InputError for one that was not declared. */
export function indexOf(
  regime: string,
  labels: readonly string[],
  label: string | undefined,
): number {
  if (label === undefined) return -1;
  const index = labels.indexOf(label);
  if (index < 0) throw new InputError(`${regime}: ${unknownName("label", String(label), labels)}`);
  return index;
}

/** The spells of the labels in order of time; periods without a label belong to none. */
export function spellsIn({ labels, of }: Labelled): Spell[] {
  const spells: Spell[] = [];
  for (let from = 0; from < of.length; ) {
    let to = from + 1;
    while (to < of.length && of[to] === of[from]) to += 1;
    if (of[from]! >= 0) spells.push({ label: labels[of[from]!]!, from, to });
    from = to;
  }
  return spells;
}

/** How long the spells of one label lasted, in periods; null where it has none. */
export interface Durations {
  readonly periods: number;
  /** Share of all labelled periods. */
  readonly share: number | null;
  readonly spells: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly longest: number | null;
  /**
   * `1 / (1 - p)` periods, with p the share of its periods that were followed by the same label
   * (geometric durations); null where it was never left.
   */
  readonly expected: number | null;
}

/** The durations of a label's spells among the spells of its regime. */
export function durationsOf(label: string, spells: readonly Spell[]): Durations {
  const length = (spell: Spell) => spell.to - spell.from;
  const own = spells.filter((spell) => spell.label === label);
  const lengths = own.map(length).sort((a, b) => a - b);
  const periods = lengths.reduce((sum, one) => sum + one, 0);
  const all = spells.reduce((sum, spell) => sum + length(spell), 0);
  const count = lengths.length;
  const middle = (lengths[(count - 1) >> 1]! + lengths[count >> 1]!) / 2;
  const left = spells.filter(
    (spell, at) => spell.label === label && spells[at + 1]?.from === spell.to,
  ).length;
  const stayed = periods - count;
  return {
    periods,
    share: all === 0 ? null : periods / all,
    spells: count,
    mean: count === 0 ? null : periods / count,
    median: count === 0 ? null : middle,
    longest: lengths.at(-1) ?? null,
    expected: left === 0 ? null : (stayed + left) / left,
  };
}
