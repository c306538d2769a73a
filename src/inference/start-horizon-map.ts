import { known } from "../measure/ratio.ts";
import type { Column } from "../series/series.ts";

/** Log growth over the benchmark a year, for every start and every horizon. */
export interface StartHorizonMap {
  /** Rows of relative wealth on which windows begin. */
  readonly starts: readonly number[];
  /** Lengths of windows in years. */
  readonly horizons: readonly number[];
  /** `values[start][horizon]`; null where the record ends before the window. */
  readonly values: readonly (readonly (number | null)[])[];
}

/**
 * `ln(V_(t+h) / V_t) / years` of relative wealth V (strategy over benchmark, the same in every
 * numeraire), for a start every `every` rows and all whole numbers of years that the record holds.
 * Null where V is not positive.
 */
export function startHorizonMap(relative: Column, perYear: number, every: number): StartHorizonMap {
  const n = relative.length - 1;
  const longest = Math.max(0, Math.floor(n / perYear + 1e-9));
  const horizons = Array.from({ length: longest }, (_, i) => i + 1);
  const starts: number[] = [];
  for (let row = 0; row + Math.round(perYear) <= n; row += every) starts.push(row);
  const excess = (start: number, years: number): number | null => {
    const end = start + Math.round(years * perYear);
    return end > n ? null : known(Math.log(relative[end]! / relative[start]!) / years);
  };
  return {
    starts,
    horizons,
    values: starts.map((start) => horizons.map((years) => excess(start, years))),
  };
}
