import type { Column } from "../series/series.ts";
import type { GrowthSplit } from "./measures.ts";
import { ratio } from "./ratio.ts";

/** Log growth smaller than this in size has no meaningful shares. */
const LEAST_GROWTH = 0.05;

/**
 * Nominal log growth into the numeraire's and what is left, from the first row to the last. Null
 * where wealth ended at zero: its logarithm has no value.
 */
export function growthSplit(nominalWealth: Column, numerairePrice: Column): GrowthSplit | null {
  const multiple = nominalWealth[nominalWealth.length - 1]! / nominalWealth[0]!;
  const priceMultiple = numerairePrice[nominalWealth.length - 1]! / numerairePrice[0]!;
  if (!(multiple > 0) || !(priceMultiple > 0)) return null;
  const nominal = Math.log(multiple);
  const depreciation = Math.log(priceMultiple);
  return {
    nominal,
    depreciation,
    real: nominal - depreciation,
    depreciationShare: Math.abs(nominal) < LEAST_GROWTH ? null : depreciation / nominal,
    linearShare: ratio(priceMultiple - 1, multiple - 1),
  };
}
