import { distance } from "fastest-levenshtein";

/** The known name closest to a misspelt one, or undefined where none is close enough to be meant. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.ceil(name.length / 3)) + 1;
  for (const candidate of known) {
    const edits = distance(name.toLowerCase(), candidate.toLowerCase());
    if (edits < least) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}

/** Names that are listed whole; of more, the nearest few are told. */
const LISTED = 12;
const FEW = 3;

/**
 * `unknown series "glod"; did you mean "gold"?`, or the list of what is accepted when nothing is near; of a
 * long list the nearest few.
 */
export function unknownName(what: string, name: string, known: Iterable<string>): string {
  const names = [...known];
  const near = nearest(name, names);
  const remedy = near === undefined ? knownWords(what, name, names) : `did you mean "${near}"?`;
  return `unknown ${what} "${name}"; ${remedy}`;
}

function knownWords(what: string, name: string, names: readonly string[]): string {
  if (names.length <= LISTED) return `known: ${names.join(", ")}`;
  const few = names
    .map((known) => ({ known, edits: distance(name.toLowerCase(), known.toLowerCase()) }))
    .sort((left, right) => left.edits - right.edits)
    .slice(0, FEW)
    .map(({ known }) => known);
  const rest = what === "series" ? "see assay data list" : `${names.length} are known`;
  return `nearest: ${few.join(", ")}; ${rest}`;
}
