import { inconsistency, reported } from "assay";

/** March 1999, and the last quarter whose output had been published by the essay's day. */
const window = { from: "1999-03-31", to: "2025-09-30" };

/** A stock of money set beside the price of one thing. */
export const stocksAndPrices = inconsistency({
  id: "I8",
  claims: ["C22"],
  title: "A stock of money beside a price",
  reads: ["m2", "gdp", "population", "spx", "cpi"],
  lines: (facts) => {
    const multiple = (text: string) =>
      facts.formula(text, "monthly").multipleBetween(window.from, window.to);
    return [
      reported("M2", multiple("m2"), "times"),
      reported("S&P 500", multiple("spx"), "times"),
      reported("M2 of output", multiple("m2 / gdp"), "times"),
      reported("consumer prices", multiple("cpi"), "times"),
      ...(facts.isAtHand("population")
        ? [reported("M2 of one inhabitant", multiple("m2 / population"), "times")]
        : []),
    ];
  },
  says: ([m2, spx, ofOutput, prices, ofOne]) =>
    `From March 1999 to September 2025 M2 grew to ${m2} what it was, the S&P 500 to ${spx}, consumer prices to ${prices}. M2 is a stock that grows with people and output as well: of output it grew to ${ofOutput}, of one inhabitant ${ofOne === undefined ? "it cannot be told here (figures of the population are not at hand)" : `to ${ofOne}`}. That two end points lie close does not make a stock the measure of a price.`,
});
