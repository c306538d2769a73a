import { quantileSorted } from "simple-statistics";
import type { Column } from "../series/series.ts";

/** The values in ascending order. */
export function sorted(values: Column): Float64Array {
  return Float64Array.from(values).sort();
}

/**
 * The value below which a share `p` of the values lies: linear interpolation between the order
 * statistics, type 7 of Hyndman and Fan (1996), the default of R and NumPy. NaN for no values.
 */
export function quantile(ascending: Float64Array, p: number): number {
  return ascending.length === 0 ? Number.NaN : quantileSorted(ascending as Column as number[], p);
}
