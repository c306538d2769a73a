import { InputError } from "../input/input-error.ts";

export const KINDS = ["measure", "convention", "option", "term"] as const;

/** A word of findings, study files or reports, and what it means. */
export interface Word {
  /** As findings, study files and the command line write it. */
  readonly key: string;
  /** As people and the report say it. */
  readonly name: string;
  readonly kind: (typeof KINDS)[number];
  readonly definition: string;
  readonly formula?: string;
  readonly unit?: string;
  /** When there is no value. */
  readonly unknown?: string;
  /** Author and year. */
  readonly source?: string;
  readonly elsewhere?: string;
  /** Other names under which it is found. */
  readonly also?: readonly string[];
  /** Keys of words that belong to it. */
  readonly see?: readonly string[];
}

/** The words that go by a name: mostly one. @throws InputError with the nearest name where there is none. */
export function wordsNamed(name: string, words: readonly Word[]): Word[] {
  const asked = plain(name);
  const found = words.filter((word) => namesOf(word).some((known) => plain(known) === asked));
  if (found.length > 0) return found;
  const near = words.flatMap(namesOf).find((known) => isSlip(asked, plain(known)));
  const remedy = near === undefined ? "see assay explain" : `did you mean "${near}"?`;
  throw new InputError(`unknown word "${name}"; ${remedy}`);
}

export function namesOf({ key, name, also = [] }: Word): string[] {
  return [key, name, ...also];
}

/** Letters of a word from which on two that are wrong side by side may be a slip. */
const LONG = 9;

/**
 * Whether a word is another with one slip: between their common beginning and end a letter is wrong, missing
 * or too many, or two are swapped. A wrong letter in three is another word, not a slip.
 */
function isSlip(asked: string, known: string): boolean {
  let start = 0;
  while (start < asked.length && asked[start] === known[start]) start++;
  let end = 0;
  const room = Math.min(asked.length, known.length) - start;
  while (end < room && asked.at(-1 - end) === known.at(-1 - end)) end++;
  const mine = asked.slice(start, asked.length - end);
  const theirs = known.slice(start, known.length - end);
  const most = asked.length < 3 ? 0 : asked.length < LONG ? 1 : 2;
  if (mine.length > most || theirs.length > most)
    return asked.length > 3 && mine.length === 2 && mine === [...theirs].reverse().join("");
  return asked.length > 3 || mine.length !== theirs.length;
}

/** Small letters and digits alone, so that maxDrawdown, max-drawdown and "Max drawdown" are one. */
function plain(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}
