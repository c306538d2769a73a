import type { Fact, Facts } from "assay";
import { type Edition, moneyMultiple, moneyReads } from "./money.ts";
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
export const deflatorReads = [...moneyReads, "population", "cpi", "gold"] as const;

/** A deflator on the essay's day as a multiple of a base in 1999. */
export function deflatorMultiple(
  facts: Facts,
  deflator: Deflator,
  base: Base,
  edition: Edition,
): Fact {
  if (deflator === "money supply") return moneyMultiple(facts, edition, base);
  if (deflator === "money supply per head")
    return facts.calculate("money / heads", {
      money: moneyMultiple(facts, edition, base),
      heads: multipleSince(facts, "population", base),
    });
  if (edition !== "latest") return facts.notApplicable("only money supply is read in two editions");
  return multipleSince(facts, deflator === "gold" ? "gold" : "cpi", base);
}
