import type { Inconsistency } from "assay";
import { growthInconsistencies } from "./inconsistent-growth.ts";
import { levelInconsistencies } from "./inconsistent-levels.ts";
import { inflationOfLegs } from "./inflation-of-legs.ts";
import { plunderAgainstDates } from "./plunder-dates.ts";
import { stocksAndPrices } from "./stocks-and-prices.ts";

const numberOf = ({ id }: Inconsistency) => Number(id.slice(1));

/** Places where the essay's numbers do not fit each other, or the arithmetic: numbers, and no verdicts. */
export const inconsistencies: readonly Inconsistency[] = [
  ...growthInconsistencies,
  ...levelInconsistencies,
  stocksAndPrices,
  plunderAgainstDates,
  inflationOfLegs,
].sort((a, b) => numberOf(a) - numberOf(b));
