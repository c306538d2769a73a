import type { SeriesId } from "../data/register.ts";
import { checkId, checkKeys, checkTexts } from "../input/check.ts";
import { InputError } from "../input/input-error.ts";
import { authored, checksBy, described } from "./authored.ts";
import type { Check } from "./check.ts";
import type { Facts } from "./facts.ts";
import { NotCovered } from "./not-covered.ts";
import { checkFunction, checkReads } from "./spec-checks.ts";
import { type CheckFinding, checkFinding, named } from "./verdict.ts";
import { inWords } from "./words.ts";

/** A place where a source contradicts itself, or the arithmetic; no verdict, numbers only. */
export interface InconsistencySpec<S extends SeriesId> {
  readonly id: string;
  /** Ids of the claims that it concerns. */
  readonly claims: readonly string[];
  readonly title: string;
  readonly reads?: readonly S[];
  /** The numbers, in the order in which they are told. */
  readonly lines: (facts: Facts<S>) => readonly Check[];
  /** What they show, in sentences: gets the numbers of the lines in words, without their days. */
  readonly says: (words: readonly string[], lines: readonly Check[]) => string;
}

export interface Inconsistency extends Omit<InconsistencySpec<never>, "reads" | "lines"> {
  readonly reads: readonly string[];
  readonly lines: (facts: Facts) => readonly Check[];
}

/** What an inconsistency came to. */
export interface InconsistencyFinding {
  readonly id: string;
  readonly claims: readonly string[];
  readonly title: string;
  readonly lines: readonly CheckFinding[];
  readonly text: string;
}

const OPTIONS = ["id", "claims", "title", "reads", "lines", "says"];

/** A computed statement about a source's own numbers. */
export function inconsistency<const S extends SeriesId>(spec: InconsistencySpec<S>): Inconsistency {
  const id = checkId("inconsistency", spec.id);
  const place = `inconsistency ${id}`;
  checkKeys(place, spec, OPTIONS);
  checkTexts(place, { title: spec.title });
  if (!Array.isArray(spec.claims))
    throw new InputError(
      `${place}: claims is ${described(spec.claims)}; give a list of ids of claims`,
    );
  checkReads(place, spec.reads);
  checkFunction(`${place}: lines`, spec.lines);
  checkFunction(`${place}: says`, spec.says);
  return {
    ...spec,
    id,
    reads: [...new Set<string>(spec.reads ?? [])],
    lines: spec.lines as Inconsistency["lines"],
  };
}

function numberInWords({ fact, unit }: Check): string {
  return inWords(unit === "day" ? fact.day! : fact.value, unit);
}

/** What an inconsistency says. @throws InputError where it puts a number into words that is none. */
function sentences(says: () => string): string {
  const text: unknown = authored("says", says);
  if (typeof text !== "string")
    throw new InputError(`says gave ${described(text)}; return sentences`);
  const hole = /\b(?:undefined|NaN)\b|\[object \w+\]/.exec(text)?.[0];
  if (hole !== undefined)
    throw new InputError(`says tells "${hole}"; it gets one text for each of the lines, no more`);
  return text;
}

/** The numbers of an inconsistency, and what they show. */
export function inconsistencyFinding(given: Inconsistency, facts: Facts): InconsistencyFinding {
  const { id, claims, title } = given;
  return named(`inconsistency ${id}`, () => {
    try {
      const lines = checksBy("lines", () => given.lines(facts));
      const text = sentences(() => given.says(lines.map(numberInWords), lines));
      return { id, claims, title, lines: lines.map(checkFinding), text };
    } catch (error) {
      if (!(error instanceof NotCovered)) throw error;
      return { id, claims, title, lines: [], text: `It cannot be computed: ${error.message}.` };
    }
  });
}
