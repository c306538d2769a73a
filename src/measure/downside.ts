import type { Column } from "../series/series.ts";
import { mean } from "./moments.ts";
import { ratio } from "./ratio.ts";

/**
 * Root mean square of the shortfalls over ALL periods, `sqrt(mean(min(e, 0)^2))`, per period, where
 * `e` is the return over the least acceptable one (Sortino and van der Meer 1991). NaN for none.
 */
export function downsideDeviation(excess: Column): number {
  let squares = 0;
  for (let t = 0; t < excess.length; t += 1) squares += Math.min(excess[t]!, 0) ** 2;
  return Math.sqrt(squares / excess.length);
}

/** `mean(e) / downside deviation x sqrt(K)`; null where the annual downside is below 1e-3. */
export function sortino(excess: Column, perYear: number): number | null {
  const root = Math.sqrt(perYear);
  return ratio(mean(excess) * root, downsideDeviation(excess), root);
}

/**
 * Gains over losses about a threshold per period, `sum max(R - h, 0) / sum max(h - R, 0)` (Keating
 * and Shadwick 2002). Null where the losses a year are below 1e-3.
 */
export function omega(returns: Column, threshold: number, perYear: number): number | null {
  let gains = 0;
  let losses = 0;
  for (let t = 0; t < returns.length; t += 1) {
    gains += Math.max(returns[t]! - threshold, 0);
    losses += Math.max(threshold - returns[t]!, 0);
  }
  return ratio(gains, losses, perYear / returns.length);
}
