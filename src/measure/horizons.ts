import type { Column } from "../series/series.ts";
import { quantile, sorted } from "./quantile.ts";
import { known } from "./ratio.ts";

/** How the returns over one length of time are spread. */
export interface Spread {
  readonly windows: number;
  readonly lowest: number | null;
  /** The value that one in twenty lies below, and so on. */
  readonly p05: number | null;
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p95: number | null;
  readonly highest: number | null;
}

/**
 * Quantiles (type 7) of the returns over every window of `rows` rows: total for windows of up to a year, a
 * year's growth for longer ones. Windows overlap, and so are fewer than they seem; all null for none.
 */
export function returnSpread(wealth: Column, rows: number, perYear: number): Spread {
  const windows = Math.max(0, wealth.length - rows);
  const power = rows > perYear ? perYear / rows : 1;
  const returns = new Float64Array(windows);
  for (let t = 0; t < windows; t += 1) returns[t] = (wealth[t + rows]! / wealth[t]!) ** power - 1;
  const ascending = sorted(returns);
  const at = (share: number) => known(quantile(ascending, share));
  return {
    windows,
    lowest: at(0),
    p05: at(0.05),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p95: at(0.95),
    highest: at(1),
  };
}
