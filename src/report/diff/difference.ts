import type { Findings } from "../../study/findings.ts";
import { type Cause, causesOf } from "./causes.ts";
import { isSame } from "./changes.ts";
import { type Effects, effectsOf } from "./effects.ts";

/** What differs between two runs: what they were given, then what they found. */
export interface Difference {
  readonly isSame: boolean;
  readonly causes: readonly Cause[];
  readonly effects: Effects;
  /** What cannot be told, in sentences. */
  readonly notes: readonly string[];
}

/** Measures that moved by less than this part of themselves are taken for the same: rounding. */
export const TOLERANCE = 1e-9;

/** Compares the findings of two runs. */
export function differenceOf(
  before: Findings,
  after: Findings,
  tolerance: number = TOLERANCE,
): Difference {
  if (isSame(before, after)) return { isSame: true, causes: [], effects: NONE, notes: [] };
  const causes = causesOf(before, after);
  const effects = effectsOf(before, after, causes, tolerance);
  return { isSame: false, causes, effects, notes: notesOn(before, after, causes, effects) };
}

const NONE: Effects = {
  verdicts: [],
  remeasured: [],
  predictions: [],
  decisions: [],
  measures: [],
  parts: [],
};

function notesOn(
  before: Findings,
  after: Findings,
  causes: readonly Cause[],
  effects: Effects,
): string[] {
  const known = [before, after].filter(({ code }) => code).length;
  const isFound = Object.values(effects).some((list) => list.length > 0);
  return [
    ...(known === 2
      ? []
      : [
          `${known === 1 ? "One run does" : "The runs do"} not say what code made them, so whether that changed is not known.`,
        ]),
    ...(causes.length === 0 && isFound
      ? ["Nothing that the runs were given differs: assay itself, or Node, must have changed."]
      : []),
    ...(causes.length > 0 && !isFound ? ["None of it changed a result."] : []),
  ];
}
