import type { Column } from "../series/series.ts";
import type { WindowReturns } from "./measures.ts";
import { quantile, sorted } from "./quantile.ts";
import { known, ROUNDING } from "./ratio.ts";

/**
 * Total returns over every window of a number of years, `V_(t+h) / V_t - 1` with
 * `h = round(years x periods a year)` rows. Windows overlap; all null for a record shorter than one.
 */
export function windowReturns(wealth: Column, years: number, perYear: number): WindowReturns {
  const rows = Math.max(1, Math.round(years * perYear));
  const windows = Math.max(0, wealth.length - rows);
  const returns = new Float64Array(windows);
  let negative = 0;
  for (let t = 0; t < windows; t += 1) {
    returns[t] = wealth[t + rows]! / wealth[t]! - 1;
    if (returns[t]! < -ROUNDING) negative += 1;
  }
  const ascending = sorted(returns);
  return {
    years,
    worst: known(quantile(ascending, 0)),
    best: known(quantile(ascending, 1)),
    median: known(quantile(ascending, 0.5)),
    shareNegative: known(negative / windows),
    windows,
  };
}
