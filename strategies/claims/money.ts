import type { Fact, Facts } from "assay";
import { essayDay } from "./dates.ts";
import { type Base, valueAt } from "./since-1999.ts";

/** Which edition of the money supply is read: it is revised every year. */
export const editions = ["as published before the essay", "latest"] as const;
export type Edition = (typeof editions)[number];

/** Series of the money supply in both editions. */
export const moneyReads = ["m2", "m2BeforeEssay"] as const;

/** The series of one edition: never two inside one growth rate. */
export function moneyOf(edition: Edition): (typeof moneyReads)[number] {
  return edition === "latest" ? "m2" : "m2BeforeEssay";
}

/**
 * The money supply on the essay's day: in the latest edition what it was, in that before the essay the
 * last figure that was out, which is of November 2025.
 */
export function moneyOnEssayDay(facts: Facts, edition: Edition): Fact {
  return edition === "latest"
    ? facts.series("m2", "daily").at(essayDay)
    : facts.known("m2BeforeEssay", essayDay);
}

/** The money supply on the essay's day as a multiple of a base in 1999, in one edition. */
export function moneyMultiple(facts: Facts, edition: Edition, base: Base): Fact {
  return facts.calculate("end / start", {
    end: moneyOnEssayDay(facts, edition),
    start: valueAt(facts, moneyOf(edition), base),
  });
}
