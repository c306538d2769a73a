import type { Fact, Facts } from "assay";
import { essayDay } from "./dates.ts";
import { type Base, valueAt } from "./since-1999.ts";

/** Which edition of the money supply is read: it is revised every year. */
export const editions = ["as published before the essay", "latest"] as const;
export type Edition = (typeof editions)[number];

/** The first edition after the essay that is at hand, by the last month read of it: one on either side of its day. */
const editionsAfter = [
  "the edition of 2026-03-20, money of December 2025",
  "the edition of 2026-03-20, money of January 2026",
] as const;
export type EditionAfter = (typeof editionsAfter)[number];

/** Series of the money supply in all these editions. */
export const moneyReads = ["m2", "m2BeforeEssay", "m2AfterEssay"] as const;

/** The series of one edition: never two inside one growth rate. */
export function moneyOf(edition: Edition | EditionAfter): (typeof moneyReads)[number] {
  if (edition === "latest") return "m2";
  return edition === "as published before the essay" ? "m2BeforeEssay" : "m2AfterEssay";
}

/** The month that is read of the edition after the essay. */
export function monthOf(edition: EditionAfter): string {
  return edition === editionsAfter[0] ? "2025-12-31" : "2026-01-31";
}

/**
 * What is told beside an edition that ends before the essay: the first print of the month between is not
 * at hand, and these months enclose it. Nothing beside the latest edition, or without figures.
 */
export function editionsBeside(facts: Facts, edition: Edition): readonly EditionAfter[] {
  return edition === "latest" || !facts.isAtHand("m2AfterEssay") ? [] : editionsAfter;
}

/** The edition that the claims speak of, or the latest where that is not at hand. */
export function editionAtHand(facts: Facts): Edition {
  return facts.isAtHand("m2BeforeEssay") ? editions[0] : "latest";
}

/**
 * The money supply on the essay's day: in the latest edition between the middles of its month and the next,
 * straight in logarithms; in that before the essay the last figure that was out, which is of November 2025;
 * in that after it the month that is named.
 */
export function moneyOnEssayDay(facts: Facts, edition: Edition | EditionAfter): Fact {
  if (edition === "latest") return facts.series("m2", "daily").at(essayDay);
  if (edition === "as published before the essay") return facts.known("m2BeforeEssay", essayDay);
  return facts.series("m2AfterEssay", "monthly").at(monthOf(edition));
}

/**
 * The money supply on the essay's day as a multiple of a base in 1999, in one edition: what a price is
 * divided by, wherever it is divided by money between these days.
 */
export function moneyMultiple(facts: Facts, edition: Edition | EditionAfter, base: Base): Fact {
  return facts.calculate("end / start", {
    end: moneyOnEssayDay(facts, edition),
    start: valueAt(facts, moneyOf(edition), base),
  });
}
