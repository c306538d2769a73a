import { InputError } from "../../input/input-error.ts";
import { nearest } from "../../input/nearest.ts";

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
  const near = nearest(name, words.flatMap(namesOf));
  const remedy = near === undefined ? "see assay explain" : `did you mean "${near}"?`;
  throw new InputError(`unknown word "${name}"; ${remedy}`);
}

export function namesOf({ key, name, also = [] }: Word): string[] {
  return [key, name, ...also];
}

/** Small letters and digits alone, so that maxDrawdown, max-drawdown and "Max drawdown" are one. */
function plain(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}
