/** A turn of a price: a peak or a trough, and the row on which it could first be known. */
export interface Turn {
  readonly kind: "peak" | "trough";
  /** The row of the extreme. */
  readonly row: number;
  /** The row on which the turn was confirmed: a decision may know of it from here on. */
  readonly confirmed: number;
}

export type Market = "bull" | "bear";

/**
 * The market of the period that ends on each row: bear after a peak up to and with the next trough,
 * bull after a trough. Before the first turn it is what the first turn ends; without a turn, undefined.
 */
export function marketsOf(turns: readonly Turn[], rows: number): (Market | undefined)[] {
  const [first] = turns;
  if (first === undefined) return new Array<undefined>(rows).fill(undefined);
  const markets: (Market | undefined)[] = [];
  let next = 0;
  let market: Market = first.kind === "peak" ? "bull" : "bear";
  for (let row = 0; row < rows; row += 1) {
    markets.push(market);
    while (next < turns.length && turns[next]!.row <= row) {
      market = turns[next]!.kind === "peak" ? "bear" : "bull";
      next += 1;
    }
  }
  return markets;
}
