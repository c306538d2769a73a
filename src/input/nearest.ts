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

/** `unknown series "glod"; did you mean "gold"?`, or the list of what is accepted when nothing is near. */
export function unknownName(what: string, name: string, known: Iterable<string>): string {
  const names = [...known];
  const near = nearest(name, names);
  const remedy = near === undefined ? `known: ${names.join(", ")}` : `did you mean "${near}"?`;
  return `unknown ${what} "${name}"; ${remedy}`;
}
