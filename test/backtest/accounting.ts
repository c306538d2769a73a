import { assumptions } from "../../src/backtest/assumptions.ts";

/** Plain costs for tests: 10 bp to trade anything, 1 % a year to borrow. */
export const accounting = assumptions({
  cashRate: "billRate",
  costs: { gold: 0.001, silver: 0.001, spx: 0.001 },
  borrow: { others: 0.01 },
});
