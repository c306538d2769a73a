import type { Prediction } from "assay";
import { pricesForetold } from "./foretold-prices.ts";
import { stateForetold } from "./foretold-state.ts";
import { wealthForetold } from "./foretold-wealth.ts";

/** What the essay foretells, registered on the last day of what it could know, in order of their ids. */
export const predictions: readonly Prediction[] = [
  ...wealthForetold,
  ...pricesForetold,
  ...stateForetold,
].sort((a, b) => (a.id < b.id ? -1 : 1));
