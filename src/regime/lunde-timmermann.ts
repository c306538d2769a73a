import type { Column } from "../series/series.ts";
import type { Turn } from "./turns.ts";

/** Sizes of the moves that confirm a turn, as fractions. */
export interface LundeTimmermann {
  /** A rise from the lowest price that confirms a trough. Default 0.2. */
  readonly up: number;
  /** A fall from the highest price that confirms a peak. Default 0.15. */
  readonly down: number;
}

/**
 * Turns of bull and bear markets by the size of the moves after them, at any frequency (Lunde and
 * Timmermann 2004): a turn is dated at the extreme and confirmed where the price has come far enough
 * from it. The first state is open: the highest and the lowest price are followed until one is confirmed.
 */
export function lundeTimmermann(
  prices: Column,
  { up = 0.2, down = 0.15 }: Partial<LundeTimmermann> = {},
): Turn[] {
  const turns: Turn[] = [];
  let high = 0;
  let low = 0;
  let market: "bull" | "bear" | undefined;
  for (let row = 0; row < prices.length; row += 1) {
    const price = prices[row]!;
    if (market !== "bear" && price > prices[high]!) high = row;
    if (market !== "bull" && price < prices[low]!) low = row;
    if (market !== "bear" && price <= prices[high]! * (1 - down)) {
      turns.push({ kind: "peak", row: high, confirmed: row });
      market = "bear";
      low = row;
    } else if (market !== "bull" && price >= prices[low]! * (1 + up)) {
      turns.push({ kind: "trough", row: low, confirmed: row });
      market = "bull";
      high = row;
    }
  }
  return turns;
}
