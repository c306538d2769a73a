import { InputError } from "../input/input-error.ts";
import { nearest } from "../input/nearest.ts";
import type { Unit } from "./check.ts";

/** Units that numbers are put into words by. */
const KNOWN = ["fraction", "points", "times", "count", "day", "correlation"] as const;
/** Of these, those that no other unit is spelt like. */
const LONG = ["fraction", "correlation"] as const;
/** What a share is counted in by other tools: a fraction would be told a hundred times too small. */
const PERCENT = /^(?:%|per ?cents?|percentages?)$/i;

/** @throws InputError for a unit that is no text, or that is one of the known ones misspelt. */
export function checkUnit(title: string, unit: unknown): Unit {
  if (typeof unit !== "string")
    throw new InputError(`"${title}": the unit is ${String(unit)}; give a text`);
  if (PERCENT.test(unit))
    throw new InputError(
      `"${title}": unknown unit "${unit}"; write "fraction", which is shown as percent`,
    );
  const meant = meantBy(unit);
  if (meant !== undefined && meant !== unit)
    throw new InputError(`"${title}": unknown unit "${unit}"; did you mean "${meant}"?`);
  return unit;
}

/** Another case or number of a known unit, or a long one with a letter wrong. A number of days is one of its own. */
function meantBy(unit: string): string | undefined {
  if (unit === "days") return undefined;
  const bare = singular(unit);
  return (
    KNOWN.find((known) => singular(known) === bare) ??
    (unit.length > 5 ? nearest(unit, LONG) : undefined)
  );
}

function singular(unit: string): string {
  return unit.toLowerCase().replace(/s$/, "");
}
