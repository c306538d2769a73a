import type { Fact, Facts } from "assay";
import { consumerPrices, consumerPricesReads } from "./consumer-prices.ts";
import { type Edition, type EditionAfter, moneyMultiple, moneyReads } from "./money.ts";
import { type Base, multipleSince } from "./since-1999.ts";

/** What the growth of shares may be divided by. */
export const deflators = [
  "money supply",
  "money supply per head",
  "consumer prices",
  "gold",
] as const;
export type Deflator = (typeof deflators)[number];

/** Series of all deflators. */
export const deflatorReads = [...moneyReads, "population", ...consumerPricesReads, "gold"] as const;

/** What a deflator is called, with the form of it that is read. */
export function nameOf(facts: Facts, deflator: Deflator): string {
  return deflator === "consumer prices" ? consumerPrices(facts).name : deflator;
}

/** A deflator on the essay's day as a multiple of a base in 1999. */
export function deflatorMultiple(
  facts: Facts,
  deflator: Deflator,
  base: Base,
  edition: Edition | EditionAfter,
): Fact {
  if (deflator === "money supply") return moneyMultiple(facts, edition, base);
  if (deflator === "money supply per head")
    return facts.calculate("money / heads", {
      money: moneyMultiple(facts, edition, base),
      heads: multipleSince(facts, "population", base),
    });
  if (edition !== "latest") return facts.notApplicable("only money supply is read in two editions");
  return multipleSince(facts, deflator === "gold" ? "gold" : consumerPrices(facts).id, base);
}
