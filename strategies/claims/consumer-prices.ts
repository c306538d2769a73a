import type { Facts } from "assay";

/** Consumer prices in both forms. */
export const consumerPricesReads = ["cpiUnadjusted", "cpi"] as const;

/** Consumer prices without seasonal adjustment, where they are at hand, and what they are called. */
export function consumerPrices(facts: Facts): {
  readonly id: (typeof consumerPricesReads)[number];
  readonly name: string;
} {
  return facts.isAtHand("cpiUnadjusted")
    ? { id: "cpiUnadjusted", name: "consumer prices (not seasonally adjusted)" }
    : { id: "cpi", name: "consumer prices (seasonally adjusted)" };
}
