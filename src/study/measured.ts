import { type Track, trackOf } from "../measure/track.ts";
import type { Day } from "../series/day.ts";
import type { Books } from "./books.ts";
import { sampleIn, type Unit } from "./units.ts";

/** A portfolio's books and its wealth in every unit of the study, in the order of the units. */
export interface Measured {
  readonly books: Books;
  readonly samples: readonly Track[];
}

export function measured(
  books: Books,
  units: readonly Unit[],
  days: readonly Day[],
  perYear: number,
): Measured {
  const samples = units.map((unit) =>
    trackOf(sampleIn(unit, books.ledger.wealth, days, books.end, perYear)),
  );
  return { books, samples };
}
